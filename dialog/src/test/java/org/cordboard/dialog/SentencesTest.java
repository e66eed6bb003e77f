package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void aSentenceIsCutWhenTheNextBegins() {
    Sentences.Cut cut = Sentences.cut("It left us. It is due on Mon");

    assertThat(cut.complete()).containsExactly("It left us.");
    assertThat(cut.rest()).isEqualTo("It is due on Mon");
  }

  @Test
  void aFullStopAtTheEndWaitsForWhatFollows() {
    assertThat(Sentences.cut("It costs 24.").complete()).isEmpty();
  }

  @Test
  void amountsAndAbbreviationsAreNotCut() {
    assertThat(Sentences.cut("It costs 24.90 in all, ask Dr. Miller. Fine? ").complete())
        .containsExactly("It costs 24.90 in all, ask Dr. Miller.", "Fine?");
  }

  @Test
  void aGermanDateIsNotCutAndANumberAtTheEndIs() {
    assertThat(Sentences.cut("Sie ging am Sonntag, 4. Januar ab. Und ").complete())
        .containsExactly("Sie ging am Sonntag, 4. Januar ab.");
    assertThat(Sentences.cut("Sie ging am 4. Ja").complete()).isEmpty();
    assertThat(Sentences.cut("You have 12. The rest is ").complete())
        .containsExactly("You have 12.");
  }

  @Test
  void aLineEndsASentence() {
    assertThat(Sentences.cut("First\nSecond").complete()).containsExactly("First");
  }

  @Test
  void aTextThatIsWholeEndsWithADayOrWithoutAStop() {
    assertThat(Sentences.all("It came on November 16. Anything else?"))
        .containsExactly("It came on November 16.", "Anything else?");
    assertThat(Sentences.all("Sent. It came on November 16."))
        .containsExactly("Sent.", "It came on November 16.");
    assertThat(Sentences.all("Nothing")).containsExactly("Nothing");
    assertThat(Sentences.all("")).isEmpty();
  }
}
