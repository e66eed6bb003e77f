package org.cordboard.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cordboard.config.Clock;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.DialogParts;
import org.cordboard.dialog.memory.CallerLanguages;
import org.cordboard.dialog.playbook.PlaybookLanguage;
import org.cordboard.dialog.playbook.PlaybookLanguage.Missing;
import org.cordboard.dialog.understanding.Embeddings;
import org.cordboard.dialog.understanding.UnderstandingSettings;
import org.cordboard.speech.text.TextReader;
import org.cordboard.speech.turn.Backchannels;
import org.cordboard.speech.wiring.SpeechParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the languages of section {@code languages}, each from the settings with its own laid over
 * them. A language that lacks something is not switched on: everything that is missing is told at
 * once (R9).
 */
final class LanguageLoader {
  private static final Logger log = LoggerFactory.getLogger(LanguageLoader.class);
  private static final String SECTION = "languages";
  private static final String USUAL = "gateway.call.language";

  private final Settings settings;
  private final SpeechParts usual;
  private final DialogParts.Ground ground;
  private final Clock clock;
  private final List<AutoCloseable> closing;

  /** {@code closing} takes what is made here. */
  LanguageLoader(
      Settings settings,
      SpeechParts usual,
      DialogParts.Ground ground,
      Clock clock,
      List<AutoCloseable> closing) {
    this.settings = settings;
    this.usual = usual;
    this.ground = ground;
    this.clock = clock;
    this.closing = closing;
  }

  Languages load(CallerLanguages memory) {
    List<Languages.Spoken> others = new ArrayList<>();
    for (String name : settings.names(SECTION)) {
      others.add(language(name));
    }
    return new Languages(others, memory, ground.workers());
  }

  /**
   * Checks the language of calls for which no other is chosen, in which the company's own folder is
   * written.
   *
   * @throws SettingsException naming everything that it lacks, or the folder's other language
   */
  void requireUsual(Locale language) {
    Path company = Mind.company(settings);
    UnderstandingSettings understanding =
        settings.bind("understanding", UnderstandingSettings.class);
    List<Missing> missing =
        new ArrayList<>(
            PlaybookLanguage.missing(company, company, language, understanding.embeddings()));
    missing.addAll(unspoken(language, usual, "speech"));
    refuse(missing, language.toLanguageTag(), USUAL, "choose another");
  }

  private void refuse(List<Missing> missing, String name, String path, String otherwise) {
    if (!missing.isEmpty()) {
      throw new SettingsException(
          settings.origin(path)
              + ": calls cannot be in "
              + name
              + " yet, "
              + otherwise
              + " or mend this:\n"
              + missing.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
    }
  }

  private Languages.Spoken language(String name) {
    String path = SECTION + ".\"" + name + "\"";
    LanguageSettings entry =
        settings.without(path + ".settings").bind(path, LanguageSettings.class);
    Settings own = settings.over(path + ".settings");
    Locale language = Locale.forLanguageTag(name);
    Path company = Mind.company(settings);
    Path words = company.resolve(entry.playbook().orElse(SECTION + "/" + name));
    UnderstandingSettings understanding = own.bind("understanding", UnderstandingSettings.class);
    List<Missing> missing =
        new ArrayList<>(
            PlaybookLanguage.missing(company, words, language, understanding.embeddings()));
    SpeechParts speech = usual;
    if (settings.has(path + ".settings.speech")) {
      speech = SpeechParts.assemble(own, clock, language);
      closing.add(speech);
    }
    missing.addAll(unspoken(language, speech, path + ".settings.speech"));
    refuse(missing, name, path, "remove the entry");
    Mind mind = Mind.load(own, words, Embeddings.of(understanding.embeddings()));
    if (!mind.playbook().company().language().equals(language)) {
      throw new SettingsException(
          words.resolve("company.conf") + ": 'language' must be \"" + name + "\" here");
    }
    DialogParts dialogs = DialogParts.assemble(own, mind.dialogs(), ground);
    closing.add(dialogs);
    log.info("calls can be in {}", name);
    return new Languages.Spoken(
        language, entry.numbers().orElse(List.of()), mind.playbook(), speech, dialogs);
  }

  /** What hears and speaks the language, as far as it is missing. */
  static List<Missing> unspoken(Locale language, SpeechParts speech, String own) {
    List<Missing> missing = new ArrayList<>();
    if (!speech.recognizer().hears(language)) {
      missing.add(
          new Missing(
              "a recogniser (" + speech.recognizer().name() + " does not know the language)",
              own,
              "set recognizer.type = google, a Vosk model with vosk.language, or a Whisper model of"
                  + " many languages"));
    }
    if (!speech.synthesizer().speaks(language)) {
      missing.add(
          new Missing(
              "a voice (" + speech.synthesizer().name() + " does not speak the language)",
              own,
              "set synthesizer.type = espeak-ng, piper or google, and the voice's name in voice.conf"));
    }
    if (TextReader.of(language).isEmpty()) {
      missing.add(
          new Missing(
              "the reader of numbers, money and dates for the voice",
              "speech/src/main/java/org/cordboard/speech/text/TextReader.java",
              "write a table for it as German's is written"));
    }
    if (!Backchannels.known(language)) {
      missing.add(
          new Missing(
              "the list of backchannels",
              "org/cordboard/speech/turn/" + language.getLanguage() + "/backchannels.txt",
              "write it as the English one is written"));
    }
    return missing;
  }
}
