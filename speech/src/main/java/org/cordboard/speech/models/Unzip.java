package org.cordboard.speech.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a ZIP of one folder; refuses entries that would leave it. */
final class Unzip {
  private Unzip() {}

  static void into(Path archive, Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    int files = 0;
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException("its entry '" + entry.getName() + "' would leave the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Path parent = target.getParent();
          Files.createDirectories(parent == null ? root : parent);
          Files.copy(zip, target);
          files++;
        }
      }
    }
    if (files == 0) {
      throw new IOException("it is not a ZIP archive");
    }
  }
}
