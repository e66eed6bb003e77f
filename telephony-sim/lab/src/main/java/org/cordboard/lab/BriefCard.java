package org.cordboard.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The brief as the person got it, for a terminal: statements with their evidence. */
final class BriefCard {
  private BriefCard() {}

  /** Lines for a {@code BriefPrepared} entry's brief. */
  static List<String> lines(JsonNode written, Ink ink) {
    JsonNode brief = Printable.tree(written);
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("The brief that the person got"));
    lines.add("  who       " + brief.path("who").asText());
    lines.add("  why       " + brief.path("why").asText());
    facts(lines, "known", brief.path("facts"), ink);
    facts(lines, "tried", brief.path("tried"), ink);
    facts(lines, "promised", brief.path("promises"), ink);
    for (JsonNode open : brief.path("open")) {
      lines.add("  open      " + open.asText());
    }
    facts(lines, "inferred", brief.path("inferred"), ink);
    lines.add("  whispered “" + brief.path("whisper").asText() + "”");
    return lines;
  }

  private static void facts(List<String> lines, String label, JsonNode facts, Ink ink) {
    for (JsonNode fact : facts) {
      String evidence = fact.path("evidence").asText();
      lines.add(
          String.format("  %-9s %s", label, fact.path("text").asText())
              + (evidence.isEmpty()
                  ? ""
                  : ink.dim("  ← #" + fact.path("entry").asLong() + " " + evidence)));
    }
  }
}
