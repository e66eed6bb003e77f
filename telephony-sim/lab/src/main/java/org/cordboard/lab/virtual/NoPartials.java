package org.cordboard.lab.virtual;

import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;

/** A recogniser that says nothing before an utterance is over, like those of the Whisper kind. */
record NoPartials(SpeechRecognizer of) implements SpeechRecognizer {
  @Override
  public String name() {
    return of.name();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return of.open(
        hints,
        loop,
        new RecognitionListener() {
          @Override
          public void onFinal(long utterance, Transcript transcript) {
            listener.onFinal(utterance, transcript);
          }

          @Override
          public void onFailure(long utterance, Throwable failure) {
            listener.onFailure(utterance, failure);
          }
        });
  }

  @Override
  public RecognizerLoad load() {
    return of.load();
  }

  @Override
  public void close() {
    of.close();
  }
}
