package org.cordboard.speech.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhisperDecoderTest {
  private static final short[] HALF_A_SECOND = new short[4_000];

  @Test
  void shortAudioIsPaddedSoThatItIsNotLost() {
    Scripted engine = new Scripted("Yes.");
    assertThat(new WhisperDecoder(engine).decode(HALF_A_SECOND, 3_000, "prompt").text())
        .isEqualTo("Yes.");
    assertThat(engine.lengths).containsExactly(20_800); // 1.3 s at 16 kHz
    assertThat(engine.contexts).containsExactly(465);
    assertThat(engine.prompts).containsExactly("prompt");
  }

  @Test
  void aLongUtteranceGetsTheWholeContext() {
    Scripted engine = new Scripted("A long story.");
    new WhisperDecoder(engine).decode(new short[25 * 8_000], 25 * 8_000, "");
    assertThat(engine.contexts).containsExactly(0);
  }

  @Test
  void repetitionIsTriedOnceMoreWithTheWholeContextAndNoPrompt() {
    Scripted engine = new Scripted("Yes. ".repeat(30), "Yes, please.");
    WhisperDecoder.Decoded decoded = new WhisperDecoder(engine).decode(HALF_A_SECOND, 3_000, "p");
    assertThat(decoded.text()).isEqualTo("Yes, please.");
    assertThat(decoded.confidence()).isLessThan(0.9);
    assertThat(engine.contexts).containsExactly(465, 0);
    assertThat(engine.prompts).containsExactly("p", "");
  }

  @Test
  void repetitionThatNobodyWaitsForIsNotReadAgain() {
    Scripted engine = new Scripted("4, ".repeat(60), "4.");
    assertThat(
            new WhisperDecoder(engine).decode(HALF_A_SECOND, 3_000, "digits", () -> false).text())
        .isEmpty();
    assertThat(engine.contexts).containsExactly(465);
    Scripted well = new Scripted("Four.");
    assertThat(new WhisperDecoder(well).decode(HALF_A_SECOND, 3_000, "", () -> false).text())
        .isEqualTo("Four.");
  }

  @Test
  void moreThanFitsIntoTheTimeIsReadAgain() {
    Scripted engine = new Scripted("Can I lie off?", "Hello.");
    assertThat(new WhisperDecoder(engine).decode(HALF_A_SECOND, 4_000, "").text())
        .isEqualTo("Hello.");
    assertThat(engine.contexts).containsExactly(465, 0);
  }

  @Test
  void repetitionThatStaysIsNotUnderstood() {
    Scripted engine = new Scripted("Yes. ".repeat(30), "No. ".repeat(30));
    assertThat(new WhisperDecoder(engine).decode(HALF_A_SECOND, 3_000, "").text()).isEmpty();
    assertThat(engine.contexts).hasSize(2);
  }

  @Test
  void aSentenceWrittenTwiceInTheTimeOfOneIsTakenOnce() {
    Scripted engine = new Scripted("Please refund my order. Please refund my order.");
    assertThat(new WhisperDecoder(engine).decode(new short[12_000], 12_000, "refund").text())
        .isEqualTo("Please refund my order.");
    assertThat(engine.contexts).hasSize(1);
  }

  @Test
  void aRecordingGetsTheWholeContextAndTheShortOneWhenThatFails() {
    Scripted engine = new Scripted("Yes. ".repeat(30), "Thank you.");
    assertThat(new WhisperDecoder(engine).decodeRecording(new float[16_000], "").text()).isEmpty();
    assertThat(engine.contexts).containsExactly(0, 470);
    assertThat(engine.lengths).containsOnly(22_400); // a second and 200 ms of silence around it
    assertThat(recorded("Thank you.")).isEqualTo("Thank you.");
    assertThat(recorded("Goodbye.")).isEqualTo("Goodbye.");
  }

  private static String recorded(String written) {
    return new WhisperDecoder(new Scripted(written)).decodeRecording(new float[16_000], "").text();
  }

  @Test
  void wordsInventedForAClickAreDroppedAndThanksAreKept() {
    assertThat(decode("Thank you.", 1_600)).isEmpty();
    assertThat(decode("Thank you.", 6_000)).isEqualTo("Thank you.");
    assertThat(decode("Thanks for watching!", 16_000)).isEmpty();
  }

  private static String decode(String written, long voiced) {
    return new WhisperDecoder(new Scripted(written)).decode(HALF_A_SECOND, voiced, "").text();
  }

  /** An engine that writes what it was told to, in order. */
  private static final class Scripted implements Decoding {
    final List<Integer> lengths = new ArrayList<>();
    final List<Integer> contexts = new ArrayList<>();
    final List<String> prompts = new ArrayList<>();
    private final List<String> texts;

    Scripted(String... texts) {
      this.texts = new ArrayList<>(Arrays.asList(texts));
    }

    @Override
    public String decode(float[] audio, int audioContext, String prompt) {
      lengths.add(audio.length);
      contexts.add(audioContext);
      prompts.add(prompt);
      return texts.size() > 1 ? texts.remove(0) : texts.get(0);
    }

    @Override
    public void close() {}
  }
}
