package org.cordboard.dialog.memory;

import java.util.Locale;
import java.util.Optional;

/**
 * Which language a telephone number has spoken before (R6): it may steer the language of the next
 * call and nothing else. Blocking; used on workers. Failures throw, and are no reason to keep a
 * caller waiting.
 */
public interface CallerLanguages {

  /** What was spoken last; empty for a number that is withheld, unknown or long not heard from. */
  Optional<Locale> of(String number);

  /** Keeps it, for as long as the settings say. Nothing is kept of a withheld number. */
  void remember(String number, Locale language);
}
