package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cordboard.config.Nearest;
import org.cordboard.sim.party.Step;
import org.cordboard.sim.party.Utterance;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the steps of a person. */
final class StepReader {
  private static final Duration HEAR_WITHIN = Duration.ofSeconds(20);
  private static final Duration SAY_WITHIN = Duration.ofSeconds(12);
  private static final Duration SIGNAL_WITHIN = Duration.ofSeconds(60);
  private static final Duration INTO = Duration.ofSeconds(1);
  private static final Pattern KEYS = Pattern.compile("[0-9*#]+");

  private final Path file;
  private final Duration limit;
  private final UtteranceReader utterances;
  private final WaitReader waits;

  /** Steps of {@code file}, none of which may wait longer than {@code limit}. */
  StepReader(Path file, Duration limit, UtteranceReader utterances, WaitReader waits) {
    this.file = file;
    this.limit = limit;
    this.utterances = utterances;
    this.waits = waits;
  }

  UtteranceReader utterances() {
    return utterances;
  }

  List<Step> steps(YamlMap person) {
    List<Step> steps = new ArrayList<>();
    if (person.has("noise")) {
      Node noise = person.need("noise", "hiss");
      steps.add(new Step.Noise(YamlMap.line(noise), utterances.noise(person, noise)));
    }
    for (Node node : person.list("steps")) {
      if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.HangUp) {
        throw person.wrong(node, "nothing can follow 'hang-up'; take this step or that one out");
      }
      steps.addAll(node instanceof ScalarNode bare ? bare(person, bare) : step(node));
    }
    return steps;
  }

  private List<Step> bare(YamlMap person, ScalarNode node) {
    int line = YamlMap.line(node);
    return switch (node.getValue()) {
      case "hear" -> List.of(new Step.Hear(line, List.of(), HEAR_WITHIN));
      case "hang-up" -> List.of(new Step.HangUp(line));
      case "cough" -> List.of(over(line, Utterance.cough()));
      case "backchannel" -> List.of(into(line, INTO, HEAR_WITHIN), over(line, murmur()));
      default ->
          throw person.wrong(
              node,
              "'"
                  + node.getValue()
                  + "' is no step; "
                  + Nearest.to(node.getValue(), Keys.STEPS.keySet())
                      .map(meant -> "did you mean '" + meant + "'?")
                      .orElse("use 'hear', 'hang-up' or 'say: …'"));
    };
  }

  private List<Step> step(Node node) {
    YamlMap map = new YamlMap(file.toString(), node, "a step");
    String kind = map.kind(Keys.STEPS, "a step");
    int line = map.line();
    return switch (kind) {
      case "hear" ->
          List.of(new Step.Hear(line, Patterns.heard(map, kind), within(map, HEAR_WITHIN)));
      case "say" -> List.of(say(map, kind, line, map.flag("over")));
      case "interrupt" -> List.of(interrupted(map, line), say(map, kind, line, true));
      case "backchannel" ->
          List.of(
              into(line, after(map), within(map, HEAR_WITHIN)),
              over(line, utterances.utterance(map, map.need(kind, "Uh-huh."))));
      case "aside" -> asided(map, line);
      case "cough" -> coughed(map, line);
      case "press" -> List.of(new Step.Press(line, keys(map)));
      case "pause", "silence" -> List.of(new Step.Pause(line, waiting(map, kind)));
      case "hold" ->
          List.of(new Step.Hold(line, waiting(map, kind), !map.has("music") || map.flag("music")));
      case "noise" -> List.of(new Step.Noise(line, utterances.noise(map, map.need(kind, "hiss"))));
      case "wait-for" -> List.of(waits.step(map, within(map, SIGNAL_WITHIN)));
      case "tell" -> List.of(new Step.Tell(line, map.needText(kind, "ready")));
      case "do" -> List.of(new Step.Do(line, deed(map)));
      default -> List.of(new Step.HangUp(line));
    };
  }

  private Step say(YamlMap map, String kind, int line, boolean over) {
    List<Utterance> variants =
        map.list(kind).stream().map(node -> utterances.utterance(map, node)).toList();
    if (variants.isEmpty()) {
      throw map.wrong(kind, "nothing to say; give words");
    }
    if (variants.size() > Step.Say.REPEATS + 1) {
      throw map.wrong(
          kind, "a step is said at most three times; leave out what comes after the third");
    }
    List<Pattern> until = Patterns.heard(map, "until");
    if (variants.size() > 1 && until.isEmpty()) {
      throw map.wrong(kind, "only the first of these would ever be said; add until: a pattern");
    }
    return new Step.Say(
        line, variants, until, utterances.answers(map), over, within(map, SAY_WITHIN));
  }

  private Step interrupted(YamlMap map, int line) {
    if (map.has("after") && map.has("after-word")) {
      throw map.wrong("after-word", "an interruption is 'after' a time or 'after-word'; keep one");
    }
    Duration within = within(map, HEAR_WITHIN);
    return map.has("after-word")
        ? new Step.Into(line, Duration.ZERO, Patterns.heard(map, "after-word"), within)
        : into(line, after(map), within);
  }

  private List<Step> asided(YamlMap map, int line) {
    Step aside = over(line, Utterance.aside(map.needText("aside", "Not now, I am on the phone.")));
    return map.has("after")
        ? List.of(into(line, after(map), within(map, HEAR_WITHIN)), aside)
        : List.of(aside);
  }

  private List<Step> coughed(YamlMap map, int line) {
    Step cough = over(line, Utterance.cough());
    return map.has("after")
        ? List.of(into(line, after(map), within(map, HEAR_WITHIN)), cough)
        : List.of(cough);
  }

  private Duration after(YamlMap map) {
    return map.has("after") ? waiting(map, "after") : INTO;
  }

  private static Step into(int line, Duration offset, Duration within) {
    return new Step.Into(line, offset, List.of(), within);
  }

  private static Step over(int line, Utterance sound) {
    return new Step.Say(line, List.of(sound), List.of(), List.of(), true, SAY_WITHIN);
  }

  private static Utterance murmur() {
    return Utterance.of("Uh-huh.");
  }

  private static String keys(YamlMap map) {
    String keys = map.needText("press", "\"1\"");
    if (!KEYS.matcher(keys).matches()) {
      throw map.wrong("press", "'" + keys + "' are no telephone keys; use 0-9, * and #");
    }
    return keys;
  }

  private static String deed(YamlMap map) {
    String deed = map.needText("do", "stop-store");
    if (!Deeds.NAMES.contains(deed)) {
      throw map.wrong("do", "unknown deed '" + deed + "'; " + Nearest.advice(deed, Deeds.NAMES));
    }
    return deed;
  }

  private Duration within(YamlMap map, Duration otherwise) {
    return map.has("within") ? waiting(map, "within") : otherwise;
  }

  private Duration waiting(YamlMap map, String key) {
    map.need(key, "2s");
    Duration time = map.duration(key, Duration.ZERO);
    if (time.isZero() || time.compareTo(limit) >= 0) {
      throw map.wrong(
          key,
          "a wait of "
              + time.toMillis()
              + " ms is impossible in a call of at most "
              + limit.toSeconds()
              + " s; shorten it or raise the scenario's limit");
    }
    return time;
  }
}
