package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Secret;
import org.junit.jupiter.api.Test;

/** The published vectors, and what must not pass. */
class WebhookSignatureTest {
  private static final Map<String, List<String>> FORM =
      Map.of(
          "CallSid", List.of("CA00000000000000000000000000000002"),
          "AccountSid", List.of("AC00000000000000000000000000000001"),
          "Direction", List.of("inbound"),
          "CallStatus", List.of("ringing"),
          "From", List.of("+15550100001"),
          "To", List.of("+15550100002"),
          "FromCity", List.of(""));
  private static final String FORM_SIGNATURE = "a2TDCkOg+5LKSTl5JVSMqBmv5d0=";
  private static final byte[] JSON =
      "{\"CallSid\":\"CA00000000000000000000000000000002\",\"ok\":true}"
          .getBytes(StandardCharsets.UTF_8);
  private static final String JSON_PATH =
      "/twilio/events?bodySHA256=55e6032cede0ca04a3d3329f8545070a79ce1a1cec8588af364d516cf9c70ad3";

  private static WebhookSignature at(String origin) {
    return new WebhookSignature(new Secret("sim-auth-token-0001"), URI.create(origin));
  }

  private final WebhookSignature signature = at("https://gw.example.com");

  @Test
  void formWithItsEmptyValuesIsAccepted() {
    assertThat(signature.form("/twilio/voice?tenant=7", FORM, FORM_SIGNATURE)).isTrue();
  }

  @Test
  void getWithItsQueryAsSentIsAccepted() {
    String query =
        "/twilio/voice?tenant=7&CallSid=CA00000000000000000000000000000002&From=%2B15550100001";
    assertThat(signature.form(query, Map.of(), "LxY14XSt482lN9AX4IQdOrt21Ls=")).isTrue();
    assertThat(signature.form(query.replace("%2B", "+"), Map.of(), "LxY14XSt482lN9AX4IQdOrt21Ls="))
        .isFalse();
  }

  @Test
  void jsonIsAcceptedWithItsOwnBodyOnly() {
    assertThat(signature.json(JSON_PATH, JSON, "ZiREZekQH8mDTIzlgmg2up1XoFc=")).isTrue();
    assertThat(signature.json(JSON_PATH, new byte[] {'{', '}'}, "ZiREZekQH8mDTIzlgmg2up1XoFc="))
        .isFalse();
    assertThat(signature.json("/twilio/events", JSON, "ZiREZekQH8mDTIzlgmg2up1XoFc=")).isFalse();
  }

  @Test
  void socketIsAcceptedWhetherSignedWithATrailingSlashOrNot() {
    for (String path : List.of("/media/k3y", "/media/k3y/")) {
      assertThat(signature.socket(path, "nfICGKLoUctbOdXgAwC8r2ssIF4=")).isTrue();
      assertThat(signature.socket(path, "M0G1ZpezZ3e5n1S9t91dsMg1WQM=")).isTrue();
      assertThat(signature.socket(path + "x", "nfICGKLoUctbOdXgAwC8r2ssIF4=")).isFalse();
    }
  }

  @Test
  void portIsDroppedOverTlsAndKeptWithout() {
    assertThat(
            at("https://gw.example.com:8443").form("/twilio/voice?tenant=7", FORM, FORM_SIGNATURE))
        .isTrue();
    WebhookSignature plain = at("http://127.0.0.1:8080");
    String withPort = plain.sign("http://127.0.0.1:8080/twilio/statusCallSidCA1");
    assertThat(plain.form("/twilio/status", Map.of("CallSid", List.of("CA1")), withPort)).isTrue();
  }

  @Test
  void anythingElseIsRefused() {
    assertThat(signature.form("/twilio/voice?tenant=8", FORM, FORM_SIGNATURE)).isFalse();
    assertThat(signature.form("/twilio/voice?tenant=7", Map.of(), FORM_SIGNATURE)).isFalse();
    assertThat(signature.form("/twilio/voice?tenant=7", FORM, null)).isFalse();
    assertThat(signature.form("/twilio/voice?tenant=7", FORM, "")).isFalse();
    assertThat(
            new WebhookSignature(new Secret("other"), URI.create("https://gw.example.com"))
                .form("/twilio/voice?tenant=7", FORM, FORM_SIGNATURE))
        .isFalse();
  }

  @Test
  void repeatedParametersAreSignedEachInOrder() {
    String given = signature.sign("https://gw.example.com/xAaAbB1");
    assertThat(signature.form("/x", Map.of("A", List.of("b", "a"), "B", List.of("1")), given))
        .isTrue();
  }
}
