package org.cordboard.speech.vosk;

import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.AudioHistory;
import org.jspecify.annotations.Nullable;

/**
 * One side of a call: keeps the last moments, and feeds the decoder of the current utterance. On
 * the loop.
 */
final class VoskStream implements RecognitionStream {
  private static final int KEPT_SAMPLES = 12_000; // 1.5 s: a start may lie a second back

  private final VoskRecognizer recognizer;
  private final VoskSettings settings;
  private final boolean grammar;
  private final Loop loop;
  private final RecognitionListener listener;
  private final AudioHistory history = new AudioHistory(KEPT_SAMPLES);
  private Expectation expectation = Expectation.FREE;
  private @Nullable VoskUtterance current;
  private boolean closed;

  VoskStream(
      VoskRecognizer recognizer,
      VoskSettings settings,
      boolean grammar,
      Loop loop,
      RecognitionListener listener) {
    this.recognizer = recognizer;
    this.settings = settings;
    this.grammar = grammar;
    this.loop = loop;
    this.listener = listener;
  }

  @Override
  public void accept(AudioFrame frame) {
    if (closed) {
      return;
    }
    history.append(frame);
    VoskUtterance utterance = current;
    if (utterance != null) {
      utterance.feed(frame.bytes());
    }
  }

  @Override
  public void speechStarted(long utterance, long startSample) {
    if (closed) {
      return;
    }
    abandon();
    byte[] lead = history.slice(startSample, history.end());
    long origin = history.end() - lead.length;
    VoskDecoder decoder = recognizer.decoder(expectation, grammar, origin);
    VoskUtterance begun =
        new VoskUtterance(utterance, origin, decoder, recognizer, settings, loop, listener);
    current = begun;
    begun.feed(lead);
  }

  @Override
  public void speechPaused(long utterance, long endSample) {
    // everything so far has been decoded: there is nothing to try
  }

  @Override
  public void speechResumed(long utterance) {
    // as above
  }

  @Override
  public void speechEnded(long utterance, long endSample) {
    VoskUtterance ended = current;
    if (!closed && ended != null && ended.id() == utterance) {
      current = null;
      ended.end(endSample);
    }
  }

  @Override
  public void expect(Expectation expectation) {
    this.expectation = expectation;
  }

  @Override
  public void close() {
    closed = true;
    abandon();
  }

  private void abandon() {
    VoskUtterance left = current;
    current = null;
    if (left != null) {
      left.abandon();
    }
  }
}
