package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller may ask of the voice. */
class DeliveryTest {
  private final Rehearsal call = new Rehearsal().start();

  @ParameterizedTest
  @ValueSource(strings = {"Can you repeat that?", "Say that again, please", "Pardon?"})
  void theLastAnswerIsSaidAgain(String asks) {
    String answer = call.say("Where is order 481927?");

    assertThat(call.say(asks)).isEqualTo(answer);
  }

  @Test
  void slowerIsSlowerEachTimeAndSaysItAgain() {
    call.say("Where is order 481927?");
    assertThat(call.say("Can you speak slower please?")).contains("481927");
    assertThat(delivery().rate()).isEqualTo(0.85);
    call.say("Slower, please");
    assertThat(delivery().rate()).isBetween(0.72, 0.73);
    assertThat(delivery().gain()).isEqualTo(1);
  }

  @Test
  void louderIsLouderAndSaysItAgain() {
    call.say("Where is order 481927?");

    assertThat(call.say("Can you speak up? I can hardly hear you")).contains("481927");
    assertThat(delivery().gain()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can you spell that?",
        "Spell it please",
        "How do you spell that?",
        "Letter by letter please"
      })
  void theLastValueIsSpelled(String asks) {
    call.say("Where is order 481927?");

    assertThat(call.say(asks)).contains("4, 8, 1, 9, 2, 7.");
  }

  @Test
  void anOfferToSpellIsNoWishForIt() {
    call.say("Where is order 481927?");

    assertThat(call.say("I can spell my name for you")).doesNotContain("4, 8, 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can you put it in simpler words?",
        "What do you mean?",
        "That is too complicated"
      })
  void simplerSaysTheHeartOfItAgainAndALittleSlower(String asks) {
    call.say("How long do I have to return something?");

    String simpler = call.say(asks);

    assertThat(simpler).startsWith("Sure, in short.").contains("60 days");
    assertThat(delivery().rate()).isLessThan(1);
  }

  @Test
  void theQuestionThatWasOpenIsAskedAgainAfterSpelling() {
    call.say("I want my money back");
    call.say("4 8 1 9 2 7");

    assertThat(call.say("Can you spell that?")).contains("4, 8, 1", "Shall I go ahead?");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.YES_NO);
  }

  private DialogAction.Delivery delivery() {
    return call.actions(DialogAction.Delivery.class).get(0);
  }
}
