package org.cordboard.speech.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.audio.Loudness;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.junit.jupiter.api.Test;

class SentenceSynthesizerTest {
  private final ManualClock clock = new ManualClock();
  private final Heard heard = new Heard();
  private final Tone engine = new Tone();
  private final SentenceSynthesizer voice =
      new SentenceSynthesizer(engine, new InlineWorkers("tone"), Duration.ofMillis(200));

  /** Speaks a tone, a tenth of a second for each letter, at the strength that it is told. */
  private static final class Tone implements SentenceEngine {
    final List<String> spoken = new ArrayList<>();
    double strength = 0.02;

    @Override
    public String name() {
      return "tone";
    }

    @Override
    public List<String> voices() {
      return List.of("high", "low");
    }

    @Override
    public boolean speaks(Locale language) {
      return true;
    }

    @Override
    public Raw speak(String sentence, String voice, double rate) throws IOException {
      if (sentence.contains("fail")) {
        throw new IOException("as told");
      }
      spoken.add(voice + ": " + sentence.strip());
      float[] samples = new float[(int) (sentence.strip().length() * 1_600 / rate)];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) (strength * Math.sin(2 * Math.PI * 500 * i / 16_000));
      }
      return new Raw(samples, 16_000);
    }

    @Override
    public void close() {}
  }

  private Synthesis speak(String text, String name, double gain) {
    Synthesis speech = voice.speak(new SpeechRequest(text, name, 1, gain), clock, heard);
    clock.advance(Duration.ofSeconds(1));
    return speech;
  }

  @Test
  void sentencesAreMadeOneAfterTheOtherWithAPauseBetween() {
    speak("Hello there. How are you?", "", 1);
    assertThat(engine.spoken).containsExactly("high: Hello there.", "high: How are you?");
    assertThat(heard.stretches).isEqualTo(3);
    assertThat(heard.words).containsExactly(0, 6, 13, 17, 21);
    assertThat(heard.ends).isEqualTo(1);
    int letters = "Hello there.".length() + "How are you?".length();
    assertThat(heard.audio.size()).isCloseTo(letters * 800 + 1_600, within(200));
  }

  @Test
  void softAndLoudEnginesSoundAlike() {
    speak("One of them.", "low", 1);
    byte[] soft = heard.audio.toByteArray();
    heard.audio.reset();
    engine.strength = 0.7;
    speak("One of them.", "low", 1);
    assertThat(level(heard.audio.toByteArray())).isCloseTo(level(soft), within(0.01));
    assertThat(level(soft)).isCloseTo(0.11, within(0.02));
  }

  private static double level(byte[] mulaw) {
    return Loudness.active(Pcm.toFloats(MuLaw.decode(mulaw)), 8_000);
  }

  @Test
  void anEngineThatFailsSaysSoOnce() {
    speak("This is good. This will fail. Never heard.", "", 1);
    assertThat(heard.failure).hasMessage("as told");
    assertThat(heard.ends).isZero();
    assertThat(heard.stretches).isEqualTo(1);
  }

  @Test
  void aVoiceThatIsNotThereIsRefusedWithThoseThatAre() {
    speak("Hello.", "squeaky", 1);
    assertThat(heard.failure).hasMessageContaining("no voice 'squeaky'; it has high, low");
  }

  @Test
  void aTextWithoutWordsEndsAtOnce() {
    speak(" … ", "", 1);
    assertThat(heard.ends).isEqualTo(1);
    assertThat(heard.audio.size()).isZero();
  }
}
