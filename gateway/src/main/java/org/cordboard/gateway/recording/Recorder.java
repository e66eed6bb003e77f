package org.cordboard.gateway.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.SettingsException;
import org.cordboard.config.Workers;
import org.cordboard.dialog.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of recordings: {@code CALL.PART.wav}, parts from 1, a new one for each time that the
 * call is resumed. Only the owner of the process may read them. Those older than the retention are
 * removed once a day. Any thread, except as said.
 */
public final class Recorder {
  private static final Logger log = LoggerFactory.getLogger(Recorder.class);
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,64})\\.(\\d{1,4})\\.wav");
  private static final Duration SWEEP = Duration.ofDays(1);

  private final Path folder;
  private final RecordingSettings settings;
  private final Workers workers;

  private Recorder(Path folder, RecordingSettings settings, Workers workers) {
    this.folder = folder;
    this.settings = settings;
    this.workers = workers;
  }

  /**
   * The recordings below {@code dataDir}; makes the folder, which blocks: call it while starting.
   *
   * @throws SettingsException when the folder cannot be made
   */
  public static Recorder in(Path dataDir, RecordingSettings settings, Workers workers) {
    Path folder = dataDir.resolve("recordings");
    try {
      SafeFiles.ownerOnlyFolder(folder);
    } catch (IOException refused) {
      throw new SettingsException(
          "cannot make "
              + folder
              + ": "
              + refused.getMessage()
              + "; set gateway.data-dir to a"
              + " folder that can be written",
          refused);
    }
    return new Recorder(folder, settings, workers);
  }

  /** Whether calls are to be recorded. */
  public boolean enabled() {
    return settings.enabled();
  }

  /**
   * Begins a part; its file is made with the first second of audio.
   *
   * @param part 1 for a new call, the next after a resume; must not exist, see {@link #openNext}
   */
  public Recording open(CallId call, int part, Loop loop) {
    Path path = folder.resolve(call + "." + part + ".wav");
    return new Recording(path, loop, workers, settings.backlog());
  }

  /**
   * Begins the part after those that exist: for a call that is resumed. Answers on {@code loop}.
   */
  public void openNext(CallId call, Loop loop, Completion<Recording> then) {
    parts(
        call,
        loop,
        Completion.<List<Part>>of(
            parts -> {
              int last = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).number();
              then.done(open(call, last + 1, loop));
            },
            then::failed));
  }

  /** The parts of a call in order; none when it was not recorded. Answers on {@code loop}. */
  public void parts(CallId call, Loop loop, Completion<List<Part>> then) {
    workers.submit(() -> list(call), loop, then);
  }

  private List<Part> list(CallId call) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && name.group(1).equals(call.value())) {
          parts.add(new Part(Integer.parseInt(name.group(2)), file, Files.size(file)));
        }
      }
    }
    parts.sort(Comparator.comparingInt(Part::number));
    return parts;
  }

  /** Removes every part of a call: the caller did not want to be recorded. */
  public void remove(CallId call, Loop loop) {
    workers.submit(
        () -> {
          for (Part part : list(call)) {
            Files.deleteIfExists(part.path());
          }
          return call;
        },
        loop,
        Completion.<CallId>of(
            removed -> log.info("call {}: its recording was removed", removed),
            failure -> log.warn("call {}: its recording cannot be removed", call)));
  }

  /** Removes what is too old, now and then daily, as timed by {@code loop}'s clock. */
  public void sweep(Loop loop) {
    Instant before = loop.clock().now().minus(settings.keep());
    workers.submit(
        () -> removeOlder(before),
        loop,
        Completion.<Integer>of(
            removed -> log.info("{} recordings past their retention were removed", removed),
            failure -> log.warn("old recordings cannot be removed: {}", failure.getMessage())));
    loop.clock().after(SWEEP, () -> sweep(loop));
  }

  private int removeOlder(Instant before) throws IOException {
    int removed = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        boolean ours = NAME.matcher(String.valueOf(file.getFileName())).matches();
        if (ours && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          removed += Files.deleteIfExists(file) ? 1 : 0;
        }
      }
    }
    return removed;
  }

  /**
   * One file of a call.
   *
   * @param number from 1
   * @param path where it is
   * @param bytes its size, header included
   */
  public record Part(int number, Path path, long bytes) {
    /** How long it plays. */
    public Duration length() {
      long samples = Math.max(0, bytes - StereoWavFile.HEADER) / 2;
      return Duration.ofMillis(samples * 1000 / StereoWavFile.RATE_HZ);
    }
  }
}
