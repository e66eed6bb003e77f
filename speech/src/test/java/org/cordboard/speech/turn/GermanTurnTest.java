package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.speech.turn.Completeness.Kind;
import org.cordboard.speech.turn.Expected.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanTurnTest {
  private static final Optional<TurnLanguage> GERMAN = TurnLanguage.load(Locale.GERMANY);
  private static final TurnLanguage LISTS = GERMAN.orElseThrow();
  private static final WholeTurn WHOLE = new WholeTurn(GERMAN);

  @ParameterizedTest(name = "{0}, {1} to {2}: {3}")
  @CsvSource({
    "DIGITS, 6, 6, 'vier acht eins neun zwo sieben', COMPLETE",
    "DIGITS, 6, 6, 'achtundvierzig neunzehn siebenundzwanzig', COMPLETE",
    "DIGITS, 6, 6, 'achtundvierzig neunzehn', HOLD",
    "DIGITS, 6, 6, 'vierhunderteinundachtzig neunhundertsiebenundzwanzig', COMPLETE",
    "DIGITS, 6, 6, 'vierhunderteinundachtzig', HOLD",
    "DIGITS, 4, 4, 'zweitausendsechsundzwanzig', COMPLETE",
    "DIGITS, 6, 6, '48 19 27', COMPLETE",
    "DIGITS, 6, 6, '4, 8, 1,', HOLD",
    "DIGITS, 6, 6, 'drei mal die sieben eins zwei drei', COMPLETE",
    "DIGITS, 6, 6, 'dreimal die sieben eins zwei', HOLD",
    "DIGITS, 6, 6, 'vier acht dreimal', HOLD",
    "DIGITS, 6, 6, 'meine Bestellnummer lautet', HOLD",
    "DIGITS, 6, 6, 'vier acht eins ähm', HOLD",
    "DIGITS, 6, 6, 'die habe ich gerade nicht da', OPEN",
    "YES_NO, 0, 0, 'ja', OPEN", // "bitte" may follow
    "YES_NO, 0, 0, 'Ja, bitte.', COMPLETE",
    "YES_NO, 0, 0, 'nein danke', COMPLETE",
    "YES_NO, 0, 0, 'ja das stimmt', COMPLETE",
    "YES_NO, 0, 0, 'auf jeden Fall', COMPLETE",
    "YES_NO, 0, 0, 'ja aber', HOLD",
    "YES_NO, 0, 0, 'ja machen Sie', HOLD",
    "YES_NO, 0, 0, 'ja machen', HOLD",
    "YES_NO, 0, 0, 'nein ist es', HOLD",
    "YES_NO, 0, 0, 'nein ist es nicht', COMPLETE",
    "YES_NO, 0, 0, 'ja das ist', HOLD",
    "YES_NO, 0, 0, 'ja das ist richtig', COMPLETE",
    "FREE, 0, 0, 'ich bin na ja', HOLD",
    "EMAIL, 0, 0, 'anna punkt müller at beispiel punkt de', COMPLETE",
    "EMAIL, 0, 0, 'anna.mueller@beispiel.de', COMPLETE",
    "EMAIL, 0, 0, 'anna punkt müller at', PARTLY",
    "EMAIL, 0, 0, 'anna punkt müller at beispiel punkt', PARTLY",
    "NAME, 0, 0, 'anna', PARTLY",
    "SPELLING, 0, 0, 's c h m', PARTLY",
    "SPELLING, 4, 4, 's wie Siegfried a wie Anton l wie Ludwig', PARTLY",
    "SPELLING, 4, 4, 's wie Siegfried a wie Anton l wie Ludwig e wie', HOLD",
    "SPELLING, 4, 4, 's wie Siegfried a wie Anton l wie Ludwig e wie Emil', COMPLETE",
    "SPELLING, 4, 4, 'Siegfried Anton Ludwig', PARTLY",
    "SPELLING, 4, 4, 'Siegfried Anton Ludwig Emil', COMPLETE",
    "SPELLING, 3, 3, 'Salzwedel Aachen Leipzig', COMPLETE", // of 2022
    "FREE, 0, 0, 'wo ist meine Bestellung ähm', HOLD",
    "FREE, 0, 0, 'ich möchte', HOLD",
    "FREE, 0, 0, 'es geht um', HOLD",
    "FREE, 0, 0, 'was', HOLD",
    "FREE, 0, 0, 'Rechnung', OPEN",
    "FREE, 0, 0, 'einen Moment', HOLD",
    "FREE, 0, 0, 'ich möchte es zurückgeben und', HOLD",
    "FREE, 0, 0, 'ich wollte fragen ob', HOLD",
    "FREE, 0, 0, 'ich warte auf', HOLD",
    "FREE, 0, 0, 'rufen Sie mich bitte an', OPEN", // the same word ends it here
    "FREE, 0, 0, 'die Tür geht nicht mehr zu', OPEN",
    "FREE, 0, 0, 'das geht nicht weil meine', HOLD",
    "FREE, 0, 0, 'ich wollte eigentlich...', HOLD",
    "FREE, 0, 0, 'meine Nummer ist vier acht eins', PARTLY",
  })
  void knowsTheFormThatIsExpected(Form form, int least, int most, String words, Kind kind) {
    Completeness found = WHOLE.judge(TurnWords.of(words), new Expected(form, least, most));
    assertThat(found.kind()).isEqualTo(kind);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource({
    "ich möchte meine Bestellung, ich möchte meine Bestellung stornieren",
    "können Sie mir die Rechnung, können Sie mir die Rechnung schicken",
    "ich habe die Bestellung, ich habe die Bestellung storniert",
    "ich wollte wissen ob mein Paket schon, ich wollte wissen ob mein Paket schon verschickt wurde",
    "ich weiß nicht wo ich das, ich weiß nicht wo ich das finde",
    "ich rufe an weil meine Karte, ich rufe an weil meine Karte gesperrt ist",
    "rufen Sie mich morgen früh, rufen Sie mich morgen früh zurück",
    "wie lange dauert, wie lange dauert die Lieferung",
    "seit dem Update, seit dem Update geht nichts mehr",
    "auf der Rechnung steht ein Betrag den ich, auf der Rechnung steht ein Betrag den ich nicht kenne",
  })
  void aClauseWithoutItsVerbIsMoreDoubtful(String beginning, String whole) {
    Completeness first = WHOLE.judge(TurnWords.of(beginning), Expected.ANYTHING);
    Completeness second = WHOLE.judge(TurnWords.of(whole), Expected.ANYTHING);
    assertThat(first.doubt()).isGreaterThan(second.doubt());
    assertThat(second.likely()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ich möchte etwas reklamieren",
        "ich will mein geld zurück",
        "ich muss die karte sperren lassen",
        "ob das geld da ist",
        "weil ich so lange warten muss",
        "ich habe das schon bezahlt",
        "wir hätten gern einen tisch bestellt",
      })
  void aVerbAtItsEndClosesAClause(String words) {
    assertThat(LISTS.clauses().features(List.of(words.split(" ")))).contains("[!");
  }

  @ParameterizedTest
  @CsvSource({
    "ich möchte meine bestellung, [INFINITIVE?",
    "ob das geld, [FINITE?",
    "ich weiß nicht wann die lieferung, [FINITE?",
    "wann kommt die lieferung, [-", // no clause within another
    "ich habe meine bestellungen, [PARTICIPLE?", // begins and ends like a participle
    "ich hole das paket morgen ab, [prefix!",
    "ich habe das bezahlt und jetzt, [.",
    "die bestellung die ich, [FINITE?", // a clause about it, without a comma to tell
    "die bestellung die ich gestern, [FINITE?",
    "die bestellung die ich gestern bekam, [!",
    "ob meine bestellung, [FINITE?", // mine, not "I mean"
    "ich habe die unterlagen, [PARTICIPLE?",
  })
  void aClauseWaitsForItsVerb(String words, String feature) {
    assertThat(LISTS.clauses().features(List.of(words.split(" ")))).contains(feature);
  }
}
