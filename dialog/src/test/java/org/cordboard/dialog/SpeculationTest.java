package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.Settings;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers worked out before the caller's turn is surely over. */
class SpeculationTest {
  private static final String QUESTION = "How long do I have to return something?";
  private static final String DAYS = "You have sixty days.";

  /** A call in which everything happens that must not happen by mistake. */
  private static final List<String> CALL =
      List.of(
          "Hi, I'd like to know where my order is",
          "four eight one nine two seven",
          "Can I get a refund for it please",
          "Yes please",
          QUESTION,
          "Are you a robot?",
          "My chair is broken and this is ridiculous, you idiots",
          "No",
          "Could you say that again more slowly",
          "I want to speak to a person");

  @Test
  void whatWasPreparedIsTakenWhenTheTurnIsOver() {
    ScriptedModel model = new ScriptedModel().text(DAYS);
    Rehearsal call = new Rehearsal(model).start();
    call.actions.clear();
    call.prepare(QUESTION);

    assertThat(model.requests).hasSize(1);
    assertThat(call.actions).isEmpty();

    assertThat(call.say(QUESTION)).isEqualTo(DAYS);
    assertThat(model.requests).hasSize(1);
    assertThat(call.speculated).containsExactly(new Speculated(true, false, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how long do i have to return something",
        "How long do I have, to return something.",
        "How long  do I have to return something?"
      })
  void marksAndCaseDoNotCount(String before) {
    ScriptedModel model = new ScriptedModel().text(DAYS);
    Rehearsal call = new Rehearsal(model).start().prepare(before);

    assertThat(call.say(QUESTION)).isEqualTo(DAYS);
    assertThat(model.requests).hasSize(1);
    assertThat(call.events(DialogEvent.CallerSaid.class))
        .extracting(DialogEvent.CallerSaid::text)
        .containsExactly(QUESTION);
  }

  @Test
  void otherWordsThrowItAwayAndTheModelIsAskedAnew() {
    ScriptedModel model = new ScriptedModel().text("We have tents.").text(DAYS);
    Rehearsal call = new Rehearsal(model).start().prepare("What do you sell in your stores");

    assertThat(call.say(QUESTION)).isEqualTo(DAYS);
    assertThat(model.requests).hasSize(2);
    assertThat(call.speculated)
        .containsExactly(new Speculated(false, true, "We have tents.".length()));
  }

  @Test
  void numbersMustBeTheSameToTheirLastMark() {
    assertThat(AnswerAhead.plain("Is it $24.90?")).isNotEqualTo(AnswerAhead.plain("Is it $2490?"));
    assertThat(AnswerAhead.plain("It is 481927.")).isEqualTo(AnswerAhead.plain("it is 481927"));
  }

  @Test
  void nothingOfACallIsChangedByWhatIsThrownAway() {
    List<LedgerEvent> plain = played(new Rehearsal(), List.of());

    assertThat(played(new Rehearsal(), CALL)).isEqualTo(plain);
    assertThat(plain)
        .hasAtLeastOneElementOfType(DialogEvent.ToolFinished.class)
        .hasAtLeastOneElementOfType(DialogEvent.ConfirmationGiven.class)
        .hasAtLeastOneElementOfType(DialogEvent.EscalationFired.class);
  }

  @Test
  void nothingOfACallIsChangedByWhatIsUsed() {
    List<LedgerEvent> plain = played(new Rehearsal(), List.of());
    Rehearsal call = new Rehearsal().start();
    for (String words : CALL) {
      call.prepare(words).say(words);
    }

    assertThat(call.events(LedgerEvent.class)).isEqualTo(plain);
    assertThat(call.speculated).hasSameSizeAs(CALL).allMatch(Speculated::used);
    assertThat(call.effects.done).isEqualTo(1);
  }

  /** The whole call; before each turn all of {@code others} are prepared, and none is said. */
  private static List<LedgerEvent> played(Rehearsal call, List<String> others) {
    call.start();
    for (String words : CALL) {
      for (String other : others) {
        int actions = call.actions.size();
        int entries = call.events(LedgerEvent.class).size();
        int effects = call.effects.done;
        call.prepare(other);
        assertThat(call.actions).as("actions of \"%s\"", other).hasSize(actions);
        assertThat(call.events(LedgerEvent.class)).hasSize(entries);
        assertThat(call.effects.done).isEqualTo(effects);
        call.dialog.saying("");
      }
      call.say(words);
    }
    return call.events(LedgerEvent.class);
  }

  @Test
  void aToolIsCalledWhenTheTurnIsOverAndNotBefore() {
    ScriptedModel model =
        new ScriptedModel().tool("order_status", "{\"order_number\": \"481927\"}");
    Rehearsal call = new Rehearsal(model).start();
    call.prepare("Where is my order 481927");

    assertThat(model.requests).hasSize(1);
    assertThat(call.events(DialogEvent.ToolIntended.class)).isEmpty();

    assertThat(call.say("Where is my order 481927?")).contains("481927", "was delivered on");
    assertThat(call.events(DialogEvent.ToolFinished.class)).hasSize(1);
    assertThat(model.requests).hasSize(1); // the tool's words answer the wish
  }

  @Test
  void aStreamThatIsThrownAwayIsClosed() {
    StreamingModel model = new StreamingModel();
    Rehearsal call = new Rehearsal(model).start().prepare("What do you sell in your stores");
    model.write(0, "We have ");
    call.dialog.saying("What do you sell in your stores in Boulder");
    assertThat(model.closed).containsExactly(0);

    model.write(0, "tents.");
    call.settle();
    assertThat(call.speculated).containsExactly(new Speculated(false, true, "We have ".length()));
  }

  @Test
  void aStreamThatHasNotBegunIsClosedWithItsFirstWord() {
    StreamingModel model = new StreamingModel();
    Rehearsal call = new Rehearsal(model).start().prepare("What do you sell in your stores");
    call.say(QUESTION);
    model.write(0, "We have ");
    model.write(1, DAYS);
    model.end(1);
    call.settle();

    assertThat(model.closed).containsExactly(0);
    assertThat(call.answer()).isEqualTo(DAYS);
  }

  @Test
  void whatIsStillBeingWrittenFollows() {
    StreamingModel model = new StreamingModel();
    Rehearsal call = new Rehearsal(model).start().prepare(QUESTION);
    model.write(0, "You have ");
    call.say(QUESTION);
    assertThat(call.answer()).isEmpty();

    model.write(0, "sixty days. ");
    assertThat(call.answer()).isEqualTo(DAYS);
    model.write(0, "Is that all?");
    model.end(0);
    assertThat(call.answer()).isEqualTo(DAYS + " Is that all?");
    assertThat(call.actions(DialogAction.TurnDone.class)).hasSize(1);
    assertThat(model.closed).isEmpty();
  }

  @Test
  void whatWasTakenIsStillGivenUpWhenTheCallerGoesOn() {
    StreamingModel model = new StreamingModel();
    Rehearsal call = new Rehearsal(model).start().prepare(QUESTION);
    model.write(0, "You have ");
    call.say(QUESTION);
    call.dialog.interrupted();

    assertThat(model.closed).containsExactly(0);
  }

  @Test
  void aReadingThatIsUnderWayIsWaitedFor() {
    Duration half = Duration.ofMillis(100);
    ScriptedModel model = new ScriptedModel().text(DAYS);
    InlineWorkers workers = new InlineWorkers("dialog", half, half);
    Rehearsal call = new Rehearsal(model, Settings.parse(""), workers).start();
    call.dialog.prepare(new CallerTurn(QUESTION, 0.9, false, 0, 0));
    call.clock.advance(Duration.ofMillis(120));
    call.say(QUESTION);
    assertThat(workers.backlog()).isEqualTo(1);

    call.clock.advance(Duration.ofMillis(40)); // 210 ms after it was prepared
    assertThat(call.events(DialogEvent.Understood.class)).hasSize(1);
    call.clock.advance(Duration.ofSeconds(1));
    assertThat(call.answer()).isEqualTo(DAYS);
    assertThat(call.speculated).containsExactly(new Speculated(true, false, 0));
  }

  @Test
  void aHintThatCameMeanwhileIsHeeded() {
    ScriptedModel model = new ScriptedModel().text("We have tents.").text(DAYS);
    Rehearsal call = new Rehearsal(model).start().prepare(QUESTION);
    call.dialog.hint("say the number of days");

    assertThat(call.say(QUESTION)).isEqualTo(DAYS);
    assertThat(model.requests.get(1).messages().toString()).contains("say the number of days");
    assertThat(call.speculated)
        .containsExactly(new Speculated(true, true, "We have tents.".length()));
  }

  @Test
  void aModelThatFailedAheadIsAskedAgain() {
    ScriptedModel model = new ScriptedModel().failing("You ha").text(DAYS);
    Rehearsal call = new Rehearsal(model).start().prepare(QUESTION);

    assertThat(call.say(QUESTION)).isEqualTo(DAYS);
    assertThat(call.events(DialogEvent.PartDegraded.class)).isEmpty();
  }

  @Test
  void keysAreNoWords() {
    Rehearsal call = new Rehearsal().start();
    call.say("Where is my order?");
    call.prepare("481927");
    call.press("481927");

    assertThat(call.speculated).extracting(Speculated::used).containsExactly(false);
  }

  @Test
  void theSameWordsAreAskedOnce() {
    ScriptedModel model = new ScriptedModel().text(DAYS);
    Rehearsal call = new Rehearsal(model).start();
    call.prepare(QUESTION).prepare("how long do i have to return something").say(QUESTION);

    assertThat(model.requests).hasSize(1);
  }

  @Test
  void secretsAreMaskedAheadToo() {
    ScriptedModel model = new ScriptedModel().text("No.");
    new Rehearsal(model).start().prepare("Is my card 4 1 1 1 1 1 1 1 blocked");

    assertThat(model.requests.get(0).messages().toString())
        .contains("[number]")
        .doesNotContain("4 1 1 1");
  }

  @Test
  void whatIsOpenWhenTheCallEndsIsClosed() {
    StreamingModel model = new StreamingModel();
    Rehearsal call = new Rehearsal(model).start().prepare(QUESTION);
    model.write(0, "You");
    call.dialog.close();

    assertThat(model.closed).containsExactly(0);
    assertThat(call.clock.pending()).isZero();
  }

  @Test
  void itCanBeSwitchedOff() {
    ScriptedModel model = new ScriptedModel().text(DAYS);
    Rehearsal call =
        new Rehearsal(
                model, Settings.parse("dialog.speculation = false"), new InlineWorkers("dialog"))
            .start()
            .prepare(QUESTION);

    assertThat(model.requests).isEmpty();
    assertThat(call.say(QUESTION)).isEqualTo(DAYS);
    assertThat(call.speculated).isEmpty();
  }
}
