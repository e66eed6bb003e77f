package org.cordboard.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cordboard.config.Nearest;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Step;

/**
 * Goes through a scenario before the call begins, as if everything that is said were understood at
 * once, and finds the waits that can never end; pure.
 */
final class Rehearsal {
  private static final String CALLER = "caller";

  private final String file;
  private final Scenario scenario;
  private final Map<String, Script> onLine = new HashMap<>();
  private final Map<String, Integer> reached = new HashMap<>();
  private final Set<String> come = new HashSet<>(Set.of("ended"));

  private Rehearsal(Scenario scenario) {
    this.file = scenario.file().toString();
    this.scenario = scenario;
  }

  /**
   * Checks a scenario.
   *
   * @throws ScenarioException at the first wait that cannot end
   */
  static void check(Scenario scenario) {
    Rehearsal rehearsal = new Rehearsal(scenario);
    rehearsal.people();
    rehearsal.play();
    rehearsal.stuck();
    rehearsal.pauses();
  }

  private void people() {
    come.addAll(scenario.watches().keySet());
    onLine.put(CALLER, scenario.caller().script());
    come.addAll(List.of(CALLER + "-answered", CALLER + "-ended"));
    for (Scenario.Agent agent : scenario.agents()) {
      come.add(agent.name() + "-rings");
      come.add(agent.name() + "-ended");
      if (agent.pickup().manner() == Pickup.Manner.ANSWER) {
        come.add(agent.name() + "-answered");
        onLine.put(agent.name(), agent.script());
      } else if (agent.pickup().manner() == Pickup.Manner.REFUSE) {
        come.add(agent.name() + "-refused");
      }
    }
  }

  private void play() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Map.Entry<String, Script> each : onLine.entrySet()) {
        moved |= advance(each.getKey(), each.getValue().steps());
      }
    }
  }

  private boolean advance(String name, List<Step> steps) {
    int from = reached.getOrDefault(name, 0);
    int at = from;
    while (at < steps.size() && !waitsInVain(steps.get(at))) {
      if (steps.get(at) instanceof Step.Tell tell) {
        come.add(tell.signal());
      } else if (steps.get(at) instanceof Step.Press) {
        come.add(name + "-pressed");
      }
      at++;
    }
    reached.put(name, at);
    return at > from;
  }

  private boolean waitsInVain(Step step) {
    return step instanceof Step.WaitFor awaited && !come.contains(awaited.signal());
  }

  private void stuck() {
    List<Step.WaitFor> waits = new ArrayList<>();
    onLine.forEach(
        (name, script) -> {
          int at = reached.getOrDefault(name, 0);
          if (at < script.steps().size() && script.steps().get(at) instanceof Step.WaitFor wait) {
            waits.add(wait);
          }
        });
    waits.stream()
        .min((one, other) -> Integer.compare(one.line(), other.line()))
        .ifPresent(
            wait -> {
              throw new ScenarioException(file, wait.line(), why(wait.signal()));
            });
  }

  private String why(String signal) {
    for (Scenario.Agent agent : scenario.agents()) {
      if (signal.startsWith(agent.name() + "-") && Signals.of(agent.name()).contains(signal)) {
        return "'"
            + signal
            + "' can never come: "
            + agent.name()
            + (agent.pickup().manner() == Pickup.Manner.ANSWER
                ? " picks up and does nothing of the kind"
                : " never picks up")
            + "; change the behaviour or the wait";
      }
    }
    Optional<Step> told =
        onLine.values().stream()
            .flatMap(script -> script.steps().stream())
            .filter(step -> step instanceof Step.Tell tell && tell.signal().equals(signal))
            .findFirst();
    return told.map(
            step ->
                "'"
                    + signal
                    + "' can never come: it is told at line "
                    + step.line()
                    + ", which is reached only after this wait; move one of the two")
        .orElseGet(() -> "nobody ever tells '" + signal + "'; " + Nearest.advice(signal, known()));
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>(come);
    known.removeAll(scenario.watches().keySet());
    known.add("speech");
    onLine.keySet().forEach(name -> known.addAll(Signals.of(name)));
    onLine.values().stream()
        .flatMap(script -> script.steps().stream())
        .forEach(
            step -> {
              if (step instanceof Step.Tell tell) {
                known.add(tell.signal());
              }
            });
    return known;
  }

  private void pauses() {
    onLine.forEach(
        (name, script) -> {
          Duration sum =
              script.steps().stream().map(Rehearsal::least).reduce(Duration.ZERO, Duration::plus);
          if (!script.steps().isEmpty() && sum.compareTo(scenario.limit()) >= 0) {
            throw new ScenarioException(
                file,
                script.steps().get(0).line(),
                "the pauses of "
                    + name
                    + " add up to "
                    + sum.toSeconds()
                    + " s, and the call may last "
                    + scenario.limit().toSeconds()
                    + " s; shorten them or raise the scenario's limit");
          }
        });
  }

  private static Duration least(Step step) {
    if (step instanceof Step.Pause pause) {
      return pause.length();
    } else if (step instanceof Step.Hold hold) {
      return hold.length();
    }
    return step instanceof Step.Into into ? into.offset() : Duration.ZERO;
  }
}
