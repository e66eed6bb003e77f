package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A caller who says nothing, or nothing that can be understood. */
class SilenceTest {
  private final Rehearsal call = new Rehearsal().start();

  @Test
  void everySilenceIsMetWithOtherWordsAndTheFourthEndsTheCall() {
    Set<String> all = new HashSet<>();
    for (int times = 1; times <= 3; times++) {
      assertThat(all.add(silent(times))).isTrue();
      assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
    }

    assertThat(silent(4)).contains("Goodbye");
    assertThat(call.actions(DialogAction.HangUp.class))
        .containsExactly(new DialogAction.HangUp("silence"));
  }

  @Test
  void theFirstAsksAgainTheSecondInOtherWordsTheThirdTellsHowToGetAPerson() {
    assertThat(silent(1)).contains("still there", "How can I help?");
    assertThat(silent(2)).contains("You can ask about").doesNotContain("How can I help?");
    assertThat(silent(3)).contains("press zero");
  }

  @Test
  void whereDigitsAreExpectedTheKeypadIsOffered() {
    call.say("Where is my order?");

    assertThat(silent(1)).contains("order number").doesNotContain("keypad");
    assertThat(silent(2)).contains("keypad");
    assertThat(call.prompt().expecting().form()).isEqualTo(Expecting.Form.DIGITS);
    assertThat(call.press("481927")).contains("481927", "delivered");
  }

  @Test
  void whereYesOrNoIsExpectedTheKeysForThemAreOffered() {
    call.say("I want my money back");
    call.say("4 8 1 9 2 7");

    assertThat(silent(1)).contains("Shall I go ahead?");
    assertThat(silent(2)).contains("press 1 for yes, or 2 for no");
    assertThat(call.press("1")).contains("refunded");
  }

  @Test
  void aPersonWhoWasOfferedComesWhenTheLineStaysSilent() {
    call.say("This is ridiculous, I am really angry");
    assertThat(call.answer()).contains("person");
    silent(1);
    silent(2);
    silent(3);
    silent(4);

    assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void afterDangerWordsTheCallNeverEnds() {
    call.say("There is a fire in the house");
    call.when(() -> call.dialog.transferStarted());
    for (int times = 1; times < 12; times++) {
      silent(times);
      assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
    }
  }

  @Test
  void whatIsNotUnderstoodTwiceIsOfferedTheKeypad() {
    call.say("Where is my order?");

    assertThat(call.when(() -> call.dialog.notUnderstood(false))).contains("order number");
    String second = call.when(() -> call.dialog.notUnderstood(false));
    assertThat(List.of("keypad", "person")).anyMatch(second::contains);
  }

  private String silent(int times) {
    return call.when(() -> call.dialog.callerSilent(times));
  }
}
