package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Noise that seems to be the caller's voice. */
class NoiseTest {
  private static final String TOLD = "a lot of noise on your line";

  private final Rehearsal call = new Rehearsal();

  @Test
  void theCallerIsToldAndOfferedAPersonByKeys() {
    call.start();
    assertThat(noise()).contains(TOLD).contains("a person?").contains("press 1 for yes");
    assertThat(call.events(DialogEvent.EscalationFired.class))
        .extracting(fired -> fired.rule() + " " + fired.effect() + ": " + fired.reason())
        .containsExactly("R17 offer: line is failing");

    call.press("1");
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void whoDeclinesGoesOn() {
    call.start();
    noise();
    call.press("2");
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();
    assertThat(call.say("where is order 730154")).contains("on its way");
  }

  @Test
  void keysAreOfferedWhereTheyAnswerWhatWasAsked() {
    call.start();
    call.say("where is my order");
    assertThat(noise()).contains(TOLD).contains("keypad").doesNotContain("a person?");
    assertThat(call.press("730154")).contains("on its way");
  }

  @Test
  void noticesThatWereDrownedAreSaidFirst() {
    call.hearing = false;
    call.start();
    call.when(call.dialog::interrupted);
    call.dialog.heard(1, "Thanks", false);
    call.dialog.heard(2, "", false);
    assertThat(noise()).startsWith("Thanks for calling").contains("an AI").contains("is recorded");
  }

  @Test
  void theSecondSilenceBringsAPersonSinceTheCallerMayBeSpeaking() {
    call.start();
    noise();
    assertThat(silent(1)).contains("Are you still there?").contains("a person?");
    silent(2);
    assertThat(call.actions(DialogAction.Escalate.class))
        .singleElement()
        .satisfies(up -> assertThat(up.reason()).contains("noise").contains("may be speaking"));
  }

  @Test
  void wordsShowThatTheCallerIsHeardAndSilenceIsSilenceAgain() {
    call.start();
    noise();
    call.say("no thanks");
    silent(1);
    assertThat(silent(2)).doesNotContain(TOLD);
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();
  }

  @Test
  void noiseInTheMiddleOfAnAnswerIsToldInTheSilenceAfterIt() {
    StreamingModel model = new StreamingModel();
    Rehearsal written = new Rehearsal(model).start();
    written.say("do you ship to canada");
    assertThat(written.when(() -> written.dialog.noisy())).isEmpty();
    model.write(0, "We ship to Canada.");
    model.end(0);
    written.settle();
    assertThat(written.answer()).isEqualTo("We ship to Canada.");
    assertThat(written.when(() -> written.dialog.callerSilent(1)))
        .contains(TOLD)
        .contains("a person?");
  }

  @Test
  void nothingIsSaidOfItWhileAPersonIsComing() {
    call.start();
    call.say("let me talk to a human");
    call.when(() -> call.dialog.transferStarted());
    assertThat(noise()).isEmpty();
    assertThat(call.actions(DialogAction.TurnDone.class)).hasSize(1);
  }

  @Test
  void noiseForTheSecondTimeBringsAPerson() {
    call.start();
    noise();
    call.say("no thanks");
    assertThat(noise()).contains(TOLD);
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void whenNobodyIsFreeTheKeypadTakesTheMessage() {
    call.start();
    noise();
    call.press("1");
    call.when(() -> call.dialog.transferStarted());
    call.when(() -> call.dialog.transferReturned("nobody"));
    assertThat(call.actions(DialogAction.KeypadMenu.class))
        .extracting(DialogAction.KeypadMenu::why)
        .containsExactly("nobody is free, and noise drowns what the caller says");
  }

  @Test
  void aNoisyLineIsToldInTheFirstSilenceAndBringsAPersonInTheSecond() {
    call.start();
    assertThat(line(LineState.NOISY)).isEmpty();
    assertThat(silent(1)).contains(TOLD).contains("a person?");
    silent(2);
    assertThat(call.actions(DialogAction.Escalate.class))
        .singleElement()
        .satisfies(up -> assertThat(up.reason()).contains("noise").contains("may be speaking"));
  }

  @Test
  void aLineThatBringsNothingIsToldAsOurTroubleAndBringsAPerson() {
    call.start();
    assertThat(line(LineState.LOST)).isEmpty();
    assertThat(silent(1)).contains("I can't hear you").contains("press 1").doesNotContain(TOLD);
    assertThat(call.press("1")).isNotEmpty();
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void whoIsSilentOnALineThatIsWellAgainIsSilent() {
    call.start();
    line(LineState.LOST);
    line(LineState.NOISY);
    line(LineState.GOOD);
    assertThat(silent(1)).contains("Are you still there?").doesNotContain(TOLD);
    silent(2);
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();
  }

  @Test
  void wordsOverANoisyLineAreWords() {
    call.start();
    line(LineState.NOISY);
    assertThat(call.say("where is order 730154")).contains("on its way");
    assertThat(silent(1)).doesNotContain(TOLD);
  }

  private String line(LineState now) {
    return call.when(() -> call.dialog.line(now));
  }

  private String noise() {
    return call.when(() -> call.dialog.noisy());
  }

  private String silent(int times) {
    return call.when(() -> call.dialog.callerSilent(times));
  }
}
