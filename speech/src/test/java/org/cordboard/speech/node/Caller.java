package org.cordboard.speech.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.ManualClock;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;

/** Somebody who speaks scripted speech into a recogniser, as fast as the test likes. */
final class Caller implements RecognitionListener, AutoCloseable {
  private static final ScriptedSynthesizer VOICE =
      new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO));

  private final SystemClock loop = new SystemClock("caller");
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final FrameCutter cutter = new FrameCutter();
  private final RecognitionStream stream;
  private long position;

  Caller(SpeechRecognizer recognizer) {
    this(recognizer, RecognitionHints.english());
  }

  Caller(SpeechRecognizer recognizer, RecognitionHints hints) {
    this.stream = recognizer.open(hints, loop, this);
  }

  /** The audio of {@code text}. */
  static byte[] audio(String text) {
    ManualClock clock = new ManualClock();
    java.io.ByteArrayOutputStream audio = new java.io.ByteArrayOutputStream();
    VOICE.speak(
        SpeechRequest.of(text, ""),
        clock,
        new SynthesisListener() {
          @Override
          public void onAudio(byte[] mulaw) {
            audio.writeBytes(mulaw);
          }

          @Override
          public void onEnd() {}

          @Override
          public void onFailure(Throwable failure) {
            throw new AssertionError(failure);
          }
        });
    clock.advance(Duration.ofMillis(1));
    return audio.toByteArray();
  }

  void begin(long utterance) {
    loop.run(() -> stream.speechStarted(utterance, position));
  }

  void say(String text) {
    say(audio(text));
  }

  void say(byte[] mulaw) {
    List<AudioFrame> frames = cutter.push(mulaw);
    loop.run(
        () -> {
          for (AudioFrame frame : frames) {
            position = frame.endSample();
            stream.accept(frame);
          }
        });
  }

  void end(long utterance) {
    loop.run(
        () -> {
          stream.speechPaused(utterance, position);
          stream.speechEnded(utterance, position);
        });
  }

  /** All of utterance 1. */
  void utter(String text) {
    begin(1);
    say(text);
    end(1);
  }

  /** What the stream tells next, partials apart. */
  String next() throws InterruptedException {
    String next = told.poll(10, TimeUnit.SECONDS);
    return next == null ? "nothing within 10 s" : next;
  }

  /** Whether nothing has been told that was not taken. */
  boolean quiet() {
    return told.isEmpty();
  }

  @Override
  public void onFinal(long utterance, Transcript transcript) {
    told.add("final " + utterance + " " + transcript.text());
  }

  @Override
  public void onFailure(long utterance, Throwable failure) {
    told.add("failure " + utterance + " " + failure.getMessage());
  }

  @Override
  public void close() {
    try {
      loop.run(stream::close);
      loop.run(loop::close);
    } catch (IllegalStateException repeated) {
      // it is closed already
    }
  }
}
