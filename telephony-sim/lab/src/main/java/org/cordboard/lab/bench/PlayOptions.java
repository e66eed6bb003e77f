package org.cordboard.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cordboard.lab.CommandFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that play calls have in common. */
final class PlayOptions {
  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Chooses what callers do, and the resamples (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where recordings, pages, logs and figures go (default: in .cordboard/bench).")
  private @Nullable Path out;

  @Option(
      names = "--parts",
      paramLabel = "PARTS",
      defaultValue = "BUNDLED",
      description = {
        "Recogniser and voice: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Scripted ones",
        "are as late as a cloud's: partials 150 ms, finals 350 ms, the model's first word 375 ms, the",
        "voice's first sound 100 ms. Instant ones have no delay: what is left is the product's."
      })
  private Parts parts = Parts.BUNDLED;

  @Option(names = "--full", description = "As many calls as the published figures rest on.")
  private boolean full;

  /** In which time calls are played. */
  enum Time {
    VIRTUAL,
    REAL,
    BOTH
  }

  long seed() {
    return seed;
  }

  Parts parts() {
    return parts;
  }

  boolean full() {
    return full;
  }

  /** What {@code option} was given, or else the one or the other. */
  int atLeastOne(String option, @Nullable Integer given, int quick, int many) {
    return atLeastOne(option, given, full ? many : quick);
  }

  /** What {@code option} was given, or else the other. */
  int atLeastOne(String option, @Nullable Integer given, int otherwise) {
    int wanted = given == null ? otherwise : given;
    if (wanted < 1) {
      throw new CommandFailure(2, option + " must be at least 1, not " + wanted);
    }
    return wanted;
  }

  static Path home() {
    return Path.of(System.getProperty("cordboard.home", "")).toAbsolutePath();
  }

  /** The folder for what a command writes; made when there is none. */
  Path folder(String command) throws IOException {
    Path folder =
        out == null
            ? home().resolve(".cordboard").resolve("bench").resolve(command)
            : out.toAbsolutePath();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandFailure(2, folder + " is not a folder: give another by --out");
    }
    return Files.createDirectories(folder);
  }
}
