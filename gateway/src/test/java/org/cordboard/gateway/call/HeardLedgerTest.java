package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.Spoken;
import org.cordboard.speech.text.TextReader;
import org.junit.jupiter.api.Test;

class HeardLedgerTest {
  private static final String TEXT = "Your order is on its way";

  @Test
  void aWordCountsOnceTheNextBegins() {
    HeardLedger heard = withWords();

    assertThat(heard.heard(0)).isEmpty();
    assertThat(heard.heard(1_599)).isEmpty();
    assertThat(heard.heard(1_600)).isEqualTo("Your");
    assertThat(heard.heard(4_000)).isEqualTo("Your order");
    assertThat(heard.heard(9_599)).isEqualTo("Your order is on its");
    assertThat(heard.heard(9_600)).isEqualTo(TEXT);
  }

  @Test
  void theLastWordIsNotClaimedWhileMoreAudioMayCome() {
    HeardLedger heard = new HeardLedger("Yes please", Spoken.asWritten("Yes please"));
    heard.word(0, 3, 0);
    heard.word(4, 10, 1_000);
    heard.audio(1_500);

    assertThat(heard.heard(1_500)).isEqualTo("Yes");
  }

  @Test
  void withoutWordPositionsTheShareOfTheAudioDecidesAndWordsStayWhole() {
    HeardLedger heard = new HeardLedger(TEXT, Spoken.asWritten(TEXT));
    heard.audio(8_000);
    heard.complete();

    assertThat(heard.heard(4_000)).as("one word less than the share").isEqualTo("Your");
    assertThat(heard.heard(8_000)).isEqualTo(TEXT);
    assertThat(heard.heard(100)).isEmpty();
  }

  @Test
  void theShareIsOfWhatIsSpokenNotOfWhatIsWritten() {
    String text = "Order 481927, which came today, is paid";
    Spoken spoken = TextReader.of(Locale.US).orElseThrow().read(text, Lexicon.NONE);
    HeardLedger heard = new HeardLedger(text, spoken);
    heard.audio(80_000); // 10 s
    heard.complete();
    long number = 80_000L * spoken.text().indexOf(" which") / spoken.text().length();

    assertThat(heard.heard(number)).as("while its last digit is said").isEqualTo("Order");
    assertThat(heard.heard(number * 2 / 3)).isEqualTo("Order");
    assertThat(heard.heard(79_999)).isEqualTo("Order 481927, which came today,");
    long before = 0;
    for (long played = 0; played <= 80_000; played += 160) {
      String now = heard.heard(played);
      assertThat(text).startsWith(now);
      assertThat((long) now.length()).isGreaterThanOrEqualTo(before);
      before = now.length();
    }
  }

  private static HeardLedger withWords() {
    HeardLedger heard = new HeardLedger(TEXT, Spoken.asWritten(TEXT));
    int from = 0;
    for (int i = 0; i < 6; i++) {
      int to = TEXT.indexOf(' ', from) < 0 ? TEXT.length() : TEXT.indexOf(' ', from);
      heard.word(from, to, i * 1_600L);
      from = to + 1;
    }
    heard.audio(9_600);
    heard.complete();
    return heard;
  }
}
