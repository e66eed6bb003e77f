package org.cordboard.speech.node;

import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.audio.AudioFrame;

/** Fails at every utterance. */
final class FailingRecognizer implements SpeechRecognizer {
  @Override
  public String name() {
    return "failing";
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return new RecognitionStream() {
      @Override
      public void accept(AudioFrame frame) {}

      @Override
      public void speechStarted(long utterance, long startSample) {}

      @Override
      public void speechPaused(long utterance, long endSample) {}

      @Override
      public void speechResumed(long utterance) {}

      @Override
      public void speechEnded(long utterance, long endSample) {
        listener.onFailure(utterance, new IllegalStateException("broken"));
      }

      @Override
      public void expect(Expectation expectation) {}

      @Override
      public void close() {}
    };
  }

  @Override
  public RecognizerLoad load() {
    return RecognizerLoad.IDLE;
  }

  @Override
  public void close() {}
}
