package org.cordboard.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
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
