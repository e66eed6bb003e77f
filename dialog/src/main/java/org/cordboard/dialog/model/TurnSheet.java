package org.cordboard.dialog.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.dialog.understanding.TurnReading.Candidate;

/**
 * The part of the system prompt that changes with every turn, as lines that a model can read and
 * the built-in one reads back. Pure.
 *
 * @param topic the tool intent that the conversation is about, or empty
 * @param intents what this turn was read as, best first; may be empty
 * @param fresh slots given in this turn
 * @param known slots and their values
 * @param passages of the company's documents
 */
record TurnSheet(
    String topic,
    List<Candidate> intents,
    List<String> fresh,
    Map<String, String> known,
    List<Knowledge.Passage> passages) {
  private static final String TOPIC = "topic: ";
  private static final String READING = "read as: ";
  private static final String FRESH = "said just now: ";
  private static final String KNOWN = "known ";
  private static final String PASSAGE = "passage [";

  static TurnSheet of(ModelTask task, List<Knowledge.Passage> passages) {
    List<Candidate> intents = new ArrayList<>();
    if (!task.reading().intent().equals(TurnReading.UNKNOWN)) {
      intents.add(new Candidate(task.reading().intent(), task.reading().confidence()));
    }
    for (Candidate candidate : task.reading().candidates()) {
      if (!candidate.intent().equals(task.reading().intent())) {
        intents.add(candidate);
      }
    }
    return new TurnSheet(
        task.topic(),
        intents,
        List.copyOf(new TreeSet<>(task.fresh())),
        new TreeMap<>(task.known()),
        passages);
  }

  String written() {
    StringBuilder text = new StringBuilder();
    line(text, TOPIC, topic);
    for (Candidate intent : intents) {
      line(
          text,
          READING,
          intent.intent() + " " + String.format(Locale.ROOT, "%.2f", intent.confidence()));
    }
    line(text, FRESH, String.join(", ", fresh));
    known.forEach((slot, value) -> line(text, KNOWN + slot + ": ", value));
    for (Knowledge.Passage passage : passages) {
      line(text, PASSAGE + passage.source() + "] ", passage.text());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    if (!value.isBlank()) {
      text.append(label).append(value.replaceAll("\\s+", " ").trim()).append('\n');
    }
  }

  /** Reads the lines of a system prompt; what is none of ours is passed over. */
  static TurnSheet read(String prompt) {
    String topic = "";
    List<Candidate> intents = new ArrayList<>();
    List<String> fresh = List.of();
    Map<String, String> known = new TreeMap<>();
    List<Knowledge.Passage> passages = new ArrayList<>();
    for (String line : prompt.split("\n")) {
      if (line.startsWith(TOPIC)) {
        topic = line.substring(TOPIC.length());
      } else if (line.startsWith(READING)) {
        int space = line.lastIndexOf(' ');
        intents.add(
            new Candidate(
                line.substring(READING.length(), space),
                Double.parseDouble(line.substring(space + 1))));
      } else if (line.startsWith(FRESH)) {
        fresh = List.of(line.substring(FRESH.length()).split(", "));
      } else if (line.startsWith(PASSAGE) && line.contains("] ")) {
        int end = line.indexOf("] ");
        passages.add(
            new Knowledge.Passage(
                line.substring(PASSAGE.length(), end), line.substring(end + 2), 1));
      } else if (line.startsWith(KNOWN) && line.contains(": ")) {
        int colon = line.indexOf(": ");
        known.put(line.substring(KNOWN.length(), colon), line.substring(colon + 2));
      }
    }
    return new TurnSheet(topic, intents, fresh, known, passages);
  }
}
