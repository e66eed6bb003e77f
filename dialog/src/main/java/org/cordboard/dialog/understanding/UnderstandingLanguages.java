package org.cordboard.dialog.understanding;

import java.util.List;
import java.util.Locale;

/** The languages whose word lists, number reader and embeddings are here. */
public final class UnderstandingLanguages {
  private static final List<String> CODES = List.of("en");

  private UnderstandingLanguages() {}

  /** True when calls in this language can be understood. */
  public static boolean known(Locale language) {
    return CODES.contains(language.getLanguage());
  }

  /** Their ISO 639 codes. */
  public static List<String> all() {
    return CODES;
  }
}
