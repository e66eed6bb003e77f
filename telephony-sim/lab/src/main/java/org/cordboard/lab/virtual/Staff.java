package org.cordboard.lab.virtual;

import java.time.Duration;
import java.util.List;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Script;

/** The people who can be rung, and what they do about it. */
final class Staff {
  private static final Duration RINGS = Duration.ofSeconds(2);

  /** What one of them does. */
  enum Manner {
    TAKES,
    BUSY,
    DECLINES,
    LETS_RING,
    VOICEMAIL,
    HANGS_UP,
    NO_KEY,
    /** Takes the call and is cut off at once; the next time takes it. */
    DROPS
  }

  private Staff() {}

  /** What the three people of the desk do, in the order in which the desk asks. */
  static List<Manner> manners(Kind kind, Dice dice) {
    return switch (kind) {
      case ABSENT -> List.of(Manner.LETS_RING, Manner.LETS_RING, Manner.BUSY);
      case REFUSED ->
          List.of(
              dice.pick(
                  List.of(
                      Manner.BUSY, Manner.DECLINES, Manner.HANGS_UP, Manner.NO_KEY, Manner.DROPS)),
              Manner.TAKES,
              Manner.TAKES);
      case VOICEMAIL -> List.of(Manner.VOICEMAIL, Manner.TAKES, Manner.TAKES);
      default -> List.of(Manner.TAKES, Manner.TAKES, Manner.TAKES);
    };
  }

  /** What they do when they are rung for the {@code times}th time. */
  static Manner again(Manner manner, int times) {
    return manner == Manner.DROPS && times > 1 ? Manner.TAKES : manner;
  }

  static Pickup pickup(Manner manner, Dice dice) {
    Duration rings = dice.between(Duration.ofMillis(300), RINGS);
    return switch (manner) {
      case BUSY -> new Pickup(Pickup.Manner.REFUSE, rings);
      case LETS_RING -> new Pickup(Pickup.Manner.IGNORE, rings);
      default -> new Pickup(Pickup.Manner.ANSWER, rings);
    };
  }

  static Script script(Manner manner) {
    ScriptWriter person = new ScriptWriter();
    switch (manner) {
      case TAKES ->
          person
              .hear()
              .press("1")
              .hear()
              .tell("person-ready")
              .say("gift|card|buy|gutschein", "Hello, how can I help you?", "This is Dana. Hello?")
              .say("thank|great|dank", "Yes, of course. I can send you one by mail today.")
              .say("", "You are welcome. Have a nice day. Goodbye.")
              .pause(Duration.ofSeconds(1))
              .hangUp();
      case DECLINES -> person.hear().press("2").waitFor("ended");
      case VOICEMAIL ->
          person
              .sayOver("", "Nobody can take your call. Please leave a message after the tone.")
              .waitFor("ended");
      case NO_KEY -> person.sayOver("", "Hello?").waitFor("ended");
      case HANGS_UP -> person.hear().hangUp();
      case DROPS -> person.hear().press("1").hear().pause(Duration.ofSeconds(2)).hangUp();
      case BUSY, LETS_RING -> person.waitFor("ended");
    }
    return person.script();
  }
}
