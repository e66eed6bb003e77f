package org.cordboard.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.sentence.PiecewiseSynthesis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTtsSynthesizerTest {
  private static final FreeTtsSynthesizer SYNTHESIZER =
      new FreeTtsSynthesizer(
          new FreeTtsSettings(1, 8, Duration.ofMillis(200)),
          new InlineWorkers("test", Duration.ofMillis(5), Duration.ofMillis(5)));

  private final ManualClock clock = new ManualClock();

  @AfterAll
  static void close() {
    SYNTHESIZER.close();
  }

  @Test
  void everyVoiceSpeaksAtACommonLoudness() {
    for (String voice : SYNTHESIZER.voices()) {
      Heard heard = speak(SpeechRequest.of("Good morning, how can I help you?", voice));
      assertThat(heard.events).containsExactly("end");
      assertThat(heard.samples()).as(voice).isBetween(10_000, 26_000);
      assertThat(Pcm.rms(MuLaw.decode(heard.audio.toByteArray())))
          .as(voice)
          .isBetween(1_200.0, 4_000.0);
    }
  }

  @Test
  void silenceAroundTheWordsIsCut() {
    short[] yes = MuLaw.decode(speak(SpeechRequest.of("yes", "")).audio.toByteArray());
    int first = 0;
    while (Math.abs(yes[first]) < 200) {
      first++;
    }
    assertThat(first).isLessThan(80 * 8);
  }

  @Test
  void aTextIsSpokenSentenceBySentenceAndKnowsItsWords() {
    String text = "Hello — “café” please. It's Dr. Smith! Second…";
    Heard heard = speak(SpeechRequest.of(text, ""));
    assertThat(heard.words(text)).contains("Hello", "please", "It's", "Smith", "Second");
    assertThat(heard.starts).isSorted();
    assertThat(heard.starts)
        .last()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LONG)
        .isLessThan(heard.samples());
    assertThat(heard.chunks).isEqualTo(5); // three sentences and the pauses between them
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "…",
        "☎☎☎",
        "<b>bold</b> & {x} [y] \\ | ~ ^",
        "日本語",
        "1,234.56",
        "a\tb\nc",
        "''\"\"",
        "ok 👍🏽 fine"
      })
  void oddTextEndsWell(String text) {
    assertThat(speak(SpeechRequest.of(text, "")).events).containsExactly("end");
  }

  @Test
  void aVeryLongSentenceIsCutWhereASpeakerWouldBreathe() {
    String text = "and then I went to the shop, ".repeat(20);
    List<PiecewiseSynthesis.Piece> pieces = SpokenText.pieces(SpokenText.plain(text));
    assertThat(pieces).hasSizeGreaterThan(2).allMatch(piece -> piece.to() - piece.from() <= 220);
    assertThat(pieces).allMatch(piece -> text.charAt(piece.to() - 1) != 't');
  }

  @Test
  void rateAndGainAreObeyed() {
    Heard normal = speak(SpeechRequest.of("Your order is on its way to you.", ""));
    Heard slow = speak(new SpeechRequest("Your order is on its way to you.", "", 0.7, 1));
    Heard soft = speak(new SpeechRequest("Your order is on its way to you.", "", 1, 0.25));
    assertThat(slow.samples()).isGreaterThan(normal.samples() * 12 / 10);
    double ratio =
        Pcm.rms(MuLaw.decode(soft.audio.toByteArray()))
            / Pcm.rms(MuLaw.decode(normal.audio.toByteArray()));
    assertThat(ratio).isBetween(0.22, 0.28);
  }

  @Test
  void aClauseRunsOnInsteadOfFallingAsASentenceDoes() {
    Heard clause = speak(SpeechRequest.of("Your order has left us,", ""));
    Heard sentence = speak(SpeechRequest.of("Your order has left us.", ""));

    assertThat(clause.words("Your order has left us,")).endsWith("us");
    assertThat(clause.samples()).isLessThan(sentence.samples() - 400); // its end is not drawn out
    assertThat(finalPitchHz(clause)).isGreaterThan(finalPitchHz(sentence) + 4);
  }

  @Test
  void theLetterAIsNoArticle() {
    Heard letter = speak(SpeechRequest.of("A as in", ""));
    Heard article = speak(SpeechRequest.of("a as in", ""));

    assertThat(letter.words("A as in")).containsExactly("A as in");
    assertThat(letter.samples()).isGreaterThan(article.samples() + 100);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 3})
  void piecesBeginAndEndInSilenceAndNothingIsClipped(double gain) {
    for (String voice : SYNTHESIZER.voices()) {
      Heard heard =
          speak(new SpeechRequest("Yes. No! Is it? It is five, I think.", voice, 1, gain));
      int join = 0;
      short[] samples = MuLaw.decode(heard.audio.toByteArray());
      for (int length : heard.lengths) {
        assertThat((int) samples[join]).as(voice).isBetween(-40, 40);
        join += length;
        assertThat((int) samples[join - 1]).as(voice).isBetween(-40, 40);
      }
      for (short sample : samples) {
        assertThat(Math.abs(sample)).as(voice).isLessThan(31_000);
      }
    }
  }

  /** The pitch of the last 100 ms of voice, by autocorrelation. */
  private static double finalPitchHz(Heard heard) {
    short[] samples = MuLaw.decode(heard.audio.toByteArray());
    int loud = 0;
    for (int i = 0; i < samples.length; i++) {
      loud = Math.abs(samples[i]) > 6_000 ? i : loud;
    }
    int from = Math.max(0, loud - 800);
    int best = 0;
    double most = 0;
    for (int lag = 8_000 / 140; lag <= 8_000 / 70; lag++) {
      double sum = 0;
      for (int i = from; i + lag < loud; i++) {
        sum += (double) samples[i] * samples[i + lag] / (loud - from - lag);
      }
      if (sum > most) {
        most = sum;
        best = lag;
      }
    }
    return 8_000.0 / best;
  }

  @Test
  void anUnknownVoiceIsRefusedWithThoseThereAre() {
    Heard heard = speak(SpeechRequest.of("Hello", "brian"));
    assertThat(heard.events)
        .containsExactly(
            "failed: FreeTTS has no voice 'brian'; it has "
                + String.join(", ", SYNTHESIZER.voices()));
  }

  @Test
  void nothingIsHeardAfterACancel() {
    Heard heard = new Heard();
    Synthesis synthesis = SYNTHESIZER.speak(SpeechRequest.of("One. Two. Three.", ""), clock, heard);
    clock.advance(Duration.ofMillis(10));
    int before = heard.samples();
    assertThat(before).isPositive();
    synthesis.cancel();
    synthesis.cancel();
    clock.advance(Duration.ofSeconds(1));
    assertThat(heard.samples()).isEqualTo(before);
    assertThat(heard.events).isEmpty();
  }

  private Heard speak(SpeechRequest request) {
    Heard heard = new Heard();
    SYNTHESIZER.speak(request, clock, heard);
    clock.advance(Duration.ofSeconds(1));
    return heard;
  }

  private static final class Heard implements SynthesisListener {
    final ByteArrayOutputStream audio = new ByteArrayOutputStream();
    final List<Integer> lengths = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<int[]> places = new ArrayList<>();
    final List<Long> starts = new ArrayList<>();
    int chunks;

    @Override
    public void onAudio(byte[] mulaw) {
      lengths.add(mulaw.length);
      chunks++;
      audio.writeBytes(mulaw);
    }

    @Override
    public void onWord(int from, int to, long startSample) {
      places.add(new int[] {from, to});
      starts.add(startSample);
    }

    @Override
    public void onEnd() {
      events.add("end");
    }

    @Override
    public void onFailure(Throwable failure) {
      events.add("failed: " + failure.getMessage());
    }

    int samples() {
      return audio.size();
    }

    List<String> words(String text) {
      return places.stream().map(place -> text.substring(place[0], place[1])).toList();
    }
  }
}
