package org.cordboard.speech.turn;

import java.time.Duration;

/**
 * Decides that the caller has spoken over our prompt and the prompt must stop: once enough voice
 * has come while it plays. Silence in between counts back at half speed, so that coughs and clicks
 * fade while hesitant speech still adds up. Pure but for its own state; one thread.
 */
public final class BargeIn {
  private static final int FRAME_MS = 20;

  private final long confirmMs;
  private double voicedMs;
  private boolean decided;

  /** Stops a prompt after {@code confirm} of voice. */
  public BargeIn(Duration confirm) {
    if (confirm.isNegative() || confirm.isZero()) {
      throw new IllegalArgumentException("barge-in must be confirmed by some voice, not by none");
    }
    this.confirmMs = confirm.toMillis();
  }

  /**
   * Takes the next 20 ms.
   *
   * @param interruptible whether a prompt is playing that the caller may interrupt
   * @param voiced whether the caller's frame holds voice
   * @return true once for a prompt: stop it now
   */
  public boolean next(boolean interruptible, boolean voiced) {
    if (!interruptible) {
      reset();
      return false;
    }
    voicedMs = Math.max(0, voicedMs + (voiced ? FRAME_MS : -FRAME_MS / 2.0));
    if (decided || voicedMs < confirmMs) {
      return false;
    }
    decided = true;
    return true;
  }

  /** A new prompt begins. */
  public void reset() {
    voicedMs = 0;
    decided = false;
  }
}
