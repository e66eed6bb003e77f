package org.cordboard.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.store.EmbeddedRedis;
import org.cordboard.dialog.store.StoreSettings;

/** Takes the embedded store away from a running gateway and gives it back, as an outage would. */
final class StoreSwitch {
  private StoreSwitch() {}

  /** Kills the server of {@code folder}; answers what went wrong, or nothing. */
  static String stop(Path folder) {
    Path pid = folder.resolve("redis.pid");
    try {
      Optional<ProcessHandle> server =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).trim()));
      if (server.isEmpty() || !server.get().destroyForcibly()) {
        return "the store is not running";
      }
      return "";
    } catch (IOException | NumberFormatException unread) {
      return "the store's pid file " + pid + " cannot be read";
    }
  }

  /** Starts it again on its data and port; answers what went wrong, or nothing. */
  static String start(Path folder, int port) {
    try {
      Settings settings =
          Settings.load(
              null,
              Map.of(),
              Map.of("store.folder", folder.toString(), "store.redis.port", String.valueOf(port)));
      // closed at once: it goes on for the gateway, whose last act is to stop it
      EmbeddedRedis.start(settings.bind("store", StoreSettings.class)).close();
      return "";
    } catch (SettingsException unusable) {
      return String.valueOf(unusable.getMessage());
    }
  }
}
