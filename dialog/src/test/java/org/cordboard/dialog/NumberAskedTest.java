package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that a tool's question asked for: who needs no model to know what it is for. */
class NumberAskedTest {
  private final ScriptedModel model = new ScriptedModel();
  private final Rehearsal call = new Rehearsal(model).start();

  @ParameterizedTest
  @ValueSource(strings = {"481927", "4, 8, 1, 9, 2, 7.", "four eight one nine twenty seven"})
  void theNumberAloneGoesToItsToolAtOnce(String number) {
    asksForTheNumber("order_status");

    assertThat(call.say(number)).contains("481927", "delivered");
    assertThat(model.requests).hasSize(1);
  }

  @Test
  void pressedItGoesThereToo() {
    asksForTheNumber("order_status");

    assertThat(call.press("481927")).contains("delivered");
    assertThat(model.requests).hasSize(1);
  }

  @Test
  void whatCannotBeUndoneIsStillReadBack() {
    asksForTheNumber("refund_order");

    assertThat(call.say("481927")).contains("Shall I go ahead?");
    assertThat(call.refunded("481927")).isFalse();
    assertThat(model.requests).hasSize(1);
  }

  @Test
  void aNumberWithMoreWordsIsForTheModel() {
    asksForTheNumber("refund_order");
    model.text("I see.");

    assertThat(call.say("481927, but I have got the money already")).isEqualTo("I see.");
    assertThat(model.requests).hasSize(2);
  }

  private void asksForTheNumber(String tool) {
    model.tool(tool, "{}");
    assertThat(call.say("Hello, it is about an order")).contains("order number");
  }
}
