package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.cordboard.config.Settings;
import org.junit.jupiter.api.Test;

class BargeInSettingsTest {
  private static final BargeInSettings SETTINGS =
      Settings.parse("").bind("speech.barge-in", BargeInSettings.class);

  @Test
  void settingsThatCannotBeAreRefused() {
    for (String wrong :
        List.of("duck-after = 400ms", "duck-gain = 1", "decide-within = 50ms", "softer-db = 0")) {
      assertThatThrownBy(
              () ->
                  Settings.parse("speech.barge-in." + wrong)
                      .bind("speech.barge-in", BargeInSettings.class))
          .as(wrong)
          .hasMessageContaining("speech.barge-in");
    }
  }

  @Test
  void defaultsAreThoseRecorded() {
    assertThat(SETTINGS)
        .isEqualTo(
            new BargeInSettings(
                Duration.ofMillis(40),
                0.25,
                Duration.ofMillis(120),
                Duration.ofMillis(200),
                Duration.ofMillis(400),
                Duration.ofMillis(260),
                Duration.ofMillis(480),
                Duration.ofMillis(300),
                8));
  }
}
