package org.cordboard.gateway.call;

import java.util.ArrayList;
import java.util.List;

/**
 * Who has the floor, as a pure decision: {@code (state, event) → state + actions}.
 *
 * <pre>
 * LISTENING: caller's turn ends           → THINKING, ask the dialog
 *            silence                      → stays, report it (the answer speaks)
 *            prompts that wait go on      → SPEAKING
 *            the voice was noise          → THINKING, report it
 *            what stopped us was no word  → THINKING, report it
 * THINKING:  prompt begins                → SPEAKING
 *            caller goes on               → LISTENING, give up the answer
 *            answer complete, none spoken → LISTENING
 * SPEAKING:  barge-in                     → LISTENING, stop prompts
 *            hushed for the caller        → LISTENING, prompts wait
 *            answer complete and played   → LISTENING, start the silence clock
 * </pre>
 */
final class TurnTaking {
  private TurnTaking() {}

  /**
   * The floor.
   *
   * @param floor whose turn
   * @param answering the dialog has not finished its answer
   * @param playing prompts are queued or being played
   * @param yielded they wait for the caller
   * @param callerSpeaking the voice detector hears the caller
   * @param silences how often in a row the caller was silent
   * @param clock generation of the silence clock: a late one is ignored
   */
  record State(
      Floor floor,
      boolean answering,
      boolean playing,
      boolean yielded,
      boolean callerSpeaking,
      int silences,
      long clock) {
    /** At the beginning the dialog has the word: the greeting. */
    static final State OPENING = new State(Floor.THINKING, true, false, false, false, 0, 0);

    State floor(Floor next) {
      return new State(next, answering, playing, yielded, callerSpeaking, silences, clock);
    }

    State answering(boolean now) {
      return new State(floor, now, playing, yielded, callerSpeaking, silences, clock);
    }

    State playing(boolean now) {
      return new State(floor, answering, now, yielded && now, callerSpeaking, silences, clock);
    }

    State yielded(boolean now) {
      return new State(floor, answering, playing, now, callerSpeaking, silences, clock);
    }

    State callerSpeaking(boolean now) {
      return new State(floor, answering, playing, yielded, now, silences, clock);
    }

    State silences(int count) {
      return new State(floor, answering, playing, yielded, callerSpeaking, count, clock);
    }

    State nextClock() {
      return new State(floor, answering, playing, yielded, callerSpeaking, silences, clock + 1);
    }
  }

  /** What happens. */
  enum Event {
    /** The caller's voice began. */
    CALLER_STARTED,
    /** The caller's utterance is over, its words still unknown. */
    CALLER_STOPPED,
    /** Its words are known: a turn. */
    TURN,
    /** It had no words. */
    NO_WORDS,
    /** The caller really interrupts. */
    BARGE_IN,
    /** Our voice has fallen silent, or does not begin, because the caller speaks. */
    YIELDED,
    /** It goes on. */
    RESUMED,
    /** What the caller said was no turn: a backchannel, an aside. */
    IGNORED,
    /** What stopped prompts for good turned out to have no words. */
    DISTURBED,
    /** What seemed to be the caller's voice is noise. */
    NOISE,
    /** Keys were pressed. */
    KEYED,
    /** A prompt was handed to the player. */
    PROMPT,
    /** The player has played everything it had. */
    PLAYED,
    /** The dialog's answer is complete. */
    ANSWERED,
    /** The silence clock rang. */
    SILENCE
  }

  /** What to do. */
  enum Action {
    /** Stop and drop prompts; report what was heard. */
    STOP_PROMPTS,
    /** Tell the dialog that its answer, written or being written, is given up. */
    GIVE_UP_ANSWER,
    /** Hand the turn to the dialog. */
    ASK_DIALOG,
    /** Tell the dialog that nothing was understood. */
    REPORT_NO_WORDS,
    /** Tell the dialog that its prompts were stopped for nothing. */
    REPORT_DISTURBED,
    /** Tell the dialog that there is noise that drowns words. */
    REPORT_NOISE,
    /** Start the silence clock anew (under the new generation). */
    START_CLOCK,
    /** Tell the dialog that the caller is silent. */
    REPORT_SILENCE
  }

  /** A decision. */
  record Step(State state, List<Action> actions) {}

  static Step on(State state, Event event) {
    return switch (event) {
      case CALLER_STARTED -> callerStarted(state);
      case CALLER_STOPPED -> new Step(state.callerSpeaking(false), List.of());
      case TURN, KEYED -> turn(state, event);
      case NO_WORDS -> noWords(state, Action.REPORT_NO_WORDS);
      case DISTURBED -> noWords(state, Action.REPORT_DISTURBED);
      case BARGE_IN -> bargeIn(state);
      case YIELDED -> yielded(state);
      case RESUMED -> resumed(state);
      case IGNORED -> ignored(state);
      case NOISE -> noise(state);
      case PROMPT -> prompt(state);
      case PLAYED -> settle(state.playing(false));
      case ANSWERED -> settle(state.answering(false));
      case SILENCE -> silence(state);
    };
  }

  private static Step prompt(State state) {
    Floor floor = state.yielded() ? Floor.LISTENING : Floor.SPEAKING;
    return new Step(state.playing(true).floor(floor).nextClock(), List.of());
  }

  private static Step yielded(State state) {
    return state.playing()
        ? new Step(state.yielded(true).floor(Floor.LISTENING).nextClock(), List.of())
        : new Step(state, List.of());
  }

  private static Step resumed(State state) {
    return state.yielded()
        ? new Step(state.yielded(false).floor(Floor.SPEAKING).nextClock(), List.of())
        : new Step(state, List.of());
  }

  /** The clock stood still while the caller made a sound. */
  private static Step ignored(State state) {
    return state.floor() == Floor.LISTENING && !state.playing()
        ? new Step(state.nextClock(), List.of(Action.START_CLOCK))
        : new Step(state, List.of());
  }

  private static Step callerStarted(State state) {
    return new Step(state.callerSpeaking(true).nextClock(), List.of());
  }

  /**
   * A turn that arrives over our own voice was not taken for a barge-in, or is a late key: it wins.
   */
  private static Step turn(State state, Event event) {
    List<Action> actions = new ArrayList<>();
    if (state.playing()) {
      actions.add(Action.STOP_PROMPTS);
    }
    if (state.answering()) {
      actions.add(Action.GIVE_UP_ANSWER);
    }
    actions.add(Action.ASK_DIALOG);
    State next = state.playing(false).answering(true).floor(Floor.THINKING).silences(0).nextClock();
    return new Step(event == Event.KEYED ? next.callerSpeaking(false) : next, actions);
  }

  /** A cough over our own voice changes nothing; in our silence it deserves a word. */
  private static Step noWords(State state, Action report) {
    if (state.floor() != Floor.LISTENING || state.playing()) {
      return new Step(state, List.of());
    }
    State next = state.answering(true).floor(Floor.THINKING).nextClock();
    return new Step(next, List.of(report));
  }

  /** Nobody speaks; what is being answered or played goes on, and the noise is told after it. */
  private static Step noise(State state) {
    State quiet = state.callerSpeaking(false);
    if (state.answering()) {
      return new Step(quiet, List.of(Action.REPORT_NOISE));
    }
    Floor floor = state.playing() ? state.floor() : Floor.THINKING;
    return new Step(quiet.answering(true).floor(floor).nextClock(), List.of(Action.REPORT_NOISE));
  }

  private static Step bargeIn(State state) {
    if (state.floor() != Floor.SPEAKING && !state.yielded()) {
      return new Step(state, List.of());
    }
    List<Action> actions = new ArrayList<>();
    actions.add(Action.STOP_PROMPTS);
    actions.add(Action.GIVE_UP_ANSWER);
    State next = state.playing(false).answering(false).floor(Floor.LISTENING).nextClock();
    actions.add(Action.START_CLOCK);
    return new Step(next, actions);
  }

  private static Step settle(State state) {
    if (state.playing() || state.answering() || state.floor() == Floor.LISTENING) {
      return new Step(state, List.of());
    }
    return new Step(state.floor(Floor.LISTENING).nextClock(), List.of(Action.START_CLOCK));
  }

  private static Step silence(State state) {
    if (state.floor() != Floor.LISTENING || state.playing() || state.callerSpeaking()) {
      return new Step(state, List.of());
    }
    State next =
        state.silences(state.silences() + 1).answering(true).floor(Floor.THINKING).nextClock();
    return new Step(next, List.of(Action.REPORT_SILENCE));
  }
}
