package org.cordboard.speech.file;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.file.SpeechFiles.Utterance;

/**
 * Feeds a file's frames to a recogniser, one utterance at a time so that a long file does not flood
 * its workers, and gathers the words. Lives on its loop.
 */
final class FilePlayback implements RecognitionListener {
  private static final long TAIL_SAMPLES = 4_000; // fed after an utterance, for soft ends

  private final RecognitionStream stream;
  private final CompletableFuture<List<String>> texts;
  private final TreeMap<Long, String> heard = new TreeMap<>();
  private List<AudioFrame> frames = List.of();
  private List<Utterance> utterances = List.of();
  private int nextFrame;
  private int nextUtterance;

  FilePlayback(
      SpeechRecognizer recognizer,
      RecognitionHints hints,
      Loop loop,
      CompletableFuture<List<String>> texts) {
    this.texts = texts;
    this.stream = recognizer.open(hints, loop, this);
  }

  void play(List<AudioFrame> frames, List<Utterance> utterances) {
    this.frames = frames;
    this.utterances = utterances;
    advance();
  }

  private void advance() {
    if (nextUtterance == utterances.size()) {
      stream.close();
      texts.complete(List.copyOf(heard.values()));
      return;
    }
    long id = nextUtterance;
    Utterance utterance = utterances.get(nextUtterance++);
    feedUntil(utterance.from() + 1);
    stream.speechStarted(id, utterance.from());
    feedUntil(utterance.to() + TAIL_SAMPLES);
    stream.speechEnded(id, utterance.to());
  }

  private void feedUntil(long sample) {
    while (nextFrame < frames.size() && frames.get(nextFrame).startSample() < sample) {
      stream.accept(frames.get(nextFrame++));
    }
  }

  @Override
  public void onFinal(long utterance, Transcript transcript) {
    heard.put(utterance, transcript.text());
    advance();
  }

  @Override
  public void onFailure(long utterance, Throwable failure) {
    stream.close();
    texts.completeExceptionally(failure);
  }
}
