package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.Optional;

/**
 * Gathers pressed keys into an answer: pure, {@code (state, key) → state + maybe an answer}. {@code
 * *0} answers at once, at any time; {@code #} ends; otherwise the answer is complete when no key
 * follows for {@link #wait}.
 */
record KeyCollector(String keys, boolean digitsExpected, long generation) {
  /** A 0 alone means a person when nothing follows for this long. */
  static final Duration ALONE = Duration.ofMillis(1_500);

  /** Between the digits of a number people look at a card or a screen. */
  static final Duration BETWEEN_DIGITS = Duration.ofMillis(2_500);

  static final KeyCollector EMPTY = new KeyCollector("", false, 0);

  /** A decision: the next state, and the keys when they are complete. */
  record Step(KeyCollector next, Optional<String> complete) {}

  /** What form of answer is expected from now on. */
  KeyCollector expecting(boolean digits) {
    return new KeyCollector(keys, digits, generation);
  }

  Step pressed(char key) {
    String all = keys + key;
    if (all.endsWith("*0")) {
      return complete("*0");
    }
    if (key == '#') {
      return keys.isEmpty() ? complete("#") : complete(keys);
    }
    return new Step(new KeyCollector(all, digitsExpected, generation + 1), Optional.empty());
  }

  /** The wait set under {@code set} is over; a late one changes nothing. */
  Step waited(long set) {
    if (set != generation || keys.isEmpty()) {
      return new Step(this, Optional.empty());
    }
    return complete(keys);
  }

  /** How long to wait for another key. */
  Duration wait(int keysSoFar) {
    return digitsExpected || keysSoFar > 1 ? BETWEEN_DIGITS : ALONE;
  }

  private Step complete(String answer) {
    return new Step(new KeyCollector("", digitsExpected, generation + 1), Optional.of(answer));
  }
}
