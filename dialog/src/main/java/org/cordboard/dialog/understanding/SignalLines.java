package org.cordboard.dialog.understanding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.SettingsException;

/**
 * The word list of one signal. Lines: {@code @name = a | b} names a list; {@code + pattern} is a
 * sign of it (see {@link WordPattern}); {@code - pattern} is no sign of it, and what it matches is
 * left out before the others are tried; {@code = sentence} is an example, {@code ! sentence} a near
 * miss, both compared by meaning; {@code #} begins a comment.
 */
public final class SignalLines {
  private final List<WordPattern> signs = new ArrayList<>();
  private final List<WordPattern> exceptions = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private final List<String> nearMisses = new ArrayList<>();
  private final Map<String, String> lists = new HashMap<>();

  private SignalLines(Map<String, String> lists) {
    this.lists.putAll(lists);
  }

  /**
   * Reads lines.
   *
   * @param place named in errors, with the line's number
   * @throws SettingsException naming place, line and fix
   */
  public static SignalLines parse(List<String> lines, String place) {
    return parse(lines, place, Map.of());
  }

  static SignalLines parse(List<String> lines, String place, Map<String, String> shared) {
    SignalLines parsed = new SignalLines(shared);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        parsed.take(line.charAt(0), line.substring(1).strip());
      } catch (IllegalArgumentException mistaken) {
        throw new SettingsException(
            place + ":" + (i + 1) + ": " + mistaken.getMessage() + "; mend the line", mistaken);
      }
    }
    return parsed;
  }

  /**
   * The signal that a file is about: {@code asks-for-person.txt} → {@code ASKS_FOR_PERSON}.
   *
   * @throws SettingsException when there is no such signal
   */
  public static Signal signalOf(String fileName, Path place) {
    String name = fileName.replaceFirst("\\.txt$", "");
    for (Signal signal : Signal.values()) {
      if (fileOf(signal).equals(name)) {
        return signal;
      }
    }
    throw new SettingsException(
        place + ": '" + name + "' is no signal; name the file as one, such as legal.txt");
  }

  static String fileOf(Signal signal) {
    return signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void take(char kind, String rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("the line says nothing");
    }
    switch (kind) {
      case '@' -> {
        int equals = rest.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("a list is written @name = a | b");
        }
        lists.put(rest.substring(0, equals).strip(), rest.substring(equals + 1).strip());
      }
      case '+' -> signs.add(WordPattern.parse(rest, lists));
      case '-' -> exceptions.add(WordPattern.parse(rest, lists));
      case '=' -> examples.add(rest);
      case '!' -> nearMisses.add(rest);
      default ->
          throw new IllegalArgumentException("a line begins with +, -, =, !, @ or #, not " + kind);
    }
  }

  /** Adds a playbook's own lines. */
  void addAll(SignalLines more) {
    signs.addAll(more.signs);
    exceptions.addAll(more.exceptions);
    examples.addAll(more.examples);
    nearMisses.addAll(more.nearMisses);
  }

  boolean matches(String normal) {
    String left = without(normal);
    return signs.stream().anyMatch(sign -> sign.matches(left));
  }

  /** What is said after the last sign, in the normal form; nothing when there is no sign. */
  Optional<String> after(String normal) {
    String left = without(normal);
    int end = signs.stream().mapToInt(sign -> sign.lastEnd(left)).max().orElse(-1);
    return end < 0 ? Optional.empty() : Optional.of(" " + left.substring(end));
  }

  /** True when a part of what was said is marked as no sign. */
  boolean excepted(String normal) {
    return exceptions.stream().anyMatch(exception -> exception.matches(normal));
  }

  /** What was said without the parts that are marked as no sign. */
  String unmarked(String normal) {
    return without(normal).replace("_ ", "");
  }

  private String without(String normal) {
    String left = normal;
    for (WordPattern exception : exceptions) {
      left = exception.blank(left);
    }
    return left;
  }

  Map<String, String> lists() {
    return Map.copyOf(lists);
  }

  List<String> examples() {
    return List.copyOf(examples);
  }

  List<String> nearMisses() {
    return List.copyOf(nearMisses);
  }
}
