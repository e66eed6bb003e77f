package org.cordboard.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;

/** Vosk as a recogniser: one model for the process, one native decoder for each utterance. */
public final class VoskRecognizer implements SpeechRecognizer {
  private static final double RECENT = 0.1;

  private final String name;
  private final VoskSettings settings;
  private final Model model;
  private final Workers workers;
  private final int parallel;
  private final Clock clock;
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicLong waitedNanos = new AtomicLong();
  private volatile boolean closed;
  private final AtomicLong averageNanos = new AtomicLong(Duration.ofMillis(40).toNanos());

  private VoskRecognizer(
      String name, VoskSettings settings, Model model, int parallel, Clock clock) {
    this.name = name;
    this.settings = settings;
    this.model = model;
    this.parallel = parallel;
    this.workers = new BoundedWorkers("vosk", parallel, settings.queue());
    this.clock = clock;
  }

  /**
   * Loads the model in {@code folder} and starts the workers.
   *
   * @throws ModelException when the folder holds no Vosk model or this machine has no engine
   */
  public static VoskRecognizer load(VoskSettings settings, Path folder, Clock clock) {
    boolean whole =
        Files.isRegularFile(folder.resolve("am").resolve("final.mdl"))
            || Files.isRegularFile(folder.resolve("final.mdl"));
    if (!whole) {
      throw new ModelException(
          "vosk model "
              + folder
              + " is missing or not an unpacked model (no am/final.mdl); fetch"
              + " one with 'cordboard models' or set speech.vosk.model");
    }
    try {
      LibVosk.setLogLevel(LogLevel.WARNINGS);
      Model model = new Model(folder.toString());
      int parallel = settings.workersFor(Runtime.getRuntime().availableProcessors());
      return new VoskRecognizer("vosk " + folder.getFileName(), settings, model, parallel, clock);
    } catch (IOException corrupt) {
      throw new ModelException(
          "vosk model "
              + folder
              + " is corrupt; remove it and fetch it again with 'cordboard"
              + " models'",
          corrupt);
    } catch (LinkageError absent) {
      throw new ModelException(
          "the vosk engine cannot be loaded on this machine; set speech.recognizer.type = whisper",
          absent);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    if (closed) {
      throw new IllegalStateException("the vosk recogniser is closed");
    }
    boolean english = hints.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new VoskStream(this, settings, english && settings.grammar(), loop, listener);
  }

  @Override
  public boolean hears(Locale language) {
    return language.getLanguage().equals(settings.language().getLanguage());
  }

  /** The lag is what batches really waited of late, or what those now waiting will, if longer. */
  @Override
  public RecognizerLoad load() {
    int backlog = workers.backlog();
    long rounds = Math.max(0, backlog - parallel + 1);
    long expected = rounds * averageNanos.get() / parallel;
    long lag = rounds == 0 ? 0 : Math.max(expected, waitedNanos.get());
    return new RecognizerLoad(backlog, Duration.ofNanos(lag));
  }

  /** A decoder for an utterance whose audio begins at {@code origin}. */
  VoskDecoder decoder(Expectation expectation, boolean grammar, long origin) {
    live.incrementAndGet();
    Optional<String> words = grammar ? VoskGrammar.of(expectation) : Optional.empty();
    return new VoskDecoder(engines(), words, origin, clock);
  }

  /** What decoders of the loaded model are made by. */
  VoskEngine.Maker engines() {
    return VoskEngine.of(model, settings.partialWords());
  }

  /** Decoders that have not been closed. */
  int liveDecoders() {
    return live.get();
  }

  boolean isClosed() {
    return closed;
  }

  /** The decoder has been closed. */
  void released() {
    live.decrementAndGet();
  }

  <T> void submit(Callable<T> task, Loop loop, Completion<T> completion) {
    long asked = clock.nanos();
    workers.submit(
        () -> {
          long from = clock.nanos();
          waitedNanos.updateAndGet(old -> recent(old, from - asked));
          T value = task.call();
          long took = clock.nanos() - from;
          averageNanos.updateAndGet(old -> recent(old, took));
          return value;
        },
        loop,
        completion);
  }

  private static long recent(long old, long latest) {
    return (long) (old * (1 - RECENT) + latest * RECENT);
  }

  /** Frees the model, unless a decoder still uses it: then the end of the process does. */
  @Override
  public void close() {
    closed = true;
    workers.close();
    if (live.get() == 0) {
      model.close();
    }
  }
}
