package org.cordboard.speech.models;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Section {@code speech.models}.
 *
 * @param folder where model files lie; empty for the user's cache
 */
public record ModelSettings(String folder) {

  /** The folder: the one set, else the user's cache, else below the temporary folder. */
  public Path resolved() {
    if (!folder.isEmpty()) {
      return Path.of(folder);
    }
    Path home = Path.of(System.getProperty("user.home", ""));
    if (Files.isDirectory(home) && Files.isWritable(home)) {
      return home.resolve(".cache").resolve("cordboard").resolve("models");
    }
    return Path.of(System.getProperty("java.io.tmpdir", "."), "cordboard-models");
  }
}
