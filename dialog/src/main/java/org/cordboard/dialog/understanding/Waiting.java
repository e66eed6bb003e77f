package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said after "hold on": nothing but what the caller does meanwhile, or something that is to
 * be answered. Pure.
 */
final class Waiting {
  private final SignalLines holdOn;
  private final SignalLines meanwhile;

  Waiting(Locale language, SignalLines holdOn) {
    String name = language.getLanguage() + "/while-waiting.txt";
    this.holdOn = holdOn;
    this.meanwhile = SignalLines.parse(SignalCatalog.resource(name), name, Map.of());
  }

  /**
   * What follows the last wish that we wait, sentence by sentence in the normal form, without what
   * the caller says of looking something up; empty when nothing else follows.
   */
  List<String> followedBy(String text) {
    List<String> after = new ArrayList<>();
    boolean waits = false;
    for (String sentence : Words.sentences(text)) {
      String normal = Words.normal(sentence);
      Optional<String> tail = holdOn.after(normal);
      if (tail.isPresent()) {
        waits = true;
        after.clear();
      }
      String rest = tail.orElse(normal);
      if (waits && !rest.isBlank() && !meanwhile.matches(normal)) {
        after.add(rest);
      }
    }
    return after;
  }

  /** The sentences as one text. */
  static String joined(List<String> sentences) {
    return sentences.stream().map(String::strip).collect(Collectors.joining(" ", " ", " "));
  }
}
