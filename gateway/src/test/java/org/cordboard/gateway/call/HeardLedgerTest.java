package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

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
    HeardLedger heard = new HeardLedger("Yes please");
    heard.word(0, 3, 0);
    heard.word(4, 10, 1_000);
    heard.audio(1_500);

    assertThat(heard.heard(1_500)).isEqualTo("Yes");
  }

  @Test
  void withoutWordPositionsTheShareOfTheAudioDecidesAndWordsStayWhole() {
    HeardLedger heard = new HeardLedger(TEXT);
    heard.audio(8_000);
    heard.complete();

    assertThat(heard.heard(4_000)).isEqualTo("Your order");
    assertThat(heard.heard(8_000)).isEqualTo(TEXT);
    assertThat(heard.heard(100)).isEmpty();
  }

  private static HeardLedger withWords() {
    HeardLedger heard = new HeardLedger(TEXT);
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
