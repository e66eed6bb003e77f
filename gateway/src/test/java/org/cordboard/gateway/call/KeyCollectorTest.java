package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyCollectorTest {

  @Test
  void aZeroAloneIsAnAnswerWhenNothingFollows() {
    KeyCollector.Step zero = KeyCollector.EMPTY.pressed('0');
    assertThat(zero.complete()).isEmpty();

    assertThat(zero.next().waited(zero.next().generation()).complete()).contains("0");
  }

  @Test
  void starZeroAnswersAtOnceEvenWithinANumber() {
    KeyCollector keys = KeyCollector.EMPTY.expecting(true).pressed('4').next().pressed('*').next();

    assertThat(keys.pressed('0').complete()).contains("*0");
  }

  @Test
  void hashEndsANumber() {
    KeyCollector keys = KeyCollector.EMPTY.expecting(true);
    for (char key : "481927".toCharArray()) {
      keys = keys.pressed(key).next();
    }

    KeyCollector.Step ended = keys.pressed('#');
    assertThat(ended.complete()).contains("481927");
    assertThat(ended.next().keys()).isEmpty();
  }

  @Test
  void aLateWaitIsIgnored() {
    KeyCollector.Step first = KeyCollector.EMPTY.pressed('1');
    KeyCollector.Step second = first.next().pressed('2');

    assertThat(second.next().waited(first.next().generation()).complete()).isEmpty();
    assertThat(second.next().waited(second.next().generation()).complete()).contains("12");
  }

  @Test
  void digitsGetMoreTimeBetweenThem() {
    assertThat(KeyCollector.EMPTY.wait(1)).isEqualTo(KeyCollector.ALONE);
    assertThat(KeyCollector.EMPTY.expecting(true).wait(1)).isEqualTo(KeyCollector.BETWEEN_DIGITS);
  }
}
