package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.dialog.Expecting;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.turn.Din;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.Expected;
import org.cordboard.speech.turn.TurnEvent;
import org.cordboard.speech.turn.VoiceActivity;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one side of a call: frames in; voice, partial words and finished utterances out. Gaps
 * in the carrier's frames are filled with silence, so that positions stay true. Confined to the
 * call's loop.
 */
final class Ear implements RecognitionListener, AutoCloseable {
  private static final int FRAME_SAMPLES = AudioFormat.MULAW_8K.frameSamples();
  private static final int SAMPLES_PER_MS = 8;
  private static final long MAX_FILL_MS =
      2_000; // a longer hole is a pause of the line, not of a frame
  private static final long JITTER_MS = 60; // the carrier's timestamps wander by this much

  /** What the ear hears, on the loop. */
  interface Listener {
    /** Speech has begun. */
    void started(long utterance);

    /**
     * A frame has passed.
     *
     * @param loud it stands clear of the line's noise
     * @param voiced there is a voice in it
     * @param levelDb its level in dBFS
     */
    void frame(boolean loud, boolean voiced, double levelDb);

    /** The utterance is over; its words follow. */
    void stopped(long utterance);

    /** Words so far. */
    void partial(long utterance, String text);

    /**
     * The words so far look like all of the turn, whose speech ended at {@code endMs}, and it is
     * quiet: an answer may be prepared, not given.
     */
    default void ready(long utterance, Transcript soFar, long endMs) {}

    /**
     * The words; empty when there were none. {@code afterMs} is from the end of speech until now.
     */
    void words(long utterance, Transcript transcript, Timing timing);

    /** Words are late, and may still come; told again while they do not. */
    default void waiting(long utterance) {}

    /** The recogniser failed or did not answer within its budget. */
    void failed(long utterance, Throwable failure);

    /**
     * Noise that seems to be a voice has begun, or is over.
     *
     * @param voiceMs what has been heard of it
     */
    default void din(boolean on, long voiceMs) {}

    /** Another recogniser has taken over; words that are awaited still come. */
    default void replaced(Replaced replaced) {}
  }

  /** Where the time went: end of speech → end of turn decided → words known. */
  record Timing(long speechEndMs, long endpointMs, long decodeMs, long knownAtNanos) {}

  private final Loop loop;
  private final VoiceActivity activity;
  private final Endpointer endpointer;
  private final Din din;
  private final RecognitionStream recognition;
  private final Listener listener;
  private final VoiceActivity.Listener judged = this::judged;
  private long position; // samples fed so far
  private long firstTimestampMs = -1;
  private long utterance;
  private boolean speaking; // that utterance goes on
  private final AwaitedWords awaited;
  private @Nullable Transcript soFar; // of the utterance that goes on
  private boolean closed;

  Ear(SpeechParts speech, RecognitionHints hints, Duration budget, Loop loop, Listener listener) {
    this.loop = loop;
    this.listener = listener;
    this.awaited =
        new AwaitedWords(
            budget,
            loop,
            (ended, why) -> listener.failed(ended.utterance(), why),
            listener::waiting);
    this.activity = speech.voiceActivity(loop);
    this.endpointer = speech.endpointer(hints.language());
    this.din = speech.din();
    this.recognition = speech.recognizer().open(hints, loop, this);
  }

  /**
   * What is expected next: the endpointer waits longer for digits, the recogniser may be biased.
   */
  void expect(Expecting expecting) {
    Expected expected = AnswerForm.of(expecting);
    endpointer.expect(expected);
    recognition.expect(expected.form().bias());
  }

  /** The next frame, with the carrier's timestamp. */
  void hear(byte[] mulaw, long timestampMs) {
    loop.assertOn();
    if (mulaw.length != FRAME_SAMPLES) {
      return; // the adapter cuts frames; anything else is not audio
    }
    if (firstTimestampMs < 0) {
      firstTimestampMs = timestampMs - position / SAMPLES_PER_MS;
    }
    long missingMs = timestampMs - firstTimestampMs - position / SAMPLES_PER_MS;
    if (missingMs > JITTER_MS) {
      fill(Math.min(missingMs, MAX_FILL_MS));
      if (missingMs > MAX_FILL_MS) {
        firstTimestampMs += missingMs - MAX_FILL_MS;
      }
    }
    feed(mulaw);
  }

  private void fill(long ms) {
    for (long filled = 0; filled + AudioFormat.FRAME_MS <= ms; filled += AudioFormat.FRAME_MS) {
      byte[] silence = new byte[FRAME_SAMPLES];
      Arrays.fill(silence, (byte) 0xFF);
      feed(silence);
    }
  }

  private void feed(byte[] mulaw) {
    AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, mulaw, position);
    position = frame.endSample();
    recognition.accept(frame);
    activity.hear(frame, judged);
  }

  private void judged(AudioFrame frame) {
    if (closed) {
      return; // judged too late
    }
    boolean voiced = activity.voiced();
    for (TurnEvent event : endpointer.next(voiced, frame)) {
      on(event);
    }
    if (din.frame(voiced)) {
      noisy(false);
    }
    listener.frame(activity.loud(), voiced, activity.levelDb());
  }

  private void noisy(boolean on) {
    endpointer.noisy(on);
    listener.din(on, din.voiceMs());
  }

  private void on(TurnEvent event) {
    if (event instanceof TurnEvent.Started started) {
      utterance++;
      speaking = true;
      soFar = null;
      recognition.speechStarted(utterance, started.atSample());
      listener.started(utterance);
    } else if (event instanceof TurnEvent.Paused paused) {
      recognition.speechPaused(utterance, paused.atSample());
    } else if (event instanceof TurnEvent.Resumed) {
      recognition.speechResumed(utterance);
    } else if (event instanceof TurnEvent.Ready ready && soFar != null) {
      listener.ready(utterance, soFar, ready.atSample() / SAMPLES_PER_MS);
    } else if (event instanceof TurnEvent.Ended ended) {
      speaking = false;
      awaited.add(
          new AwaitedWords.Ended(
              utterance, ended.atSample(), position, loop.clock().nanos(), din.ended()));
      listener.stopped(utterance);
      recognition.speechEnded(utterance, ended.atSample());
    }
  }

  @Override
  public void onPartial(long of, Transcript transcript) {
    List<TurnEvent> events = List.of();
    if (of == utterance && speaking) {
      din.words(words(transcript));
      soFar = transcript;
      events = tell(transcript);
    }
    listener.partial(of, transcript.text());
    events.forEach(this::on);
  }

  private List<TurnEvent> tell(Transcript soFar) {
    List<Transcript.Word> words = soFar.words();
    if (words.isEmpty() && soFar.endSample() >= 0) {
      return endpointer.heardUpTo(soFar.text(), soFar.endSample(), position);
    }
    long reach = words.isEmpty() ? -1 : words.get(words.size() - 1).endSample();
    return endpointer.heard(soFar.text(), reach, position);
  }

  @Override
  public void onFinal(long of, Transcript transcript) {
    awaited.known(of, ended -> words(ended, transcript));
  }

  private void words(AwaitedWords.Ended of, Transcript transcript) {
    boolean noise = din.said(of.voice(), words(transcript));
    if (noise && transcript.text().isBlank()) {
      noisy(true);
    }
    long now = loop.clock().nanos();
    listener.words(
        of.utterance(),
        transcript,
        new Timing(
            of.endSample() / SAMPLES_PER_MS,
            Math.max(0, of.decidedSample() - of.endSample()) / SAMPLES_PER_MS,
            (now - of.decidedNanos()) / 1_000_000,
            now));
    if (noise && !transcript.text().isBlank() && !closed) {
      noisy(true); // after the turn: what is told of the noise waits for its answer
    }
  }

  private static int words(Transcript transcript) {
    String text = transcript.text().strip();
    return text.isEmpty() ? 0 : text.split("\\s+").length;
  }

  @Override
  public void onFailure(long of, Throwable failure) {
    awaited.failed(of, failure);
  }

  @Override
  public void onReplaced(Replaced replaced) {
    listener.replaced(replaced);
  }

  /** Samples heard so far: the call's own clock. */
  long position() {
    return position;
  }

  @Override
  public void close() {
    closed = true;
    awaited.close();
    recognition.close();
  }
}
