package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cordboard.lab.turns.VoicedStretches.Stretch;
import org.junit.jupiter.api.Test;

/** Where voice is found in a recording, and where the words of its text. */
class WordPlacesTest {
  private static List<SpokenTurn.Word> places(String text, short[] sound) {
    return WordPlaces.of(SpokenClip.words(text), VoicedStretches.of(sound));
  }

  @Test
  void stretchesAreFoundAndNeitherAClosureNorAClickPartsThem() {
    short[] sound =
        Spoken.recording()
            .silence(300)
            .word(500)
            .silence(90) // as before a "t"
            .word(300)
            .silence(400)
            .word(20) // a click
            .silence(400)
            .word(600)
            .silence(300)
            .sound();
    List<Stretch> voiced = VoicedStretches.of(sound);
    assertThat(voiced).hasSize(2);
    assertThat(voiced.get(0).from()).isCloseTo(2_400, within(160));
    assertThat(voiced.get(0).to()).isCloseTo(9_520, within(160));
    assertThat(voiced.get(1).from()).isCloseTo(16_080, within(160));
  }

  @Test
  void humBelowTheVoiceIsNoVoice() {
    short[] sound = Spoken.recording().silence(400).word(600).silence(600).word(500).sound();
    for (int i = 0; i < sound.length; i++) {
      sound[i] += (short) (1_500 * Math.sin(2 * Math.PI * 50 * i / 8_000));
    }
    assertThat(VoicedStretches.of(sound)).hasSize(2);
    assertThat(VoicedStretches.of(new short[8_000])).isEmpty();
  }

  @Test
  void silencesFallWhereAStopIsWritten() {
    short[] sound = Spoken.recording().silence(200).word(900).silence(500).word(700).sound();
    List<SpokenTurn.Word> words = places("Your call is over.  Please hold", sound);
    assertThat(words)
        .extracting(SpokenTurn.Word::text)
        .containsExactly("your", "call", "is", "over", "please", "hold");
    assertThat(words.get(3).to()).isCloseTo(8_800, within(240L));
    assertThat(words.get(4).from()).isCloseTo(12_800, within(240L));
  }

  @Test
  void withoutPunctuationTheLengthsDecide() {
    short[] sound = Spoken.recording().silence(200).word(450).silence(500).word(1_900).sound();
    List<SpokenTurn.Word> words = places("absolutely everything costs more than last year", sound);
    assertThat(words.get(0).to()).isCloseTo(5_200, within(240L));
    assertThat(words.get(1).from()).isCloseTo(9_200, within(240L));
  }

  @Test
  void wordsThatCannotBeThoseOfTheRecordingHaveNoPlaces() {
    short[] sound = Spoken.recording().silence(200).word(100).silence(500).word(3_000).sound();
    assertThat(places("extraordinarily uncharacteristic. no", sound)).isEmpty();
    assertThat(places("", sound)).isEmpty();
  }
}
