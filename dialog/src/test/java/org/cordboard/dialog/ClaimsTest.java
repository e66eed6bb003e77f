package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  private final Claims claims = new Claims(List.of("\\bguarantee\\b"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yes, I'm a real person.|false",
        "I am human, of course.|false",
        "I\u2019m not a robot.|false",
        "You're talking to a real person.|false",
        "I guarantee that it arrives.|false",
        "I'm an AI assistant.|true",
        "I'll bring in a person.|true",
        "Would you like to talk to a person?|true",
        "I'm not able to refund it.|true",
      })
  void claimsToBeHumanAreNeverSaid(String sentence, boolean allowed) {
    assertThat(claims.allow(sentence)).isEqualTo(allowed);
  }
}
