package org.cordboard.dialog.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cordboard.config.Settings;

/** Settings of an embedded server in a folder of its own, for tests. */
public final class TestRedis {
  private static final Path SHARED = Path.of("target", "redis-program");

  private TestRedis() {}

  /** All of {@code store}, with the server's data in {@code folder}. */
  public static Settings settings(Path folder, String... lines) {
    return Settings.parse("store.folder = \"" + folder + "\"\n" + String.join("\n", lines) + "\n");
  }

  /** The same, bound. */
  public static StoreSettings bound(Path folder, String... lines) {
    shareProgram(folder);
    return settings(folder, lines).bind("store", StoreSettings.class);
  }

  /** Extracting the program takes longer than starting it: tests extract it once. */
  public static void shareProgram(Path folder) {
    try {
      Files.createDirectories(SHARED);
      Path program =
          RedisBinary.in(SHARED, System.getProperty("os.name"), System.getProperty("os.arch"));
      Path link = folder.resolve(program.getFileName());
      if (Files.isDirectory(folder) && !Files.exists(link)) {
        Files.copy(program, link, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends the server as {@code kill -9} would, and waits for its end. */
  public static void kill(EmbeddedRedis server) {
    ProcessHandle process = server.process().orElseThrow();
    process.destroyForcibly();
    if (!ServerProbe.goesDown(server.port())) {
      throw new AssertionError("the server survived");
    }
    server.close(); // or its successor in the folder would seem to have another user
  }
}
