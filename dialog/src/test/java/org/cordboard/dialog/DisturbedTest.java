package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bark or a bang stopped our sentence: it comes back, and nothing was not understood. */
class DisturbedTest {
  private final Rehearsal call = new Rehearsal().start();

  @BeforeEach
  void nothingIsHeardByItself() {
    call.hearing = false;
  }

  private String stoppedAfter(String... heard) {
    List<DialogAction.Say> said = call.actions(DialogAction.Say.class);
    for (int i = 0; i < said.size(); i++) {
      String text = said.get(i).prompt().text();
      String part = i < heard.length ? heard[i] : "";
      assertThat(text).startsWith(part);
      call.dialog.heard(said.get(i).id(), part, part.equals(text));
    }
    call.dialog.interrupted();
    return call.when(() -> call.dialog.disturbed());
  }

  @Test
  void theSentenceThatWasCutOffIsSaidAgainAndWhatFollowsIt() {
    String answer = call.say("How long is the warranty?");
    String first = call.actions(DialogAction.Say.class).get(0).prompt().text();

    assertThat(stoppedAfter(first.substring(0, 12))).isEqualTo(answer);
    assertThat(stoppedAfter("")).isEqualTo(answer);
  }

  @Test
  void whatWasHeardToItsEndIsNotSaidAgain() {
    call.say("How much is shipping?");
    List<DialogAction.Say> said = call.actions(DialogAction.Say.class);
    assertThat(said.size()).isGreaterThan(1);
    String first = said.get(0).prompt().text();

    assertThat(stoppedAfter(first)).isNotEmpty().doesNotContain(first);
  }

  @Test
  void theQuestionStaysTheSameQuestion() {
    call.say("Where is my order?");
    String question = call.answer();

    assertThat(stoppedAfter("What is")).isEqualTo(question);
    assertThat(call.prompt().expecting().slots()).contains("order_number");
    assertThat(call.say("4 8 1 9 2 7")).contains("Order 481927");
  }

  @Test
  void howeverOftenItHappensNoPersonIsOfferedAndNothingCounts() {
    String answer = call.say("How long is the warranty?");
    for (int i = 0; i < 5; i++) {
      assertThat(stoppedAfter("")).isEqualTo(answer);
    }
    assertThat(call.events(DialogEvent.EscalationFired.class)).isEmpty();
    assertThat(call.when(() -> call.dialog.notUnderstood(false))).doesNotContain("person");
  }

  @Test
  void aNoticeThatWasCutOffIsSaidOnce() {
    Rehearsal greeted = new Rehearsal();
    greeted.hearing = false;
    greeted.start();
    List<DialogAction.Say> greeting = greeted.actions(DialogAction.Say.class);
    greeting.forEach(say -> greeted.dialog.heard(say.id(), "", false));
    greeted.dialog.interrupted();
    greeted.when(() -> greeted.dialog.disturbed());

    assertThat(greeted.actions(DialogAction.Say.class))
        .extracting(say -> say.prompt().text())
        .containsExactlyElementsOf(greeting.stream().map(say -> say.prompt().text()).toList());
  }
}
