package org.cordboard.speech.whisper;

import org.cordboard.speech.audio.Resampler;

/**
 * Makes of an utterance what Whisper reads best: without direct current, at an even level, at 16
 * kHz, and with silence around it, as under a second of audio it answers nothing. Pure.
 */
final class WhisperAudio {
  static final int RATE_HZ = 16_000;
  private static final int PAD_BEFORE = RATE_HZ / 5; // 200 ms
  private static final int PAD_AFTER = RATE_HZ / 5;
  static final int SHORTEST = RATE_HZ * 13 / 10; // 1.3 s
  private static final double TARGET_RMS = 0.1; // −20 dBFS over the louder half
  private static final double MOST_GAIN = 30; // 30 dB: what is softer still is not speech
  private static final int FULL_CONTEXT = 1_500;
  private static final int SAMPLES_PER_CONTEXT = 320;
  private static final int CONTEXT_MARGIN = 400; // less, and it repeats itself for ever

  private WhisperAudio() {}

  /** From 16-bit samples at 8 kHz to floats at 16 kHz, padded. */
  static float[] prepare(short[] pcm8k) {
    return padded(Resampler.convert(levelled(pcm8k), 8_000, RATE_HZ));
  }

  /** Floats at 16 kHz with the silence around them that Whisper needs. */
  static float[] padded(float[] wide) {
    int length = Math.max(SHORTEST, PAD_BEFORE + wide.length + PAD_AFTER);
    float[] padded = new float[length];
    System.arraycopy(wide, 0, padded, PAD_BEFORE, wide.length);
    return padded;
  }

  /** The encoder's context that {@code samples} at 16 kHz need; 0, "all", when that is as much. */
  static int context(int samples) {
    int needed = samples / SAMPLES_PER_CONTEXT + CONTEXT_MARGIN;
    return needed >= FULL_CONTEXT ? 0 : needed;
  }

  static float[] levelled(short[] pcm) {
    double mean = 0;
    for (short sample : pcm) {
      mean += sample;
    }
    mean = pcm.length == 0 ? 0 : mean / pcm.length;
    float[] floats = new float[pcm.length];
    double peak = 1e-6;
    for (int i = 0; i < pcm.length; i++) {
      floats[i] = (float) ((pcm[i] - mean) / 32_768);
      peak = Math.max(peak, Math.abs(floats[i]));
    }
    double gain = Math.min(MOST_GAIN, TARGET_RMS / Math.max(1e-6, activeRms(floats)));
    gain = Math.min(gain, 0.95 / peak);
    for (int i = 0; i < floats.length; i++) {
      floats[i] *= (float) gain;
    }
    return floats;
  }

  /** Root mean square over the 20 ms blocks that are louder than the average block. */
  private static double activeRms(float[] samples) {
    int block = 160;
    int blocks = samples.length / block;
    double[] power = new double[blocks];
    double total = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = b * block; i < (b + 1) * block; i++) {
        power[b] += samples[i] * samples[i] / block;
      }
      total += power[b] / blocks;
    }
    double sum = 0;
    int count = 0;
    for (double p : power) {
      if (p >= total) {
        sum += p;
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }
}
