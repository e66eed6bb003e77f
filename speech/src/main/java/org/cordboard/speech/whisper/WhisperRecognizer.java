package org.cordboard.speech.whisper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.RecordingReader;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.models.BundledModel;
import org.cordboard.speech.whisper.WhisperDecoder.Decoded;
import org.cordboard.speech.whisper.WhisperDecoder.Tongues;

/** Whisper as a recogniser: a bounded pool of decodes behind the streams of all calls. */
public final class WhisperRecognizer implements SpeechRecognizer {
  private static final double RECENT = 0.2; // weight of the latest decode in the average
  private static final long FIRST_GUESS_MS = 500;
  private static final double SKETCHED = 0.5; // confidence of words still being spoken

  private final String name;
  private final WhisperSettings settings;
  private final WhisperDecoder decoder;
  private final Workers workers;
  private final Workers sketchers; // of their own, so that a final never waits for a guess
  private final boolean sketches;
  private final int parallel;
  private final Clock clock;
  private final AtomicLong averageNanos =
      new AtomicLong(Duration.ofMillis(FIRST_GUESS_MS).toNanos());
  private final AtomicLong wasted = new AtomicLong();
  private final AtomicBoolean warm = new AtomicBoolean();

  WhisperRecognizer(
      String name,
      WhisperSettings settings,
      WhisperDecoder decoder,
      Workers workers,
      Workers sketchers,
      Clock clock) {
    this.sketchers = sketchers;
    this.sketches =
        settings.partialsFrom() > 0
            && Runtime.getRuntime().availableProcessors() >= settings.partialsFrom();
    this.name = name;
    this.settings = settings;
    this.decoder = decoder;
    this.workers = workers;
    this.parallel = settings.workersFor(Runtime.getRuntime().availableProcessors());
    this.clock = clock;
  }

  /**
   * Loads the model that the settings name, or the bundled one, and starts the workers.
   *
   * @param models folder where the bundled model is laid down
   * @throws org.cordboard.speech.ModelException when there is no such model or it is corrupt
   */
  public static WhisperRecognizer load(WhisperSettings settings, Path models, Clock clock) {
    Path model =
        settings.model().map(Path::of).orElseGet(() -> BundledModel.WHISPER_TINY_EN.file(models));
    WhisperDecoder decoder = new WhisperDecoder(WhisperEngine.load(model, settings.threads()));
    int parallel = settings.workersFor(Runtime.getRuntime().availableProcessors());
    Workers workers = new BoundedWorkers("whisper", parallel, settings.queue());
    String name = "whisper " + model.getFileName().toString().replaceAll("^whisper-|\\.bin$", "");
    Workers sketchers = new BoundedWorkers("whisper-partial", 1, 1);
    return new WhisperRecognizer(name, settings, decoder, workers, sketchers, clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    if (settings.warmUp() && warm.compareAndSet(false, true)) {
      warmUp(loop);
    }
    return new WhisperStream(this, loop, listener, tongues(hints), settings);
  }

  /** An English model hears English alone; of others' languages the stream finds out which. */
  private Tongues tongues(RecognitionHints hints) {
    List<String> codes = new ArrayList<>();
    codes.add(hints.language().getLanguage());
    hints.others().forEach(other -> codes.add(other.getLanguage()));
    return decoder.multilingual()
        ? new Tongues(codes.stream().distinct().toList())
        : Tongues.ENGLISH;
  }

  /** Whisper's many languages when the model has them; else English. */
  @Override
  public boolean hears(Locale language) {
    return decoder.multilingual() || language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  @Override
  public RecognizerLoad load() {
    int backlog = workers.backlog();
    long rounds = Math.max(0, backlog - parallel + 1);
    return new RecognizerLoad(backlog, Duration.ofNanos(rounds * averageNanos.get() / parallel));
  }

  @Override
  public Optional<RecordingReader> recordings() {
    return Optional.of(new WhisperRecordings(decoder));
  }

  /** The first decode of a process takes longer: silence takes that upon itself, unnoticed. */
  private void warmUp(Loop loop) {
    Callable<Boolean> task =
        () -> {
          decoder.warmUp();
          return true;
        };
    workers.submit(task, loop, Completion.of(ready -> {}, failed -> warm.set(false)));
  }

  /** Decodes begun on trial whose result was thrown away, since the start. */
  public long wastedDecodes() {
    return wasted.get();
  }

  /** Whether a decode on trial would find a free worker. */
  boolean mayTry() {
    return settings.speculate() && workers.backlog() < parallel;
  }

  /** Whether a guess would take a processor from nobody: nothing else is being decoded. */
  boolean maySketch() {
    return sketches && workers.backlog() == 0 && sketchers.backlog() == 0;
  }

  /** Guesses at words still being spoken, unless the attempt was given up before its turn came. */
  void sketch(WhisperAttempt attempt, Loop loop, Completion<Transcript> completion) {
    sketchers.submit(
        () -> {
          if (attempt.abandoned()) {
            return attempt.transcript(Decoded.NOTHING, Duration.ZERO);
          }
          long from = clock.nanos();
          Decoded decoded = new Decoded(decoder.sketch(attempt.samples()), SKETCHED);
          return attempt.transcript(decoded, Duration.ofNanos(clock.nanos() - from));
        },
        loop,
        completion);
  }

  void waste() {
    wasted.incrementAndGet();
  }

  /** Decodes {@code attempt} on a worker, unless it was given up before its turn came. */
  void decode(WhisperAttempt attempt, Loop loop, Completion<Transcript> completion) {
    Callable<Transcript> task =
        () -> {
          if (attempt.abandoned()) {
            return attempt.transcript(Decoded.NOTHING, Duration.ZERO);
          }
          long from = clock.nanos();
          Decoded decoded =
              decoder.decode(
                  attempt.samples(),
                  attempt.length(),
                  attempt.prompt(),
                  attempt.tongues(),
                  () -> !attempt.abandoned());
          long took = clock.nanos() - from;
          averageNanos.updateAndGet(old -> (long) (old * (1 - RECENT) + took * RECENT));
          return attempt.transcript(decoded, Duration.ofNanos(took));
        };
    workers.submit(task, loop, completion);
  }

  @Override
  public void close() {
    sketchers.close();
    workers.close();
    decoder.close();
  }
}
