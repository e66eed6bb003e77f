package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first clause of an answer that is still being written. */
class ClauseTest {
  private final ScriptedModel model = new ScriptedModel();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Your order has left us, and it should|Your order has left us,",
        "I have found your order: it is on|I have found your order:",
        "That is no problem; you can|That is no problem;",
        "We do take returns — within sixty|We do take returns —",
        "Thank you, your order is|", // too few words sound torn off
        "Sorry, I can't|",
        "Your order has left us, a|", // perhaps "April"
        "Your order has left us, ab|Your order has left us,",
        "Your order has left us, w|Your order has left us,",
        "Your order has left us, in|", // perhaps "Inc."
        "Your order has left us,|",
        "It costs in all 1,249 dollars and|",
        "The price of it is $24.90 and|",
        "It was delivered on Monday, May 18 and|",
        "It was delivered on Monday, 18 May and|",
        "Open every day from 10:30 to|",
        "We have about 3.5 of them e.g. here|",
        "Please ask for Dr. Miller who is|",
        "Write to us at a.b@shop.com for|",
        "Order number 4 8 1, 9 2 7 is|"
      })
  void aClauseEndsWhereAVoiceMayRest(String written, String clause) {
    assertThat(written.substring(0, Sentences.firstClause(written)).trim())
        .isEqualTo(clause == null ? "" : clause);
  }

  @Test
  void theFirstClauseIsSaidWhileTheRestIsWritten() {
    model.text(
        "We take ", "returns for sixty", " days, counted from ", "delivery. ", "Is that all?");

    assertThat(said())
        .containsExactly(
            "We take returns for sixty days,", "counted from delivery.", "Is that all?");
  }

  @Test
  void onlyTheFirstOfAnAnswerIsSplit() {
    model.text("We do that. ", "We take returns", " for sixty days, counted", " from delivery.");

    assertThat(said())
        .containsExactly("We do that.", "We take returns for sixty days, counted from delivery.");
  }

  @Test
  void whoWritesAllAtOnceIsNotSplit() {
    model.text("We take returns for sixty days, counted from delivery.");

    assertThat(said()).containsExactly("We take returns for sixty days, counted from delivery.");
  }

  @Test
  void aForbiddenClaimAcrossTheClauseIsNotSaid() {
    model.text("Well then honestly ", "and truly, I am", " a real", " person.");

    assertThat(String.join(" ", said())).doesNotContain("real person").contains("I'm an AI");
  }

  @Test
  void halfASentenceIsNoAnswerWhenTheModelFails() {
    model.failing("We take returns", " for many days, counted", " fr");

    assertThat(String.join(" ", said())).contains("60 days");
  }

  private List<String> said() {
    Rehearsal call = new Rehearsal(model).start();
    call.say("How long do I have to return something?");
    return call.actions(DialogAction.Say.class).stream().map(say -> say.prompt().text()).toList();
  }
}
