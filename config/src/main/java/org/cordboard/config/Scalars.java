package org.cordboard.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a single HOCON value as a String, int, long, double, boolean, Duration, Path, URI, Locale,
 * ZoneId, {@link Secret} or enum ({@code END_OF_TURN} is written {@code end-of-turn}). Errors never
 * show the value: it may be a secret.
 */
final class Scalars {
  private static final String DURATION = "a duration with its unit, such as 250ms or 20s";
  private static final String KEY = "v";

  private Scalars() {}

  static Object read(String path, ConfigValue value, Class<?> type) {
    Config holder = value.atKey(KEY);
    try {
      if (type == int.class) {
        return Math.toIntExact(whole(holder));
      } else if (type == long.class) {
        return whole(holder);
      } else if (type == double.class) {
        return holder.getDouble(KEY);
      } else if (type == boolean.class) {
        return holder.getBoolean(KEY);
      } else if (type == Duration.class) {
        return duration(value, holder);
      }
      return text(path, value, type, holder.getString(KEY));
    } catch (ConfigException | ArithmeticException | DateTimeException mistaken) {
      throw wrong(path, value, expected(type));
    }
  }

  /** The HOCON library would cut 1.5 down to 1. */
  private static long whole(Config holder) {
    double exact = holder.getDouble(KEY);
    if (exact != Math.rint(exact)) {
      throw new ArithmeticException("not a whole number");
    }
    return holder.getLong(KEY);
  }

  /** A bare number would silently mean milliseconds: a duration must carry its unit. */
  private static Duration duration(ConfigValue value, Config holder) {
    if (String.valueOf(value.unwrapped()).matches("\\s*[-+]?[0-9.]+\\s*")) {
      throw new ArithmeticException("no unit");
    }
    return holder.getDuration(KEY);
  }

  private static Object text(String path, ConfigValue value, Class<?> type, String text) {
    try {
      if (type == String.class) {
        return text;
      } else if (type == Path.class) {
        return Path.of(text);
      } else if (type == URI.class) {
        return URI.create(text);
      } else if (type == Locale.class) {
        return Locale.forLanguageTag(text);
      } else if (type == ZoneId.class) {
        return ZoneId.of(text);
      } else if (type == Secret.class) {
        return new Secret(text);
      }
    } catch (IllegalArgumentException mistaken) {
      throw wrong(path, value, expected(type));
    }
    if (type.isEnum()) {
      return constant(path, value, type, text);
    }
    throw new IllegalArgumentException("settings cannot hold a " + type);
  }

  private static Object constant(String path, ConfigValue value, Class<?> type, String text) {
    List<String> known = new ArrayList<>();
    for (Object candidate : type.getEnumConstants()) {
      String written = written(((Enum<?>) candidate).name());
      if (written.equals(written(text))) {
        return candidate;
      }
      known.add(written);
    }
    throw wrong(path, value, "one of " + String.join(", ", known));
  }

  private static String written(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SettingsException wrong(String path, ConfigValue value, String expected) {
    String kind = value.valueType().toString().toLowerCase(Locale.ROOT);
    return new SettingsException(
        SettingsErrors.describe(value.origin())
            + ": '"
            + path
            + "' must be "
            + expected
            + ", not this "
            + kind);
  }

  private static String expected(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "a whole number";
    } else if (type == double.class) {
      return "a number";
    } else if (type == boolean.class) {
      return "true or false";
    } else if (type == Duration.class) {
      return DURATION;
    }
    return "a valid " + type.getSimpleName();
  }
}
