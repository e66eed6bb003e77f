package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.privacy.Redactor;
import org.cordboard.dialog.privacy.SpokenDigits;
import org.cordboard.dialog.tools.Template;
import org.cordboard.dialog.understanding.TurnReading.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules act on, in German: words alone, without a model. */
class GermanTest {
  private static final SignalCatalog CATALOG = SignalCatalog.load(Locale.GERMANY, Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ASKS_FOR_PERSON | Ich möchte mit einem Menschen sprechen.",
        "ASKS_FOR_PERSON | Verbinden Sie mich bitte mit einem Mitarbeiter.",
        "ASKS_FOR_PERSON | Kann ich mit jemandem reden?",
        "ASKS_FOR_PERSON | Stellen Sie mich zum Kundendienst durch!",
        "ASKS_FOR_PERSON | Mitarbeiter.",
        "ASKS_FOR_PERSON | Ich will Ihren Vorgesetzten sprechen.",
        "ASKS_FOR_PERSON | Ich will nicht mit einer Maschine reden.",
        "NONE | Ich habe gestern schon mit einem Mitarbeiter gesprochen.",
        "NONE | Wie lange kann ich die Jacke zurückgeben?",
        "NONE | Ich möchte den Stand meiner Bestellung wissen.",
        "DANGER | Hier brennt es, der Akku qualmt!",
        "DANGER | Es riecht nach Gas.",
        "NONE | Ist der Gaskocher noch da?",
        "LEGAL | Dann gehe ich zum Anwalt.",
        "BEREAVEMENT | Mein Mann ist gestorben.",
        "MEDICAL | Ich bin mit dem Rad gestürzt und im Krankenhaus.",
        "HARDSHIP | Ich kann mir das nicht leisten.",
        "ACCESSIBILITY | Ich bin blind.",
        "FRAUD | Mein Konto wurde gehackt.",
        "DISPUTED_CHARGE | Sie haben doppelt abgebucht.",
        "CONTACT_CHANGE | Ich bin umgezogen.",
        "FRUSTRATION | Das ist eine Frechheit!",
        "REPEATED_COMPLAINT | Ich rufe jetzt zum dritten Mal an.",
        "ASKS_IF_AI | Sind Sie ein Roboter?",
        "GOODBYE | Nein danke, das war alles. Auf Wiederhören.",
        "REPEAT | Können Sie das noch einmal sagen?",
        "SLOWER | Bitte langsamer.",
        "OBJECTS_TO_RECORDING | Ich möchte nicht aufgezeichnet werden.",
      })
  void signalsAreFoundInWords(String signal, String text) {
    Set<Signal> found = CATALOG.inWords(Words.normal(text));
    if (signal.equals("NONE")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(Signal.valueOf(signal));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Ja, bitte.', YES",
    "'Genau.', YES",
    "'Das stimmt.', YES",
    "'Machen Sie das.', YES",
    "'Nein.', NO",
    "'Nein danke.', NO",
    "'Lieber nicht.', NO",
    "'Das stimmt nicht.', NO",
    "'Das weiß ich nicht.', NEITHER",
    "'Wo ist meine Bestellung?', NEITHER"
  })
  void yesAndNo(String text, Answer expected) {
    assertThat(new Answers(Locale.GERMANY).read(text, Expecting.YES_NO)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'sieben, drei, null, eins, fünf, vier', 730154",
    "'acht null fünf einundachtzig neun', 805819",
    "'vierhunderteinundachtzig neunhundertsiebenundzwanzig', 481927",
    "'zwo zwo elf zwölf', 221112",
    "'481 927', 481927"
  })
  void numbers(String text, String digits) {
    assertThat(SpokenDigits.find(text))
        .singleElement()
        .extracting(SpokenDigits.Run::digits)
        .isEqualTo(digits);
  }

  @Test
  void spokenNumbersAreMasked() {
    assertThat(Redactor.redact("Meine PIN ist vier acht eins neun.", Set.of()).text())
        .isEqualTo("Meine PIN ist [number].");
  }

  @Test
  void moneyAndDatesAreWrittenTheGermanWay() {
    assertThat(
            Template.fill(
                "{amount:money} am {day:date}",
                Map.of("amount", "1249.9", "currency", "USD", "day", "2026-01-05"),
                Locale.GERMANY))
        .isEqualTo("1.249,90 $ am Montag, 5. Januar");
  }
}
