package org.cordboard.dialog.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** What is kept in the folder of an embedded server, beside its data. */
record ServerFiles(Path folder) {

  Path pid() {
    return folder.resolve("redis.pid");
  }

  Path port() {
    return folder.resolve("redis.port");
  }

  Path log() {
    return folder.resolve("redis.log");
  }

  Path lock() {
    return folder.resolve("lock");
  }

  private Path users() {
    return folder.resolve("users");
  }

  /** The number in {@code file}; empty when there is none. */
  static Optional<Long> number(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file).trim();
    return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** The server's process, when it runs. */
  Optional<ProcessHandle> process() throws IOException {
    return number(pid()).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
  }

  /** Notes one more user of the server, and returns its note. */
  Path enter() throws IOException {
    Files.createDirectories(users());
    return Files.createTempFile(users(), ProcessHandle.current().pid() + "-", "");
  }

  /** Strikes {@code user}, and those whose process died; true when none is left. */
  boolean leave(Path user) throws IOException {
    Files.deleteIfExists(user);
    boolean last = true;
    try (Stream<Path> users = Files.list(users())) {
      for (Path other : users.toList()) {
        long pid = Long.parseLong(other.getFileName().toString().replaceFirst("-.*", ""));
        if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
          last = false;
        } else {
          Files.deleteIfExists(other);
        }
      }
    }
    return last;
  }

  /** The log of an earlier run must not be taken for this one's. */
  void putAwayLog() throws IOException {
    if (Files.exists(log())) {
      Files.move(log(), folder.resolve("redis.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** True when the log says that the server will not come up. */
  boolean gaveUp() {
    return lastLogLine().matches("(?s).*(Fatal|Failed|Bad file format|Can't|aborting).*");
  }

  String lastLogLine() {
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .filter(line -> !line.isBlank())
          .reduce((before, line) -> line)
          .map(line -> line.replaceFirst("^\\d+:\\w \\d+ \\w+ \\d+ [\\d:.]+ . ", ""))
          .orElse("its log is empty");
    } catch (IOException | java.io.UncheckedIOException unread) {
      return "its log cannot be read";
    }
  }
}
