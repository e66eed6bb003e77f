package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever a model writes or asks for, only what is allowed and confirmed happens, once. */
class HostileModelTest {
  private final ScriptedModel model = new ScriptedModel();

  private Rehearsal call() {
    return new Rehearsal(model).start();
  }

  @Test
  void aNumberThatTheCallerNeverSaidIsAskedForInsteadOfUsed() {
    model.tool("refund_order", "{\"order_number\":\"602749\"}");

    Rehearsal call = call();

    assertThat(call.say("I want my money back")).contains("six-digit order number");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.digits("order_number", 6, 6));
    assertThat(call.effects.done).isZero();
  }

  @Test
  void aModelCannotConfirmForTheCaller() {
    model
        .tool("refund_order", "{\"order_number\":\"481927\",\"confirmed\":true}")
        .tool("refund_order", "{\"order_number\":\"481927\",\"confirmed\":true}");

    Rehearsal call = call();

    assertThat(call.say("refund order 481927")).contains("Shall I go ahead?");
    call.say("how do I reset my password");
    assertThat(call.effects.done).isZero();
  }

  @Test
  void anUnknownToolMakesTheBuiltInModelStandIn() {
    model.tool("delete_all_orders", "{}");

    Rehearsal call = call();

    assertThat(call.say("where is order 730154")).contains("on its way");
    assertThat(call.events(DialogEvent.PartDegraded.class))
        .singleElement()
        .satisfies(part -> assertThat(part.part()).isEqualTo("model"));
  }

  @Test
  void argumentsThatAreNotJsonMakeTheBuiltInModelStandIn() {
    model.tool("order_status", "{order");

    assertThat(call().say("where is order 730154")).contains("on its way");
  }

  @Test
  void argumentsOfTheWrongKindAreAskedFor() {
    model.tool("order_status", "{\"order_number\":{\"a\":1}}");

    assertThat(call().say("where is my parcel")).contains("What is your order number?");
  }

  @Test
  void aClaimToBeHumanIsReplacedByTheTruth() {
    model.text("I am a real person, trust me. What is it about?");

    String said = call().say("tell me about your return policy");

    assertThat(said).doesNotContain("real person,").contains("I'm an AI", "What is it about?");
  }

  @Test
  void aModelThatFailsBeforeItsFirstWordIsReplacedForTheTurn() {
    model.failing();

    assertThat(call().say("How long do I have to return something?")).contains("60 days");
  }

  @Test
  void aStreamThatIsCutKeepsTheSentencesThatWereSaid() {
    model.failing("You have sixty days. And you ca");

    Rehearsal call = call();

    assertThat(call.say("How long do I have to return something?"))
        .isEqualTo("You have sixty days.");
    assertThat(call.actions(DialogAction.TurnDone.class)).hasSize(1);
    assertThat(call.events(DialogEvent.PartDegraded.class)).hasSize(1);
  }

  @Test
  void aSlowModelIsBridgedAndThenReplaced() {
    model.silent();
    Rehearsal call = call();

    assertThat(call.say("where is order 730154")).isEmpty();
    call.clock.advance(Duration.ofSeconds(2));
    assertThat(call.answer()).isEqualTo("One moment.");
    call.clock.advance(Duration.ofSeconds(4));
    assertThat(call.answer()).contains("on its way");
  }

  @Test
  void theFirstSentenceIsSaidBeforeTheLastIsWritten() {
    model.text("We open at eight. ", "We close at seven.");

    Rehearsal call = call();
    call.say("when are you open");

    assertThat(call.actions(DialogAction.Say.class)).hasSize(2);
  }

  @Test
  void theModelRemembersWhatWasHeardAndNotWhatWasWritten() {
    model.text("We have sixty days for returns. Also there are stickers.").text("All right.");
    Rehearsal call = call();
    call.hearing = false;
    call.say("tell me about your return policy");
    call.dialog.interrupted();
    call.dialog.heard(4, "We have sixty", false);
    call.dialog.heard(5, "", false);

    call.say("how do I send a return back to you");

    String remembered = "";
    for (ChatMessage message : model.requests.get(1).messages()) {
      remembered += message instanceof AiMessage ai ? ai.text() + "|" : "";
    }
    assertThat(remembered).contains("We have sixty|").doesNotContain("days", "stickers");
  }

  @Test
  void anAnswerThatTheCallerHasTalkedOverIsStale() {
    model.silent().text("Second.");
    Rehearsal call = call();
    call.say("tell me about your return policy");
    call.say("tell me about your gift cards");

    assertThat(call.answer()).isEqualTo("Second.");
  }
}
