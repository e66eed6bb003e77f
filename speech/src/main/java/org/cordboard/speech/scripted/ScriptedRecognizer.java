package org.cordboard.speech.scripted;

import java.util.concurrent.atomic.AtomicLong;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;

/**
 * The recogniser for scripted speech: right but for the errors it is told to make, and as late as
 * it is told to be. It works on the loop, so that it serves virtual time.
 */
public final class ScriptedRecognizer implements SpeechRecognizer {
  private final ScriptedRecognizerSettings settings;
  private final AtomicLong streams = new AtomicLong();

  /** A recogniser with the delays and errors of {@code settings}. */
  public ScriptedRecognizer(ScriptedRecognizerSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    long seed = settings.seed() * 1_000_003 + streams.getAndIncrement();
    return new ScriptedStream(settings, seed, loop, listener);
  }

  @Override
  public RecognizerLoad load() {
    return RecognizerLoad.IDLE;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
