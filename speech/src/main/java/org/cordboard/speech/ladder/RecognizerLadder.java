package org.cordboard.speech.ladder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.RecordingReader;
import org.cordboard.speech.SpeechRecognizer;

/**
 * Recognisers as one: each stream begins with the first that is trusted, and when that fails or
 * stalls its open utterances go to the next. With one recogniser it guards against what that
 * throws. Any thread; owns its recognisers.
 */
public final class RecognizerLadder implements SpeechRecognizer {
  private final List<Rung<SpeechRecognizer>> rungs;
  private final LadderSettings settings;

  /** A ladder of at least one recogniser, the best first. */
  public RecognizerLadder(List<SpeechRecognizer> recognizers, LadderSettings settings) {
    if (recognizers.isEmpty()) {
      throw new IllegalArgumentException("a ladder needs a recogniser");
    }
    this.rungs = recognizers.stream().map(each -> new Rung<>(each, each.name(), settings)).toList();
    this.settings = settings;
  }

  @Override
  public String name() {
    return rungs.get(0).name();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return new LadderStream(rungs, settings, hints, loop, listener);
  }

  /** Of the first that is trusted: that is where a new call would go. */
  @Override
  public RecognizerLoad load() {
    return rungs.stream().filter(Rung::trusted).findFirst().orElse(rungs.get(0)).engine().load();
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
