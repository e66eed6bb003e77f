package org.cordboard.speech.ladder;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.RecordingReader;
import org.cordboard.speech.SpeechRecognizer;
import org.jspecify.annotations.Nullable;

/**
 * Recognisers as one: each stream begins with the first that is trusted, and when that fails or
 * stalls its open utterances go to the next. With one recogniser it guards against what that
 * throws. Any thread; owns its recognisers.
 */
public final class RecognizerLadder implements SpeechRecognizer {
  private final List<Rung<SpeechRecognizer>> rungs;
  private final LadderSettings settings;
  private final Predicate<Rung<SpeechRecognizer>> usual; // which calls may go to, as a rule

  /** A ladder of at least one recogniser, the best first. */
  public RecognizerLadder(List<SpeechRecognizer> recognizers, LadderSettings settings) {
    this(recognizers, settings, engine -> true);
  }

  /** The same, most of whose streams are in {@code usual}. */
  public RecognizerLadder(
      List<SpeechRecognizer> recognizers, LadderSettings settings, Locale usual) {
    this(recognizers, settings, engine -> engine.hears(usual));
  }

  private RecognizerLadder(
      List<SpeechRecognizer> recognizers,
      LadderSettings settings,
      Predicate<SpeechRecognizer> usual) {
    if (recognizers.isEmpty()) {
      throw new IllegalArgumentException("a ladder needs a recogniser");
    }
    this.rungs = recognizers.stream().map(each -> new Rung<>(each, each.name(), settings)).toList();
    this.settings = settings;
    this.usual = rung -> usual.test(rung.engine());
  }

  @Override
  public String name() {
    return rungs.get(0).name();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return new LadderStream(rungs, settings, hints, loop, listener);
  }

  /** Of the trusted one with the least lag: a new call goes there when the first is behind. */
  @Override
  public RecognizerLoad load() {
    return rungs.stream()
        .filter(Rung::trusted)
        .filter(usual)
        .map(rung -> rung.engine().load())
        .min(Comparator.comparing(RecognizerLoad::lag))
        .orElseGet(() -> rungs.get(0).engine().load());
  }

  /**
   * The engine for a stream: the highest that is usable and trusted; when its words would come
   * hopelessly late (speech nodes that are full or away), the one that is least behind. Null when
   * none is usable.
   */
  static @Nullable Rung<SpeechRecognizer> choose(
      List<Rung<SpeechRecognizer>> usable, LadderSettings settings, long nowNanos) {
    Rung<SpeechRecognizer> highest = Rung.choose(usable, each -> true, nowNanos);
    if (highest == null || lag(highest).compareTo(settings.words().dividedBy(2)) <= 0) {
      return highest;
    }
    return usable.stream()
        .filter(each -> each.allows(nowNanos))
        .min(Comparator.comparing(RecognizerLadder::lag))
        .orElse(highest);
  }

  static Duration lag(Rung<SpeechRecognizer> rung) {
    return rung.engine().load().lag();
  }

  @Override
  public boolean hears(Locale language) {
    return rungs.stream().anyMatch(rung -> rung.engine().hears(language));
  }

  @Override
  public Optional<RecordingReader> recordings() {
    return rungs.get(0).engine().recordings();
  }

  @Override
  public void close() {
    rungs.forEach(rung -> rung.engine().close());
  }
}
