package org.cordboard.dialog.understanding;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes {@code vectors.bin} anew; run it when a built-in sentence was added. */
final class VectorsWriter {
  private VectorsWriter() {}

  public static void main(String[] arguments) throws Exception {
    SignalCatalog catalog = SignalCatalog.load(Locale.ENGLISH, Map.of());
    Path file = Path.of("src/main/resources/org/cordboard/dialog/understanding/en/vectors.bin");
    try (OutputStream stream = Files.newOutputStream(file)) {
      BuiltInVectors.write(BuiltInVectors.sentences(catalog), new Embeddings(), stream);
    }
  }
}
