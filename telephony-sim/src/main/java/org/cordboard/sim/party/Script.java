package org.cordboard.sim.party;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person does in a call.
 *
 * @param steps in order; the person stays on the line after the last
 * @param answers usable at any time
 * @param fillers turns in which nothing but one of these was heard are no turns: the other side is
 *     about to go on
 * @param linger how long the person stays on a line after the last step before hanging up
 */
public record Script(
    List<Step> steps, List<Answer> answers, List<Pattern> fillers, Duration linger) {
  /** Copies the lists. */
  public Script {
    steps = List.copyOf(steps);
    answers = List.copyOf(answers);
    fillers = List.copyOf(fillers);
  }
}
