package org.cordboard.speech.vosk;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * One utterance on its way through the engine: audio gathers on the loop while a task is out, and
 * goes along with the next, so that the decoder is only ever touched by one task at a time.
 */
final class VoskUtterance {
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final double UNKNOWN = 0.5; // confidence of words so far that come without

  private enum Stage {
    OPEN,
    ENDED,
    ABANDONED,
    CLOSED
  }

  private final long id;
  private final long startSample;
  private final VoskDecoder decoder;
  private final VoskRecognizer recognizer;
  private final Loop loop;
  private final RecognitionListener listener;
  private final int batchBytes;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Stage stage = Stage.OPEN;
  private boolean out; // a task is with the workers
  private long endSample;
  private long endedNanos;
  private String told = "";
  private @Nullable Throwable broken;

  VoskUtterance(
      long id,
      long startSample,
      VoskDecoder decoder,
      VoskRecognizer recognizer,
      VoskSettings settings,
      Loop loop,
      RecognitionListener listener) {
    this.id = id;
    this.startSample = startSample;
    this.decoder = decoder;
    this.recognizer = recognizer;
    this.loop = loop;
    this.listener = listener;
    this.batchBytes = (int) settings.batch().toMillis() * 8;
  }

  long id() {
    return id;
  }

  void feed(byte[] mulaw) {
    if (stage == Stage.OPEN) {
      waiting.writeBytes(mulaw);
      pump();
    }
  }

  void end(long endSample) {
    if (stage != Stage.OPEN) {
      return; // it has failed
    }
    this.endSample = endSample;
    this.endedNanos = loop.clock().nanos();
    stage = Stage.ENDED;
    pump();
  }

  /** Nobody wants its words any more; the decoder is closed when its task has come back. */
  void abandon() {
    if (stage == Stage.OPEN || stage == Stage.ENDED) {
      stage = Stage.ABANDONED;
      pump();
    }
  }

  private void pump() {
    if (out || stage == Stage.CLOSED) {
      return;
    }
    if (stage == Stage.ABANDONED) {
      free();
    } else if (broken != null) {
      Throwable cause = broken; // told at once: another engine may hear what is still to come
      free();
      listener.onFailure(id, cause);
    } else if (stage == Stage.ENDED) {
      send(this::finish, this::complete);
    } else if (waiting.size() >= batchBytes) {
      send(decoder::accept, this::partial);
    }
  }

  private interface Step<T> {
    T apply(byte[] audio) throws Exception;
  }

  private <T> void send(Step<T> step, java.util.function.Consumer<T> done) {
    byte[] audio = waiting.toByteArray();
    waiting.reset();
    out = true;
    recognizer.submit(
        () -> step.apply(audio),
        loop,
        Completion.of(
            value -> {
              out = false;
              done.accept(value);
              pump();
            },
            failure -> {
              out = false;
              broken = failure;
              pump();
            }));
  }

  private List<Transcript.Word> finish(byte[] audio) throws Exception {
    decoder.accept(audio);
    return List.copyOf(decoder.finish());
  }

  private void partial(VoskPass.Partial partial) {
    if (stage != Stage.OPEN) {
      return;
    }
    listener.onAlive(id);
    if (!partial.text().isEmpty() && !partial.text().equals(told)) {
      told = partial.text();
      List<Transcript.Word> words = partial.words();
      long end = words.isEmpty() ? startSample : words.get(words.size() - 1).endSample();
      listener.onPartial(
          id,
          new Transcript(told, confidence(words, UNKNOWN), words, startSample, end, Duration.ZERO));
    }
  }

  private static double confidence(List<Transcript.Word> words, double none) {
    return words.stream().mapToDouble(Transcript.Word::confidence).average().orElse(none);
  }

  private void complete(List<Transcript.Word> words) {
    boolean wanted = stage == Stage.ENDED;
    stage = Stage.CLOSED;
    recognizer.released();
    if (wanted) {
      double confidence = confidence(words, 0);
      Duration took = Duration.ofNanos(loop.clock().nanos() - endedNanos);
      listener.onFinal(
          id,
          new Transcript(VoskPass.text(words), confidence, words, startSample, endSample, took));
    }
  }

  /** Closes the decoder on a worker; when they are full, again in a while. */
  private void free() {
    stage = Stage.CLOSED;
    Completion<Boolean> freed = Completion.of(done -> recognizer.released(), full -> freeLater());
    recognizer.submit(
        () -> {
          decoder.close();
          return true;
        },
        loop,
        freed);
  }

  /** Once the recogniser is closed, the end of the process frees what is left. */
  private void freeLater() {
    if (!recognizer.isClosed()) {
      loop.clock().after(RETRY, this::free);
    }
  }
}
