package org.cordboard.speech.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.speech.whisper.WhisperDecoder.Decoded;
import org.cordboard.speech.whisper.WhisperDecoder.Tongues;
import org.junit.jupiter.api.Test;

class WhisperLanguagesTest {
  private static final Tongues BOTH = new Tongues(List.of("en", "de"));
  private final Engine engine = new Engine();

  /** An engine that takes every audio for the language that it is told to. */
  private static final class Engine implements Decoding {
    final List<String> decoded = new ArrayList<>();
    Guess guess = new Guess("de", 0.98);
    boolean multilingual = true;
    int asked;

    @Override
    public String decode(float[] audio, int audioContext, String prompt) {
      return decode(audio, audioContext, prompt, "en");
    }

    @Override
    public String decode(float[] audio, int audioContext, String prompt, String language) {
      decoded.add(language + "|" + prompt);
      return "Wo ist meine Bestellung?";
    }

    @Override
    public boolean multilingual() {
      return multilingual;
    }

    @Override
    public Optional<Guess> language(float[] audio) {
      asked++;
      return Optional.of(guess);
    }

    @Override
    public void close() {}
  }

  private Decoded decode(Tongues tongues) {
    return new WhisperDecoder(engine)
        .decode(new short[16_000], 15_000, "Yes. No.", tongues, () -> true);
  }

  @Test
  void anUtteranceIsDecodedInTheLanguageThatItIsInAndTellsIt() {
    Decoded decoded = decode(BOTH);
    assertThat(decoded.language()).contains("de");
    assertThat(engine.decoded).containsExactly("de|"); // what leads on is English
  }

  @Test
  void anUnsureGuessAndALanguageThatNobodySpeaksHereChangeNothing() {
    engine.guess = new Decoding.Guess("de", 0.5);
    assertThat(decode(BOTH).language()).isEmpty();
    engine.guess = new Decoding.Guess("nl", 0.99);
    assertThat(decode(BOTH).language()).isEmpty();
    assertThat(engine.decoded).containsOnly("en|Yes. No.");
  }

  @Test
  void whereOneLanguageIsSpokenNobodyAsksWhich() {
    decode(new Tongues(List.of("de")));
    assertThat(engine.asked).isZero();
    assertThat(engine.decoded).containsExactly("de|Yes. No.");
  }

  @Test
  void anEnglishModelHearsEnglishAlone() {
    engine.multilingual = false;
    WhisperRecognizer recognizer =
        new WhisperRecognizer(
            "test",
            Settings.parse("").bind("speech.whisper", WhisperSettings.class),
            new WhisperDecoder(engine),
            new InlineWorkers("whisper"),
            new InlineWorkers("sketch"),
            new ManualClock());
    assertThat(recognizer.hears(Locale.UK)).isTrue();
    assertThat(recognizer.hears(Locale.GERMANY)).isFalse();
    engine.multilingual = true;
    assertThat(recognizer.hears(Locale.GERMANY)).isTrue();
  }
}
