package org.cordboard.sim.carrier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Resampler;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;

/** Reads a fetched sound file into telephone audio. Pure. */
final class WavClip {
  private static final int RATE_HZ = 8000;

  private WavClip() {}

  /** The audio of {@code file} as μ-law; throws when it is no WAV file that can be played. */
  static byte[] mulaw(byte[] file, String url) throws IOException {
    WavAudio audio = Wav.read(new ByteArrayInputStream(file), url);
    short[] mono = audio.mono();
    return MuLaw.encode(
        audio.sampleRateHz() == RATE_HZ
            ? mono
            : Resampler.convert(mono, audio.sampleRateHz(), RATE_HZ));
  }
}
