package org.cordboard.handoff;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a tool's use is about: the argument that names a thing by a number.
 *
 * @param argument its name, such as {@code order_number}
 * @param value such as {@code 481927}
 */
record Subject(String argument, String value) {
  private static final String NAMING = " (number|id|no|code|reference)$";

  /** The first argument whose value is a number or code. */
  static Optional<Subject> of(Map<String, String> arguments) {
    return new TreeMap<>(arguments)
        .entrySet().stream()
            .filter(argument -> argument.getValue().matches("[A-Za-z-]*\\d[\\dA-Za-z-]*"))
            .map(argument -> new Subject(argument.getKey(), argument.getValue()))
            .findFirst();
  }

  /** {@code order 481927}. */
  String label() {
    return kind() + " " + value;
  }

  /** {@code order}. */
  String kind() {
    return Wording.words(argument).replaceFirst(NAMING, "");
  }

  /** {@code refund of order 481927}: what a tool does to it. */
  static String action(String tool, Optional<Subject> subject) {
    String words = Wording.words(tool);
    if (subject.isEmpty()) {
      return words;
    }
    String kind = subject.get().kind();
    String verb = words.replaceFirst("^" + kind + " | " + kind + "$", "").strip();
    return verb + " of " + subject.get().label();
  }
}
