package org.cordboard.sim.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cordboard.sim.party.Answer;
import org.cordboard.sim.party.Step;
import org.cordboard.sim.party.Utterance;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the steps and answers of a person. */
final class StepReader {
  private static final Duration HEAR_WITHIN = Duration.ofSeconds(20);
  private static final Duration SAY_WITHIN = Duration.ofSeconds(12);
  private static final Duration SIGNAL_WITHIN = Duration.ofSeconds(60);
  private static final int TIMES = 4;
  private static final Set<String> STEPS =
      Set.of("hear", "say", "press", "pause", "silence", "wait-for", "tell", "do", "hang-up");
  private static final Pattern KEYS = Pattern.compile("[0-9*#]+");

  private final Path file;
  private final Duration limit;

  /** Steps of {@code file}, none of which may wait longer than {@code limit}. */
  StepReader(Path file, Duration limit) {
    this.file = file;
    this.limit = limit;
  }

  List<Step> steps(YamlMap person) {
    List<Step> steps = new ArrayList<>();
    for (Node node : person.list("steps")) {
      if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.HangUp) {
        throw person.wrong(node, "nothing can follow 'hang-up'; take this step or that one out");
      }
      steps.add(node instanceof ScalarNode bare ? bare(person, bare) : step(node));
    }
    return steps;
  }

  private static Step bare(YamlMap person, ScalarNode node) {
    int line = YamlMap.line(node);
    return switch (node.getValue()) {
      case "hear" -> new Step.Hear(line, List.of(), HEAR_WITHIN);
      case "hang-up" -> new Step.HangUp(line);
      default ->
          throw person.wrong(
              node, "'" + node.getValue() + "' is no step; use 'hear', 'hang-up' or 'say: …'");
    };
  }

  private Step step(Node node) {
    YamlMap map = new YamlMap(file.toString(), node, "a step");
    List<String> kinds = map.keys().stream().filter(STEPS::contains).toList();
    if (kinds.size() != 1) {
      throw map.wrong(node, "a step needs exactly one of " + STEPS.stream().sorted().toList());
    }
    int line = map.line();
    String kind = kinds.get(0);
    map.only(allowed(kind));
    return switch (kind) {
      case "hear" -> new Step.Hear(line, Patterns.heard(map, kind), within(map, HEAR_WITHIN));
      case "say" -> say(map, line);
      case "press" -> new Step.Press(line, keys(map));
      case "pause", "silence" -> new Step.Pause(line, waiting(map, kind));
      case "wait-for" ->
          new Step.WaitFor(line, map.needText(kind, "ended"), within(map, SIGNAL_WITHIN));
      case "tell" -> new Step.Tell(line, map.needText(kind, "ready"));
      case "do" -> new Step.Do(line, deed(map));
      default -> new Step.HangUp(line);
    };
  }

  private static Set<String> allowed(String kind) {
    return switch (kind) {
      case "hear", "wait-for" -> Set.of(kind, "within");
      case "say" -> Set.of("say", "until", "answers", "over", "within");
      default -> Set.of(kind);
    };
  }

  private Step say(YamlMap map, int line) {
    List<Utterance> variants = map.list("say").stream().map(node -> utterance(map, node)).toList();
    if (variants.size() > Step.Say.REPEATS + 1) {
      throw map.wrong(
          "say", "a step is said at most three times; leave out what comes after the third");
    }
    List<Pattern> until = Patterns.heard(map, "until");
    if (variants.size() > 1 && until.isEmpty()) {
      throw map.wrong("say", "only the first of these would ever be said; add until: a pattern");
    }
    return new Step.Say(
        line, variants, until, answers(map), map.flag("over"), within(map, SAY_WITHIN));
  }

  /** The answers under {@code answers}: pattern → reply. */
  List<Answer> answers(YamlMap person) {
    if (!person.has("answers")) {
      return List.of();
    }
    Node node = person.need("answers", "");
    if (!(node instanceof MappingNode mapping)) {
      throw person.wrong(node, "'answers' must be 'pattern: reply' pairs");
    }
    List<Answer> answers = new ArrayList<>();
    for (NodeTuple each : mapping.getValue()) {
      answers.add(
          new Answer(
              YamlMap.line(each.getKeyNode()),
              Patterns.heard(person, each.getKeyNode()),
              utterance(person, each.getValueNode()),
              times(each.getValueNode())));
    }
    return answers;
  }

  private int times(Node reply) {
    return reply instanceof MappingNode
        ? new YamlMap(file.toString(), reply, "a reply").number("times", TIMES, 1, 20)
        : TIMES;
  }

  private Utterance utterance(YamlMap map, Node node) {
    if (node instanceof ScalarNode) {
      return Utterance.of(map.text(node, "what is said"));
    }
    YamlMap said = new YamlMap(file.toString(), node, "what is said");
    said.only(Set.of("text", "wav", "rate", "times"));
    double rate = said.number("rate", 100, 40, 250) / 100.0;
    return new Utterance(said.needText("text", "the words"), wav(said), rate);
  }

  private @org.jspecify.annotations.Nullable Path wav(YamlMap said) {
    if (!said.has("wav")) {
      return null;
    }
    Path wav = file.resolveSibling(said.needText("wav", "hello.wav"));
    if (!Files.isReadable(wav)) {
      throw said.wrong("wav", wav + " cannot be read; put an 8 kHz WAV file there");
    }
    return wav;
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
      throw map.wrong(
          "do",
          "unknown deed '" + deed + "'; use one of " + Deeds.NAMES.stream().sorted().toList());
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
