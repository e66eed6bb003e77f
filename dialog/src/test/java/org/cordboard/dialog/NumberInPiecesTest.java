package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order's number that comes with pauses. */
class NumberInPiecesTest {
  private final Rehearsal call = new Rehearsal().start();

  @BeforeEach
  void ask() {
    call.say("where is my order");
  }

  @Test
  void piecesOfANumberArePutTogether() {
    assertThat(call.say("it is four eight one")).isEqualTo("And then?");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.digits("order_number", 6, 6));

    assertThat(call.say("nine two seven")).contains("481927", "delivered");
  }

  @Test
  void whoBeginsAgainIsTakenAtTheirWord() {
    call.say("four eight one");

    assertThat(call.say("481927")).contains("481927", "delivered");
  }

  @Test
  void wordsBetweenThePiecesDoNotLoseThem() {
    call.say("four eight");
    call.say("hang on a second");

    assertThat(call.say("one nine two seven")).contains("481927", "delivered");
  }

  @Test
  void somethingElseIsStillPossibleInBetween() {
    call.say("four eight one");
    call.say("I want to speak to a person");

    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void piecesThatNeverFitDoNotReachATool() {
    call.say("four eight one");
    call.say("four eight one nine");
    call.say("two");

    assertThat(call.events(DialogEvent.ToolIntended.class)).isEmpty();
  }
}
