package org.cordboard.dialog.playbook;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cordboard.dialog.privacy.SpokenDigits;
import org.cordboard.dialog.tools.ToolCatalog;
import org.cordboard.dialog.tools.ToolDefinition;
import org.cordboard.dialog.understanding.UnderstandingLanguages;
import org.cordboard.dialog.understanding.UnderstandingSettings;

/**
 * What a company lacks before it can be called in a language (R9): all of it at once, each with the
 * file and what to do, so that nobody mends one thing after the other. Reads files; used at the
 * start.
 */
public final class PlaybookLanguage {
  private static final String LISTS = "org/cordboard/dialog/understanding/";

  private final Path company;
  private final Path folder;
  private final Locale language;
  private final List<Missing> missing = new ArrayList<>();

  private PlaybookLanguage(Path company, Path folder, Locale language) {
    this.company = company;
    this.folder = folder;
    this.language = language;
  }

  /**
   * Something that is missing.
   *
   * @param what such as "the text 'greeting'"
   * @param place the file or setting
   * @param fix what to do
   */
  public record Missing(String what, String place, String fix) {
    @Override
    public String toString() {
      return place + ": " + what + " is missing; " + fix;
    }
  }

  /** What is missing, in the order in which one would write it; empty when nothing is. */
  public static List<Missing> missing(
      Path company, Path folder, Locale language, UnderstandingSettings.Embeddings embeddings) {
    PlaybookLanguage check = new PlaybookLanguage(company, folder, language);
    check.texts();
    check.intents();
    check.tools();
    check.lists();
    check.embeddings(embeddings);
    return List.copyOf(check.missing);
  }

  private void miss(String what, Path place, String fix) {
    missing.add(new Missing(what, place.toString(), fix));
  }

  private void texts() {
    Path file = folder.resolve("company.conf");
    if (!Files.isReadable(file)) {
      miss("the file with what is said", file, "copy the company's and translate it");
    } else {
      Config written = read(file);
      for (Text text : Text.values()) {
        if (!written.hasPath("company.texts." + text.key())) {
          miss("the text '" + text.key() + "'", file, "add it as a list of wordings");
        }
      }
    }
    if (!Company.knowsDisclosure(language)) {
      miss(
          "the check that the AI says what it is",
          Path.of("dialog/src/main/java/org/cordboard/dialog/playbook/Company.java"),
          "add the language's words for it");
    }
    Path voice = folder.resolve("voice.conf");
    if (!Files.isReadable(voice)) {
      miss("the voice", voice, "copy the company's and name a voice of the language");
    }
  }

  private void intents() {
    Set<String> here = names(folder.resolve("intents"));
    for (String intent : names(company.resolve("intents"))) {
      if (!here.contains(intent)) {
        miss(
            "the intent '" + intent + "'",
            folder.resolve("intents"),
            "add it to a .conf file with examples of what callers say");
      }
    }
  }

  private Set<String> names(Path intents) {
    Set<String> names = new TreeSet<>();
    for (Path file : PlaybookFolder.files(intents, ".conf")) {
      names.addAll(read(file).root().keySet());
    }
    return names;
  }

  private void tools() {
    ToolCatalog here = ToolCatalog.load(folder.resolve("tools"));
    for (ToolDefinition tool : ToolCatalog.load(company.resolve("tools")).all()) {
      Path file = folder.resolve("tools").resolve(tool.name() + ".conf");
      here.find(tool.name())
          .ifPresentOrElse(
              own -> {
                if (!own.decidesAs(tool)) {
                  miss(
                      "the company's own decision",
                      file,
                      "keep everything but the sentences as it is in "
                          + company.resolve("tools").resolve(tool.name() + ".conf"));
                }
              },
              () -> miss("the tool", file, "copy the company's and translate its sentences"));
    }
  }

  private void lists() {
    for (String list : UnderstandingLanguages.missingLists(language)) {
      miss("the word list", Path.of(LISTS + list), "write it as the English one is written");
    }
    if (!SpokenDigits.reads(language)) {
      miss(
          "the number reader",
          Path.of("dialog/src/main/java/org/cordboard/dialog/privacy/NumberWords.java"),
          "add the language's number words, else numbers are not masked");
    }
  }

  private void embeddings(UnderstandingSettings.Embeddings embeddings) {
    if (!embeddings.knows(language)) {
      missing.add(
          new Missing(
              "a model of sentences in " + language.getDisplayLanguage(Locale.ENGLISH),
              "understanding.embeddings.languages",
              "set 'model' and 'tokenizer' to one that knows it, and list it"));
    }
  }

  private static Config read(Path file) {
    try {
      return ConfigFactory.parseFile(file.toFile());
    } catch (ConfigException broken) {
      return ConfigFactory.empty(); // loading it will tell line and fix
    }
  }
}
