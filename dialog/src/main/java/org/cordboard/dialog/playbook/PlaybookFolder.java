package org.cordboard.dialog.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.escalation.EscalationRules;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.SignalLines;

/** Reads and checks a playbook's files. */
final class PlaybookFolder {
  private final Path folder;
  private final Path company; // the same, or of which this is one language

  PlaybookFolder(Path folder) {
    this(folder, folder);
  }

  /** One language of a company: rules and desk are the company's. */
  PlaybookFolder(Path folder, Path company) {
    this.folder = folder;
    this.company = company;
  }

  Playbook load() {
    if (!Files.isDirectory(folder)) {
      throw new SettingsException(
          folder + ": is not a folder; set playbook.path to the company's playbook");
    }
    Company company = Settings.file(required("company.conf")).bind("company", Company.class);
    List<Intent> intents = intents();
    EscalationRules rules = EscalationRules.read(Settings.file(shared("rules.conf")));
    Voice voice = Settings.file(required("voice.conf")).bind("voice", Voice.Written.class).voice();
    Settings deskFile = Settings.file(shared("desk.conf"));
    Desk desk = deskFile.bind("desk", Desk.class);
    requireSkills(intents, rules, desk.skills(), place(deskFile, "desk.agents"));
    return new Playbook(
        version(),
        company,
        intents,
        rules.withHighStakes(highStakes(intents)),
        voice,
        desk,
        documents(),
        words());
  }

  private List<Intent> intents() {
    List<Path> files = list("intents", ".conf");
    if (files.isEmpty()) {
      throw new SettingsException(
          folder.resolve("intents") + ": has no .conf file; add one intent at least");
    }
    return IntentFiles.read(files);
  }

  private static Map<String, String> highStakes(List<Intent> intents) {
    Map<String, String> skills = new HashMap<>();
    for (Intent intent : intents) {
      if (intent.highStakes()) {
        skills.put(intent.name(), intent.skill());
      }
    }
    return skills;
  }

  private static void requireSkills(
      List<Intent> intents, EscalationRules rules, Set<String> known, String place) {
    Set<String> named = new TreeSet<>(rules.skills());
    intents.forEach(intent -> named.add(intent.skill()));
    named.remove("");
    named.removeAll(known);
    if (!named.isEmpty()) {
      throw new SettingsException(
          place
              + ": nobody has the skill '"
              + named.iterator().next()
              + "' that an intent or rule names; give it to an agent, or drop it there");
    }
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (Path file : list("knowledge", ".md")) {
      String text = text(file);
      if (text.isBlank()) {
        throw new SettingsException(file + ":1: is empty; write the document, or remove the file");
      }
      documents.add(new Document(file.getFileName().toString(), text));
    }
    return List.copyOf(documents);
  }

  private Map<Signal, List<String>> words() {
    Map<Signal, List<String>> words = new EnumMap<>(Signal.class);
    for (Path file : list("words", ".txt")) {
      List<String> lines = text(file).lines().toList();
      words.put(SignalLines.signalOf(file.getFileName().toString(), file), lines);
      SignalLines.parse(lines, file.toString());
    }
    return words;
  }

  private Path required(String name) {
    return readable(folder.resolve(name));
  }

  private Path shared(String name) {
    return readable(company.resolve(name));
  }

  private static Path readable(Path file) {
    if (!Files.isReadable(file)) {
      throw new SettingsException(file + ": is missing; every playbook has one");
    }
    return file;
  }

  private List<Path> list(String under, String ending) {
    return files(folder.resolve(under), ending);
  }

  /** The files of a folder whose names end so, by name; none when there is no such folder. */
  static List<Path> files(Path within, String ending) {
    if (!Files.isDirectory(within)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(within)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException mistaken) {
      throw new SettingsException(file + ": is not UTF-8 text; save it as UTF-8", mistaken);
    } catch (IOException broken) {
      throw new SettingsException(file + ": cannot be read; check its permissions", broken);
    }
  }

  private String version() {
    try (Stream<Path> files = Files.walk(company)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Map<String, Path> ordered = new TreeMap<>();
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .forEach(file -> ordered.put(company.relativize(file).toString(), file));
      for (Map.Entry<String, Path> entry : ordered.entrySet()) {
        digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(entry.getValue()));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 10);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String place(Settings settings, String path) {
    return settings.origin(path);
  }
}
