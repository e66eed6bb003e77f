package org.cordboard.lab.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cordboard.sim.party.Answer;
import org.cordboard.sim.party.Background;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Step;
import org.cordboard.sim.party.Utterance;
import org.jspecify.annotations.Nullable;

/** Writes what a person does, line by line. */
final class ScriptWriter {
  private static final Duration WITHIN = Duration.ofSeconds(25);
  private static final Duration LINGER = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final int OFTEN = 20;
  private static final List<Pattern> FILLERS =
      List.of(
          Pattern.compile(
              "((one moment|let me see|just a second im looking that up|im still on it thanks for waiting"
                  + "|this is taking a little longer than usual im still here|sorry) ?)+"));

  private final List<Step> steps = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private int line;

  ScriptWriter hear(String... patterns) {
    steps.add(new Step.Hear(++line, compiled(patterns), PATIENCE));
    return this;
  }

  /**
   * Says one of the variants after the other until {@code until} is heard; "" waits for nothing.
   */
  ScriptWriter say(String until, String... variants) {
    return say(until, false, variants);
  }

  /** The same, over whoever is speaking. */
  ScriptWriter sayOver(String until, String... variants) {
    return say(until, true, variants);
  }

  private ScriptWriter say(String until, boolean over, String... variants) {
    List<Utterance> all = Stream.of(variants).map(Utterance::of).toList();
    List<Pattern> patterns = until.isEmpty() ? List.of() : compiled(until);
    steps.add(new Step.Say(++line, all, patterns, List.of(), over, WITHIN));
    return this;
  }

  /** Makes a sound at once, over whoever is speaking. */
  ScriptWriter sound(Utterance sound) {
    steps.add(new Step.Say(++line, List.of(sound), List.of(), List.of(), true, WITHIN));
    return this;
  }

  /** Waits until the other side has spoken for so long. */
  ScriptWriter into(Duration offset) {
    steps.add(new Step.Into(++line, offset, List.of(), WITHIN));
    return this;
  }

  ScriptWriter noise(@Nullable Background background) {
    steps.add(new Step.Noise(++line, background));
    return this;
  }

  ScriptWriter press(String keys) {
    steps.add(new Step.Press(++line, keys));
    return this;
  }

  ScriptWriter pause(Duration length) {
    steps.add(new Step.Pause(++line, length));
    return this;
  }

  ScriptWriter waitFor(String signal) {
    steps.add(new Step.WaitFor(++line, signal, PATIENCE));
    return this;
  }

  ScriptWriter tell(String signal) {
    steps.add(new Step.Tell(++line, signal));
    return this;
  }

  ScriptWriter hangUp() {
    steps.add(new Step.HangUp(++line));
    return this;
  }

  /** Whenever {@code when} is heard, says {@code reply}. */
  ScriptWriter answer(String when, String reply) {
    answers.add(new Answer(++line, Pattern.compile(when), Utterance.of(reply), OFTEN));
    return this;
  }

  private static List<Pattern> compiled(String... patterns) {
    return Stream.of(patterns).map(Pattern::compile).toList();
  }

  Script script() {
    return new Script(steps, answers, FILLERS, LINGER);
  }
}
