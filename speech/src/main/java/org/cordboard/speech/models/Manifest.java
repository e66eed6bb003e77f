package org.cordboard.speech.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was fetched, file by file with its checksum, beside the model as {@code NAME.sha256} in the
 * form that {@code sha256sum -c} reads; its first line, a comment, is the download's checksum.
 */
final class Manifest {
  private static final String DOWNLOAD = "# download ";

  private Manifest() {}

  static Path of(Path model) {
    return model.resolveSibling(model.getFileName() + ".sha256");
  }

  static void write(Path model, String downloadSha256) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(DOWNLOAD + downloadSha256);
    for (Path file : files(model)) {
      lines.add(Sha256.of(file) + "  " + relative(model, file));
    }
    Files.write(of(model), lines);
  }

  /** What is wrong with the model; empty when nothing is. */
  static List<String> faults(Path model) throws IOException {
    List<String> faults = new ArrayList<>();
    for (String line : Files.readAllLines(of(model))) {
      int gap = line.indexOf("  ");
      if (line.startsWith("#") || gap < 0) {
        continue;
      }
      Path file = model.resolveSibling(line.substring(gap + 2));
      if (!Files.isRegularFile(file)) {
        faults.add(file + " is missing");
      } else if (!Sha256.of(file).equals(line.substring(0, gap))) {
        faults.add(file + " has changed since it was fetched");
      }
    }
    return faults;
  }

  /** The download's checksum, as recorded. */
  static String download(Path model) throws IOException {
    return Files.readAllLines(of(model)).stream()
        .filter(line -> line.startsWith(DOWNLOAD))
        .map(line -> line.substring(DOWNLOAD.length()))
        .findFirst()
        .orElse("unknown");
  }

  private static List<Path> files(Path model) throws IOException {
    try (Stream<Path> all = Files.walk(model)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String relative(Path model, Path file) {
    Path inside = model.resolveSibling(".").normalize().relativize(file.normalize());
    return inside.toString().replace('\\', '/');
  }
}
