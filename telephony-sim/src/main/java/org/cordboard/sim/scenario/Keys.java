package org.cordboard.sim.scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every key that a scenario file may hold, by place. The readers refuse all others; the published
 * schema must name the same ones.
 */
final class Keys {
  static final Set<String> SCENARIO = Set.of("about", "limit", "caller", "agents", "expect");
  static final Set<String> CALLER =
      Set.of("from", "to", "voice", "noise", "steps", "answers", "linger");
  static final Set<String> AGENT =
      Set.of(
          "name",
          "number",
          "voice",
          "noise",
          "behaviour",
          "key",
          "key-after",
          "ring",
          "rings",
          "steps",
          "answers",
          "greeting");
  static final Set<String> UTTERANCE = Set.of("text", "wav", "rate", "voice", "times");
  static final Set<String> NOISE = Set.of("sound", "wav", "snr");
  static final Set<String> ENTRY = Set.of("entry", "with");
  static final Set<String> WAIT_ENTRY = Set.of("entry", "with");
  static final Set<String> WAIT_TRANSFER = Set.of("transfer");
  static final Set<String> WAIT_LEG = Set.of("leg", "status");

  /** Kind of step → the keys beside it. */
  static final Map<String, Set<String>> STEPS =
      Map.ofEntries(
          Map.entry("hear", Set.of("within")),
          Map.entry("say", Set.of("until", "answers", "over", "within")),
          Map.entry("interrupt", Set.of("after", "after-word", "until", "answers", "within")),
          Map.entry("backchannel", Set.of("after", "within")),
          Map.entry("aside", Set.of("after", "within")),
          Map.entry("cough", Set.of("after", "within")),
          Map.entry("press", Set.of()),
          Map.entry("pause", Set.of()),
          Map.entry("silence", Set.of()),
          Map.entry("hold", Set.of("music")),
          Map.entry("noise", Set.of()),
          Map.entry("wait-for", Set.of("within")),
          Map.entry("tell", Set.of()),
          Map.entry("do", Set.of()),
          Map.entry("hang-up", Set.of()));

  /** Kind of expectation → the keys beside it. */
  static final Map<String, Set<String>> EXPECTATIONS =
      Map.ofEntries(
          Map.entry("outcome", Set.of()),
          Map.entry("entry", Set.of("with", "times", "at-least", "at-most", "within")),
          Map.entry("tool", Set.of("with", "times", "at-least", "at-most", "within")),
          Map.entry("order", Set.of()),
          Map.entry("heard-by", Set.of("words")),
          Map.entry("not-said", Set.of()),
          Map.entry("said", Set.of()),
          Map.entry("person-joined", Set.of()),
          Map.entry("both-transcribed", Set.of()),
          Map.entry("no-notices", Set.of()),
          Map.entry("notice", Set.of()),
          Map.entry("lasts-at-most", Set.of()),
          Map.entry("reply-within", Set.of("share")),
          Map.entry("dead-air", Set.of()),
          Map.entry("holes", Set.of()),
          Map.entry("overlap", Set.of()),
          Map.entry("stops-within", Set.of()),
          Map.entry("audible", Set.of()));

  private Keys() {}

  /** The keys of a mapping whose kind is one of its keys. */
  static Set<String> with(String kind, Map<String, Set<String>> kinds) {
    Set<String> keys = new HashSet<>(kinds.getOrDefault(kind, Set.of()));
    keys.add(kind);
    return keys;
  }

  /** The name of each definition in the schema → its keys. */
  static Map<String, Set<String>> byDefinition() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    all.put("scenario", SCENARIO);
    all.put("caller", CALLER);
    all.put("agent", AGENT);
    all.put("utterance", UTTERANCE);
    all.put("noise", NOISE);
    all.put("entry", ENTRY);
    all.put("wait-entry", WAIT_ENTRY);
    all.put("wait-transfer", WAIT_TRANSFER);
    all.put("wait-leg", WAIT_LEG);
    new TreeMap<>(STEPS).keySet().forEach(kind -> all.put("step-" + kind, with(kind, STEPS)));
    new TreeMap<>(EXPECTATIONS)
        .keySet()
        .forEach(kind -> all.put("expect-" + kind, with(kind, EXPECTATIONS)));
    return all;
  }
}
