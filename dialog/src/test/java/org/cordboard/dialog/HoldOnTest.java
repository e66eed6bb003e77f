package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Hold on" waits, unless something follows that is to be answered. */
class HoldOnTest {
  private static final String TAKE_YOUR_TIME = "Take your time";
  private final Rehearsal call = new Rehearsal().start();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hold on, that is not what I asked. Where is my order? | order number",
        "hold on that's not what i asked where is my order | order number",
        "Wait a second. Where's my package? | order number",
        "One moment, I'd like my money back. | order number",
        "Hang on, how long does delivery take? | business days",
        "Hold on, and what does delivery cost? | 75 dollars",
        "Just a second, do you ship to Canada? | Canada",
        "Hold on. I have another question. How long is the warranty? | warranty",
        "Bear with me. I forgot my password. | Sign in",
        "Hold on, can you check on my order? | order number",
        "Hold on, that is not what I asked. | Which would you like",
        "Wait, wait. That's wrong. | Which would you like",
        "Wait a minute, never mind. | What can I do"
      })
  void whatFollowsIsAnswered(String words, String answer) {
    assertThat(call.say(words)).containsIgnoringCase(answer).doesNotContain(TAKE_YOUR_TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hold on.",
        "Hold on a second, please.",
        "Hold on, hold on, hold on.",
        "Can you wait? I need to get a pen.",
        "Wait, stop, please.",
        "One moment, thank you.",
        "Can you hold on a minute?",
        "Could you give me a second, please?",
        "Just a second, okay?",
        "Hold on, is that okay?",
        "Hang on, let me find my order number.",
        "Hold on, I'll get the order confirmation.",
        "One moment, I need to find my order number.",
        "Hold on. I'm looking for it. Where did I put it?",
        "Hang on, where is my receipt?",
        "Give me a minute to look up the order number.",
        "One second, the number is here somewhere.",
        "Hold on, there's somebody at the door.",
        "Bear with me while I check my email.",
        "let me get my glasses so i can read it",
        "Okay, one moment.",
        "One sec, my dog is barking."
      })
  void whoeverOnlyAsksToWaitIsWaitedFor(String words) {
    assertThat(call.say(words)).startsWith(TAKE_YOUR_TIME);
    call.say("Where is my order?");
    assertThat(call.say(words)).startsWith(TAKE_YOUR_TIME);
    assertThat(call.say("4 8 1 9 2 7")).contains("Order 481927");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hold on. It's four eight one nine two seven.", "one moment 4 8 1 9 2 7"})
  void aNumberThatFollowsIsTaken(String words) {
    call.say("Where is my order?");
    assertThat(call.say(words)).contains("Order 481927");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hold on. Yes, go ahead. | true | Done",
        "Okay, hold on. | false | Take your time",
        "Hold on, okay. | false | Take your time",
        "Wait a second. No, don't do that. | false | What can I do",
        "Hold on, let me think. | false | Take your time"
      })
  void onlyAFirmYesOrNoAfterItAnswersAReadBack(String words, boolean paid, String answer) {
    call.say("I want a refund for order 481927");
    assertThat(call.say(words)).contains(answer);
    assertThat(call.refunded("481927")).isEqualTo(paid);
  }
}
