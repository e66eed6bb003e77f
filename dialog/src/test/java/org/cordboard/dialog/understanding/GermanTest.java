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
import org.junit.jupiter.params.provider.ValueSource;

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
        "CHECKS_LINE | Hallo?",
        "CHECKS_LINE | Hallo? Sind Sie noch da?",
        "CHECKS_LINE | Hören Sie mich noch?",
        "CHECKS_LINE | Können Sie mich hören?",
        "CHECKS_LINE | Ja, ich bin noch da.",
        "CHECKS_LINE | Ich bin doch da!",
        "CHECKS_LINE | Ja, ich höre Sie gut.",
        "CHECKS_LINE | Hallo, ist da noch jemand?",
        "CHECKS_LINE | Bin ich noch in der Leitung?",
        "CHECKS_LINE | Hallo, verstehen Sie mich jetzt?",
      })
  void signalsAreFoundInWords(String signal, String text) {
    Set<Signal> found = CATALOG.inWords(Words.normal(text));
    if (signal.equals("NONE")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(Signal.valueOf(signal));
    }
  }

  /** Who says more than that checks no line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hallo, wo ist meine Bestellung?",
        "Ist die Jacke noch da?",
        "Sind Sie noch zu haben?",
        "Ist da jemand, den ich sprechen kann?",
        "Ich bin da nicht sicher.",
        "Ich verstehe Sie nicht richtig, noch einmal bitte.",
        "Hören Sie mal, das geht so nicht.",
        "Ich bin noch da, aber wo bleibt mein Geld?"
      })
  void whoSaysMoreIsNotAskingForUs(String text) {
    assertThat(CATALOG.inWords(Words.normal(text))).doesNotContain(Signal.CHECKS_LINE);
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
    "'Nein, das stimmt.', YES",
    "'Nein nein, machen Sie das.', YES",
    "'Nein, das stimmt nicht.', NO",
    "'Ja, aber machen Sie es nicht.', NO",
    "'Ja, auf jeden Fall.', YES",
    "'Auf keinen Fall.', NO",
    "'Nö.', NO",
    "'Passt so.', YES",
    "'Ja gern, vielen Dank.', YES",
    "'Nee, lassen Sie das.', NO",
    "'Einverstanden.', YES",
    "'Von mir aus.', YES",
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
    "'481 927', 481927",
    "'drei mal die sieben, eins, zwei, drei', 777123",
    "'dreimal die sieben eins zwo drei', 777123",
    "'vier acht, zweimal die neun', 4899",
    "'zweitausendsechsundzwanzig', 2026",
    "'eins und acht', 18",
    "'Die Nummer lautet vier acht ähm eins', 481",
  })
  void numbers(String text, String digits) {
    assertThat(SpokenDigits.find(text))
        .singleElement()
        .extracting(SpokenDigits.Run::digits)
        .isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "'Meine PIN ist vier acht eins neun.', 'Meine PIN ist [number].'",
    "'Meine Geheimzahl ist 14:30.', 'Meine Geheimzahl ist [number].'", // no time of day
    "'Die Kartennummer lautet 4111 1111 1111 1111.', 'Die Kartennummer lautet [number].'",
    "'Es kostet 1.249,90 Euro.', 'Es kostet 1.249,90 Euro.'", // an everyday amount
    "'Es kostet zwölfhundert Franken.', 'Es kostet zwölfhundert Franken.'"
  })
  void spokenNumbersAreMasked(String text, String masked) {
    assertThat(Redactor.redact(text, Set.of()).text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "'24,90 Euro', 24.90",
    "'1.249,90 €', 1249.90",
    "'es waren 1.249 Euro', 1249.00",
    "'24 Euro 90', 24.90",
    "'24 Euro und 5 Cent', 24.05",
    "'vierundzwanzig Euro neunzig', 24.90",
    "'hundertzwanzig Dollar', 120.00",
    "'ein Euro fünfzig', 1.50",
    "'zweitausendfünfhundert Euro', 2500.00",
    "'fünfzig Euro, zwei Bestellungen', 50.00",
    "'50 Euro zwei Mal', 50.00"
  })
  void money(String text, String amount) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).containsEntry("amount", amount);
  }

  @ParameterizedTest
  @CsvSource({
    "two hundred and forty euro, 240.00",
    "'5 euro fifty', 5.50",
    "'24.90 euro', 24.90",
    "'1,249 dollars', 1249.00",
    "two forty nine dollars, 249.00"
  })
  void moneyInEnglishStaysWhatItIs(String text, String amount) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).containsEntry("amount", amount);
  }

  @ParameterizedTest
  @CsvSource({
    "am 3. März, --03-03",
    "am dritten März 2026, 2026-03-03",
    "am einundzwanzigsten Mai zweitausendsechsundzwanzig, 2026-05-21",
    "der 24.12., --12-24",
    "am 05.01.2026, 2026-01-05",
    "am dritten zwölften, --12-03",
    "lieber morgen, morgen",
    "am Montag, montag",
    "nächsten Freitag, nächsten freitag",
    "übermorgen, übermorgen",
    "nächste Woche, nächste woche"
  })
  void dates(String text, String date) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).containsEntry("date", date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Guten Morgen!", "Das ist die 2. Mahnung.", "Ich habe drei Zelte."})
  void noDates(String text) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).doesNotContainKey("date");
  }

  @ParameterizedTest
  @CsvSource({
    "anna punkt schmidt at beispiel punkt de, anna.schmidt@beispiel.de",
    "'Meine E-Mail ist anna unterstrich 7 ät web punkt de', anna_7@web.de",
    "'Die Adresse lautet jürgen bindestrich fünf at müller punkt com', juergen-5@mueller.com",
    "anna.schmidt@beispiel.de, anna.schmidt@beispiel.de"
  })
  void emails(String text, String address) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).containsEntry("email", address);
  }

  @ParameterizedTest
  @CsvSource({
    "'Meine Nummer ist 0171 2345678', 01712345678",
    "null drei null eins zwo drei vier fünf sechs, 030123456",
    "'0151 12345678', 015112345678"
  })
  void telephoneNumbers(String text, String number) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).containsEntry("phone", number);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mein Name ist Jürgen Müller.', Jürgen Müller",
    "'Ich heiße Anna Groß.', Anna Groß",
    "'Hier spricht Weber.', Weber",
    "'Ich bin Frau Öztürk.', Öztürk"
  })
  void names(String text, String name) {
    assertThat(SlotRules.read(text, Expecting.ANYTHING)).containsEntry("name", name);
  }

  @Test
  void theOrderNumberIsReadWithTheSevensCounted() {
    assertThat(
            SlotRules.read("Das ist die vier acht eins, drei mal die sieben.", Expecting.ANYTHING))
        .containsEntry("order_number", "481777");
    assertThat(SlotRules.read("achtundvierzig neunzehn siebenundzwanzig", Expecting.ANYTHING))
        .containsEntry("order_number", "481927");
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
