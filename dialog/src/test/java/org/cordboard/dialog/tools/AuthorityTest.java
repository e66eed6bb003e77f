package org.cordboard.dialog.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cordboard.dialog.tools.Authority.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-01-05");
  private static final ToolDefinition REFUND =
      ToolCatalog.load(Path.of("playbook/tools")).find("refund_order").orElseThrow();
  private static final Standing GOOD = new Standing(Level.IDENTIFIED, true, true, TODAY);

  private static Map<String, String> facts(String... changes) {
    Map<String, String> facts =
        new HashMap<>(
            Map.of(
                "found", "true",
                "order_number", "481927",
                "items", "the camping stove",
                "amount", "24.90",
                "currency", "USD",
                "status", "delivered",
                "refundable", "true",
                "charged", "true",
                "refunded", "false",
                "delivered", "2025-12-30"));
    for (int i = 0; i < changes.length; i += 2) {
      facts.put(changes[i], changes[i + 1]);
    }
    return facts;
  }

  @Test
  void aConfirmedRefundWithinTheRulesIsAllowed() {
    assertThat(Authority.decide(REFUND, facts(), GOOD)).isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void anUnconfirmedRefundIsReadBackWithNumberAmountAndItem() {
    Standing unconfirmed = new Standing(Level.IDENTIFIED, false, true, TODAY);

    assertThat(Authority.decide(REFUND, facts(), unconfirmed))
        .isEqualTo(
            new Decision.NeedsConfirmation(
                "So, a refund of $24.90 for order 481927, the"
                    + " camping stove, back to the way you paid. Shall I go ahead?"));
  }

  @ParameterizedTest
  @CsvSource({
    "found, false, can't find",
    "refunded, true, refunded already",
    "charged, false, never charged",
    "status, shipped, hasn't been delivered",
    "refundable, false, can't take back",
    "delivered, 2025-11-05, more than sixty days ago",
    "delivered, '', more than sixty days ago",
    "delivered, 2026-01-06, more than sixty days ago",
  })
  void aBrokenRuleRefusesWithItsOwnSentence(String fact, String value, String said) {
    assertThat(Authority.decide(REFUND, facts(fact, value), GOOD))
        .isInstanceOfSatisfying(
            Decision.Refused.class, refused -> assertThat(refused.spoken()).contains(said));
  }

  @Test
  void theSixtiethDayIsStillInTime() {
    assertThat(Authority.decide(REFUND, facts("delivered", "2025-11-06"), GOOD))
        .isInstanceOf(Decision.Allowed.class);
  }

  @ParameterizedTest
  @CsvSource({"100.00, false", "100.01, true", "249.00, true", "plenty, true"})
  void aboveTheLimitAPersonDecides(String amount, boolean escalated) {
    Decision decision = Authority.decide(REFUND, facts("amount", amount), GOOD);

    assertThat(decision instanceof Decision.Escalate).isEqualTo(escalated);
    if (decision instanceof Decision.Escalate up) {
      assertThat(up.rule()).isEqualTo("R15");
    }
  }

  @Test
  void anUnidentifiedCallerLearnsNothingOfTheOrder() {
    Standing unknown = new Standing(Level.RECOGNISED, true, true, TODAY);

    assertThat(Authority.decide(REFUND, facts("refunded", "true"), unknown))
        .isEqualTo(new Decision.NotIdentified());
  }

  @Test
  void nothingIrreversibleHappensWithoutADurableLedger() {
    Standing lost = new Standing(Level.IDENTIFIED, true, false, TODAY);

    assertThat(Authority.decide(REFUND, facts(), lost)).isEqualTo(new Decision.NotDurable());
  }
}
