package org.cordboard.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of a demo, for a terminal: outcome, reply times as the caller heard them, recordings. */
final class ResultCard {
  private ResultCard() {}

  static List<String> lines(List<JsonNode> results, Ink ink) {
    List<String> lines = new ArrayList<>();
    for (JsonNode result : results) {
      outcome(lines, Printable.tree(result), ink);
    }
    times(lines, results, ink);
    return lines;
  }

  /** Several calls together: how many passed, and all their reply times. */
  static List<String> pooled(List<JsonNode> results, Ink ink) {
    List<String> lines = new ArrayList<>();
    long passed = results.stream().filter(result -> result.path("passed").asBoolean()).count();
    String tally = passed + " of " + results.size() + " calls passed";
    lines.add(passed == results.size() ? ink.good(tally) : ink.bad(tally));
    times(lines, results, ink);
    return lines;
  }

  private static void outcome(List<String> lines, JsonNode result, Ink ink) {
    boolean passed = result.path("passed").asBoolean();
    lines.add(
        (passed ? ink.good("passed") : ink.bad("FAILED"))
            + "  "
            + result.path("scenario").asText()
            + ink.dim(
                String.format(
                    Locale.ROOT,
                    "  %.0f s, call %s",
                    result.path("lastedMs").asLong() / 1000.0,
                    result.path("callSid").asText())));
    for (JsonNode failure : result.path("failures")) {
      int line = failure.path("line").asInt();
      lines.add(
          "        "
              + failure.path("cause").asText()
              + (line > 0 ? " (line " + line + ")" : "")
              + ": "
              + failure.path("text").asText());
    }
    String recording = result.path("recording").asText();
    if (!recording.isEmpty()) {
      lines.add(
          "        listen: " + recording + ink.dim("  (left: the caller said, right: heard)"));
    }
  }

  /**
   * Reply times of all calls together: the caller stops, the first sound of the answer is heard.
   */
  private static void times(List<String> lines, List<JsonNode> results, Ink ink) {
    List<Long> gaps = new ArrayList<>();
    int holes = 0;
    int deadAir = 0;
    for (JsonNode result : results) {
      JsonNode report = result.path("report");
      report.path("replies").path("eachMs").forEach(gap -> gaps.add(gap.asLong()));
      holes += report.path("holes").size();
      deadAir += report.path("deadAir").size();
    }
    if (gaps.isEmpty()) {
      return;
    }
    List<Long> sorted = gaps.stream().sorted().toList();
    lines.add("");
    lines.add(ink.bold("Reply times, measured in the recording at the carrier's edge"));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %d replies: p50 %.2f s, p95 %.2f s, longest %.2f s; holes in our speech: %d; dead air over 4 s: %d",
            gaps.size(),
            percentile(sorted, 50) / 1000.0,
            percentile(sorted, 95) / 1000.0,
            sorted.get(sorted.size() - 1) / 1000.0,
            holes,
            deadAir));
    lines.add("  " + bars(gaps));
  }

  private static long percentile(List<Long> sorted, int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** One bar a reply, in order: a glance tells which were slow. */
  private static String bars(List<Long> gaps) {
    StringBuilder bars = new StringBuilder();
    for (long gap : gaps) {
      int height = (int) Math.min(7, gap / 250);
      bars.append("▁▂▃▄▅▆▇█".charAt(height));
    }
    return bars + "  (each step 250 ms)";
  }
}
