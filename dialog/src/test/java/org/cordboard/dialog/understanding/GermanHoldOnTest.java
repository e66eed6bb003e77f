package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cordboard.config.Settings;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.Playbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Moment mal" waits, unless something follows that is to be answered. */
class GermanHoldOnTest {
  private static final Understanding GERMAN =
      new LocalUnderstanding(
          Playbook.load(Path.of("playbook"), Path.of("playbook/languages/de-DE")),
          SamplePlaybook.embeddings(),
          Settings.parse("").bind("understanding", UnderstandingSettings.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moment mal, das habe ich nicht gefragt. Wo ist meine Bestellung? | order_status",
        "Warten Sie, wo bleibt mein Paket? | order_status",
        "Einen Moment, ich möchte mein Geld zurück. | refund",
        "moment mal wie lange dauert die lieferung | question",
        "Augenblick bitte. Wie kann ich bezahlen? | question",
        "Halt, warte. Und was kostet der Versand? | question"
      })
  void whatFollowsIsTheWish(String words, String intent) {
    TurnReading reading = GERMAN.read(words, Expecting.ANYTHING);
    assertThat(reading.signals()).doesNotContain(Signal.HOLD_ON);
    assertThat(reading.intent()).isEqualTo(intent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Moment mal, das habe ich nicht gefragt.",
        "Einen Moment. Was kostet das?",
        "Warten Sie mal, egal."
      })
  void whatIsToBeAnsweredDoesNotWait(String words) {
    assertThat(GERMAN.read(words, Expecting.ANYTHING).signals()).doesNotContain(Signal.HOLD_ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Moment.",
        "Moment bitte.",
        "Einen kleinen Moment, bitte.",
        "Eine Sekunde noch.",
        "Warten Sie bitte kurz.",
        "Bleiben Sie bitte dran.",
        "Halt, stopp!",
        "Können Sie einen Moment warten?",
        "Moment, ich suche die Bestellnummer.",
        "Augenblick, ich muss kurz die Rechnung holen.",
        "Moment mal, wo ist denn die Bestellnummer?",
        "Einen Augenblick, ich schaue mal nach.",
        "Warten Sie, es klingelt an der Tür.",
        "Sekunde bitte, wo habe ich den Zettel hingelegt?",
        "Ich muss mal kurz nachsehen."
      })
  void whoeverOnlyAsksToWaitIsWaitedFor(String words) {
    assertThat(GERMAN.read(words, Expecting.ANYTHING).signals()).contains(Signal.HOLD_ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ich warte schon seit einer Woche auf mein Paket.", "Im Moment nicht, danke."})
  void waitingForSomethingElseIsNoSuchWish(String words) {
    assertThat(GERMAN.read(words, Expecting.ANYTHING).signals()).doesNotContain(Signal.HOLD_ON);
  }
}
