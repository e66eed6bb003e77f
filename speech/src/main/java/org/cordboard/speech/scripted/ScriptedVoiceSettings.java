package org.cordboard.speech.scripted;

import java.time.Duration;

/**
 * Section {@code speech.scripted.voice}.
 *
 * @param firstAudio from asking to the first audio
 */
public record ScriptedVoiceSettings(Duration firstAudio) {
  /** Checks the range. */
  public ScriptedVoiceSettings {
    if (firstAudio.isNegative()) {
      throw new IllegalArgumentException("first-audio must not be below 0");
    }
  }
}
