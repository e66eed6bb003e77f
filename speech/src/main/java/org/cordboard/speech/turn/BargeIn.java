package org.cordboard.speech.turn;

import static org.cordboard.speech.turn.BargeInState.Phase.DUCKED;
import static org.cordboard.speech.turn.BargeInState.Phase.HUSHED;
import static org.cordboard.speech.turn.BargeInState.Phase.LISTENING;
import static org.cordboard.speech.turn.BargeInState.Phase.RESUMED;
import static org.cordboard.speech.turn.BargeInState.Phase.STOPPED;

import java.util.List;
import org.cordboard.speech.turn.Backchannels.Kind;
import org.cordboard.speech.turn.BargeInEvent.Frame;
import org.cordboard.speech.turn.BargeInState.Utterance;

/**
 * What becomes of a prompt that the caller speaks over, decided purely: {@code (state, event, what
 * plays, now) → state + actions}. A sound softens it at once; a steady voice silences it, its place
 * kept; then words, length, level and rhythm decide whether it stops or goes on from there.
 *
 * <pre>
 * phase      what is heard                                        action    next
 * LISTENING  two loud frames                                      DUCK      DUCKED
 *            the same, begun before the prompt was under way      WITHDRAW  HUSHED
 *            voice or an open utterance when a prompt would begin WITHDRAW  HUSHED
 * DUCKED     no voice in it                                       RESUME    LISTENING
 *            it is over, or goes on but softly                    RESUME    RESUMED
 *            a steady voice                                       HUSH      HUSHED
 * HUSHED     over: a backchannel, or short and no words come      RESUME    RESUMED
 *            over: long, and no words were in it: a noise         RESUME    RESUMED
 *            over: long, and the recogniser failed                STOP      STOPPED
 * RESUMED    a steady voice after all                             HUSH      HUSHED
 * any        words that are no backchannel, echo or aside         STOP      STOPPED
 * any        noise that seems to be a voice ({@link Din})         RESUME    RESUMED
 * </pre>
 *
 * A prompt that may not be interrupted is neither softened nor stopped. A prompt is stopped by
 * words alone: a voice that is longer than a murmur is awaited in silence until they come, so that
 * whoever said "uh-huh" slowly, coughed or let a dog bark hears the rest.
 */
public final class BargeIn {
  private static final long DUCK_OVER_MS = 100; // silence after which a softened sound is over
  private static final long HUSH_OVER_MS = 80; // the same for a silenced one
  private static final long REACTION_MS = 60; // who starts within this of us has not heard us yet
  private static final long WARY_MS = 2_000;
  private static final long FRAME_MS = 20;
  private static final long PRESENT_MS = 120; // a voice that was heard so lately is there
  private static final long BETWEEN_WORDS_MS = 700;
  private static final long NO_UTTERANCE_MS = 300; // too short to have become an utterance
  private static final long LOST_MS =
      2_500; // words that do not come do not keep one from beginning
  private static final int ECHO_WORDS = 3; // fewer are said by people who answer us, too

  private final BargeInSettings settings;
  private final Backchannels words;

  /** Decisions by {@code settings}, with a language's words. */
  public BargeIn(BargeInSettings settings, Backchannels words) {
    this.settings = settings;
    this.words = words;
  }

  /** What to do to the prompt. */
  public enum Action {
    /** Softer, from where it has been heard. */
    DUCK,
    /** Silent, its place kept. */
    HUSH,
    /** Silent, to begin anew later: the caller spoke first. */
    WITHDRAW,
    /** At full volume, from where it has been heard. */
    RESUME,
    /** Dropped. */
    STOP
  }

  /** What an utterance over a prompt was. */
  public enum Said {
    /** A turn of the caller's. */
    TURN,
    /** Nothing: a cough, a noise. */
    NOTHING,
    /** "Mm-hmm." */
    BACKCHANNEL,
    /** Words to somebody else. */
    ASIDE,
    /** Our own words. */
    ECHO
  }

  /** A decision. */
  public record Step(BargeInState state, List<Action> actions) {
    static Step of(BargeInState state, Action... actions) {
      return new Step(state, List.of(actions));
    }
  }

  /** How soft a softened prompt is: a factor. */
  public double duckGain() {
    return settings.duckGain();
  }

  /** What follows from {@code event}. */
  public Step on(BargeInState state, BargeInEvent event, Playing playing, long nowMs) {
    if (event instanceof Frame frame) {
      return decide(heard(state, frame, playing, nowMs), playing, nowMs);
    } else if (event instanceof BargeInEvent.Started) {
      Burst burst = state.burst();
      return Step.of(
          state.utterance(new Utterance(true, false, "", burst.count(), burst.meanDb())));
    } else if (event instanceof BargeInEvent.Words said) {
      Utterance now = state.utterance();
      boolean soon = state.burst().quietMs() < settings.wordsWithin().toMillis();
      BargeInState with =
          state
              .utterance(
                  new Utterance(now.open(), now.pending(), said.text(), now.frames(), now.meanDb()))
              .caller(state.caller().gaveWords(soon));
      return decide(with, playing, nowMs);
    } else if (event instanceof BargeInEvent.Stopped) {
      Utterance now = state.utterance();
      return decide(
          state.utterance(new Utterance(false, true, now.words(), now.frames(), now.meanDb())),
          playing,
          nowMs);
    } else if (event instanceof BargeInEvent.Over over) {
      return over(state, over, playing, nowMs);
    } else if (event instanceof BargeInEvent.Lost) {
      return lost(state, playing, nowMs);
    } else if (event instanceof BargeInEvent.Prompt) {
      return prompt(state, playing, nowMs);
    } else if (event instanceof BargeInEvent.Din din) {
      return decide(noisy(state, din.on()), playing, nowMs);
    }
    return decide(state, playing, nowMs);
  }

  /** What the noise was taken for is forgotten: its level is not the caller's. */
  private static BargeInState noisy(BargeInState state, boolean on) {
    Utterance now = state.utterance();
    return state
        .din(on)
        .burst(Burst.NONE)
        .utterance(new Utterance(now.open(), now.pending(), now.words(), 0, 0));
  }

  private static BargeInState heard(BargeInState state, Frame frame, Playing playing, long nowMs) {
    if (state.din()) {
      return state;
    }
    BargeInState next =
        state.burst(state.burst().next(frame.loud(), frame.voiced(), frame.levelDb(), nowMs));
    if (!frame.voiced() || !frame.loud()) {
      return next;
    }
    next = next.utterance(next.utterance().heard(frame.levelDb()));
    return playing.on() ? next : next.caller(next.caller().spoke(frame.levelDb()));
  }

  private Step prompt(BargeInState state, Playing playing, long nowMs) {
    BargeInState fresh = state.phase() == STOPPED ? state.to(LISTENING, nowMs) : state;
    if (fresh.phase() != LISTENING || !playing.open() || playing.heardMs() > 0) {
      return Step.of(fresh);
    }
    Burst burst = fresh.burst();
    boolean voice = burst.voice() && burst.quietMs() < PRESENT_MS;
    Utterance utterance = fresh.utterance();
    boolean between = utterance.open() && burst.quietMs() < BETWEEN_WORDS_MS;
    return !fresh.din() && (voice || between)
        ? Step.of(fresh.heldBack(nowMs), Action.WITHDRAW)
        : Step.of(fresh);
  }

  private Step over(BargeInState state, BargeInEvent.Over over, Playing playing, long nowMs) {
    Said said = over.turn() ? Said.TURN : said(state, over.text(), playing);
    boolean turn = said == Said.TURN;
    BargeInState done = levelled(state, said).utterance(Utterance.NONE);
    if (!lowered(done) || !playing.open()) {
      return Step.of(done);
    }
    return turn
        ? Step.of(done.to(STOPPED, nowMs), Action.STOP)
        : Step.of(done.to(RESUMED, nowMs), Action.RESUME);
  }

  /** Whoever spoke for so long that their words were awaited is told that they were lost. */
  private static Step lost(BargeInState state, Playing playing, long nowMs) {
    BargeInState done = state.utterance(Utterance.NONE);
    return done.phase() == HUSHED && !done.withdrawn() && playing.open()
        ? Step.of(done.to(STOPPED, nowMs), Action.STOP)
        : resumed(done, nowMs);
  }

  /** The level at which an echo came, or which turned out to be the caller's. */
  private static BargeInState levelled(BargeInState state, Said said) {
    Utterance utterance = state.utterance();
    if (utterance.frames() == 0) {
      return state;
    } else if (said == Said.ECHO) {
      return state.caller(state.caller().echoed(utterance.meanDb()));
    }
    return said == Said.TURN
        ? state.caller(state.caller().said(utterance.frames(), utterance.meanDb()))
        : state;
  }

  /** What the words of an utterance over a prompt are. */
  public Said said(BargeInState state, String text, Playing playing) {
    return said(state, words.judge(text), text, playing);
  }

  private Said said(BargeInState state, Kind kind, String text, Playing playing) {
    if (kind == Kind.NOTHING) {
      return Said.NOTHING;
    } else if (state.phase() == STOPPED || kind == Kind.STOP) {
      return Said.TURN;
    } else if (kind == Kind.BACKCHANNEL) {
      return playing.answerable() ? Said.TURN : Said.BACKCHANNEL;
    } else if (echo(state, text, playing)) {
      return Said.ECHO;
    }
    return soft(state, state.utterance().meanDb()) ? Said.ASIDE : Said.TURN;
  }

  private boolean soft(BargeInState state, double levelDb) {
    return state.caller().known() && levelDb < state.caller().usualDb() - settings.softerDb();
  }

  /**
   * Our own words, and not as loud as the caller's. Whoever answers "How can I help?" with "Help."
   * says our words, too: only what has just been played comes back so short, or at a level that
   * nothing is known of.
   */
  private boolean echo(BargeInState state, String text, Playing playing) {
    boolean known = state.caller().known();
    if (known && !soft(state, state.utterance().meanDb())) {
      return false;
    }
    String said = Backchannels.plain(text);
    boolean telling = known && count(said) >= ECHO_WORDS;
    return within(said, telling ? playing.words() : playing.fresh());
  }

  private static int count(String plain) {
    return plain.split(" ").length;
  }

  private static boolean within(String said, String ours) {
    return (" " + Backchannels.plain(ours) + " ").contains(" " + said + " ");
  }

  private Step decide(BargeInState state, Playing playing, long nowMs) {
    if (!playing.open()) {
      return Step.of(state.phase() == LISTENING ? state : state.to(LISTENING, nowMs));
    }
    if (state.phase() == STOPPED) {
      return Step.of(state);
    }
    if (!state.utterance().words().isEmpty()) {
      String soFar = state.utterance().words();
      Said said = said(state, words.judgeSoFar(soFar), soFar, playing);
      boolean doubted = said == Said.ECHO && count(Backchannels.plain(soFar)) < ECHO_WORDS;
      if (doubted) { // an echo falls silent with our voice, a caller goes on
        said = Said.NOTHING;
      }
      if (said == Said.TURN) {
        return Step.of(state.to(STOPPED, nowMs), Action.STOP);
      } else if (said != Said.BACKCHANNEL && said != Said.NOTHING && lowered(state)) {
        return resumed(state, nowMs);
      } else if (said == Said.ECHO) { // so far: more words will tell
        boolean gone = state.phase() == RESUMED && !state.burst().present();
        return Step.of(gone ? state.to(LISTENING, nowMs) : state);
      }
    }
    if (state.din()) {
      return resumed(state, nowMs);
    }
    return switch (state.phase()) {
      case LISTENING -> listening(state, playing, nowMs);
      case DUCKED -> ducked(state, playing, nowMs);
      case HUSHED -> state.withdrawn() ? withdrawn(state, nowMs) : hushed(state, nowMs);
      default -> goingOn(state, nowMs);
    };
  }

  private static boolean lowered(BargeInState state) {
    return state.phase() == DUCKED || state.phase() == HUSHED;
  }

  private static Step resumed(BargeInState state, long nowMs) {
    return lowered(state) ? Step.of(state.to(RESUMED, nowMs), Action.RESUME) : Step.of(state);
  }

  private Step listening(BargeInState state, Playing playing, long nowMs) {
    Burst burst = state.burst();
    boolean loud =
        burst.loudMs() >= settings.duckAfter().toMillis()
            && (burst.voice() || nowMs >= state.waryUntilMs())
            && state.caller().above(burst.meanDb());
    if (!loud) {
      return Step.of(state);
    }
    return callerFirst(burst, playing)
        ? Step.of(state.heldBack(nowMs), Action.WITHDRAW)
        : Step.of(state.to(DUCKED, nowMs), Action.DUCK);
  }

  private boolean callerFirst(Burst burst, Playing playing) {
    return burst.voice()
        && burst.onsetMs() <= playing.beganMs() + REACTION_MS
        && playing.heardMs() < settings.beganWithin().toMillis();
  }

  private Step ducked(BargeInState state, Playing playing, long nowMs) {
    Burst burst = state.burst();
    long held = nowMs - state.sinceMs();
    if (callerFirst(burst, playing)) {
      return Step.of(state.heldBack(nowMs), Action.WITHDRAW);
    } else if (noVoice(burst, held)) {
      return Step.of(state.to(LISTENING, nowMs).waryUntil(nowMs + WARY_MS), Action.RESUME);
    } else if (burst.quietMs() >= DUCK_OVER_MS) {
      return resumed(state, nowMs);
    } else if (steady(state)) {
      return Step.of(state.to(HUSHED, nowMs), Action.HUSH);
    }
    return held >= settings.decideWithin().toMillis() ? resumed(state, nowMs) : Step.of(state);
  }

  private boolean noVoice(Burst burst, long heldMs) {
    return burst.present() && !burst.voice() && heldMs >= settings.confirmWithin().toMillis();
  }

  private boolean steady(BargeInState state) {
    Burst burst = state.burst();
    return burst.voice()
        && burst.quietMs() == 0
        && burst.steadyMs() >= settings.hushAfter().toMillis()
        && !burst.falling()
        && !soft(state, burst.meanDb());
  }

  private Step hushed(BargeInState state, long nowMs) {
    Burst burst = state.burst();
    long held = nowMs - state.sinceMs();
    long most = settings.decideWithin().toMillis();
    boolean silent = state.utterance().words().isEmpty();
    if (burst.quietMs() < HUSH_OVER_MS) {
      return Step.of(state);
    }
    boolean outlasts = held - burst.quietMs() >= most; // words would have come meanwhile
    boolean awaited = silent && state.caller().wordsSoon() && !outlasts;
    if (awaited && burst.quietMs() < settings.wordsWithin().toMillis() && held < most) {
      return Step.of(state);
    }
    long voicedMs = Math.max(burst.voicedMs(), state.utterance().frames() * FRAME_MS);
    boolean voice = voicedMs >= settings.longVoice().toMillis();
    return silent && !awaited && voice ? untold(state, nowMs) : resumed(state, nowMs);
  }

  /** A voice is over that may have been a sentence, a slow "uh-huh" or a noise: words will tell. */
  private static Step untold(BargeInState state, long nowMs) {
    boolean coming = state.utterance().open() || state.utterance().pending();
    return coming ? Step.of(state) : resumed(state, nowMs);
  }

  /** The prompt begins when it turns out that the caller has not a turn after all. */
  private Step withdrawn(BargeInState state, long nowMs) {
    Burst burst = state.burst();
    if (noVoice(burst, nowMs - state.sinceMs())) {
      return Step.of(state.to(LISTENING, nowMs).waryUntil(nowMs + WARY_MS), Action.RESUME);
    }
    boolean awaited = state.utterance().open() || state.utterance().pending();
    boolean over = burst.quietMs() >= (awaited ? LOST_MS : NO_UTTERANCE_MS);
    return over ? resumed(state, nowMs) : Step.of(state);
  }

  private Step goingOn(BargeInState state, long nowMs) {
    if (!state.burst().present()) {
      return Step.of(state.to(LISTENING, nowMs));
    }
    return steady(state) ? Step.of(state.to(HUSHED, nowMs), Action.HUSH) : Step.of(state);
  }
}
