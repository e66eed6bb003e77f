package org.cordboard.dialog.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The word lists of a language, one for each signal, with a playbook's additions. */
final class SignalCatalog {
  private final Map<Signal, SignalLines> lines = new EnumMap<>(Signal.class);

  private SignalCatalog() {}

  /** The built-in lists of a language, and the playbook's lines after them. */
  static SignalCatalog load(Locale language, Map<Signal, List<String>> playbook) {
    SignalCatalog catalog = new SignalCatalog();
    String folder = language.getLanguage() + "/";
    Map<String, String> shared =
        SignalLines.parse(resource(folder + "lists.txt"), folder + "lists.txt").lists();
    for (Signal signal : Signal.values()) {
      String name = folder + SignalLines.fileOf(signal) + ".txt";
      SignalLines own = SignalLines.parse(resource(name), name, shared);
      List<String> more = playbook.get(signal);
      if (more != null) {
        own.addAll(SignalLines.parse(more, "words/" + name, own.lists()));
      }
      catalog.lines.put(signal, own);
    }
    return catalog;
  }

  /** What the words alone say. */
  Set<Signal> inWords(String normal) {
    EnumSet<Signal> found = EnumSet.noneOf(Signal.class);
    lines.forEach(
        (signal, list) -> {
          if (list.matches(normal)) {
            found.add(signal);
          }
        });
    return found;
  }

  SignalLines of(Signal signal) {
    SignalLines found = lines.get(signal);
    if (found == null) {
      throw new IllegalStateException("no word list for " + signal);
    }
    return found;
  }

  static List<String> resource(String name) {
    try (@Nullable InputStream stream = SignalCatalog.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the resource understanding/" + name + " is missing");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
