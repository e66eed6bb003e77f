package org.cordboard.speech.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cordboard.speech.ModelException;

/**
 * A model that travels in the jar. Native engines want a file, so it is laid down once in a folder,
 * under its checksum; a file found there is used only when it still has that checksum.
 *
 * @param name what people call it
 * @param resource where it lies on the class path
 * @param sha256 what it must hash to
 */
public record BundledModel(String name, String resource, String sha256) {
  /** OpenAI's Whisper tiny.en in ggml form, 8 bits (MIT). */
  public static final BundledModel WHISPER_TINY_EN =
      new BundledModel(
          "whisper-tiny.en-q8_0",
          "/models/whisper-tiny.en-q8_0.bin",
          "ddbe802bf4fc4e92ea92e4f1cad7966680fa57feb31a0ee65ee1c7a2c1f71660");

  /**
   * The model as a file below {@code folder}, laid down if need be.
   *
   * @throws ModelException when the jar has none, the folder cannot be written, or what was written
   *     does not have the checksum
   */
  public Path file(Path folder) {
    Path home = folder.resolve(sha256.substring(0, 16));
    Path file = home.resolve(name + ".bin");
    try {
      if (Files.isRegularFile(file) && Sha256.of(file).equals(sha256)) {
        return file;
      }
      Files.createDirectories(home);
      return layDown(home, file);
    } catch (IOException unwritable) {
      throw new ModelException(
          "model "
              + name
              + " cannot be unpacked to "
              + home
              + "; set speech.models.folder to a"
              + " folder that can be written, with 50 MB free",
          unwritable);
    }
  }

  private Path layDown(Path home, Path file) throws IOException {
    Path fresh = Files.createTempFile(home, name, ".part");
    try (InputStream in = BundledModel.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ModelException(
            "model " + name + " is not in the build (" + resource + "); build the speech module");
      }
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      String found = Sha256.of(fresh);
      if (!found.equals(sha256)) {
        throw new ModelException(
            "model "
                + name
                + " in the build is corrupt: sha256 is "
                + found
                + ", must be "
                + sha256
                + "; build the speech module again");
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
