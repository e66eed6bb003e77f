package org.cordboard.speech.audio;

import java.util.Arrays;

/**
 * What a voice engine made, fit for the telephone: 8 kHz, cut to its words, as loud as all our
 * voices, silent at either edge. Pure; any thread.
 *
 * @param mulaw the speech
 * @param from where it began in the engine's audio, in samples of 8 kHz
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once
public record TelephoneSpeech(byte[] mulaw, int from) {
  private static final int RATE_HZ = 8_000;
  private static final int EDGE_MS = 40; // silence left before and after the words
  private static final double LEVEL = 0.11; // active level, about −19 dBFS
  private static final double MOST_GAIN = 30;
  private static final double CEILING = 0.9;
  private static final int FADE_MS = 5; // of the silence at either end

  /** Of {@code samples} in −1…1; a {@code gain} of 1 is as loud as the others. */
  public static TelephoneSpeech of(float[] samples, int sampleRateHz, double gain) {
    float[] narrow = Resampler.convert(samples, sampleRateHz, RATE_HZ);
    int[] edges = Loudness.edges(narrow, RATE_HZ, EDGE_MS);
    float[] cut = Arrays.copyOfRange(narrow, edges[0], edges[1]);
    double wanted = Math.min(MOST_GAIN, LEVEL / Math.max(1e-9, Loudness.active(cut, RATE_HZ)));
    float[] level = Limiter.raised(cut, RATE_HZ, wanted * gain, CEILING);
    Limiter.fade(level, RATE_HZ, FADE_MS);
    return new TelephoneSpeech(MuLaw.encode(Pcm.toShorts(level)), edges[0]);
  }
}
