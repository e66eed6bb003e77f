package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.Test;

class TwilioSettingsTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    TwilioSettings settings = TestSettings.with("");
    assertThat(settings.apiUrl()).hasToString("http://127.0.0.1:8090");
    assertThat(settings.replyDeadline()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(settings.connectionOverrides()).isEqualTo("rc=5&rp=ct,rt,5xx&ct=1000");
    assertThat(settings.toString()).doesNotContain(TestSettings.TOKEN);
  }

  @Test
  void carrierRingsAndWaitsForAKeyAsLongAsTheTransferDoes() {
    TwilioSettings settings =
        TwilioSettings.from(Settings.parse("handoff { ring = 33s, key-wait = 9s }"));
    assertThat(settings.ring()).isEqualTo(Duration.ofSeconds(33));
    assertThat(settings.keyWait()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void theSimulatorsTokenIsRefusedAnywhereButOnThisMachine() {
    assertThat(TwilioSettings.from(Settings.parse("")).accountSid()).startsWith("AC");
    for (String away :
        List.of(
            "api-url = \"https://api.twilio.com\"", "public-url = \"https://gw.example.com\"")) {
      assertThatThrownBy(
              () -> TwilioSettings.from(Settings.parse("gateway.twilio { " + away + " }")))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("CORDBOARD_GATEWAY_TWILIO_AUTH__TOKEN");
    }
  }

  @Test
  void wrongValueNamesTheKey() {
    Map<String, String> wrong =
        Map.of(
            "account-sid = AC1", "account-sid",
            "auth-token = \"\"", "auth-token",
            "public-url = \"gw.example.com\"", "public-url",
            "api-url = \"https://a.example/path\"", "api-url",
            "from-number = \"5550100\"", "from-number",
            "reply-deadline = 20s", "reply-deadline",
            "workers = 0", "workers");
    wrong.forEach(
        (line, key) ->
            assertThatThrownBy(() -> TestSettings.with(line))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key));
  }
}
