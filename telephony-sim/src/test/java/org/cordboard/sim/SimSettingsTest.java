package org.cordboard.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.sim.media.MediaKnobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimSettingsTest {
  private static SimSettings bound(String hocon) {
    return Settings.parse(hocon).bind("sim", SimSettings.class);
  }

  @Test
  void defaultsAreTheCautiousReading() {
    SimSettings settings = bound("");
    MediaKnobs media = settings.media();
    assertThat(media.lost()).isEqualTo(MediaKnobs.Lost.FALL_THROUGH);
    assertThat(media.residual()).isEqualTo(Duration.ofMillis(40));
    assertThat(media.dtmfAudio()).isFalse();
    assertThat(media.firstTimestampMin()).isEqualTo(Duration.ofMillis(20));
    assertThat(media.firstTimestampMax()).isEqualTo(Duration.ofMillis(100));
    assertThat(media.jitter().burstChance()).isZero();
    assertThat(media.signing()).isEqualTo(MediaKnobs.Signing.PLAIN);
    assertThat(media.pingInterval()).isZero();
    assertThat(settings.rooms().removedLeg()).isEqualTo("hang-up");
    assertThat(settings.rooms().earlyStart()).isFalse();
    assertThat(settings.dialing().declinedWhisper()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sim.media.residual = 2s",
        "sim.media.close = loudly",
        "sim.media.jitter.spread = 15ms",
        "sim.media.jitter.burst-chance = 2",
        "sim.media { first-timestamp-min = 90ms, first-timestamp-max = 20ms }",
        "sim.rooms.large = 3s",
        "sim.rooms.removed-leg = vanish",
        "sim.rooms.wait-failure = shout",
        "sim.pay.result = maybe",
        "sim.dialing.declined-whisper = perhaps",
        "sim.dialing.barred { \"44\" = blocked }",
        "sim.dialing.barred { \"+44\" = unwanted }"
      })
  void impossibleKnobsAreRefused(String hocon) {
    assertThatThrownBy(() -> bound(hocon)).isInstanceOf(SettingsException.class);
  }
}
