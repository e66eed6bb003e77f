package org.cordboard.lab.virtual;

import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;

/** A recogniser that is broken in one way, from the beginning or from some frame on. */
final class BrokenRecognizer implements SpeechRecognizer {
  /** How it is broken. */
  enum How {
    THROWS_AT_OPEN,
    THROWS_IN_MID_CALL,
    NEVER_ANSWERS,
    FAILS,
    ANSWERS_TWICE,
    ANSWERS_TOO_LATE,
    HEARS_NOTHING
  }

  private static final int MID_CALL = 300; // frames
  private static final long LATE_MS = 3_000; // later than the ladder waits

  private final SpeechRecognizer recognizer;
  private final How how;

  BrokenRecognizer(SpeechRecognizer recognizer, How how) {
    this.recognizer = recognizer;
    this.how = how;
  }

  @Override
  public String name() {
    return "broken";
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    if (how == How.THROWS_AT_OPEN) {
      throw new UnsatisfiedLinkError("no engine on this machine");
    }
    return new Stream(recognizer.open(hints, loop, new Ears(loop, listener)));
  }

  @Override
  public RecognizerLoad load() {
    return RecognizerLoad.IDLE;
  }

  @Override
  public void close() {
    recognizer.close();
  }

  private final class Ears implements RecognitionListener {
    private final Loop loop;
    private final RecognitionListener listener;

    Ears(Loop loop, RecognitionListener listener) {
      this.loop = loop;
      this.listener = listener;
    }

    @Override
    public void onFinal(long utterance, Transcript transcript) {
      switch (how) {
        case FAILS -> onFailure(utterance, new IllegalStateException("broken"));
        case ANSWERS_TWICE -> {
          listener.onFinal(utterance, transcript);
          listener.onFinal(utterance, transcript);
        }
        case ANSWERS_TOO_LATE ->
            loop.clock()
                .after(
                    java.time.Duration.ofMillis(LATE_MS),
                    () -> listener.onFinal(utterance, transcript));
        case HEARS_NOTHING ->
            listener.onFinal(
                utterance,
                new Transcript("", 0, java.util.List.of(), 0, 0, java.time.Duration.ZERO));
        case NEVER_ANSWERS -> {}
        default -> listener.onFinal(utterance, transcript);
      }
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      listener.onFailure(utterance, failure);
    }
  }

  private final class Stream implements RecognitionStream {
    private final RecognitionStream stream;
    private int frames;

    Stream(RecognitionStream stream) {
      this.stream = stream;
    }

    @Override
    public void accept(AudioFrame frame) {
      if (how == How.THROWS_IN_MID_CALL && ++frames > MID_CALL) {
        throw new IllegalStateException("out of order");
      }
      stream.accept(frame);
    }

    @Override
    public void speechStarted(long utterance, long startSample) {
      stream.speechStarted(utterance, startSample);
    }

    @Override
    public void speechPaused(long utterance, long endSample) {
      stream.speechPaused(utterance, endSample);
    }

    @Override
    public void speechResumed(long utterance) {
      stream.speechResumed(utterance);
    }

    @Override
    public void speechEnded(long utterance, long endSample) {
      stream.speechEnded(utterance, endSample);
    }

    @Override
    public void expect(Expectation expectation) {
      stream.expect(expectation);
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
