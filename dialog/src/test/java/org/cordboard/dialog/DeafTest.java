package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The recogniser fails, or its words come late. */
class DeafTest {
  private final Rehearsal call = new Rehearsal().start();

  @Test
  void whoCannotBeHeardIsOfferedTheKeysAndOneMeansAPerson() {
    assertThat(call.when(() -> call.dialog.notUnderstood(true)))
        .contains("press 1")
        .contains("press 2");
    call.press("1");
    assertThat(call.actions(DialogAction.Escalate.class))
        .singleElement()
        .satisfies(up -> assertThat(up.rule()).isEqualTo("R17"));
  }

  @Test
  void twoMeansToGoOnWithoutAPerson() {
    call.when(() -> call.dialog.notUnderstood(true));
    call.press("2");
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();
    assertThat(call.say("where is order 730154")).contains("on its way");
  }

  @Test
  void aSecondFailureBringsAPersonWithoutAKey() {
    call.when(() -> call.dialog.notUnderstood(true));
    call.when(() -> call.dialog.notUnderstood(true));
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void whenNobodyIsFreeEitherTheKeypadTakesTheMessage() {
    call.when(() -> call.dialog.notUnderstood(true));
    call.press("1");
    call.when(() -> call.dialog.transferStarted());
    call.when(() -> call.dialog.transferReturned("nobody"));
    assertThat(call.actions(DialogAction.KeypadMenu.class)).hasSize(1);
  }

  @Test
  void whoWasHeardSinceIsAskedForTheMessageInWords() {
    call.when(() -> call.dialog.notUnderstood(true));
    call.say("let me talk to a human");
    call.when(() -> call.dialog.transferStarted());
    assertThat(call.when(() -> call.dialog.transferReturned("nobody"))).contains("take a message");
    assertThat(call.actions(DialogAction.KeypadMenu.class)).isEmpty();
  }

  @Test
  void aWaitThatAFailingPartCausedIsCovered() {
    assertThat(call.when(() -> call.dialog.delayed())).isEqualTo("One moment.");
    assertThat(call.say("where is my order")).contains("order number");
  }

  @Test
  void nothingIsCoveredWhileAPersonIsComing() {
    call.say("let me talk to a human");
    call.when(() -> call.dialog.transferStarted());
    assertThat(call.when(() -> call.dialog.delayed())).isEmpty();
  }
}
