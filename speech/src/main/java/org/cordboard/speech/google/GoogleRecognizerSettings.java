package org.cordboard.speech.google;

import java.time.Duration;

/**
 * Section {@code speech.google.recognizer}.
 *
 * @param location region of the recogniser: {@code global}, {@code eu}, {@code us-central1}
 * @param id the recogniser in the project, {@code _} for none that was set up before
 * @param model the model, such as {@code telephony} or {@code chirp_2}
 * @param features what is asked for beside the words
 * @param sending how audio is sent
 * @param limits how long things may take
 */
public record GoogleRecognizerSettings(
    String location, String id, String model, Features features, Sending sending, Limits limits) {
  private static final int MOST_CHUNK_MS = 3_000; // Google takes at most 25 KB at a time

  /** Checks that the names can be part of an address. */
  public GoogleRecognizerSettings {
    if (!location.matches("[a-z0-9-]+") || !id.matches("[A-Za-z0-9_-]+") || model.isBlank()) {
      throw new IllegalArgumentException(
          "needs a location such as global or us-central1, an id such as _, and a model such as"
              + " telephony");
    }
  }

  /**
   * Section {@code speech.google.recognizer.features}.
   *
   * @param punctuation whether Google sets commas and full stops
   * @param wordTimes whether words have places
   * @param wordConfidence whether words have a confidence of their own
   * @param voiceActivity whether Google tells where it hears voice: a pause to change streams in
   * @param phraseBoost how strongly the phrases of the business are leaned to, above 0 to 20; 0
   *     sends none
   */
  public record Features(
      boolean punctuation,
      boolean wordTimes,
      boolean wordConfidence,
      boolean voiceActivity,
      double phraseBoost) {
    /** Checks the boost. */
    public Features {
      if (!(phraseBoost >= 0 && phraseBoost <= 20)) {
        throw new IllegalArgumentException("phrase-boost must lie in 0…20");
      }
    }
  }

  /**
   * Section {@code speech.google.recognizer.sending}.
   *
   * @param chunk audio gathered before it is sent
   * @param burst audio of a stream that may be sent at once
   * @param catchUp how many times faster than it was spoken audio is sent after that
   * @param buffer audio of an utterance that is held for a slow line or another stream; beyond it
   *     the oldest is dropped
   */
  public record Sending(Duration chunk, Duration burst, double catchUp, Duration buffer) {
    /** Checks the ranges. */
    public Sending {
      if (chunk.toMillis() < 20 || chunk.toMillis() > MOST_CHUNK_MS) {
        throw new IllegalArgumentException("chunk must lie in 20ms…3s");
      }
      if (burst.compareTo(chunk) < 0 || !(catchUp >= 1 && catchUp <= 100)) {
        throw new IllegalArgumentException("needs burst ≥ chunk and catch-up in 1…100");
      }
      if (buffer.toMillis() < 2_000 || buffer.toSeconds() > 300) {
        throw new IllegalArgumentException("buffer must lie in 2s…300s");
      }
    }
  }

  /**
   * Section {@code speech.google.recognizer.limits}.
   *
   * @param rolloverFrom age of a stream from which the next pause moves the utterance to a new one
   * @param stream age at which it is moved, pause or not
   * @param answer wait for the final after the last audio was sent
   * @param attempts streams tried for a stretch of audio before its utterance fails
   * @param backoff wait before the second try; doubled for every further one
   */
  public record Limits(
      Duration rolloverFrom, Duration stream, Duration answer, int attempts, Duration backoff) {
    private static final Duration GOOGLES = Duration.ofMinutes(5);

    /** Checks the ranges. */
    public Limits {
      boolean ordered = rolloverFrom.toMillis() > 0 && rolloverFrom.compareTo(stream) <= 0;
      if (!ordered || stream.compareTo(GOOGLES) >= 0) {
        throw new IllegalArgumentException(
            "needs 0 < rollover-from ≤ stream < 5 minutes, after which Google ends a stream");
      }
      if (answer.toMillis() < 100 || attempts < 1 || attempts > 10 || backoff.toMillis() < 1) {
        throw new IllegalArgumentException("needs answer ≥ 100ms, attempts 1…10 and backoff ≥ 1ms");
      }
    }
  }
}
