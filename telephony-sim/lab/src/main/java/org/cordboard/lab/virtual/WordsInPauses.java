package org.cordboard.lab.virtual;

import java.time.Duration;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.jspecify.annotations.Nullable;

/**
 * A recogniser that says nothing while the caller speaks, like those of the Whisper kind: in a
 * pause it decodes on trial, and tells the words unless the caller has gone on.
 *
 * @param of which knows the words at once
 * @param decode how long a decode takes
 */
record WordsInPauses(SpeechRecognizer of, Duration decode) implements SpeechRecognizer {
  @Override
  public String name() {
    return of.name();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    Holding holding = new Holding(listener);
    return new Pausing(of.open(hints, loop, holding), holding, loop, decode);
  }

  @Override
  public RecognizerLoad load() {
    return of.load();
  }

  @Override
  public void close() {
    of.close();
  }

  /** Keeps the words so far to itself. */
  private static final class Holding implements RecognitionListener {
    private final RecognitionListener listener;
    private @Nullable Transcript soFar;
    private long trial; // number of the pause that goes on; 0 for none
    private long trials;

    Holding(RecognitionListener listener) {
      this.listener = listener;
    }

    @Override
    public void onPartial(long utterance, Transcript transcript) {
      soFar = transcript;
    }

    @Override
    public void onFinal(long utterance, Transcript transcript) {
      listener.onFinal(utterance, transcript);
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      listener.onFailure(utterance, failure);
    }

    @Override
    public void onAlive(long utterance) {
      listener.onAlive(utterance);
    }

    @Override
    public void onReplaced(Replaced replaced) {
      listener.onReplaced(replaced);
    }
  }

  private record Pausing(RecognitionStream of, Holding words, Loop loop, Duration decode)
      implements RecognitionStream {
    @Override
    public void accept(AudioFrame frame) {
      of.accept(frame);
    }

    @Override
    public void speechStarted(long utterance, long startSample) {
      words.soFar = null;
      of.speechStarted(utterance, startSample);
    }

    @Override
    public void speechPaused(long utterance, long endSample) {
      long trial = ++words.trials;
      words.trial = trial;
      loop.clock()
          .after(
              decode,
              () -> {
                Transcript known = words.soFar;
                if (words.trial == trial && known != null) {
                  words.listener.onPartial(utterance, known);
                }
              });
      of.speechPaused(utterance, endSample);
    }

    @Override
    public void speechResumed(long utterance) {
      words.trial = 0;
      of.speechResumed(utterance);
    }

    @Override
    public void speechEnded(long utterance, long endSample) {
      words.trial = 0;
      of.speechEnded(utterance, endSample);
    }

    @Override
    public void expect(Expectation expectation) {
      of.expect(expectation);
    }

    @Override
    public void close() {
      words.trial = 0;
      of.close();
    }
  }
}
