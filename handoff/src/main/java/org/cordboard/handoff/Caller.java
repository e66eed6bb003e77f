package org.cordboard.handoff;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is calling, and what that rests on. */
final class Caller {
  private static final Set<String> NAMES =
      Set.of("name", "customer", "customer name", "caller name", "full name");
  private static final int SPOKEN_DIGITS = 4; // enough to tell two callers apart

  private String name = "";
  private String number = "";
  private boolean saidOnly;
  private @Nullable Subject known;

  /** The carrier's number of the caller; withheld ones are words. */
  void calling(String from) {
    number = from.matches("\\+?\\d{3,20}") ? from : "";
  }

  /** The caller has given a value. */
  void gave(String slot, String value) {
    if (NAMES.contains(Wording.words(slot)) && (name.isEmpty() || saidOnly)) {
      name = value;
      saidOnly = true;
    }
  }

  /** A thing that the caller named was found. */
  void found(Optional<Subject> subject, Map<String, String> result) {
    if (subject.isPresent()) {
      known = subject.get();
    }
    result.forEach(
        (key, value) -> {
          if (NAMES.contains(Wording.words(key))) {
            name = value;
            saidOnly = false;
          }
        });
  }

  /** For the screen. */
  String written() {
    String calling = number.isEmpty() ? "" : ", calling from " + number;
    Subject subject = known;
    if (name.isEmpty()) {
      return (subject == null
              ? "caller not identified"
              : "caller with "
                  + subject.label()
                  + " (identified by "
                  + Wording.words(subject.argument())
                  + ")")
          + calling;
    }
    if (saidOnly || subject == null) {
      return name + (saidOnly ? " (as the caller said)" : "") + calling;
    }
    return name + " (identified by " + subject.label() + ")" + calling;
  }

  /** The subject of a spoken sentence. */
  String spoken() {
    return name.isEmpty() ? "The caller" : name;
  }

  /** A spoken sentence for a caller of whom nothing but the number is known; or empty. */
  String spokenNumber() {
    boolean unknown = name.isEmpty() && known == null && !number.isEmpty();
    return unknown ? "Number ending in " + Wording.last(number, SPOKEN_DIGITS) : "";
  }
}
