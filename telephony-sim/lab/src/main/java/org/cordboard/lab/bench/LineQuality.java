package org.cordboard.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;

/**
 * What the way from a voice's rate to the telephone's costs: tones and speech through the resampler
 * and μ-law and back, against what they would ideally be. Pure.
 */
final class LineQuality {
  private static final int[] RATES_HZ = {16_000, 22_050, 24_000, 48_000};
  private static final int LINE_HZ = 8_000;
  private static final int[] TONES_HZ = {300, 1_000, 2_000, 3_000, 3_400};
  private static final int[] ALIASES_HZ = {4_600, 5_000, 6_000, 7_000};
  private static final double AMPLITUDE = 0.3; // −13.5 dBFS RMS
  private static final double SECONDS = 1;
  private static final int EDGE = 400; // samples left out: a tone begins abruptly

  private LineQuality() {}

  /** All measures; {@code speech} is at 8 kHz, −1 to 1. */
  static List<AudioMeasure> measure(float[] speech) {
    List<AudioMeasure> measures = new ArrayList<>();
    for (int rate : RATES_HZ) {
      String way = rate / 1_000.0 + " → 8 kHz";
      measures.add(
          AudioMeasure.atLeast(60, way + ", tones 300–3,400 Hz, noise", worstTone(rate), "dB"));
      measures.add(
          AudioMeasure.atMost(0.3, way + ", tones 300–3,400 Hz, ripple", ripple(rate), "dB"));
      measures.add(
          AudioMeasure.atLeast(60, way + ", aliases of 4.6–7 kHz below", aliases(rate), "dB"));
      measures.add(
          AudioMeasure.atLeast(
              30, "speech 8 → " + rate / 1_000.0 + " → 8 kHz", roundTrip(speech, rate), "dB"));
    }
    measures.add(AudioMeasure.atLeast(35, "tones 300–3,400 Hz through μ-law", mulawTones(), "dB"));
    float[] fresh = speech.clone(); // what μ-law has made once passes it again unharmed
    for (int n = 0; n < fresh.length; n++) {
      fresh[n] *= 0.83f;
    }
    measures.add(
        AudioMeasure.atLeast(33, "speech through μ-law", snr(fresh, throughMulaw(fresh)), "dB"));
    float[] whole = throughMulaw(there(back(fresh, 48_000), 48_000));
    measures.add(
        AudioMeasure.atLeast(
            28, "speech 48 kHz → 8 kHz → μ-law → back", snr(aligned(fresh, whole), whole), "dB"));
    return measures;
  }

  private static double worstTone(int rateHz) {
    double worst = Double.MAX_VALUE;
    for (int tone : TONES_HZ) {
      worst = Math.min(worst, fitted(there(tone(tone, rateHz), rateHz), tone)[1]);
    }
    return worst;
  }

  private static double ripple(int rateHz) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int tone : TONES_HZ) {
      double level = fitted(there(tone(tone, rateHz), rateHz), tone)[0];
      least = Math.min(least, level);
      most = Math.max(most, level);
    }
    return Math.max(Math.abs(least), Math.abs(most));
  }

  private static double aliases(int rateHz) {
    double worst = Double.MAX_VALUE;
    for (int tone : ALIASES_HZ) {
      float[] left = there(tone(tone, rateHz), rateHz);
      double level = 10 * Math.log10(power(left, EDGE) / (AMPLITUDE * AMPLITUDE / 2) + 1e-20);
      worst = Math.min(worst, -level);
    }
    return worst;
  }

  private static double mulawTones() {
    double worst = Double.MAX_VALUE;
    for (int tone : TONES_HZ) {
      float[] clean = tone(tone, LINE_HZ);
      worst = Math.min(worst, snr(clean, throughMulaw(clean)));
    }
    return worst;
  }

  private static double roundTrip(float[] speech, int rateHz) {
    float[] again = there(back(speech, rateHz), rateHz);
    return snr(aligned(speech, again), again);
  }

  /** Level against the ideal tone in dB, and what is not that tone below it, in dB. */
  private static double[] fitted(float[] samples, int toneHz) {
    double step = 2 * Math.PI * toneHz / LINE_HZ;
    double sine = correlation(samples, n -> Math.sin(step * n));
    double cosine = correlation(samples, n -> Math.cos(step * n));
    double signal = 0;
    double noise = 0;
    for (int n = EDGE; n < samples.length - EDGE; n++) {
      double tone = sine * Math.sin(step * n) + cosine * Math.cos(step * n);
      signal += tone * tone;
      noise += (samples[n] - tone) * (samples[n] - tone);
    }
    double level = 20 * Math.log10(Math.hypot(sine, cosine) / AMPLITUDE);
    return new double[] {level, 10 * Math.log10(signal / (noise + 1e-20))};
  }

  private static double correlation(float[] samples, DoubleUnaryOperator against) {
    double sum = 0;
    double own = 0;
    for (int n = EDGE; n < samples.length - EDGE; n++) {
      double value = against.applyAsDouble(n);
      sum += samples[n] * value;
      own += value * value;
    }
    return sum / own;
  }

  private static float[] tone(int toneHz, int rateHz) {
    float[] tone = new float[(int) (SECONDS * rateHz)];
    for (int n = 0; n < tone.length; n++) {
      tone[n] = (float) (AMPLITUDE * Math.sin(2 * Math.PI * toneHz * n / rateHz));
    }
    return tone;
  }

  private static float[] there(float[] samples, int rateHz) {
    return Resampler.convert(samples, rateHz, LINE_HZ);
  }

  private static float[] back(float[] samples, int rateHz) {
    return Resampler.convert(samples, LINE_HZ, rateHz);
  }

  private static float[] throughMulaw(float[] samples) {
    return Pcm.toFloats(MuLaw.decode(MuLaw.encode(Pcm.toShorts(samples))));
  }

  private static float[] aligned(float[] samples, float[] like) {
    return java.util.Arrays.copyOf(samples, like.length);
  }

  /** Signal to noise in dB, the difference to {@code clean} being the noise. */
  static double snr(float[] clean, float[] heard) {
    double signal = 0;
    double noise = 1e-20;
    for (int n = 0; n < Math.min(clean.length, heard.length); n++) {
      signal += (double) clean[n] * clean[n];
      noise += ((double) heard[n] - clean[n]) * ((double) heard[n] - clean[n]);
    }
    return 10 * Math.log10(signal / noise);
  }

  private static double power(float[] samples, int edge) {
    double sum = 0;
    for (int n = edge; n < samples.length - edge; n++) {
      sum += (double) samples[n] * samples[n];
    }
    return sum / Math.max(1, samples.length - 2 * edge);
  }
}
