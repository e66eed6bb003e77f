package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;
import org.junit.jupiter.api.Test;

class VoiceStyleTest {
  private final VoiceStyle style =
      new VoiceStyle("v", 0.9, 1, TextReader.of(Locale.US).orElseThrow(), Lexicon.NONE);

  @Test
  void paceAndLoudnessAreAskedForAgainstTheStyleOfTheCall() {
    assertThat(style.scaled(0.5, 1).rate()).isEqualTo(0.6); // never slower
    assertThat(style.scaled(0.85, 1.5)).extracting(VoiceStyle::gain).isEqualTo(1.5);
    assertThat(style.scaled(1, 9).gain()).isEqualTo(3); // never louder
  }
}
