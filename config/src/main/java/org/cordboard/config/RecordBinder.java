package org.cordboard.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Binds HOCON to records. A component {@code decodeThreads} reads the key {@code decode-threads}.
 * Types: those of {@link Scalars}, records, and List, Map by name, and Optional of these. Unknown
 * keys are errors, so that a misspelt key is never ignored.
 */
final class RecordBinder {
  private final Config config;

  RecordBinder(Config config) {
    this.config = config;
  }

  <T extends Record> T bind(String path, Class<T> type) {
    if (!path.isEmpty() && !config.hasPath(path)) {
      throw new SettingsException(
          SettingsErrors.place(config, path) + ": '" + path + "' is missing; add the section");
    }
    ConfigValue value = path.isEmpty() ? config.root() : config.getValue(path);
    return type.cast(record(path, value, type));
  }

  private Object record(String path, ConfigValue value, Class<?> type) {
    if (!(value instanceof ConfigObject object)) {
      throw Scalars.wrong(path, value, "a section { … }");
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    TreeSet<String> keys = new TreeSet<>();
    for (int i = 0; i < components.length; i++) {
      String key = hyphenated(components[i].getName());
      keys.add(key);
      types[i] = components[i].getType();
      arguments[i] = component(path, key, object, components[i].getGenericType());
    }
    for (String present : object.keySet()) {
      if (!keys.contains(present)) {
        throw new SettingsException(
            at(object.get(present))
                + ": '"
                + join(path, present)
                + "' is not a known key; known here: "
                + String.join(", ", keys));
      }
    }
    return construct(path, object, type, types, arguments);
  }

  private Object component(String path, String key, ConfigObject object, Type type) {
    ConfigValue value = object.get(key);
    boolean optional =
        type instanceof ParameterizedType parameterized
            && parameterized.getRawType() == Optional.class;
    if (value == null || value.unwrapped() == null) {
      if (optional) {
        return Optional.empty();
      }
      throw new SettingsException(at(object) + ": '" + join(path, key) + "' is missing; set it");
    }
    return value(join(path, key), value, type);
  }

  private Object value(String path, ConfigValue value, Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return generic(path, value, parameterized);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return record(path, value, raw);
    }
    return Scalars.read(path, value, raw);
  }

  private Object generic(String path, ConfigValue value, ParameterizedType type) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (type.getRawType() == Optional.class) {
      return Optional.of(value(path, value, last));
    }
    if (type.getRawType() == List.class) {
      if (!(value instanceof ConfigList list)) {
        throw Scalars.wrong(path, value, "a list [ … ]");
      }
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        items.add(value(path + "[" + i + "]", list.get(i), last));
      }
      return List.copyOf(items);
    }
    if (type.getRawType() == Map.class) {
      if (!(value instanceof ConfigObject object)) {
        throw Scalars.wrong(path, value, "a section { … }");
      }
      Map<String, Object> entries = new LinkedHashMap<>();
      for (String name : new TreeSet<>(object.keySet())) {
        ConfigValue entry = object.get(name);
        if (entry != null) {
          entries.put(name, value(join(path, name), entry, last));
        }
      }
      return Collections.unmodifiableMap(entries);
    }
    throw new IllegalArgumentException("settings cannot hold a " + type);
  }

  private static Object construct(
      String path, ConfigObject value, Class<?> type, Class<?>[] types, Object[] arguments) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      Throwable cause = refused.getCause() == null ? refused : refused.getCause();
      throw new SettingsException(
          SettingsErrors.blame(value, String.valueOf(cause.getMessage()))
              + ": '"
              + path
              + "' is not valid: "
              + cause.getMessage(),
          cause);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot construct " + type, impossible);
    }
  }

  private static String at(ConfigValue value) {
    return SettingsErrors.describe(value.origin());
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String hyphenated(String name) {
    StringBuilder written = new StringBuilder();
    for (char letter : name.toCharArray()) {
      if (Character.isUpperCase(letter)) {
        written.append('-').append(Character.toLowerCase(letter));
      } else {
        written.append(letter);
      }
    }
    return written.toString();
  }
}
