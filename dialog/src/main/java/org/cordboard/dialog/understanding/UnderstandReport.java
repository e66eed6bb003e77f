package org.cordboard.dialog.understanding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.escalation.EscalationState;
import org.cordboard.dialog.escalation.EscalationStep;
import org.cordboard.dialog.escalation.Escalations;
import org.cordboard.dialog.playbook.Playbook;

/** What is made of some words, for people and tests: intent, slots, mood, signals, escalation. */
public final class UnderstandReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private UnderstandReport() {}

  /**
   * Reads {@code text} as the first turn of a call and reports as JSON: {@code text}, {@code
   * intent}, {@code confidence}, {@code candidates}, {@code slots}, {@code answer}, {@code mood},
   * {@code signals}, and {@code escalation} with rule, effect, reason and skill, or null.
   */
  public static String of(String text, Understanding understanding, Playbook playbook) {
    TurnReading reading = understanding.read(text, Expecting.ANYTHING);
    EscalationStep step =
        new Escalations(playbook.rules())
            .step(
                EscalationState.START,
                new EscalationInput.TurnRead(1, reading, reading.intent()),
                Instant.EPOCH);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("text", text);
    report.put("intent", reading.intent());
    report.put("confidence", rounded(reading.confidence()));
    report.put("candidates", reading.candidates().stream().map(UnderstandReport::shown).toList());
    report.put("slots", new TreeMap<>(reading.slots()));
    report.put("answer", lower(reading.answer()));
    report.put("mood", mood(reading.mood()));
    report.put(
        "signals",
        List.copyOf(new TreeSet<>(reading.signals())).stream()
            .map(UnderstandReport::lower)
            .toList());
    report.put("escalation", step.escalation().map(UnderstandReport::shown).orElse(null));
    report.put("playbook", playbook.version());
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report of plain values is JSON", impossible);
    }
  }

  private static Map<String, Object> shown(TurnReading.Candidate candidate) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("intent", candidate.intent());
    shown.put("confidence", rounded(candidate.confidence()));
    return shown;
  }

  private static Map<String, Object> mood(TurnReading.Mood mood) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("label", mood.label());
    shown.put("anger", rounded(mood.anger()));
    shown.put("urgency", rounded(mood.urgency()));
    return shown;
  }

  private static Map<String, Object> shown(Escalation escalation) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("rule", escalation.rule());
    shown.put("effect", escalation.effect().written());
    shown.put("reason", escalation.reason());
    shown.put("skill", escalation.skill());
    return shown;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
