package org.cordboard.speech.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.audio.Loudness;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;
import org.cordboard.speech.file.SpeechFiles.Utterance;

/**
 * A file as a telephone line would bring it: one channel, 8 kHz μ-law frames, without direct
 * current, at the level of a near caller, with silence before and after.
 *
 * @param frames the line's frames
 * @param from where the file's own audio begins, in samples of the line
 * @param to where it ends
 * @param samples the file's audio as it was, without direct current and at that level
 * @param rateHz the file's own sample rate
 */
@SuppressWarnings("ArrayRecordComponent") // whole files: copying them buys nothing
record Recording(List<AudioFrame> frames, long from, long to, float[] samples, int rateHz) {
  static final int RATE_HZ = 8_000;
  private static final int BEFORE = 2_400; // 300 ms: the detector needs a moment to settle
  private static final int AFTER = 4_800;
  private static final double LEVEL = 0.1; // −20 dBFS
  private static final double MOST_GAIN = 60; // 36 dB

  static Recording read(Path file) throws IOException {
    WavAudio wav = Wav.read(file);
    float[] samples = Pcm.toFloats(wav.mono());
    removeDirectCurrent(samples);
    float[] level = Loudness.levelled(samples, wav.sampleRateHz(), LEVEL, 0.95, MOST_GAIN);
    float[] narrow = Resampler.convert(level, wav.sampleRateHz(), RATE_HZ);
    byte[] mulaw = MuLaw.encode(Pcm.toShorts(narrow));
    byte[] line = new byte[BEFORE + mulaw.length + AFTER];
    Arrays.fill(line, MuLaw.SILENCE);
    System.arraycopy(mulaw, 0, line, BEFORE, mulaw.length);
    FrameCutter cutter = new FrameCutter();
    List<AudioFrame> frames = new java.util.ArrayList<>(cutter.push(line));
    frames.addAll(cutter.finish());
    return new Recording(
        List.copyOf(frames), BEFORE, BEFORE + mulaw.length, level, wav.sampleRateHz());
  }

  /** How long it is, in samples of the line. */
  long length() {
    return to - from;
  }

  /** The file's audio under a stretch of the line. */
  float[] between(Utterance stretch) {
    long first = Math.max(0, stretch.from() - from) * rateHz / RATE_HZ;
    long end = Math.min(samples.length, Math.max(0, stretch.to() - from) * rateHz / RATE_HZ);
    return Arrays.copyOfRange(samples, (int) Math.min(first, end), (int) end);
  }

  private static void removeDirectCurrent(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample;
    }
    float mean = samples.length == 0 ? 0 : (float) (sum / samples.length);
    for (int i = 0; i < samples.length; i++) {
      samples[i] -= mean;
    }
  }
}
