package org.cordboard.gateway.call;

import java.time.Duration;
import org.cordboard.config.Clock;

/**
 * The caller has stopped, the words are not known yet, and nobody speaks: that is told as thinking,
 * and covered when it takes long. Confined to the call's loop.
 */
final class WordsOwed {
  private static final Duration COVERED = Duration.ofMillis(2_500); // is a wait by a few words

  private final Clock clock;
  private final TalkWatcher watcher;
  private boolean owed;
  private boolean covered; // a wait, ever
  private long coveredNanos;
  private boolean covering; // by the next prompt
  private long cover; // the prompt that does

  WordsOwed(Clock clock, TalkWatcher watcher) {
    this.clock = clock;
    this.watcher = watcher;
  }

  /** Whether words are owed, from now on. */
  void owed(boolean now, TurnTaking.State turns) {
    boolean before = owed;
    owed = now && listening(turns);
    covering &= now;
    if (owed != before && turns.floor() == Floor.LISTENING) {
      watcher.understanding(owed);
    }
  }

  /** The floor has passed. */
  void passed(Floor to) {
    if (owed && to == Floor.LISTENING) {
      watcher.understanding(true);
    }
  }

  /** Whether a wait is to be covered now: nobody speaks, and it has not just been. */
  boolean cover(TurnTaking.State turns) {
    long now = clock.nanos();
    boolean just = covered && now - coveredNanos < COVERED.toNanos();
    if (just || !listening(turns) || turns.callerSpeaking()) {
      return false;
    }
    covered = true;
    coveredNanos = now;
    covering = true;
    return true;
  }

  /** The dialog says this next. */
  void prompt(long id) {
    cover = covering ? id : cover;
    covering = false;
  }

  /** Whether that prompt covers a wait, and is of no other use. */
  boolean covers(long id) {
    return id == cover;
  }

  private static boolean listening(TurnTaking.State turns) {
    return turns.floor() == Floor.LISTENING && !turns.playing();
  }
}
