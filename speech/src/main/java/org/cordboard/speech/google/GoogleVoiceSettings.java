package org.cordboard.speech.google;

import java.time.Duration;

/**
 * Section {@code speech.google.voice}.
 *
 * @param location region that speaks: {@code global}, {@code eu}, {@code us}
 * @param name the voice when none is asked for; empty lets Google choose one for the language
 * @param language its language, for names that do not begin with one
 * @param encoding what Google is asked for
 * @param marks whether voices that cannot stream are asked where their words lie
 * @param timeout wait for the first audio, and for any more
 * @param attempts tries before the first audio
 */
public record GoogleVoiceSettings(
    String location,
    String name,
    String language,
    Encoding encoding,
    boolean marks,
    Duration timeout,
    int attempts) {

  /** The form in which Google sends speech. */
  public enum Encoding {
    /** μ-law at 8 kHz, passed on as it is. */
    MULAW,
    /** 16 bits at 24 kHz, brought to 8 kHz here. */
    PCM
  }

  /** Checks the ranges. */
  public GoogleVoiceSettings {
    if (!location.matches("[a-z0-9-]+") || !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "needs a location such as global or eu, and a language such as en-US");
    }
    if (timeout.toMillis() < 100 || attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("needs timeout ≥ 100ms and attempts 1…10");
    }
  }
}
