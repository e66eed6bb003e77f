package org.cordboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.DialogParts;
import org.cordboard.dialog.memory.MemoryCallerLanguages;
import org.cordboard.dialog.store.MemoryEffects;
import org.cordboard.dialog.store.MemoryPromises;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.freetts.FreeTtsSettings;
import org.cordboard.speech.freetts.FreeTtsSynthesizer;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.Test;

class LanguageLoaderTest {
  private static final String PLAYBOOK = Path.of("../dialog/playbook").toAbsolutePath().toString();
  private final ManualClock clock = new ManualClock();
  private final List<AutoCloseable> closing = new ArrayList<>();

  private LanguageLoader loader(String hocon) {
    Settings settings =
        Settings.parse(
            "playbook.path = \""
                + PLAYBOOK
                + "\", speech { recognizer.type = scripted, vad.type = energy }\n"
                + hocon);
    SpeechParts speech =
        SpeechParts.of(
            settings,
            List.of(
                new ScriptedRecognizer(
                    settings.bind("speech.scripted.recognizer", ScriptedRecognizerSettings.class))),
            List.of(
                new FreeTtsSynthesizer(
                    settings.bind("speech.freetts", FreeTtsSettings.class),
                    new InlineWorkers("voice"))));
    DialogParts.Ground ground =
        new DialogParts.Ground(
            Parts.events(),
            new MemoryEffects(),
            new MemoryPromises(),
            new InlineWorkers("dialog"),
            clock);
    return new LanguageLoader(settings, speech, ground, clock, closing);
  }

  @Test
  void everythingThatALanguageLacksIsToldAtOnce() {
    assertThatThrownBy(() -> loader("languages { fr-FR { } }").load(new MemoryCallerLanguages()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("calls cannot be in fr-FR yet")
        .hasMessageContaining("languages/fr-FR/company.conf: the file with what is said is missing")
        .hasMessageContaining("understanding/fr/asks-for-person.txt: the word list is missing")
        .hasMessageContaining("a model of sentences in French is missing")
        .hasMessageContaining("a voice (FreeTTS does not speak the language) is missing")
        .hasMessageContaining("TextReader.java: the reader of numbers, money and dates")
        .hasMessageContaining("turn/fr/backchannels.txt: the list of backchannels is missing");
  }

  @Test
  void germanLacksAModelOfSentencesAndAVoiceByDefault() {
    assertThatThrownBy(() -> loader("languages.de-DE { }").load(new MemoryCallerLanguages()))
        .satisfies(
            error ->
                assertThat(String.valueOf(error.getMessage()).lines().skip(1))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("a model of sentences in German is missing"))
                    .anyMatch(line -> line.contains("a voice (FreeTTS")));
  }

  @Test
  void theSettingsForGermanLackNothingButWhatIsFetched() throws IOException {
    String german = Files.readString(Path.of(PLAYBOOK, "languages/german.conf"));
    assertThatThrownBy(() -> loader(german).load(new MemoryCallerLanguages()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(".cordboard/german/vosk-model-small-de-0.15");
    String inTheirPlace =
        german
            + "\nlanguages.de-DE.settings { speech { recognizer.type = scripted, synthesizer ="
            + " { type = scripted, secondary = none } }, understanding.embeddings"
            + " { model = \"\", tokenizer = \"\" } }";
    assertThat(loader(inTheirPlace).load(new MemoryCallerLanguages()).others())
        .singleElement()
        .satisfies(
            spoken -> {
              assertThat(spoken.language()).isEqualTo(Locale.GERMANY);
              assertThat(spoken.numbers()).containsExactly("+15550100049");
            });
  }

  @Test
  void theUsualLanguageIsCheckedAsTheOthersAre() {
    loader("").requireUsual(Locale.US);
    assertThatThrownBy(() -> loader("").requireUsual(Locale.GERMANY))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("reference.conf")
        .hasMessageContaining("calls cannot be in de-DE yet, choose another or mend this")
        .hasMessageContaining("a model of sentences in German is missing")
        .hasMessageContaining("speech: a voice (FreeTTS does not speak the language) is missing");
  }

  @Test
  void aNumberThatCannotBeDialledIsRefused() {
    assertThatThrownBy(
            () ->
                loader("languages.de-DE { numbers = [\"0049\"] }")
                    .load(new MemoryCallerLanguages()))
        .hasMessageContaining("not written as dialled");
  }

  @Test
  void withoutAnEntryThereIsOneLanguage() {
    assertThat(loader("").load(new MemoryCallerLanguages()).others()).isEmpty();
  }
}
