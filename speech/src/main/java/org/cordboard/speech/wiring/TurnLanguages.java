package org.cordboard.speech.wiring;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cordboard.speech.turn.TurnLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The word lists that have been asked for, read once; tells once which there are not. Any thread.
 */
final class TurnLanguages {
  private static final Logger log = LoggerFactory.getLogger(TurnLanguages.class);

  private final Map<String, Optional<TurnLanguage>> read = new ConcurrentHashMap<>();

  Optional<TurnLanguage> of(Locale locale) {
    return read.computeIfAbsent(locale.getLanguage(), code -> load(locale));
  }

  private static Optional<TurnLanguage> load(Locale locale) {
    Optional<TurnLanguage> language = TurnLanguage.load(locale);
    if (language.isEmpty()) {
      log.warn(
          "no word lists for the ends of turns in '{}': silence alone ends them there",
          locale.getLanguage());
    }
    return language;
  }
}
