package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeCallTest {
  private final Rehearsal call = new Rehearsal().start();

  private String tell(String words) {
    String answer = call.say(words);
    return answer;
  }

  @Test
  void statusRefundQuestionAndPersonInOneCall() {
    assertThat(call.answer()).contains("AI assistant", "recorded", "How can I help?");

    assertThat(tell("Hi, I'd like to know where my order is")).contains("order number");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.digits("order_number", 6, 6));

    assertThat(tell("four eight one nine two seven"))
        .contains("Order 481927", "was delivered on Tuesday, December 30");

    assertThat(tell("Can I get a refund for it please")).contains("$24.90", "Shall I go ahead?");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.YES_NO);
    assertThat(call.refunded("481927")).isFalse();

    assertThat(tell("Yes please")).contains("refunded $24.90");
    assertThat(call.refunded("481927")).isTrue();

    assertThat(tell("How long do I have to return something?")).contains("60 days");

    assertThat(tell("I want to speak to a person")).contains("getting someone");
    assertThat(call.actions(DialogAction.Escalate.class))
        .singleElement()
        .satisfies(up -> assertThat(up.rule()).isEqualTo("R14"));
  }
}
