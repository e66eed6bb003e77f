package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.cordboard.speech.turn.SentenceEnds;
import org.cordboard.speech.turn.TurnLanguage;
import org.junit.jupiter.api.Test;

class SentenceEndTrainerTest {
  @Test
  void learnsWhichWordsEndASentence() {
    List<String> sentences = new ArrayList<>();
    for (String wish : List.of("send", "find", "cancel", "return", "change", "check")) {
      for (String thing : List.of("order", "parcel", "refund", "card")) {
        sentences.add("please " + wish + " my " + thing);
        sentences.add("i want to " + wish + " the " + thing);
      }
    }
    TurnLanguage english = TurnLanguage.load(Locale.US).orElseThrow();
    TurnLanguage ends =
        english.with(new SentenceEnds(SentenceEndTrainer.learn(sentences, english, 1)));
    assertThat(ends.score(List.of("please", "keep", "my", "order"))).isPositive();
    assertThat(ends.score(List.of("please", "keep", "my"))).isNegative();
    assertThat(SentenceEndTrainer.learn(sentences, english, 1))
        .isEqualTo(SentenceEndTrainer.learn(sentences, english, 1));
  }

  @Test
  void theTextsOfTheCorpusAreApartFromEachOther() {
    TurnTexts english = TurnTexts.ENGLISH;
    assertThat(english.sentences("tune"))
        .hasSize(450)
        .doesNotContainAnyElementsOf(english.sentences("report"));
    assertThat(english.sentences("report")).hasSize(900);
    TurnTexts german = TurnTexts.GERMAN;
    assertThat(german.sentences("tune"))
        .hasSize(126)
        .doesNotContainAnyElementsOf(german.sentences("report"));
    assertThat(german.sentences("report")).hasSize(304).doesNotHaveDuplicates();
    assertThat(german.sentences("train"))
        .doesNotContainAnyElementsOf(german.sentences("tune"))
        .doesNotContainAnyElementsOf(german.sentences("report"));
  }

  @Test
  void sentencesAreDrawnFromForms() {
    SentenceForms forms =
        new SentenceForms(List.of("THING = paket | geld", "- wo ist (denn) mein <THING>"), 1);
    assertThat(new TreeSet<>(forms.draw(40)))
        .containsExactly(
            "wo ist denn mein geld",
            "wo ist denn mein paket",
            "wo ist mein geld",
            "wo ist mein paket");
    assertThatThrownBy(() -> new SentenceForms(List.of("- wo ist <WER>"), 1).draw(1))
        .hasMessage("no list WER for: wo ist <WER>");
    assertThatThrownBy(() -> new SentenceForms(List.of("wo ist"), 1))
        .hasMessage("not a form: wo ist");
    assertThat(new SentenceForms(TurnTexts.GERMAN.lines("templates"), 1).draw(20))
        .allMatch(sentence -> sentence.matches("[a-zäöüß]+( [a-zäöüß]+)*"));
  }

  @Test
  void groupsOfDigitsAreReadAsPeopleReadThem() {
    TurnTexts german = TurnTexts.GERMAN;
    assertThat(german.read(List.of(4, 8), true)).isEqualTo("achtundvierzig");
    assertThat(german.read(List.of(4, 8), false)).isEqualTo("vier acht");
    assertThat(german.read(List.of(2, 1), true)).isEqualTo("einundzwanzig");
    assertThat(german.read(List.of(1, 6), true)).isEqualTo("sechzehn");
    assertThat(german.read(List.of(0, 8), true)).isEqualTo("null acht");
    assertThat(german.read(List.of(9, 2, 7), true)).isEqualTo("neunhundertsiebenundzwanzig");
    assertThat(german.read(List.of(1, 0, 1), true)).isEqualTo("einhunderteins");
    assertThat(german.read(List.of(5, 0, 0), true)).isEqualTo("fünfhundert");
    assertThat(TurnTexts.ENGLISH.read(List.of(4, 8), true)).isEqualTo("four eight");
    assertThatThrownBy(() -> TurnTexts.of(Locale.FRENCH))
        .hasMessage("no turns in 'fr': there are some in en, de");
  }

  @Test
  void callersAreDrawnFromTheSeed() {
    for (TurnTexts language : List.of(TurnTexts.ENGLISH, TurnTexts.GERMAN)) {
      List<String> texts = language.sentences("tune");
      assertThat(TurnPlans.draw(language, texts, 40, 2))
          .isEqualTo(TurnPlans.draw(language, texts, 40, 2))
          .hasSize(5);
      assertThat(TurnPlans.draw(language, texts, 40, 3))
          .isNotEqualTo(TurnPlans.draw(language, texts, 40, 2));
    }
  }
}
