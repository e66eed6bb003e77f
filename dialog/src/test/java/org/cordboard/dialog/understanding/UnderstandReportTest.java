package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class UnderstandReportTest {

  private static JsonNode report(String text) throws Exception {
    return new ObjectMapper()
        .readTree(
            UnderstandReport.of(text, SamplePlaybook.understanding(), SamplePlaybook.playbook()));
  }

  @Test
  void orderNumberSpokenDigitByDigitIsReported() throws Exception {
    JsonNode report = report("where is my order, it's four eight one, nine two seven");
    assertThat(report.at("/intent").asText()).isEqualTo("order_status");
    assertThat(report.at("/slots/order_number").asText()).isEqualTo("481927");
    assertThat(report.get("escalation").isNull()).isTrue();
    assertThat(report.at("/mood/label").asText()).isEqualTo("calm");
  }

  @Test
  void askingForPersonReportsTransferNow() throws Exception {
    JsonNode report = report("I want to speak to a person");
    assertThat(report.at("/signals").toString()).contains("asks-for-person");
    assertThat(report.at("/escalation/rule").asText()).isEqualTo("R14");
    assertThat(report.at("/escalation/effect").asText()).isEqualTo("transfer-now");
  }

  @Test
  void dangerIsFirstInLine() throws Exception {
    assertThat(report("the battery is on fire").at("/escalation/effect").asText())
        .isEqualTo("first-in-line");
  }

  @Test
  void wishOfNoShopIsOfferedPerson() throws Exception {
    JsonNode report = report("can you book me a flight to Paris");
    assertThat(report.at("/intent").asText()).isEqualTo("unknown");
    assertThat(report.at("/escalation/rule").asText()).isEqualTo("R12");
    assertThat(report.at("/escalation/effect").asText()).isEqualTo("offer");
  }

  @Test
  void emptyWordsAreReadAsNothing() throws Exception {
    JsonNode report = report("");
    assertThat(report.at("/intent").asText()).isEqualTo("unknown");
    assertThat(report.get("escalation").isNull()).isTrue();
  }
}
