package org.cordboard.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.lab.CommandFailure;
import org.cordboard.sim.load.LoadSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that put load on a gateway have in common. */
final class LoadOptions {
  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Chooses what callers do (default: load.seed of the settings).")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where figures and the gateway's log go (default: .cordboard/bench).")
  private @Nullable Path out;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "12",
      description = "Length of one measurement (default: ${DEFAULT-VALUE}).")
  private int seconds = 12;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "30",
      description = "Before the first, so that code has been compiled (default: ${DEFAULT-VALUE}).")
  private int warmUp = 30;

  @Option(
      names = "--settle",
      paramLabel = "S",
      defaultValue = "90",
      description = {
        "Before each measurement, at most so long until the compiler of the gateway's Java rests",
        "(default: ${DEFAULT-VALUE})."
      })
  private int settle = 90;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Record the gateway with the Java flight recorder; figures are worse then.")
  private @Nullable Path profile;

  @Option(
      names = "--jvm",
      paramLabel = "OPTIONS",
      defaultValue = "-XX:+UseSerialGC",
      description = {
        "Options of the gateway's Java, separated by spaces: its collector, for instance",
        "(default: ${DEFAULT-VALUE})."
      })
  private String jvm = "-XX:+UseSerialGC";

  LoadSettings seeded(LoadSettings given) {
    return seed == null
        ? given
        : new LoadSettings(
            seed,
            given.says(),
            given.answer(),
            given.think(),
            given.pause(),
            given.pauseSpread(),
            given.giveUp());
  }

  Duration window() {
    if (seconds < 2) {
      throw new CommandFailure(2, "--seconds must be at least 2, not " + seconds);
    }
    return Duration.ofSeconds(seconds);
  }

  Duration warmUp() {
    if (warmUp < 0) {
      throw new CommandFailure(2, "--warm-up must not be below 0");
    }
    return Duration.ofSeconds(warmUp);
  }

  Duration settle() {
    if (settle < 0) {
      throw new CommandFailure(2, "--settle must not be below 0");
    }
    return Duration.ofSeconds(settle);
  }

  /** Calls that warm a gateway up. */
  int warmCalls() {
    return 100;
  }

  /** Options of the gateway's Java. */
  List<String> jvm() {
    List<String> given = new ArrayList<>(List.of(jvm.strip().split("\\s+")));
    if (profile != null) {
      given.add("-XX:StartFlightRecording:settings=profile,filename=" + profile.toAbsolutePath());
    }
    given.removeIf(String::isEmpty);
    return given;
  }

  /** The folder for what is written; made when there is none. */
  Path folder() throws IOException {
    Path home = Path.of(System.getProperty("cordboard.home", "")).toAbsolutePath();
    Path folder = out == null ? home.resolve(".cordboard").resolve("bench") : out.toAbsolutePath();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandFailure(2, folder + " is not a folder: give another by --out");
    }
    return Files.createDirectories(folder);
  }
}
