package org.cordboard.sim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cordboard.config.Nearest;
import org.cordboard.sim.party.Answer;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Step;
import org.cordboard.sim.party.Utterance;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the people who can be rung; a behaviour is a manner to pick up and steps to begin with. */
final class AgentReader {
  static final List<String> BEHAVIOURS =
      List.of(
          "accept",
          "refuse",
          "no-answer",
          "voicemail",
          "no-key",
          "hang-up-on-brief",
          "hang-up-mid-talk");
  private static final int MOST_RINGS = 9;
  private static final Set<String> WITH_STEPS = Set.of("accept", "hang-up-mid-talk");
  private static final Duration MID_TALK = Duration.ofMillis(600);
  private static final Duration PROMPT_WITHIN = Duration.ofSeconds(25);
  private static final Duration MACHINE_RECORDS = Duration.ofSeconds(30);

  private final Path file;
  private final StepReader steps;
  private final List<String> voices;

  AgentReader(Path file, StepReader steps, List<String> voices) {
    this.file = file;
    this.steps = steps;
    this.voices = voices;
  }

  Scenario.Agent agent(Node node) {
    YamlMap map = new YamlMap(file.toString(), node, "an agent");
    map.only(Keys.AGENT);
    String behaviour = map.text("behaviour", "accept");
    if (!BEHAVIOURS.contains(behaviour)) {
      throw map.wrong(
          "behaviour", "unknown '" + behaviour + "'; " + Nearest.advice(behaviour, BEHAVIOURS));
    }
    if (!WITH_STEPS.contains(behaviour) && map.has("steps")) {
      throw map.wrong(
          "steps", "an agent with behaviour " + behaviour + " never comes to steps; take them out");
    }
    return new Scenario.Agent(
        map.text("name", "agent"),
        ScenarioFile.number(map, "number"),
        map.number("ring", 1, 1, MOST_RINGS),
        ScenarioFile.voice(map, voices),
        new Pickup(manner(behaviour), map.duration("rings", Duration.ofSeconds(2))),
        new Script(
            script(map, behaviour),
            steps.utterances().answers(map),
            ScenarioFile.FILLERS,
            ScenarioFile.LINGER));
  }

  private static Pickup.Manner manner(String behaviour) {
    return switch (behaviour) {
      case "refuse" -> Pickup.Manner.REFUSE;
      case "no-answer" -> Pickup.Manner.IGNORE;
      default -> Pickup.Manner.ANSWER;
    };
  }

  private List<Step> script(YamlMap map, String behaviour) {
    int line = map.line();
    List<Step> script = new ArrayList<>();
    switch (behaviour) {
      case "accept" -> {
        script.addAll(acceptance(map, line));
        script.addAll(steps.steps(map));
      }
      case "hang-up-mid-talk" -> {
        script.addAll(acceptance(map, line));
        script.addAll(steps.steps(map));
        script.add(new Step.Into(line, MID_TALK, List.of(), PROMPT_WITHIN));
        script.add(new Step.HangUp(line));
      }
      case "hang-up-on-brief" -> {
        script.addAll(acceptance(map, line));
        script.add(new Step.Pause(line, Duration.ofSeconds(1)));
        script.add(new Step.HangUp(line));
      }
      case "voicemail" -> {
        script.add(
            says(
                line,
                map.text(
                    "greeting",
                    "Nobody can take your call. Please leave a message after the tone.")));
        script.add(new Step.WaitFor(line, "ended", MACHINE_RECORDS));
      }
      case "no-key" -> {
        script.add(says(line, "Hello?"));
        script.add(new Step.WaitFor(line, "ended", MACHINE_RECORDS));
      }
      default -> {}
    }
    return script;
  }

  private static List<Step> acceptance(YamlMap map, int line) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Hear(line, List.of(), PROMPT_WITHIN));
    Duration late = map.duration("key-after", Duration.ZERO);
    if (!late.isZero()) {
      steps.add(new Step.Pause(line, late));
    }
    steps.add(new Step.Press(line, map.text("key", "1")));
    return steps;
  }

  private static Step says(int line, String words) {
    List<Answer> none = List.of();
    return new Step.Say(line, List.of(Utterance.of(words)), List.of(), none, true, PROMPT_WITHIN);
  }
}
