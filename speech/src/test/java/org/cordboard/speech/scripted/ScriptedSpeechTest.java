package org.cordboard.speech.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedSpeechTest {
  private static final String TEXT = "I'd like to know: where is my café-Bestellung 481927?";

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.25, 0.05, 2})
  void wordsSurviveGain(double gain) {
    assertThat(read(MuLaw.scaled(audio(TEXT, 3), gain), 160)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 79, 159})
  void wordsAreFoundAtAnyAlignment(int shift) {
    byte[] speech = audio(TEXT, 3);
    byte[] shifted = new byte[shift + speech.length + 160];
    Arrays.fill(shifted, MuLaw.SILENCE);
    System.arraycopy(speech, 0, shifted, shift, speech.length);
    assertThat(read(shifted, 160)).isEqualTo(TEXT);
    assertThat(read(shifted, 37)).isEqualTo(TEXT);
  }

  @Test
  void aCharacterMayLieAcrossTwoParts() {
    String quoted = "said “How long” and “yes” in “Zürich–Oerlikon”";
    assertThat(read(audio(quoted, 3), 160)).isEqualTo(quoted);
  }

  @Test
  void twoAtOnceAreUnreadable() {
    short[] one = MuLaw.decode(audio(TEXT, 3));
    for (double gain : new double[] {1, 0.5, 0.25}) {
      short[] other = MuLaw.decode(audio("Completely different words here and then some more", 9));
      short[] mixed = new short[Math.min(one.length, other.length)];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = Pcm.clip(one[i] + gain * other[i]);
      }
      assertThat(read(MuLaw.encode(mixed), 160)).isEmpty();
    }
  }

  @Test
  void aWordCutOffIsNotHeard() {
    byte[] speech = audio("hello unfathomable", 3);
    assertThat(read(Arrays.copyOf(speech, 16 * 160 + 320), 160)).isEqualTo("hello");
  }

  @Test
  void theSameWordTwiceInARowIsHeardTwice() {
    assertThat(read(audio("no no no", 3), 160)).isEqualTo("no no no");
  }

  @Test
  void wordsKnowTheirPlaces() {
    byte[] speech = audio("hello there", 3);
    List<ScriptedReader.HeardWord> words = new ScriptedReader(8_000).accept(speech);
    assertThat(words)
        .extracting(ScriptedReader.HeardWord::startSample)
        .containsExactly(8_000L, 10_400L);
    assertThat(words).extracting(ScriptedReader.HeardWord::index).containsExactly(0, 1);
    assertThat(words)
        .extracting(ScriptedReader.HeardWord::endSample)
        .containsExactly(10_400L, 8_000L + speech.length);
    assertThat(words).allMatch(word -> word.utterance() == 3);
  }

  @Test
  void aWordThatLosesItsEndIsOverWhenNothingFollows() {
    byte[] speech = audio("unfathomable", 3);
    byte[] most = Arrays.copyOf(speech, speech.length - 3 * 160);
    ScriptedReader reader = new ScriptedReader(0);
    assertThat(reader.accept(most)).isEmpty();
    assertThat(reader.accept(ScriptedSpeech.silence(480)))
        .extracting(ScriptedReader.HeardWord::endSample)
        .containsExactly((long) most.length);
    assertThat(reader.rest()).as("told once").isEmpty();
  }

  @Test
  void whatTheStreamEndsInIsTheRest() {
    byte[] speech = audio("unfathomable", 3);
    ScriptedReader reader = new ScriptedReader(0);
    assertThat(reader.accept(Arrays.copyOf(speech, speech.length - 160))).isEmpty();
    assertThat(reader.rest())
        .extracting(ScriptedReader.HeardWord::text)
        .containsExactly("unfathomable");
  }

  @Test
  void framesAreOfConstantEnergyAndSilenceSaysNothing() {
    byte[] speech = audio(TEXT, 3);
    assertThat(Pcm.rms(MuLaw.decode(Arrays.copyOf(speech, 160)))).isBetween(3_900.0, 4_100.0);
    assertThat(read(new byte[1_600], 160)).isEmpty();
    assertThat(read(ScriptedSpeech.silence(1_600), 160)).isEmpty();
  }

  private static byte[] audio(String text, int utterance) {
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    ScriptedSpeech.words(text, utterance, 1, 1).forEach(word -> audio.writeBytes(word.mulaw()));
    return audio.toByteArray();
  }

  private static String read(byte[] mulaw, int chunk) {
    ScriptedReader reader = new ScriptedReader(0);
    List<ScriptedReader.HeardWord> words = new ArrayList<>();
    for (int at = 0; at < mulaw.length; at += chunk) {
      words.addAll(
          reader.accept(Arrays.copyOfRange(mulaw, at, Math.min(mulaw.length, at + chunk))));
    }
    return words.stream().map(ScriptedReader.HeardWord::text).collect(Collectors.joining(" "));
  }
}
