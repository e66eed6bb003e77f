package org.cordboard.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the HOCON library's errors into one line with a place, a key and a fix. */
final class SettingsErrors {
  private SettingsErrors() {}

  static SettingsException translate(ConfigException broken) {
    String message = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ").trim();
    if (broken instanceof ConfigException.Parse
        || broken instanceof ConfigException.UnresolvedSubstitution) {
      return new SettingsException(message + "; mend the HOCON syntax there", broken);
    }
    return new SettingsException(message, broken);
  }

  /** {@code file: line} of the value at {@code path}, or of the nearest parent that exists. */
  static String place(Config config, String path) {
    String at = path;
    while (true) {
      if (!at.isEmpty() && config.hasPathOrNull(at)) {
        ConfigValue value = config.getValue(at);
        return describe(value.origin());
      }
      int dot = at.lastIndexOf('.');
      if (dot < 0) {
        return describe(config.root().origin());
      }
      at = at.substring(0, dot);
    }
  }

  /**
   * Where the mistake stands that made {@code section} be refused: the key that {@code why} names,
   * or else one that was set at all; a default is blamed last.
   */
  static String blame(ConfigObject section, String why) {
    List<ConfigValue> named = new ArrayList<>();
    List<ConfigValue> set = new ArrayList<>();
    collect(section, why, named, set);
    named.addAll(set);
    return describe(named.isEmpty() ? section.origin() : named.get(0).origin());
  }

  private static void collect(
      ConfigObject section, String why, List<ConfigValue> named, List<ConfigValue> set) {
    for (String key : new TreeSet<>(section.keySet())) {
      ConfigValue value = section.get(key);
      if (value instanceof ConfigObject below) {
        collect(below, why, named, set);
      } else if (value != null && mentions(why, key)) {
        named.add(isDefault(value) ? named.size() : 0, value);
      } else if (value != null && !isDefault(value)) {
        set.add(value);
      }
    }
  }

  private static boolean mentions(String why, String key) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(key) + "(?![\\w-])").matcher(why).find();
  }

  private static boolean isDefault(ConfigValue value) {
    return "reference.conf".equals(value.origin().resource());
  }

  static String describe(@Nullable ConfigOrigin origin) {
    if (origin == null) {
      return "settings";
    }
    String file = origin.filename();
    String name =
        file != null ? file : origin.resource() != null ? origin.resource() : origin.description();
    return origin.lineNumber() > 0 ? name + ":" + origin.lineNumber() : name;
  }
}
