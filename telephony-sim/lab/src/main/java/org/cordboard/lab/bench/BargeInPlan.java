package org.cordboard.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.sim.analyse.CallerSound;
import org.cordboard.sim.faults.Dice;

/**
 * A scenario in which the caller breaks into answers, in turns meaning it and not: only to say "I
 * listen", to cough, to say something to somebody else, or because something is loud nearby. Words
 * and moments are drawn from the seed.
 */
final class BargeInPlan {
  /** Interruptions in one call; with more that ask for nothing, a person is brought in. */
  static final int PER_CALL = 2;

  /** What {@code tell} announces a noise by; every other sound is known by its words. */
  static final String NOISE = "NOISE";

  // Answered at some length: what is said over them is judged by whether they go on.
  private static final List<String> QUESTIONS =
      List.of(
          "How can I pay?",
          "Where do you ship to?",
          "Where are your stores?",
          "How long is the warranty?");
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
  private static final List<String> NOISES = List.of("horn", "engine", "people", "hiss", "babble");

  private static final int EARLIEST_MS = 500; // after the answer's first sound
  private static final int LATEST_MS = 1_500;

  private final String yaml;

  /**
   * A call of its own.
   *
   * @param number tells calls of one run apart: nobody is known from another call
   * @param each how many interruptions, and as many other sounds
   */
  BargeInPlan(long seed, int number, int each, String voice) {
    Dice dice = new Dice(seed).of("call " + number);
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      steps.add(ask(2 * i));
      steps.add(ignorable(PER_CALL * (number - 1) + i, dice));
      steps.add("hear\n    - pause: 1s");
      steps.add(ask(2 * i + 1));
      steps.add(
          after(
              "interrupt: \"" + dice.pick(dice.chance(SINGLE) ? SINGLES : INTERRUPTIONS) + '"',
              dice));
      steps.add("pause: 2500ms\n    - hear"); // what comes to an interruption comes until then
    }
    this.yaml =
        "about: breaking into answers\nlimit: 4m\n\ncaller:\n  from: \""
            + String.format(Locale.ROOT, "+1555018%04d", number)
            + "\"\n  voice: "
            + voice
            + "\n  steps:\n    - hear\n    - "
            + String.join("\n    - ", steps)
            + "\n    - hang-up\n\nexpect:\n  - entry: CallEnded\n    times: 1\n";
  }

  private static String ask(int question) {
    return "say: \"" + QUESTIONS.get(question % QUESTIONS.size()) + '"';
  }

  private static String ignorable(int turn, Dice dice) {
    return switch (turn % 4) {
      case 0 -> after("backchannel: \"" + dice.pick(BACKCHANNELS) + '"', dice);
      case 1 -> after("cough: true", dice);
      case 2 -> after("aside: \"" + dice.pick(ASIDES) + '"', dice);
      default ->
          String.format(
              Locale.ROOT,
              "wait-for: speech%n    - pause: %dms%n    - tell: %s%n    - noise: {sound: %s, snr: %d}%n"
                  + "    - pause: %dms%n    - noise: off",
              at(dice),
              NOISE,
              dice.pick(NOISES),
              dice.between(5, 20),
              dice.between(100, 1_500));
    };
  }

  private static String after(String sound, Dice dice) {
    return String.format(Locale.ROOT, "%s%n      after: %dms", sound, at(dice));
  }

  private static int at(Dice dice) {
    return dice.between(EARLIEST_MS, LATEST_MS);
  }

  /** The scenario file's text. */
  String yaml() {
    return yaml;
  }

  /** What words were meant to be that the plan says over answers; empty for any others. */
  static Optional<CallerSound> meant(String words) {
    if (words.equals(COUGH)) {
      return Optional.of(CallerSound.VOCAL_TIC);
    } else if (ASIDES.contains(words)) {
      return Optional.of(CallerSound.NON_DIRECTED);
    } else if (INTERRUPTIONS.contains(words) || SINGLES.contains(words)) {
      return Optional.of(CallerSound.SPEECH);
    }
    return BACKCHANNELS.contains(words) ? Optional.of(CallerSound.BACKCHANNEL) : Optional.empty();
  }
}
