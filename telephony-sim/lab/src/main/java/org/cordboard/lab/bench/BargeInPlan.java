package org.cordboard.lab.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cordboard.sim.analyse.CallerSound;

/**
 * A scenario in which the caller breaks into answers, half the time meaning it, half the time only
 * to say "I listen", to cough, or to say something to somebody else. What, when and in which order
 * is drawn from the seed.
 */
final class BargeInPlan {
  /** Interruptions and backchannels in one call: more and the AI offers a person. */
  static final int PER_CALL = 4;

  private static final List<String> QUESTIONS =
      List.of(
          "How long does delivery take?",
          "How can I pay?",
          "How long is the warranty?",
          "Where do you ship to?",
          "What cannot be returned?");
  private static final List<String> INTERRUPTIONS =
      List.of(
          "Wait, stop, please.",
          "Hold on, that is not what I asked.",
          "Stop. I have another question.",
          "No, no, that is wrong.");
  private static final List<String> SINGLES = List.of("Stop.", "Wait.", "No.", "Sorry?");
  private static final double SINGLE = 0.1; // of the interruptions, as in virtual time
  private static final List<String> BACKCHANNELS = List.of("Mm-hmm.", "Uh-huh.", "Yeah.", "Okay.");

  private static final List<String> ASIDES =
      List.of("Not now, I am on the phone.", "Put it on the table.", "Close the door.");
  private static final String COUGH = "[cough]";

  private static final int EARLIEST_MS = 500; // after the answer's first sound
  private static final int SPREAD_MS = 1_500;

  private final String yaml;

  BargeInPlan(long seed, int events, String voice) {
    Random random = new Random(seed);
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < events; i++) {
      steps.append("    - say: \"" + QUESTIONS.get(i % QUESTIONS.size()) + "\"\n");
      steps.append(
          String.format(
              Locale.ROOT,
              "    - %s%n      after: %dms%n    - hear%n    - pause: 1s%n",
              sound(random),
              EARLIEST_MS + random.nextInt(SPREAD_MS)));
    }
    this.yaml =
        "about: breaking into answers\nlimit: 4m\n\ncaller:\n  from: \"+15550177\"\n  voice: "
            + voice
            + "\n  steps:\n    - hear\n"
            + steps
            + "    - hang-up\n\nexpect:\n  - entry: CallEnded\n    times: 1\n";
  }

  private static String sound(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "backchannel: " + one(BACKCHANNELS, random);
      case 1 -> "cough: true";
      case 2 -> "aside: " + one(ASIDES, random);
      default ->
          "interrupt: " + one(random.nextDouble() < SINGLE ? SINGLES : INTERRUPTIONS, random);
    };
  }

  private static String one(List<String> all, Random random) {
    return '"' + all.get(random.nextInt(all.size())) + '"';
  }

  /** The scenario file's text. */
  String yaml() {
    return yaml;
  }

  /** What a sound of the caller was meant to be, by its words. */
  static CallerSound meant(String words) {
    if (words.equals(COUGH)) {
      return CallerSound.VOCAL_TIC;
    } else if (ASIDES.contains(words)) {
      return CallerSound.NON_DIRECTED;
    }
    return BACKCHANNELS.contains(words) ? CallerSound.BACKCHANNEL : CallerSound.SPEECH;
  }
}
