package org.cordboard.dialog.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.store.MemoryEffects;
import org.cordboard.dialog.store.MemoryPromises;
import org.junit.jupiter.api.Test;

class OrderBookTest {
  private static final Path PLAYBOOK = Path.of("playbook");
  private static final Map<String, String> KETTLE = Map.of("order_number", "481927");
  private final ToolDefinition refund =
      ToolCatalog.load(PLAYBOOK.resolve("tools")).find("refund_order").orElseThrow();
  private final MemoryEffects effects = new MemoryEffects();
  private final Backend orders =
      Backends.sample(PLAYBOOK, effects, new MemoryPromises(), new ManualClock(), ZoneOffset.UTC)
          .of(refund);

  @Test
  void datesOfTheSampleMoveWithTheDay() {
    assertThat(orders.lookUp(refund, KETTLE)).containsEntry("delivered", "2025-12-30");
  }

  @Test
  void anUnknownNumberIsNotFoundAndTellsNothing() {
    assertThat(orders.lookUp(refund, Map.of("order_number", "999999")))
        .containsOnly(Map.entry("order_number", "999999"), Map.entry("found", "false"));
  }

  @Test
  void theSameKeyRefundsOnceAndAnswersTheSame() throws Exception {
    Map<String, String> facts = orders.lookUp(refund, KETTLE);

    Map<String, String> first = orders.perform(refund, KETTLE, facts, "CA1:refund");
    Map<String, String> again = orders.perform(refund, KETTLE, facts, "CA1:refund");

    assertThat(first).containsEntry("outcome", "done");
    assertThat(again).isEqualTo(first);
    assertThat(orders.lookUp(refund, KETTLE)).containsEntry("refunded", "true");
  }

  @Test
  void twoCallsThatRaceRefundOnceAndTheSecondIsTold() throws Exception {
    Map<String, String> facts = orders.lookUp(refund, KETTLE);

    orders.perform(refund, KETTLE, facts, "CA1:refund");
    Map<String, String> second = orders.perform(refund, KETTLE, facts, "CA2:refund");

    assertThat(second).containsEntry("outcome", "refused");
    assertThat(refund.spokenResult(second)).contains("did not go through");
  }
}
