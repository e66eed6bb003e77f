package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackchannelsTest {
  private final Backchannels english = Backchannels.of(Locale.US);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Mm-hmm.                 | BACKCHANNEL",
        "mm hmm                  | BACKCHANNEL",
        "Uh-huh, okay.           | BACKCHANNEL",
        "Yeah.                   | BACKCHANNEL",
        "Yeah, yeah.             | BACKCHANNEL",
        "I see.                  | BACKCHANNEL",
        "Oh, of course.          | BACKCHANNEL",
        "Yeah. Okay. Right. Sure.| WORDS",
        "Yeah, but my order      | WORDS",
        "Okay, no.               | WORDS",
        "No.                     | WORDS",
        "Where is my order?      | WORDS",
        "Right, stop.            | STOP",
        "Hold on a second        | STOP",
        "Wait.                   | STOP",
        "I am waiting            | WORDS",
        "''                      | NOTHING",
        "the                     | NOTHING",
        "Uh.                     | NOTHING",
        "[BLANK_AUDIO]           | NOTHING",
        "Uh, yeah.               | BACKCHANNEL",
      })
  void wordsOverAPromptAreSorted(String text, Backchannels.Kind kind) {
    assertThat(english.judge(text)).isEqualTo(kind);
  }

  @Test
  void wordsThatMayBecomeABackchannelAreWaitedFor() {
    assertThat(english.judgeSoFar("Got")).isEqualTo(Backchannels.Kind.BACKCHANNEL);
    assertThat(english.judgeSoFar("Oh, I")).isEqualTo(Backchannels.Kind.BACKCHANNEL);
    assertThat(english.judgeSoFar("I do")).isEqualTo(Backchannels.Kind.WORDS);
    assertThat(english.judgeSoFar("No")).isEqualTo(Backchannels.Kind.WORDS);
    assertThat(english.judge("Got")).isEqualTo(Backchannels.Kind.WORDS);
  }

  @Test
  void aLanguageWithoutItsListIsNamedWithTheFix() {
    assertThat(Backchannels.known(Locale.UK)).isTrue();
    assertThat(Backchannels.known(Locale.FRANCE)).isFalse();
    assertThatThrownBy(() -> Backchannels.of(Locale.FRANCE))
        .hasMessageContaining("fr-FR")
        .hasMessageContaining("org/cordboard/speech/turn/fr/backchannels.txt");
  }
}
