package org.cordboard.speech.audio;

import java.io.IOException;

/** A WAV file that cannot be used; the message names the file, what it is and what is needed. */
public final class WavFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What every file that is read must be. */
  static final String NEEDED =
      "needed: WAV of 16-bit PCM or μ-law, 8000 or 16000 Hz, 1 or 2 channels";

  WavFormatException(String file, String found) {
    super(file + ": " + found + "; " + NEEDED);
  }
}
