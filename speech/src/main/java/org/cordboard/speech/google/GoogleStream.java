package org.cordboard.speech.google;

import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.AudioHistory;
import org.jspecify.annotations.Nullable;

/**
 * One side of a call: keeps the last moments and what open utterances still need, and sends nothing
 * while nobody speaks. On the loop.
 */
final class GoogleStream implements RecognitionStream {
  private static final int KEPT_IN_SILENCE = 12_000; // 1.5 s: a start may lie a second back
  private static final int AFTER_END = 1_600; // 200 ms: soft consonants end there

  private final GoogleRecognizer recognizer;
  private final RecognitionHints hints;
  private final Loop loop;
  private final RecognitionListener listener;
  private final AudioHistory history;
  private final List<GoogleUtterance> ending = new ArrayList<>();
  private Expectation expectation = Expectation.FREE;
  private @Nullable GoogleUtterance current;
  private boolean closed;

  GoogleStream(
      GoogleRecognizer recognizer,
      RecognitionHints hints,
      Loop loop,
      RecognitionListener listener) {
    this.recognizer = recognizer;
    this.hints = hints;
    this.loop = loop;
    this.listener = listener;
    this.history = new AudioHistory((int) recognizer.settings().sending().buffer().toMillis() * 8);
  }

  @Override
  public void accept(AudioFrame frame) {
    if (closed) {
      return;
    }
    history.append(frame);
    GoogleUtterance open = current;
    if (open != null) {
      open.moreAudio();
    }
    long needed = open == null ? Long.MAX_VALUE : open.needed();
    for (GoogleUtterance utterance : ending) {
      needed = Math.min(needed, utterance.needed());
    }
    history.forgetBefore(Math.min(needed, history.end() - KEPT_IN_SILENCE));
  }

  @Override
  public void speechStarted(long utterance, long startSample) {
    if (closed) {
      return;
    }
    abandon();
    StreamingRecognizeRequest first = recognizer.requests().first(hints, expectation);
    long start = Math.max(startSample, history.start());
    GoogleStretch.Source source = new GoogleStretch.Source(recognizer, loop, history, first);
    current = new GoogleUtterance(utterance, start, source, new Answers());
  }

  @Override
  public void speechPaused(long utterance, long endSample) {
    GoogleUtterance open = current;
    if (open != null && open.id() == utterance) {
      open.paused(true);
    }
  }

  @Override
  public void speechResumed(long utterance) {
    GoogleUtterance open = current;
    if (open != null && open.id() == utterance) {
      open.paused(false);
    }
  }

  @Override
  public void speechEnded(long utterance, long endSample) {
    GoogleUtterance ended = current;
    if (!closed && ended != null && ended.id() == utterance) {
      current = null;
      ending.add(ended);
      ended.end(endSample, Math.min(history.end(), endSample + AFTER_END));
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
    for (GoogleUtterance utterance : List.copyOf(ending)) {
      utterance.abandon();
    }
    ending.clear();
  }

  private void abandon() {
    GoogleUtterance left = current;
    current = null;
    if (left != null) {
      left.abandon();
    }
  }

  /** Passes on what an utterance has, and forgets it when it is over. */
  private final class Answers implements GoogleUtterance.Listener {
    @Override
    public void partial(long id, org.cordboard.speech.Transcript transcript) {
      listener.onPartial(id, transcript);
    }

    @Override
    public void last(GoogleUtterance utterance, org.cordboard.speech.Transcript transcript) {
      ending.remove(utterance);
      listener.onFinal(utterance.id(), transcript);
    }

    @Override
    public void failed(GoogleUtterance utterance, Throwable failure) {
      ending.remove(utterance);
      if (current == utterance) {
        current = null; // its end brings nothing more
      }
      listener.onFailure(utterance.id(), failure);
    }
  }
}
