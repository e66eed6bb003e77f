package org.cordboard.speech.whisper;

import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.AudioHistory;
import org.cordboard.speech.whisper.WhisperDecoder.Tongues;
import org.jspecify.annotations.Nullable;

/** One side of a call: keeps its audio and has each utterance decoded as a whole. On the loop. */
final class WhisperStream implements RecognitionStream {
  private static final String ENGLISH = "en"; // what prompts are written in
  private static final int MOST_SAMPLES = 29 * 8_000; // Whisper's window is 30 s
  private static final long MOST_SKETCHED = 12 * 8_000; // longer ones take too long to guess at
  private static final long KEPT_IN_SILENCE = 12_000; // 1.5 s: a start may lie a second back

  private final WhisperRecognizer recognizer;
  private final Loop loop;
  private final RecognitionListener listener;
  private final long tailSamples;
  private final long sketchEvery;
  private final AudioHistory history = new AudioHistory(MOST_SAMPLES);
  private Tongues tongues; // until an utterance has told which it is
  private Expectation expectation = Expectation.FREE;
  private @Nullable Utterance current;
  private boolean closed;

  WhisperStream(
      WhisperRecognizer recognizer,
      Loop loop,
      RecognitionListener listener,
      Tongues tongues,
      WhisperSettings settings) {
    this.tongues = tongues;
    this.recognizer = recognizer;
    this.loop = loop;
    this.listener = listener;
    this.tailSamples = settings.tail().toMillis() * 8;
    this.sketchEvery = settings.partialEvery().toMillis() * 8;
  }

  @Override
  public void accept(AudioFrame frame) {
    if (closed) {
      return;
    }
    history.append(frame);
    Utterance open = current;
    if (open == null) {
      history.forgetBefore(history.end() - KEPT_IN_SILENCE);
    } else if (open.paused) {
      tryOut(open);
    } else if (history.end() - open.sketchedTo >= sketchEvery) {
      sketch(open);
    }
  }

  /** Decodes on trial what was said before the pause, as soon as a worker is free. */
  private void tryOut(Utterance paused) {
    if (paused.trial == null && recognizer.mayTry()) {
      paused.trial = begin(paused, paused.pausedAt);
    }
  }

  /** Guesses at the words so far: not in a pause, where the decode on trial says them better. */
  private void sketch(Utterance open) {
    long length = history.end() - open.startSample;
    boolean english = tongues.equals(Tongues.ENGLISH); // what sketches are made in
    if (length > MOST_SKETCHED || !english || !recognizer.maySketch()) {
      return;
    }
    open.sketchedTo = history.end();
    WhisperAttempt attempt =
        new WhisperAttempt(
            history.slice(open.startSample, history.end()),
            open.startSample,
            history.end(),
            "",
            tongues);
    open.sketch = attempt;
    recognizer.sketch(
        attempt,
        loop,
        Completion.of(
            transcript -> {
              if (open == current && !attempt.abandoned()) {
                partial(open.id, transcript);
              }
            },
            failure -> {})); // the final will tell
  }

  private void partial(long utterance, Transcript transcript) {
    if (!closed && !transcript.text().isEmpty()) {
      listener.onPartial(utterance, transcript);
    }
  }

  @Override
  public void speechStarted(long utterance, long startSample) {
    abandon();
    current = new Utterance(utterance, startSample);
  }

  @Override
  public void speechPaused(long utterance, long endSample) {
    Utterance paused = current;
    if (closed || paused == null || paused.id != utterance) {
      return;
    }
    paused.pause();
    paused.pausedAt = endSample;
    abandonTrial(paused);
    tryOut(paused);
  }

  @Override
  public void speechResumed(long utterance) {
    Utterance resumed = current;
    if (resumed != null && resumed.id == utterance) {
      abandonTrial(resumed);
      resumed.paused = false;
    }
  }

  @Override
  public void speechEnded(long utterance, long endSample) {
    Utterance ended = current;
    if (closed || ended == null || ended.id != utterance) {
      return;
    }
    current = null;
    ended.pause();
    Trial trial = ended.trial;
    Trial used = trial == null || trial.broken ? begin(ended, endSample) : trial;
    used.wanted();
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
    Utterance left = current;
    if (left != null) {
      left.pause();
      abandonTrial(left);
      current = null;
    }
  }

  private void abandonTrial(Utterance utterance) {
    Trial trial = utterance.trial;
    if (trial != null) {
      trial.attempt.abandon();
      recognizer.waste();
      utterance.trial = null;
    }
  }

  private Trial begin(Utterance utterance, long endSample) {
    byte[] audio = history.slice(utterance.startSample, endSample + tailSamples);
    WhisperAttempt attempt =
        new WhisperAttempt(
            audio,
            utterance.startSample,
            endSample,
            tongues.first().equals(ENGLISH) ? WhisperPrompt.of(expectation) : "",
            tongues);
    Trial trial = new Trial(utterance.id, attempt);
    recognizer.decode(attempt, loop, trial);
    return trial;
  }

  private static final class Utterance {
    final long id;
    final long startSample;
    @Nullable Trial trial;
    @Nullable WhisperAttempt sketch;
    long sketchedTo;
    boolean paused;
    long pausedAt;

    Utterance(long id, long startSample) {
      this.id = id;
      this.startSample = startSample;
      this.sketchedTo = startSample;
    }

    /** The caller is silent: a guess at what was said before comes too late to be of use. */
    void pause() {
      paused = true;
      if (sketch != null) {
        sketch.abandon();
        sketch = null;
      }
    }
  }

  /** A decode under way: its result waits until it is wanted, or is wanted until it comes. */
  private final class Trial implements Completion<Transcript> {
    final long id;
    final WhisperAttempt attempt;
    private boolean wanted;
    private boolean broken;
    private @Nullable Runnable outcome;

    Trial(long id, WhisperAttempt attempt) {
      this.id = id;
      this.attempt = attempt;
    }

    void wanted() {
      wanted = true;
      deliver();
    }

    @Override
    public void done(Transcript transcript) {
      transcript.language().ifPresent(told -> tongues = new Tongues(List.of(told.getLanguage())));
      outcome = () -> listener.onFinal(id, transcript);
      if (!wanted && !attempt.abandoned()) {
        partial(id, transcript); // all that was said before the pause
      }
      deliver();
    }

    @Override
    public void failed(Throwable failure) {
      broken = true;
      outcome = () -> listener.onFailure(id, failure);
      deliver();
    }

    private void deliver() {
      Runnable ready = outcome;
      if (ready != null && wanted && !closed && !attempt.abandoned()) {
        outcome = null;
        ready.run();
      }
    }
  }
}
