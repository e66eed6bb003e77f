package org.cordboard.speech.scripted;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.scripted.ScriptedReader.HeardWord;
import org.jspecify.annotations.Nullable;

/** One side of a call, read. On the loop. */
final class ScriptedStream implements RecognitionStream {
  private static final long TAIL_SAMPLES = 1_600; // 200 ms: a word's last frames may lie behind
  private static final int MOST_WAITING = 512;

  private final ScriptedRecognizerSettings settings;
  private final Random random;
  private final Loop loop;
  private final RecognitionListener listener;
  private final ArrayDeque<Transcript.Word> words = new ArrayDeque<>();
  private @Nullable ScriptedReader reader;
  private long utterance = -1;
  private long startSample;
  private @Nullable Long pausedNanos;
  private boolean closed;

  ScriptedStream(
      ScriptedRecognizerSettings settings, long seed, Loop loop, RecognitionListener listener) {
    this.settings = settings;
    this.random = new Random(seed);
    this.loop = loop;
    this.listener = listener;
  }

  @Override
  public void accept(AudioFrame frame) {
    if (closed) {
      return;
    }
    ScriptedReader reading = reader;
    if (reading == null) {
      reading = new ScriptedReader(frame.startSample());
      reader = reading;
    }
    for (HeardWord word : reading.accept(frame.bytes())) {
      hear(word);
    }
  }

  private void hear(HeardWord heard) {
    String text = misheard(heard.text());
    if (text.isEmpty()) {
      return;
    }
    words.add(new Transcript.Word(text, 0.95, heard.startSample(), heard.endSample()));
    if (words.size() > MOST_WAITING) {
      words.poll();
    }
    if (utterance >= 0) {
      long at = utterance;
      Transcript partial = transcript(startSample, heard.endSample(), List.copyOf(words));
      after(settings.partialLag(), () -> tell(at, partial));
    }
  }

  private void tell(long at, Transcript partial) {
    if (at == utterance) {
      listener.onPartial(at, partial);
    }
  }

  /** Half of the errors lose a word, half of them garble it. */
  private String misheard(String word) {
    if (random.nextDouble() >= settings.wordErrors()) {
      return word;
    }
    return random.nextBoolean() ? "" : new StringBuilder(word).reverse().toString();
  }

  @Override
  public void speechStarted(long utterance, long startSample) {
    this.utterance = utterance;
    this.startSample = startSample;
    this.pausedNanos = null;
    words.removeIf(word -> word.endSample() <= startSample);
  }

  @Override
  public void speechPaused(long utterance, long endSample) {
    pausedNanos = loop.clock().nanos();
  }

  @Override
  public void speechResumed(long utterance) {
    pausedNanos = null;
  }

  @Override
  public void speechEnded(long utterance, long endSample) {
    if (utterance != this.utterance) {
      return;
    }
    this.utterance = -1;
    List<Transcript.Word> said = new ArrayList<>();
    while (!words.isEmpty() && words.element().endSample() <= endSample + TAIL_SAMPLES) {
      said.add(words.remove());
    }
    Transcript transcript = transcript(startSample, endSample, said);
    Long since = pausedNanos; // a decode on trial has been running since then
    long head = since == null ? 0 : loop.clock().nanos() - since;
    Duration left = settings.finalLag().minusNanos(head);
    after(left.isNegative() ? Duration.ZERO : left, () -> listener.onFinal(utterance, transcript));
  }

  private Transcript transcript(long start, long end, List<Transcript.Word> said) {
    String text = said.stream().map(Transcript.Word::text).collect(Collectors.joining(" "));
    double confidence = said.isEmpty() ? 0 : 0.95;
    return new Transcript(text, confidence, said, start, end, settings.finalLag());
  }

  private void after(Duration delay, Runnable task) {
    loop.clock()
        .after(
            delay,
            () -> {
              if (!closed) {
                task.run();
              }
            });
  }

  @Override
  public void expect(Expectation expectation) {
    // what is read is exact; nothing to lean towards
  }

  @Override
  public void close() {
    closed = true;
  }
}
