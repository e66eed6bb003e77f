package org.cordboard.lab.virtual;

import java.time.Duration;
import java.util.List;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.party.Background;
import org.cordboard.sim.party.Script;
import org.cordboard.sim.party.Utterance;

/**
 * A caller who speaks over statements, and some over the greeting: in each statement, two sounds
 * that should not stop it, then an interruption; between them questions, some with a pause for
 * thought in their middle. All by chance from a seed. Every sound over a statement is announced by
 * a signal of its kind's name.
 */
final class StageScript {
  private static final int STATEMENTS = 6;
  private static final double HESITATES = 0.35;
  private static final double SINGLE = 0.1;
  private static final double GREETED = 0.25; // speak over the greeting, with words of it
  private static final List<String> GREETINGS =
      List.of(
          "Hello, this is John.",
          "An assistant?",
          "This is about a lamp.",
          "Hello? Is this a person?",
          "I need help.");
  private static final List<String> QUESTIONS =
      List.of(
          "How long do I have | to return something?",
          "What do I need | for a return?",
          "I would like to know | how returns work.",
          "Can you tell me | when I get my money?",
          "I have bought a lamp | and want to send it back.");
  private static final List<String> INTERRUPTIONS =
      List.of(
          "Wait, stop, please.",
          "Hold on, that is not what I asked.",
          "Sorry, I have another question.",
          "No, no, that is wrong.",
          "But I have lost the letter.",
          "Yeah, but what about the lamp?",
          "Okay, and what does it cost?",
          "Where is the order number?",
          "I do not have that.",
          "Excuse me, can I ask something?");
  private static final List<String> SINGLES = List.of("Stop.", "Wait.", "No.", "Sorry?");
  private static final List<String> BACKCHANNELS =
      List.of(
          "Mm-hmm.",
          "Uh-huh.",
          "Yeah.",
          "Okay.",
          "Right.",
          "I see.",
          "Mhm.",
          "Sure.",
          "Okay, yeah.",
          "Yes.",
          "Oh, okay.",
          "Got it.");
  private static final List<String> ASIDES =
      List.of(
          "Not now, I am on the phone.",
          "Put it on the table.",
          "It is in the kitchen.",
          "I will be there in a minute.",
          "Close the door.",
          "Ask your father.");
  private static final List<String> NOISES = List.of("horn", "engine", "people", "hiss", "babble");

  private StageScript() {}

  static Script of(Dice dice) {
    ScriptWriter caller = new ScriptWriter();
    Dice first = dice.of("greeting");
    if (first.chance(GREETED)) {
      caller.into(Duration.ofMillis(first.between(400, 1_200))).tell("INTERRUPTION");
      caller.sayOver("", first.pick(GREETINGS));
    }
    caller.hear();
    for (int i = 0; i < STATEMENTS; i++) {
      question(caller, dice);
      int at = dice.between(1_200, 2_400);
      ignorable(caller, dice, at);
      at += dice.between(3_000, 4_000);
      ignorable(caller, dice, at);
      at += dice.between(3_000, 4_000);
      caller.into(Duration.ofMillis(at)).tell("INTERRUPTION");
      caller.sayOver("", dice.pick(dice.chance(SINGLE) ? SINGLES : INTERRUPTIONS));
      caller.hear();
    }
    return caller.hangUp().script();
  }

  private static void question(ScriptWriter caller, Dice dice) {
    String[] halves = dice.pick(QUESTIONS).split(" \\| ");
    if (dice.chance(HESITATES)) {
      caller.say("", halves[0]).pause(thought(dice)).sayOver("", halves[1]);
    } else {
      caller.say("", halves[0] + " " + halves[1]);
    }
  }

  /** A pause for thought: half of them below 0.5 s, one in ten above 1 s. */
  private static Duration thought(Dice dice) {
    double normal = 0;
    for (int i = 0; i < 12; i++) {
      normal += dice.between(0, 1_000) / 1_000.0 - 0.5;
    }
    return Duration.ofMillis(Math.min(2_500, Math.max(160, (long) (480 * Math.exp(0.6 * normal)))));
  }

  private static void ignorable(ScriptWriter caller, Dice dice, int atMs) {
    caller.into(Duration.ofMillis(atMs));
    switch (dice.between(0, 3)) {
      case 0 -> caller.tell("BACKCHANNEL").sound(Utterance.of(dice.pick(BACKCHANNELS)));
      case 1 -> caller.tell("COUGH").sound(Utterance.cough());
      case 2 -> caller.tell("ASIDE").sound(Utterance.aside(dice.pick(ASIDES)));
      default ->
          caller
              .tell("NOISE")
              .noise(new Background(dice.pick(NOISES), null, dice.between(5, 20)))
              .pause(Duration.ofMillis(dice.between(100, 1_500)))
              .noise(null);
    }
  }
}
