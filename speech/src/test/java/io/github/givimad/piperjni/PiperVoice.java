package io.github.givimad.piperjni;

/** A voice of the stand-in. */
public final class PiperVoice implements AutoCloseable {
  private final double scale;

  PiperVoice(double scale) {
    this.scale = scale;
  }

  double scale() {
    return scale;
  }

  public int getSampleRate() {
    return 22_050;
  }

  @Override
  public void close() {}
}
