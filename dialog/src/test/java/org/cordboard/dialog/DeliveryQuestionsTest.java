package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cordboard.config.Settings;
import org.cordboard.dialog.knowledge.AnswerableQuestions;
import org.cordboard.dialog.knowledge.DocumentKnowledge;
import org.cordboard.dialog.knowledge.KnowledgeSettings;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.understanding.LocalUnderstanding;
import org.cordboard.dialog.understanding.SamplePlaybook;
import org.cordboard.dialog.understanding.Understanding;
import org.cordboard.dialog.understanding.UnderstandingSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of deliveries is no question for an order's number; "my order" is. */
class DeliveryQuestionsTest {
  private static final Settings SETTINGS = Settings.parse("");
  private static final Understanding GERMAN = german();

  private final Rehearsal call = new Rehearsal().start();

  private static Understanding german() {
    Playbook playbook = Playbook.load(Path.of("playbook"), Path.of("playbook/languages/de-DE"));
    KnowledgeSettings near = SETTINGS.bind("knowledge", KnowledgeSettings.class);
    return new AnswerableQuestions(
        new LocalUnderstanding(
            playbook,
            SamplePlaybook.embeddings(),
            SETTINGS.bind("understanding", UnderstandingSettings.class)),
        new DocumentKnowledge(playbook.documents(), SamplePlaybook.embeddings(), near),
        playbook,
        near);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long does delivery take? | business days",
        "how long does the delivery take | business days",
        "How long will delivery take? | business days",
        "Can you tell me how long delivery takes? | business days",
        "How long does shipping take? | business days",
        "How long do deliveries take? | business days",
        "How long does an order take? | business days",
        "How long does it usually take to arrive? | business days",
        "What are your delivery times? | Monday to Saturday",
        "Hello. How long does delivery take? | business days",
        "hi there how long does delivery take | business days",
        "I have a question. How long does delivery take? | business days",
        "Okay, and how long does delivery take? | business days",
        "When will orders be shipped? | warehouse on the same business day",
        "When are orders shipped? | warehouse on the same business day",
        "How soon do orders ship? | warehouse on the same business day",
        "When do you ship? | warehouse on the same business day",
        "Do you deliver on Saturdays? | Monday to Saturday",
        "Do you deliver on weekends? | Monday to Saturday",
        "What does delivery cost? | 75 dollars",
        "How much is delivery? | 75 dollars"
      })
  void everybodyIsToldTheSame(String words, String answer) {
    assertThat(call.say(words)).contains(answer).doesNotContain("order number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When will my order arrive?",
        "Hello. When will it be delivered? It's my birthday present.",
        "When will my package arrive?",
        "How long will my order take?",
        "How long does my delivery take?",
        "How long until my bike arrives?",
        "When will it be delivered?",
        "Where is my delivery?",
        "When will you ship my order?",
        "When is my delivery coming?"
      })
  void theirOwnOrderIsLookedUp(String words) {
    assertThat(call.say(words)).contains("order number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can I get a refund?",
        "Could I have a refund, please?",
        "How do I get my money back?",
        "Would you refund the helmet?"
      })
  void aWishThatIsAskedForStaysOne(String words) {
    assertThat(call.say(words)).contains("order number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wie lange dauert die Lieferung? | question",
        "Können Sie mir sagen, wie lange die Lieferung dauert? | question",
        "Wann werden Bestellungen verschickt? | question",
        "Liefern Sie auch samstags? | question",
        "Was kostet die Lieferung? | question",
        "Wie schnell liefern Sie? | question",
        "Wann kommt meine Bestellung? | order_status",
        "Wann kommt meine Lieferung? | order_status",
        "Wo ist meine Lieferung? | order_status"
      })
  void germansAreUnderstoodAlike(String words, String intent) {
    assertThat(GERMAN.read(words, Expecting.ANYTHING).intent()).isEqualTo(intent);
  }
}
