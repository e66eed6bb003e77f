package org.cordboard.sim.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cordboard.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  private static final Secret TOKEN = new Secret("sim-auth-token-0001");

  @Test
  void formIsSignedWithItsParametersSorted() {
    Map<String, String> form =
        Map.of(
            "CallSid", "CA00000000000000000000000000000002",
            "AccountSid", "AC00000000000000000000000000000001",
            "From", "+15550100001",
            "FromCity", "",
            "To", "+15550100002",
            "CallStatus", "ringing",
            "Direction", "inbound");
    assertThat(Signature.of(TOKEN, "https://gw.example.com/twilio/voice?tenant=7", form))
        .isEqualTo("a2TDCkOg+5LKSTl5JVSMqBmv5d0=");
  }

  @ParameterizedTest
  @CsvSource({
    "https://gw.example.com/twilio/voice?tenant=7&CallSid=CA00000000000000000000000000000002"
        + "&From=%2B15550100001, LxY14XSt482lN9AX4IQdOrt21Ls=",
    "wss://gw.example.com/media/k3y, nfICGKLoUctbOdXgAwC8r2ssIF4=",
    "wss://gw.example.com/media/k3y/, M0G1ZpezZ3e5n1S9t91dsMg1WQM="
  })
  void urlAloneIsSignedForGetAndForSockets(String url, String signature) {
    assertThat(Signature.of(TOKEN, url, Map.of())).isEqualTo(signature);
  }

  @ParameterizedTest
  @CsvSource({
    "https://gw.example.com:8443/a?b=1#rc=2, https://gw.example.com/a?b=1",
    "http://gw.example.com:8080/a#rc=2, http://gw.example.com:8080/a",
    "https://user:pass@gw.example.com/a, https://gw.example.com/a",
    "wss://gw.example.com:444/media, wss://gw.example.com/media",
    "ws://127.0.0.1:8080/media, ws://127.0.0.1:8080/media"
  })
  void portIsDroppedOverTlsOnly(String url, String signed) {
    assertThat(Signature.signedUrl(url)).isEqualTo(signed);
  }
}
