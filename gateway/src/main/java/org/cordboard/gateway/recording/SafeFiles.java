package org.cordboard.gateway.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read, where the file system can say so. */
final class SafeFiles {
  private SafeFiles() {}

  static FileAttribute<?>[] ownerOnlyFile(Path path) {
    return attributes(path, "rw-------");
  }

  static void ownerOnlyFolder(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder, "rwx------"));
    if (posix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    if (!posix(path)) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
