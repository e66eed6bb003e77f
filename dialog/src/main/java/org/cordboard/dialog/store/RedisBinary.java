package org.cordboard.dialog.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.cordboard.config.SettingsException;
import redis.embedded.RedisServer;

/**
 * The {@code redis-server} program that travels in the embedded-redis jar, put where it can run.
 */
final class RedisBinary {
  private RedisBinary() {}

  /** The program in {@code folder}, extracted unless it is there already. */
  static Path in(Path folder, String os, String architecture) throws IOException {
    String name = name(os, architecture);
    Path program = folder.resolve(name);
    if (Files.isExecutable(program)) {
      return program;
    }
    Path partial = Files.createTempFile(folder, name, ".partial");
    try (InputStream packed = RedisServer.class.getResourceAsStream("/" + name)) {
      if (packed == null) {
        throw new IOException("the embedded-redis jar has no " + name);
      }
      Files.copy(packed, partial, StandardCopyOption.REPLACE_EXISTING);
      if (!partial.toFile().setExecutable(true)) {
        throw new IOException(partial + " cannot be made executable");
      }
      Files.move(partial, program, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
    return program;
  }

  private static String name(String os, String architecture) {
    boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
    boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
    String system = os.toLowerCase(Locale.ROOT);
    if (system.contains("linux") && (arm || intel)) {
      return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }
    if (system.contains("mac") && (arm || intel)) {
      return arm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
    }
    throw new SettingsException(
        "there is no embedded Redis for "
            + os
            + " on "
            + architecture
            + "; start a Redis server and name it in store.redis.uri");
  }
}
