package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DinTest {
  private static final DinSettings SETTINGS =
      Settings.parse("").bind("speech.din", DinSettings.class);

  /**
   * {@code V} and a number are seconds of voice, {@code .} and a number seconds without, {@code p}
   * words known so far, {@code |} the end of an utterance, {@code f} its words in the end.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nobody,                        .60,                            ''",
    "noise from the beginning,      V10 | V0.2 f0,                  DIN@10.2",
    "noise that is not long enough, V7.4 | V0.2 f0,                 ''",
    "voice after the end counts not, V7 | V3 f0,                    ''",
    "noise with gaps,               V4 .1 V4 .1 V4 | .1 f0,         DIN@15.0",
    "coughs,                        V1 | .2 f0 V1 | .2 f0 V12 | f9, ''",
    "utterances without words,      V3 | f0 V3 | f0 V3 | f0,        DIN@9.0",
    "a long speech,                 V12 | f30,                      ''",
    "… of which parts are known,    V3 p8 V12 | f40,                ''",
    "words and then noise,          V3 p4 V10 | f4,                 DIN@13.0",
    "words that engines find in it, V10 | f1,                       DIN@10.0",
    "words that come while it is on, V10 | f0 V3 p4 V2 | f4 .1.9,   DIN@10.0",
    "words start the count anew,    V7 p2 V7 p3 V7 | f3 V1 | f0,    DIN@22.0",
    "it stops,                      V10 | f0 .2,                    DIN@10.0 CLEAR@12.0",
    "it stops and begins again,     V10 | f0 .2 V10 | f0,           DIN@10.0 CLEAR@12.0 DIN@22.0",
    "it stops before we know,       V11 | .2 f0,                    ''",
  })
  void noiseIsAVoiceWithoutWords(String name, String line, String changes) {
    Din din = new Din(SETTINGS);
    Din.Asked asked = din.ended();
    List<String> told = new ArrayList<>();
    int frames = 0;
    for (String part : line.split(" ")) {
      String rest = part.substring(1);
      switch (part.charAt(0)) {
        case 'p' -> din.words(Integer.parseInt(rest));
        case '|' -> asked = din.ended();
        case 'f' -> {
          if (din.said(asked, Integer.parseInt(rest))) {
            told.add("DIN@" + frames / 50.0);
          }
        }
        default -> {
          for (int left = (int) Math.round(Double.parseDouble(rest) * 50); left > 0; left--) {
            frames++;
            if (din.frame(part.charAt(0) == 'V')) {
              told.add("CLEAR@" + frames / 50.0);
            }
          }
        }
      }
    }

    assertThat(String.join(" ", told)).isEqualTo(changes);
  }

  @ParameterizedTest
  @CsvSource({"after, 3s", "over, 100ms", "cut, 1s", "cut, 11s", "settled, 100ms", "settled, 6s"})
  void settingsThatCannotBeAreRefused(String key, String wrong) {
    assertThatThrownBy(
            () ->
                Settings.parse("speech.din." + key + " = " + wrong)
                    .bind("speech.din", DinSettings.class))
        .hasMessageContaining("speech.din");
  }

  @Test
  void defaultsAreThoseRecorded() {
    assertThat(SETTINGS)
        .isEqualTo(
            new DinSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofMillis(1_500)));
  }
}
