package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.Test;

class HandoffSettingsTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    HandoffSettings settings = HandoffSettings.from(Settings.parse(""));
    assertThat(settings.ring()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.keyWait()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.join()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.adopt()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.dropWithin()).isEqualTo(Duration.ofSeconds(6));
    assertThat(settings.afterPerson()).isEqualTo(HandoffSettings.AfterPerson.END);
    assertThat(settings.askFor("order-status")).contains("order status call");
    assertThat(settings.askFor("")).contains("with a call");
  }

  @Test
  void wrongValueNamesTheKey() {
    for (String wrong :
        new String[] {
          "ring = 1s", "accept-key = x", "room-prefix = \"a b\"", "claim = 1s", "drop-within = 2m"
        }) {
      String key = wrong.substring(0, wrong.indexOf(' '));
      assertThatThrownBy(() -> HandoffSettings.from(Settings.parse("handoff { " + wrong + " }")))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(key);
    }
  }
}
