package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.understanding.TurnReading.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private final Answers answers = new Answers(Locale.ENGLISH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes.",
        "Yeah,",
        "yep",
        "go ahead",
        "that's right",
        "sure thing",
        "uh-huh",
        "mm-hmm",
        "please do",
        "okay",
        "Correct.",
        "that's fine",
        "yes please",
        "sounds good",
        "absolutely",
        "I do",
        "do it",
        "why not",
        "of course",
        "that would be great",
        "yes that's the one",
        "no, that's right",
        "it is",
        "alright",
        "I guess so",
        "you got it",
        "Yes, yes.",
        "exactly",
        "that is correct",
        "yes go ahead and refund it"
      })
  void agreementInItsManyWordingsIsYes(String words) {
    assertThat(answers.read(words, Expecting.YES_NO)).isEqualTo(Answer.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No.",
        "nope",
        "nah",
        "don't",
        "not really",
        "no thanks",
        "no thank you",
        "that's not right",
        "that's wrong",
        "please don't",
        "not now",
        "I don't think so",
        "uh-uh",
        "absolutely not",
        "never",
        "no don't do that",
        "I'd rather not",
        "no, leave it",
        "that's not it",
        "wrong",
        "not yet",
        "I don't want that",
        "no way",
        "yes but don't do it",
        "cancel that",
        "nothing else",
        "no I'm good"
      })
  void refusalInItsManyWordingsIsNo(String words) {
    assertThat(answers.read(words, Expecting.YES_NO)).isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where is my order",
        "I don't know",
        "what does that mean",
        "can you repeat that",
        "four eight one",
        "",
        "is that right",
        "no idea",
        "my order hasn't arrived",
        "do you have it in blue"
      })
  void otherWordsAreNeither(String words) {
    assertThat(answers.read(words, Expecting.YES_NO)).isEqualTo(Answer.NEITHER);
  }
}
