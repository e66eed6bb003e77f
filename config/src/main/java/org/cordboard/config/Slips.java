package org.cordboard.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.TreeSet;

/**
 * Refuses keys that nobody reads and that are slips of known ones, such as {@code
 * speech.recogniser}: binding a section to a record cannot see what stands beside the section. Keys
 * that resemble nothing are left alone: they may be another process's, or stand for a value.
 */
final class Slips {
  private Slips() {}

  /**
   * Looks for keys of {@code given} that {@code known} has not.
   *
   * @throws SettingsException naming file, line, key, and the key that was meant
   */
  static void refuse(Config known, Config given) {
    refuse("", known.root(), given.root());
  }

  private static void refuse(String path, ConfigObject known, ConfigObject given) {
    for (String key : new TreeSet<>(given.keySet())) {
      ConfigValue value = given.get(key);
      ConfigValue counterpart = known.get(key);
      if (value == null) {
        continue;
      }
      if (counterpart == null && key.matches("[A-Za-z][A-Za-z_-]*")) {
        Nearest.to(key, known.keySet())
            .ifPresent(
                meant -> {
                  throw new SettingsException(
                      SettingsErrors.describe(value.origin())
                          + ": there is no key '"
                          + path
                          + key
                          + "'; did you mean '"
                          + path
                          + meant
                          + "'?");
                });
      } else if (counterpart instanceof ConfigObject below && value instanceof ConfigObject set) {
        refuse(path + key + ".", below, set);
      }
    }
  }
}
