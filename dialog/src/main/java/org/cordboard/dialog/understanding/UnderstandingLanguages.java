package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.dialog.privacy.SpokenDigits;

/** The languages whose word lists and number reader are here, and what others lack. */
public final class UnderstandingLanguages {
  private static final List<String> CODES = List.of("en", "de");
  private static final List<String> OTHER_LISTS =
      List.of(
          "lists",
          "yes",
          "no",
          "worried",
          "urgent",
          "out-of-scope",
          "while-waiting",
          "own-matters");

  private UnderstandingLanguages() {}

  /** True when calls in this language can be understood. */
  public static boolean known(Locale language) {
    return missingLists(language).isEmpty() && SpokenDigits.reads(language);
  }

  /** Their ISO 639 codes. */
  public static List<String> all() {
    return CODES;
  }

  /** The word lists that calls in this language lack: files of this package's resources. */
  public static List<String> missingLists(Locale language) {
    List<String> missing = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      add(missing, language, SignalLines.fileOf(signal));
    }
    OTHER_LISTS.forEach(name -> add(missing, language, name));
    return missing;
  }

  private static void add(List<String> missing, Locale language, String name) {
    String file = language.getLanguage() + "/" + name + ".txt";
    if (UnderstandingLanguages.class.getResource(file) == null) {
      missing.add(file);
    }
  }
}
