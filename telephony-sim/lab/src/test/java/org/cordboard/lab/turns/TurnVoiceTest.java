package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.Settings;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.sentence.SentenceEngine;
import org.cordboard.speech.sentence.SentenceSynthesizer;
import org.cordboard.speech.turn.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class TurnVoiceTest {
  private final List<String> asked = new ArrayList<>();

  /** Says whatever it is asked for in a tone of a second, in one language. */
  private final class Tone implements SentenceEngine {
    private final Locale language;

    Tone(Locale language) {
      this.language = language;
    }

    @Override
    public String name() {
      return "tone";
    }

    @Override
    public List<String> voices() {
      return List.of("first", "second", "third");
    }

    @Override
    public boolean speaks(Locale asked) {
      return asked.getLanguage().equals(language.getLanguage());
    }

    @Override
    public Raw speak(String sentence, String voice, double rate) {
      asked.add(voice + ": " + sentence);
      float[] samples = new float[8_000];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) Math.sin(i / 3.0) / 4;
      }
      return new Raw(samples, 8_000);
    }

    @Override
    public void close() {}
  }

  private SpokenTurn spoken(Locale voice, String drawn) throws IOException {
    TurnPlan plan =
        new TurnPlan(
            Expected.ANYTHING,
            List.of(
                new Hesitation.Stretch("schöne grüße", Duration.ofMillis(500)),
                new Hesitation.Stretch("an sie", Duration.ZERO)));
    TurnPlan.Caller caller = new TurnPlan.Caller(drawn, 1, List.of(plan));
    try (SpeechSynthesizer tone =
            new SentenceSynthesizer(new Tone(voice), new InlineWorkers("tone"), Duration.ZERO);
        TurnVoice reads = new TurnVoice(tone, Locale.GERMANY)) {
      return reads.speak(caller, 1, 1).get(0);
    }
  }

  @Test
  void aVoiceOfTheLanguageReadsTheWordsAsTheyAre() throws IOException {
    SpokenTurn turn = spoken(Locale.GERMAN, "second");
    assertThat(asked).containsExactly("second: schöne grüße", "second: an sie");
    assertThat(turn.words().stream().map(SpokenTurn.Word::text))
        .containsExactly("schöne", "grüße", "an", "sie");
    assertThat(turn.pauses()).hasSize(2);
    assertThat(turn.pauses().get(0).to() - turn.pauses().get(0).from()).isEqualTo(4_000);
  }

  @Test
  void aVoiceOfAnotherReadsThemByItsLetters() throws IOException {
    SpokenTurn turn = spoken(Locale.ENGLISH, "first");
    assertThat(asked).containsExactly("first: schune grusse", "first: an sie");
    assertThat(turn.words().stream().map(SpokenTurn.Word::text))
        .containsExactly("schöne", "grüße", "an", "sie");
  }

  @Test
  void voicesThatWereDrawnStayDifferentPeople() throws IOException {
    for (String drawn : TurnPlans.VOICES) {
      spoken(Locale.GERMAN, drawn);
    }
    assertThat(asked.stream().filter(each -> each.endsWith("grüße")))
        .containsExactly(
            "first: schöne grüße",
            "second: schöne grüße",
            "third: schöne grüße",
            "first: schöne grüße");
  }

  @Test
  void withoutAVoiceOfTheLanguageTheUsualOneReadsAndItIsTold() {
    Settings settings = Settings.parse("speech.espeak-ng.command = \"/nowhere/espeak-ng\"");
    try (SpeechSynthesizer voice = TurnVoices.of(settings, Locale.GERMANY)) {
      assertThat(TurnVoices.told(voice, Locale.GERMANY))
          .isEqualTo("FreeTTS, which reads the words by letters that it knows");
    }
    try (SpeechSynthesizer voice = TurnVoices.of(settings, Locale.US)) {
      assertThat(TurnVoices.told(voice, Locale.US)).isEqualTo("FreeTTS");
    }
  }

  static boolean installed() {
    return Files.isExecutable(Path.of("/usr/bin/espeak-ng"));
  }

  @Test
  @EnabledIf("installed")
  void aGermanVoiceReadsGermanWhereItIsInstalled() {
    try (SpeechSynthesizer voice = TurnVoices.of(Settings.parse(""), Locale.GERMANY)) {
      assertThat(TurnVoices.told(voice, Locale.GERMANY)).isEqualTo("espeak-ng de");
    }
  }
}
