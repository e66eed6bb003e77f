package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.LineState;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.SteadyOffset;

/**
 * One track of a media stream on its way to the ear, made fit to be heard: without a steady offset,
 * without what is too much, and going on when no frames come, since whoever waits for the end of a
 * sentence counts frames. Confined to the call's loop.
 */
final class HeardLine implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final long STALL_MS = 1_500; // beyond it a line sounds dead anyway
  private static final int FRAME_MS = 20;
  private static final int FRAME_BYTES = 160;

  /** Who hears it. */
  interface Ears {
    /** 20 ms, {@code timestampMs} into the stream. */
    void hear(byte[] mulaw, long timestampMs);

    /** What the line brings has changed. */
    default void line(LineState now) {}
  }

  private final Clock clock;
  private final Ears ears;
  private final LineMeter meter;
  private final SteadyOffset offset = new SteadyOffset();
  private Clock.Timer timer = () -> {};
  private boolean closed;
  private long arrivedNanos;
  private long timestampMs;
  private long filled; // frames since then
  private LineState state = LineState.GOOD;

  /**
   * A line at its beginning.
   *
   * @param goesOn whether silence is heard while nothing comes
   */
  HeardLine(Loop loop, boolean goesOn, Ears ears, BiConsumer<LineTrouble, String> troubles) {
    this.clock = loop.clock();
    this.ears = ears;
    this.meter = new LineMeter(troubles);
    this.arrivedNanos = clock.nanos();
    if (goesOn) {
      timer = clock.after(LOOK, this::look);
    }
  }

  /** The next frame, as the carrier sent it. */
  void take(byte[] mulaw, long atMs) {
    arrivedNanos = clock.nanos();
    filled = 0;
    timestampMs = atMs;
    if (!meter.due(atMs)) {
      return;
    }
    byte[] clean = offset.removed(mulaw);
    meter.offset(offset.offset());
    meter.sound(clean);
    state(meter.isNoisy() ? LineState.NOISY : LineState.GOOD);
    ears.hear(clean, atMs);
  }

  private void state(LineState now) {
    if (now != state) {
      state = now;
      ears.line(now);
    }
  }

  /** A message could not be read. */
  void unreadable(String why) {
    meter.tell(LineTrouble.UNREADABLE, why);
  }

  private void look() {
    if (closed) {
      return;
    }
    timer = clock.after(LOOK, this::look);
    long stillMs = (clock.nanos() - arrivedNanos) / 1_000_000;
    if (stillMs >= STALL_MS) {
      meter.tell(LineTrouble.STALLED, "no audio for " + stillMs + " ms");
      state(LineState.LOST);
      while (filled < stillMs / FRAME_MS && !closed) {
        byte[] silence = new byte[FRAME_BYTES];
        Arrays.fill(silence, MuLaw.SILENCE);
        ears.hear(silence, timestampMs + ++filled * FRAME_MS);
      }
    }
  }

  /** Nothing more is heard. */
  @Override
  public void close() {
    closed = true;
    timer.cancel();
  }
}
