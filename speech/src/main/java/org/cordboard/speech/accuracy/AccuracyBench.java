package org.cordboard.speech.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.file.FileTranscript;
import org.cordboard.speech.file.SpeechFiles;
import org.cordboard.speech.wiring.SpeechParts;

/**
 * Measures the configured recogniser over recordings. A manifest has a line for each: file
 * (relative to the manifest), group, and the words said, separated by tabs; what was heard instead
 * is listed, as test recordings hold nobody's secrets.
 */
public final class AccuracyBench {
  private final SpeechFiles files;

  /** Measures the recogniser behind {@code files}. */
  public AccuracyBench(SpeechFiles files) {
    this.files = files;
  }

  /**
   * The figures of a manifest.
   *
   * @param groups word error rate by group
   * @param misheard one line for each recording not heard as said
   * @param millis time from audio to words, sorted
   */
  public record Report(
      Map<String, WordErrorRate> groups, List<String> misheard, List<Long> millis) {
    /** All groups together. */
    public WordErrorRate total() {
      return groups.values().stream().reduce(WordErrorRate.NONE, WordErrorRate::plus);
    }

    /** The time that {@code share} (0…1) of the recordings stayed within. */
    public long millisAt(double share) {
      return millis.isEmpty()
          ? 0
          : millis.get((int) Math.min(millis.size() - 1, share * millis.size()));
    }
  }

  /** Goes through all recordings of {@code manifest}. */
  public Report run(Path manifest) throws IOException {
    Map<String, WordErrorRate> groups = new TreeMap<>();
    List<String> misheard = new ArrayList<>();
    List<Long> millis = new ArrayList<>();
    for (String line : Files.readAllLines(manifest)) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 3) {
        throw new IOException(manifest + ": every line needs file, group and words, by tabs");
      }
      FileTranscript heard = files.transcribe(manifest.resolveSibling(fields[0]));
      WordErrorRate rate = WordErrorRate.of(fields[2], heard.text());
      groups.merge(fields[1], rate, WordErrorRate::plus);
      millis.add(heard.took().toMillis());
      if (rate.errors() > 0) {
        misheard.add(fields[0] + ": '" + fields[2] + "' heard as '" + heard.text() + "'");
      }
    }
    Collections.sort(millis);
    return new Report(groups, misheard, List.copyOf(millis));
  }

  /** {@code AccuracyBench manifest.tsv}: prints the figures. */
  public static void main(String[] arguments) throws IOException {
    try (SystemClock clock = new SystemClock("bench");
        SpeechParts parts = SpeechParts.assemble(Settings.load(), clock)) {
      Report report = new AccuracyBench(parts.files()).run(Path.of(arguments[0]));
      report.misheard().forEach(System.out::println);
      report.groups().forEach((group, rate) -> System.out.println(line(group, rate)));
      System.out.println(line("all", report.total()));
      System.out.println(
          "to words p50 " + report.millisAt(0.5) + " ms, p95 " + report.millisAt(0.95) + " ms");
    }
  }

  private static String line(String group, WordErrorRate rate) {
    return String.format(
        Locale.ROOT, "%s: %.1f %% of %d words wrong", group, rate.percent(), rate.words());
  }
}
