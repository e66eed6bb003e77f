package org.cordboard.gateway.call;

import java.util.Locale;
import java.util.Optional;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.BargeIn.Said;
import org.jspecify.annotations.Nullable;

/**
 * Makes turns of what the ear hears. What was said over our voice and is no turn goes to the record
 * only; what was said over a prompt that must be heard to its end waits for it, and is not lost.
 * Words that come when the caller has gone on wait for the rest, and are one turn with it: "I want
 * a refund" … "Hello?". In noise that seems to be a voice nobody speaks before there are words.
 * Confined to the call's loop.
 */
final class CallerWords implements Ear.Listener {
  private static final int MOST_FRAMES = 150; // 3 s: then what is known is answered by itself

  /** What the caller does, as far as turns go. */
  interface Owner {
    /** The caller's voice began. */
    void callerStarted();

    /** The utterance is over, its words still unknown. */
    void callerStopped();

    /** Words so far. */
    void partial(String text);

    /** The words so far look like all of a turn, and it is quiet: it may be over. */
    void ready(CallerTurn turn);

    /** A turn; {@code timing} is of its last utterance. */
    void turn(CallerTurn turn, Ear.Timing timing);

    /** There were words, but no turn. */
    void ignored(Said kind, Transcript words, long endMs);

    /**
     * There were no words.
     *
     * @param failure when the recogniser is to blame
     * @param overPrompt the utterance began over our voice
     */
    void noWords(@Nullable Throwable failure, boolean overPrompt);

    /** The utterance stopped our voice for good, and had no words after all. */
    void disturbed();

    /** What seemed to be the caller's voice is noise; {@code voiceMs} of it were heard. */
    void noisy(long voiceMs);

    /** Nothing more comes of an utterance that was over. */
    void settled();

    /** Words are late, and may still come. */
    void late();

    /** Another recogniser has taken over; words that are awaited still come. */
    void replaced(Replaced replaced);
  }

  private final Interruption interruption;
  private final Owner owner;
  private final TurnTaker taker;
  private @Nullable CallerTurn kept; // said over what must be heard to its end
  private Ear.@Nullable Timing keptTiming;
  private Optional<Locale> keptLanguage = Optional.empty();
  private long latest; // utterance that has begun
  private boolean more; // what is kept waits for the words of that one
  private int waited; // frames
  private boolean din; // what seems to be a voice is noise, until there are words
  private long speaking; // utterance that the owner was told of

  CallerWords(Interruption interruption, Owner owner, TurnTaker taker) {
    this.taker = taker;
    this.interruption = interruption;
    this.owner = owner;
  }

  @Override
  public void started(long utterance) {
    latest = utterance;
    interruption.started(utterance);
    if (!din) {
      speaks(utterance);
    }
  }

  private void speaks(long utterance) {
    speaking = utterance;
    owner.callerStarted();
  }

  @Override
  public void frame(boolean loud, boolean voiced, double levelDb) {
    interruption.frame(loud, voiced, levelDb);
    if (more && ++waited >= MOST_FRAMES) {
      settle();
    }
  }

  @Override
  public void stopped(long utterance) {
    owner.callerStopped();
    interruption.stopped(utterance);
  }

  @Override
  public void partial(long utterance, String text) {
    if (din && speaking != utterance && !text.isBlank()) {
      speaks(utterance);
    }
    owner.partial(text);
    interruption.partial(utterance, text);
  }

  @Override
  public void ready(long utterance, Transcript soFar, long endMs) {
    if (kept == null && interruption.isTurn(utterance)) {
      owner.ready(turn(soFar, endMs));
    }
  }

  @Override
  public void waiting(long utterance) {
    if (!din || speaking == utterance) {
      owner.late();
    }
  }

  @Override
  public void words(long utterance, Transcript transcript, Ear.Timing timing) {
    owner.settled();
    boolean overPrompt = interruption.overPrompt(utterance);
    boolean stopped = interruption.hasStopped(utterance);
    Said said = interruption.over(utterance, transcript.text());
    boolean goesOn = utterance != latest && !din;
    if (said == Said.TURN) {
      CallerTurn turn = turn(transcript, timing.speechEndMs());
      kept = kept == null ? turn : joined(kept, turn);
      keptTiming = timing;
      keptLanguage = transcript.language();
      if (goesOn) {
        await(kept);
      } else {
        settle();
      }
    } else if (said != Said.NOTHING) {
      owner.ignored(said, transcript, timing.speechEndMs());
      rest(goesOn);
    } else if (more) {
      rest(goesOn);
    } else if (!goesOn && stopped) {
      owner.disturbed();
    } else if (!goesOn && (!din || speaking == utterance)) {
      owner.noWords(null, overPrompt);
    }
  }

  /** The caller has gone on: the turn is whole with what comes now. */
  private void await(CallerTurn soFar) {
    if (!more) {
      more = true;
      waited = 0;
      owner.ready(soFar);
    }
  }

  /** Nothing was added to what is kept. */
  private void rest(boolean goesOn) {
    if (more && !goesOn) {
      settle();
    }
  }

  /** All of what is kept is known. */
  private void settle() {
    more = false;
    CallerTurn turn = kept;
    Ear.Timing timing = keptTiming;
    if (turn == null || timing == null) {
      return;
    }
    if (taker.take(keptLanguage, turn, timing)) {
      kept = null;
    } else if (!interruption.mustEnd()) {
      release();
    }
  }

  private static CallerTurn turn(Transcript said, long endMs) {
    return new CallerTurn(said.text(), said.confidence(), false, said.startSample() / 8, endMs);
  }

  private static CallerTurn joined(CallerTurn first, CallerTurn second) {
    return new CallerTurn(
        first.text() + " " + second.text(),
        Math.min(first.confidence(), second.confidence()),
        false,
        first.startMs(),
        second.endMs());
  }

  /** Everything has been heard to its end: what waited for that is a turn now. */
  void release() {
    if (more) {
      return; // it is not whole yet
    }
    CallerTurn turn = kept;
    Ear.Timing timing = keptTiming;
    kept = null;
    keptTiming = null;
    if (turn != null && timing != null) {
      owner.turn(turn, timing);
    }
  }

  @Override
  public void din(boolean on, long voiceMs) {
    din = on;
    interruption.din(on);
    if (on) {
      speaking = 0;
      owner.noisy(voiceMs);
      rest(false);
    }
  }

  @Override
  public void failed(long utterance, Throwable failure) {
    owner.settled();
    boolean overPrompt = interruption.overPrompt(utterance);
    interruption.lost(utterance);
    boolean turn = more;
    rest(utterance != latest && !din);
    owner.noWords(failure, turn || overPrompt);
  }

  @Override
  public void replaced(Replaced replaced) {
    owner.replaced(replaced);
  }
}
