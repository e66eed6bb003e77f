package org.cordboard.speech.whisper;

import java.time.Duration;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.RecordingReader;
import org.cordboard.speech.audio.Resampler;

/** Recordings through Whisper: with its full context, and all of their band. */
final class WhisperRecordings implements RecordingReader {
  private static final Duration LONGEST = Duration.ofSeconds(28); // with silence around, 30 s

  private final WhisperDecoder decoder;

  WhisperRecordings(WhisperDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Duration longest() {
    return LONGEST;
  }

  @Override
  public String read(float[] samples, int rateHz, RecognitionHints hints) {
    float[] wide = Resampler.convert(samples, rateHz, WhisperAudio.RATE_HZ);
    return decoder.decodeRecording(wide, WhisperPrompt.of(Expectation.FREE)).text();
  }
}
