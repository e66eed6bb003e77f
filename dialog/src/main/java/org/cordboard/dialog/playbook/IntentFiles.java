package org.cordboard.dialog.playbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;

/** Reads {@code intents/*.conf}: each file holds one section per intent. */
final class IntentFiles {
  private static final int LEAST_EXAMPLES = 5;

  private IntentFiles() {}

  /** The keys of one intent. */
  record Section(
      String says,
      List<String> examples,
      Optional<List<String>> slots,
      String does,
      Optional<String> skill,
      boolean highStakes) {
    Section {
      if (says.isBlank()) {
        throw new IllegalArgumentException("'says' is empty; say the wish in a few words");
      }
      if (new LinkedHashSet<>(examples).size() < LEAST_EXAMPLES) {
        throw new IllegalArgumentException(
            "'examples' has fewer than "
                + LEAST_EXAMPLES
                + " different ones; add ways in which callers say it");
      }
      for (String slot : slots.orElse(List.of())) {
        if (!Intent.SLOTS.contains(slot)) {
          throw new IllegalArgumentException(
              "slot '" + slot + "' is not known; use one of " + new TreeSet<>(Intent.SLOTS));
        }
      }
      IntentAction.parse(does);
    }
  }

  static List<Intent> read(List<Path> files) {
    List<Intent> intents = new ArrayList<>();
    Map<String, String> places = new TreeMap<>();
    Map<String, String> examples = new TreeMap<>();
    for (Path file : files) {
      Settings settings = Settings.file(file);
      Set<String> names = new TreeSet<>(settings.raw().root().keySet());
      for (String name : names) {
        String place = PlaybookFolder.place(settings, name);
        if (!name.matches("[a-z][a-z0-9_]*")) {
          throw new SettingsException(
              place + ": intent '" + name + "' must be lower case with underscores; rename it");
        }
        String earlier = places.putIfAbsent(name, place);
        if (earlier != null) {
          throw new SettingsException(
              place + ": intent '" + name + "' is defined at " + earlier + " too; keep one");
        }
        Intent intent = intent(name, settings.bind(name, Section.class));
        for (String example : intent.examples()) {
          String other = examples.putIfAbsent(example.toLowerCase(java.util.Locale.ROOT), name);
          if (other != null && !other.equals(name)) {
            throw new SettingsException(
                PlaybookFolder.place(settings, name + ".examples")
                    + ": the example '"
                    + example
                    + "' belongs to intent '"
                    + other
                    + "' too; keep it in one");
          }
        }
        intents.add(intent);
      }
    }
    return List.copyOf(intents);
  }

  private static Intent intent(String name, Section section) {
    return new Intent(
        name,
        section.says(),
        section.examples(),
        section.slots().orElse(List.of()),
        IntentAction.parse(section.does()),
        section.skill().orElse(""),
        section.highStakes());
  }
}
