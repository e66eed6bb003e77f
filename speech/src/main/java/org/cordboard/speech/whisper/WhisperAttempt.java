package org.cordboard.speech.whisper;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.whisper.WhisperDecoder.Decoded;
import org.cordboard.speech.whisper.WhisperDecoder.Tongues;

/** One decode of one utterance; made on the loop, read on a worker. */
final class WhisperAttempt {
  private final byte[] mulaw;
  private final long startSample;
  private final long endSample;
  private final String prompt;
  private final Tongues tongues;
  private volatile boolean abandoned;

  WhisperAttempt(byte[] mulaw, long startSample, long endSample, String prompt, Tongues tongues) {
    this.tongues = tongues;
    this.mulaw = mulaw;
    this.startSample = startSample;
    this.endSample = endSample;
    this.prompt = prompt;
  }

  short[] samples() {
    return MuLaw.decode(mulaw);
  }

  long length() {
    return endSample - startSample;
  }

  Tongues tongues() {
    return tongues;
  }

  String prompt() {
    return prompt;
  }

  void abandon() {
    abandoned = true;
  }

  boolean abandoned() {
    return abandoned;
  }

  Transcript transcript(Decoded decoded, Duration took) {
    return new Transcript(
        decoded.text(),
        decoded.confidence(),
        List.of(),
        startSample,
        endSample,
        took,
        decoded.language().map(Locale::forLanguageTag));
  }
}
