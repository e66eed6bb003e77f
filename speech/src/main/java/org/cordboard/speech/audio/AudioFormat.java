package org.cordboard.speech.audio;

/**
 * How samples are laid out in bytes. Telephone audio is μ-law at 8 kHz (ITU-T G.711); recognisers
 * take 16-bit little-endian signed samples. Always one channel.
 */
public enum AudioFormat {
  /** One byte a sample, 8,000 samples a second. */
  MULAW_8K(8_000, 1),
  /** Two bytes a sample, little-endian, 8,000 samples a second. */
  PCM16_8K(8_000, 2),
  /** Two bytes a sample, little-endian, 16,000 samples a second. */
  PCM16_16K(16_000, 2);

  /** A frame's length in milliseconds: 20 everywhere. */
  public static final int FRAME_MS = 20;

  private final int sampleRateHz;
  private final int bytesPerSample;

  AudioFormat(int sampleRateHz, int bytesPerSample) {
    this.sampleRateHz = sampleRateHz;
    this.bytesPerSample = bytesPerSample;
  }

  /** Samples a second. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** Bytes that one sample takes. */
  public int bytesPerSample() {
    return bytesPerSample;
  }

  /** Bytes in one 20 ms frame: 160 for {@link #MULAW_8K}. */
  public int frameBytes() {
    return sampleRateHz / 1000 * FRAME_MS * bytesPerSample;
  }

  /** Samples in one 20 ms frame. */
  public int frameSamples() {
    return sampleRateHz / 1000 * FRAME_MS;
  }
}
