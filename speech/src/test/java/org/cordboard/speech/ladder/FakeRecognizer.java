package org.cordboard.speech.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.audio.AudioFrame;

/**
 * A recogniser that notes what it is told, throws where it is told to, and says what a test says.
 */
final class FakeRecognizer implements SpeechRecognizer {
  final List<Stream> streams = new ArrayList<>();
  private final String name;
  boolean throwsAtOpen;
  boolean throwsOnAudio;
  boolean throwsAtStart;
  boolean throwsAtEnd;
  boolean failsAtEnd;
  boolean onlyEnglish;
  Duration lag = Duration.ZERO;

  FakeRecognizer(String name) {
    this.name = name;
  }

  Stream last() {
    return streams.get(streams.size() - 1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hears(Locale language) {
    return !onlyEnglish || language.getLanguage().equals("en");
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    if (throwsAtOpen) {
      throw new IllegalStateException(name + " does not open");
    }
    streams.add(new Stream(listener));
    return last();
  }

  @Override
  public RecognizerLoad load() {
    return new RecognizerLoad(name.length(), lag);
  }

  @Override
  public void close() {
    // nothing is held
  }

  /** One stream. */
  final class Stream implements RecognitionStream {
    final RecognitionListener listener;
    final List<String> log = new ArrayList<>();
    long firstSample = -1;
    long endSample;
    int frames;
    boolean closed;

    Stream(RecognitionListener listener) {
      this.listener = listener;
    }

    @Override
    public void accept(AudioFrame frame) {
      if (throwsOnAudio) {
        throw new IllegalStateException(name + " chokes");
      }
      firstSample = firstSample < 0 ? frame.startSample() : firstSample;
      endSample = frame.endSample();
      frames++;
    }

    @Override
    public void speechStarted(long utterance, long startSample) {
      if (throwsAtStart) {
        throw new UnsatisfiedLinkError(name + " has no engine");
      }
      log.add("start " + utterance + " at " + startSample);
    }

    @Override
    public void speechPaused(long utterance, long at) {
      log.add("pause " + utterance);
    }

    @Override
    public void speechResumed(long utterance) {
      log.add("resume " + utterance);
    }

    @Override
    public void speechEnded(long utterance, long at) {
      if (throwsAtEnd) {
        throw new IllegalStateException(name + " dies at the end");
      }
      log.add("end " + utterance + " at " + at);
      if (failsAtEnd) {
        listener.onFailure(utterance, new IllegalStateException(name + " fails"));
      }
    }

    @Override
    public void expect(Expectation expectation) {
      log.add("expect " + expectation);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
