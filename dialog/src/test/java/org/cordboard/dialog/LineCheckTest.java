package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Are you there?", "yes, I am here": no answer, no message, no yes, no goodbye. */
class LineCheckTest {
  private final Rehearsal call = new Rehearsal().start();
  private final List<String> heard = new ArrayList<>();

  private String say(String words) {
    return noted(call.say(words));
  }

  private String silent(int times) {
    return noted(call.when(() -> call.dialog.callerSilent(times)));
  }

  private String noted(String answer) {
    call.actions(DialogAction.Say.class).forEach(said -> heard.add(said.prompt().text()));
    return answer;
  }

  private void nobodyComes() {
    say("I want to speak to a person");
    call.when(() -> call.dialog.transferStarted());
    noted(call.when(() -> call.dialog.transferReturned("nobody")));
    assertThat(call.answer()).contains("I can take a message");
  }

  private long messages() {
    return call.events(DialogEvent.PromiseMade.class).size();
  }

  private void neverThreeTimesTheSame() {
    Map<String, Long> counts =
        heard.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts).allSatisfy((words, times) -> assertThat(times).as(words).isLessThan(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, I am here.",
        "Yes I'm here",
        "hello?",
        "Hello, hello?",
        "are you there",
        "Are you still there?",
        "can you hear me?",
        "Hello, can you hear me now?",
        "I can hear you",
        "yes I can hear you",
        "I'm still here"
      })
  void atTheOfferOfAMessageTheQuestionIsAskedInOtherWords(String words) {
    nobodyComes();
    String offer = heard.get(heard.size() - 1);

    assertThat(say(words)).startsWith("Yes, I'm here").contains("message").endsWith("?");
    assertThat(call.answer()).doesNotContain(offer);
    assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
    assertThat(messages()).isZero();

    assertThat(say("Yes, please.")).contains("your message");
    assertThat(say("Please call me back about my chair.")).contains("passed your message on");
    assertThat(messages()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes, I am here.", "hello?", "can you hear me?"})
  void itIsNotTakenForTheMessage(String words) {
    nobodyComes();
    say("Yes, please.");

    assertThat(say(words)).startsWith("Yes, I'm here").contains("tell our team");
    assertThat(messages()).isZero();
    assertThat(say("My chair is broken.")).contains("passed your message on");
  }

  @Test
  void itConfirmsNothing() {
    say("I want my money back");
    say("4 8 1 9 2 7");
    assertThat(silent(1)).contains("still there", "Shall I go ahead?");

    assertThat(say("Yes, I am here.")).startsWith("Yes, I'm here").contains("yes or no");
    assertThat(call.refunded("481927")).isFalse();
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.YES_NO);

    assertThat(say("Yes.")).contains("refunded");
    assertThat(call.refunded("481927")).isTrue();
  }

  @Test
  void anOfferOfAPersonStaysOpen() {
    say("This is ridiculous, I am really angry");
    assertThat(call.answer()).contains("person");

    assertThat(say("hello, are you there?")).startsWith("Yes, I'm here").contains("?");
    say("Yes.");
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void theNumberIsStillAskedFor() {
    say("Where is my order?");

    assertThat(say("Can you hear me?")).startsWith("Yes, I'm here").contains("order number");
    assertThat(call.answer()).doesNotContain("What is your order number?");
    assertThat(say("730154")).contains("on its way");
  }

  @Test
  void atTheBeginningItIsAnsweredWithTheFirstQuestion() {
    assertThat(say("Are you there?"))
        .isEqualTo("Yes, I'm here, and I can hear you. How can I help?");
    assertThat(say("Hello?")).contains("help");
    assertThat(call.events(DialogEvent.EscalationFired.class)).isEmpty();
  }

  @Test
  void aCallerWhoOnlyEverChecksTheLineGetsTheKeypadForTheMessage() {
    nobodyComes();
    for (int i = 0; i < 3 && call.actions(DialogAction.KeypadMenu.class).isEmpty(); i++) {
      silent(1);
      say("Yes, I am here.");
    }

    neverThreeTimesTheSame();
    assertThat(call.actions(DialogAction.KeypadMenu.class))
        .extracting(DialogAction.KeypadMenu::why)
        .containsExactly("no clear answer to the offer to take a message");
    assertThat(heard).anyMatch(text -> text.contains("press 1 for yes"));
  }

  @Test
  void aCallerWhoIsNotUnderstoodAtTheOfferIsNotSentRoundInCircles() {
    nobodyComes();
    for (int i = 0; i < 4 && call.actions(DialogAction.KeypadMenu.class).isEmpty(); i++) {
      say("the thing with the thing");
    }

    neverThreeTimesTheSame();
    assertThat(call.actions(DialogAction.KeypadMenu.class)).hasSize(1);
    assertThat(call.events(DialogEvent.EscalationFired.class))
        .extracting(DialogEvent.EscalationFired::rule)
        .containsExactly("R14");
  }

  @Test
  void anAnswerByKeysCountsAfterTheKeysWereOffered() {
    nobodyComes();
    silent(1);
    assertThat(silent(2)).contains("press 1 for yes");
    noted(call.press("1"));
    assertThat(call.answer()).contains("your message");
  }

  @Test
  void theMessageIsTakenAfterASilence() {
    nobodyComes();
    say("Yes, please.");
    assertThat(silent(1)).contains("your message");
    assertThat(silent(2)).contains("tell our team").doesNotContain("ask about an order");

    assertThat(say("My chair is broken.")).contains("passed your message on");
    assertThat(messages()).isOne();
  }

  @Test
  void whenNobodyComesForTheSecondTimeItIsSaidInOtherWords() {
    nobodyComes();
    say("I want to speak to a person");
    call.when(() -> call.dialog.transferStarted());
    noted(call.when(() -> call.dialog.transferReturned("nobody")));

    assertThat(call.answer()).contains("still nobody is free");
    neverThreeTimesTheSame();
  }

  @Test
  void silencesOfTheWaitAreNotCountedAfterIt() {
    say("I want to speak to a person");
    call.when(() -> call.dialog.transferStarted());
    assertThat(silent(1)).isEmpty();
    noted(call.when(() -> call.dialog.transferReturned("nobody")));

    assertThat(silent(2)).contains("Are you still there?");
    assertThat(silent(3)).contains("press 1 for yes");
  }

  @Test
  void whoWaitsForAPersonHearsThatWeAreThere() {
    say("I want to speak to a person");
    call.when(() -> call.dialog.transferStarted());

    assertThat(say("Hello, are you there?")).startsWith("Yes, I'm here").contains("trying");
    assertThat(say("Hello?")).startsWith("I'm still here").contains("Still ringing");
  }

  @Test
  void afterACrashItGoesOnWithTheQuestion() {
    nobodyComes();
    say("Yes, I am here.");
    call.resume();
    assertThat(call.answer()).contains("message");
    say("Yes.");
    assertThat(call.answer()).contains("your message");
  }
}
