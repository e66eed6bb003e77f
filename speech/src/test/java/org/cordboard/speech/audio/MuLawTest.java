package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuLawTest {

  @ParameterizedTest
  @CsvSource({
    "0xFF, 0",
    "0x7F, 0",
    "0x80, 32124",
    "0x00, -32124",
    "0xFE, 8",
    "0xEF, 132",
    "0x9A, 10876"
  })
  void codesStandForTheLevelsOfG711(String code, int level) {
    assertThat(MuLaw.decode((byte) (int) Integer.decode(code))).isEqualTo((short) level);
  }

  @Test
  void everyCodeSurvivesDecodingAndEncoding() {
    for (int code = 0; code < 256; code++) {
      if (code != 0x7F) { // negative zero is written as zero
        assertThat(MuLaw.encode(MuLaw.decode((byte) code))).isEqualTo((byte) code);
      }
    }
  }

  @Test
  void everySampleIsEncodedToTheNearestCode() {
    for (int sample = -32_124; sample <= 32_124; sample += 7) {
      short decoded = MuLaw.decode(MuLaw.encode((short) sample));
      assertThat(Math.abs(decoded - sample)).isLessThanOrEqualTo(4 + Math.abs(sample) / 30);
    }
  }

  @Test
  void theLoudestSamplesAreClipped() {
    assertThat(MuLaw.encode(Short.MAX_VALUE)).isEqualTo((byte) 0x80);
    assertThat(MuLaw.encode(Short.MIN_VALUE)).isEqualTo((byte) 0x00);
  }

  @Test
  void scalingKeepsSignsAndLowersTheLevel() {
    byte[] loud = MuLaw.encode(new short[] {8_000, -8_000, 0});
    short[] soft = MuLaw.decode(MuLaw.scaled(loud, 0.25));
    assertThat(soft[0]).isBetween((short) 1_900, (short) 2_100);
    assertThat(soft[1]).isEqualTo((short) -soft[0]);
    assertThat(soft[2]).isZero();
  }
}
