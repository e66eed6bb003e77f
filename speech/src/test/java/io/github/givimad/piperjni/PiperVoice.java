package io.github.givimad.piperjni;

import java.util.concurrent.atomic.AtomicInteger;

/** A voice of the stand-in. */
public final class PiperVoice implements AutoCloseable {
  /** Voices that have not been closed. */
  public static final AtomicInteger OPEN = new AtomicInteger();

  private final double scale;

  PiperVoice(double scale) {
    this.scale = scale;
    OPEN.incrementAndGet();
  }

  double scale() {
    return scale;
  }

  public int getSampleRate() {
    return 22_050;
  }

  @Override
  public void close() {
    OPEN.decrementAndGet();
  }
}
