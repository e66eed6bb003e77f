package org.cordboard.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process: HOCON, later sources over earlier ones. Order, weakest first: every
 * {@code reference.conf} on the class path (each module's defaults), the file given, environment
 * variables ({@code CORDBOARD_STORE_REDIS_URI} sets {@code store.redis.uri}; two underscores make a
 * hyphen), {@code -D} system properties of the same names as the keys.
 *
 * <p>Immutable. A section is bound to a record by {@link #bind}; see {@link RecordBinder} for
 * types.
 */
public final class Settings {
  private static final String ENVIRONMENT_PREFIX = "CORDBOARD_";

  private final Config config;

  private Settings(Config config) {
    this.config = config;
  }

  /** Reads the defaults of the class path, the environment and the system properties. */
  public static Settings load() {
    return load(null, System.getenv(), systemProperties());
  }

  /** As {@link #load()}, with {@code file} laid over the defaults. */
  public static Settings load(Path file) {
    return load(file, System.getenv(), systemProperties());
  }

  /**
   * Reads from the sources given; nothing else is looked at.
   *
   * @throws SettingsException naming file, line and fix when a source cannot be read, or has a key
   *     that is a slip of a known one
   */
  public static Settings load(
      @Nullable Path file, Map<String, String> environment, Map<String, String> properties) {
    try {
      Config known = ConfigFactory.parseResources("reference.conf");
      Config given = file == null ? ConfigFactory.empty() : parse(file);
      Config merged =
          ConfigFactory.parseMap(ownProperties(properties, known, given), "system property (-D)")
              .withFallback(ConfigFactory.parseMap(fromEnvironment(environment), "environment"))
              .withFallback(given)
              .withFallback(known)
              .resolve();
      Slips.refuse(known, merged);
      return new Settings(merged);
    } catch (ConfigException broken) {
      throw SettingsErrors.translate(broken);
    }
  }

  /** Settings from HOCON text over the class path's defaults; for tests and tools. */
  public static Settings parse(String hocon) {
    try {
      return new Settings(
          ConfigFactory.parseString(hocon)
              .withFallback(ConfigFactory.parseResources("reference.conf"))
              .resolve());
    } catch (ConfigException broken) {
      throw SettingsErrors.translate(broken);
    }
  }

  /** Settings of one HOCON file alone, without defaults: a playbook's files are read so. */
  public static Settings file(Path file) {
    try {
      return new Settings(parse(file).resolve());
    } catch (ConfigException broken) {
      throw SettingsErrors.translate(broken);
    }
  }

  private static Config parse(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new SettingsException(
          file + ": cannot be read; give an existing settings file, or none for the defaults");
    }
    return ConfigFactory.parseFile(
        file.toFile(), ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF));
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> all = new LinkedHashMap<>();
    System.getProperties().forEach((key, value) -> all.put(key.toString(), value.toString()));
    return all;
  }

  /**
   * Only properties under a root that some settings source defines: java.* and the like stay out.
   */
  private static Map<String, String> ownProperties(
      Map<String, String> properties, Config known, Config given) {
    Map<String, String> own = new LinkedHashMap<>();
    properties.forEach(
        (key, value) -> {
          int dot = key.indexOf('.');
          String root = dot < 0 ? key : key.substring(0, dot);
          boolean plain = key.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
          if (plain && (known.root().containsKey(root) || given.root().containsKey(root))) {
            own.put(key, value);
          }
        });
    return own;
  }

  private static Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> own = new LinkedHashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(ENVIRONMENT_PREFIX) && name.contains("_")) {
            String path = name.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT);
            if (path.contains("_")) {
              own.put(path.replace("__", "-").replace('_', '.'), value);
            }
          }
        });
    return own;
  }

  /**
   * Binds the section at {@code path} to a record.
   *
   * @throws SettingsException naming file, line, key and fix when a value is absent, of the wrong
   *     type, unknown, or refused by the record's constructor
   */
  public <T extends Record> T bind(String path, Class<T> type) {
    return new RecordBinder(config).bind(path, type);
  }

  /** True when something is set at {@code path}. */
  public boolean has(String path) {
    return config.hasPath(path);
  }

  /** The names of the entries directly under {@code path}, sorted; empty when there is none. */
  public List<String> names(String path) {
    if (!config.hasPath(path)) {
      return List.of();
    }
    return config.getObject(path).keySet().stream().sorted().toList();
  }

  /** The settings below {@code path}, as settings of their own; error places are kept. */
  public Settings at(String path) {
    try {
      return new Settings(config.getConfig(path));
    } catch (ConfigException broken) {
      throw SettingsErrors.translate(broken);
    }
  }

  /** The settings below {@code path} laid over these; these, when there are none. */
  public Settings over(String path) {
    try {
      return config.hasPath(path)
          ? new Settings(config.getConfig(path).withFallback(config))
          : this;
    } catch (ConfigException broken) {
      throw SettingsErrors.translate(broken);
    }
  }

  /** These without what is set at {@code path}. */
  public Settings without(String path) {
    return new Settings(config.withoutPath(path));
  }

  /** The raw HOCON view, for what no record can describe. */
  public Config raw() {
    return config;
  }

  /** Where the value at {@code path} was written, such as {@code demo.conf: 12}. */
  public String origin(String path) {
    return SettingsErrors.place(config, path);
  }
}
