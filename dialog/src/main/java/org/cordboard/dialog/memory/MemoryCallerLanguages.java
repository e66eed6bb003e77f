package org.cordboard.dialog.memory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link CallerLanguages} in this process's memory alone, for tests and simulations. */
public final class MemoryCallerLanguages implements CallerLanguages {
  private final Map<String, Locale> languages = new ConcurrentHashMap<>();

  @Override
  public Optional<Locale> of(String number) {
    return Optional.ofNullable(languages.get(number));
  }

  @Override
  public void remember(String number, Locale language) {
    languages.put(number, language);
  }
}
