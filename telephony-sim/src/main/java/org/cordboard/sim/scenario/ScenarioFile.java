package org.cordboard.sim.scenario;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cordboard.config.Nearest;
import org.cordboard.sim.party.Script;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scenario files (YAML) strictly: the first thing wrong is told with file, line and fix. */
public final class ScenarioFile {
  static final Duration LINGER = Duration.ofSeconds(15);

  /** Turns that are no turns: who says only this is about to go on. */
  static final List<Pattern> FILLERS =
      List.of(
          Pattern.compile(
              "((ok|okay|sure|certainly|alright|right|thank you|thanks|of course|yes|great) )*"
                  + "(please hold on|hold on|(please )?(wait|just|give me|one|a)( a| one| me)?"
                  + " (moment|second|minute)|let me (check|look|see|have a look|find)|"
                  + "ill (check|look|have a look|look it up)|im (checking|looking))"
                  + "( that| it| this| up| into| for| you| please| now| while i| look| check)*"));

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  private ScenarioFile() {}

  /**
   * Reads a file.
   *
   * @param voices those that the synthesiser has
   * @throws ScenarioException when it is wrong
   */
  public static Scenario read(Path file, List<String> voices) {
    try {
      return read(file, Files.readString(file), voices);
    } catch (IOException unreadable) {
      throw new ScenarioException(file.toString(), 0, "cannot be read; name a scenario file");
    }
  }

  static Scenario read(Path file, String yaml, List<String> voices) {
    YamlMap map = new YamlMap(file.toString(), root(file, new StringReader(yaml)), "a scenario");
    map.only(Keys.SCENARIO);
    Duration limit = map.duration("limit", LIMIT);
    WaitReader waits = new WaitReader(file);
    StepReader steps = new StepReader(file, limit, new UtteranceReader(file, voices), waits);
    AgentReader agentReader = new AgentReader(file, steps, voices);
    Scenario.Caller caller = caller(map, steps, voices);
    List<Scenario.Agent> agents = map.list("agents").stream().map(agentReader::agent).toList();
    ExpectationReader expectations = new ExpectationReader(file, people(map, agents), waits);
    map.need("expect", "\n  - outcome: …");
    Scenario scenario =
        new Scenario(
            file.getFileName().toString().replaceFirst("\\.ya?ml$", ""),
            file,
            map.text("about", ""),
            limit,
            caller,
            agents,
            map.list("expect").stream().flatMap(each -> expectations.read(each).stream()).toList(),
            waits.watches());
    Rehearsal.check(scenario);
    return scenario;
  }

  private static Node root(Path file, Reader yaml) {
    @Nullable Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(yaml);
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      throw new ScenarioException(
          file.toString(), line, "not YAML: " + broken.getProblem() + "; check the indentation");
    }
    if (root == null) {
      throw new ScenarioException(file.toString(), 0, "is empty; add caller: and expect:");
    }
    return root;
  }

  private static Scenario.Caller caller(YamlMap map, StepReader steps, List<String> voices) {
    YamlMap caller = new YamlMap(map.file(), map.need("caller", "\n  voice: …"), "'caller'");
    caller.only(Keys.CALLER);
    caller.need("steps", "\n    - hear");
    return new Scenario.Caller(
        number(caller, "from"),
        caller.has("to") ? number(caller, "to") : "",
        voice(caller, voices),
        new Script(
            steps.steps(caller),
            steps.utterances().answers(caller),
            FILLERS,
            caller.duration("linger", LINGER)));
  }

  static String number(YamlMap map, String key) {
    String number = map.needText(key, "\"+15550100\"");
    if (!NUMBER.matcher(number).matches()) {
      throw map.wrong(key, "'" + number + "' is no telephone number; write it as \"+15550100\"");
    }
    return number;
  }

  static String voice(YamlMap map, List<String> voices) {
    String voice = map.needText("voice", voices.isEmpty() ? "…" : voices.get(0));
    if (!voices.contains(voice)) {
      throw map.wrong(
          "voice", "there is no voice '" + voice + "'; " + Nearest.advice(voice, voices));
    }
    return voice;
  }

  private static Set<String> people(YamlMap map, List<Scenario.Agent> agents) {
    Set<String> names = new TreeSet<>(Set.of("caller"));
    Set<String> numbers = new HashSet<>();
    for (Scenario.Agent agent : agents) {
      if (!numbers.add(agent.number() + " " + agent.ring())) {
        throw map.wrong(
            "agents",
            "two people have the number "
                + agent.number()
                + "; give each their own, or 'ring: 2' to whoever is there when it rings again");
      }
      if (agent.ring() > 1 && !numbers.contains(agent.number() + " " + (agent.ring() - 1))) {
        throw map.wrong(
            "agents",
            "'ring: "
                + agent.ring()
                + "' of "
                + agent.name()
                + " has nobody before it; say first who is at "
                + agent.number()
                + " on ring "
                + (agent.ring() - 1));
      }
      if (!names.add(agent.name())) {
        throw map.wrong("agents", "two people are called '" + agent.name() + "'; give each a name");
      }
    }
    return names;
  }
}
