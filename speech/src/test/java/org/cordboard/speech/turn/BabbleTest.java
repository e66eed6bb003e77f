package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cordboard.config.Settings;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Noise without end before the real voice-activity model: voices of our own, talking without a
 * pause, and hiss. Nobody recognises words in it here.
 */
class BabbleTest {
  private static final int RATE_HZ = 8_000;
  private static final int FRAME = AudioFormat.MULAW_8K.frameSamples();
  private static final List<String> VOICES =
      List.of("kevin16", "kevin16-high", "kevin16-low", "kevin8");
  private static final List<String> LINES =
      List.of(
          "The last train to the coast leaves at nine and stops everywhere on its way.",
          "Rain is moving in from the west tonight, and the wind will pick up by the morning.",
          "They painted the kitchen yellow, which nobody in the family really wanted.",
          "Every morning the baker carries forty loaves across the square to the hotel.");
  private static SpeechParts parts;
  private static List<short[]> talkers; // each talks for ten seconds and more

  @BeforeAll
  static void talk() throws IOException {
    parts = SpeechParts.forTurns(Settings.parse(""));
    SpokenFiles spoken = new SpokenFiles(parts.synthesizer());
    talkers = new ArrayList<>();
    for (int i = 0; i < VOICES.size(); i++) {
      StringBuilder words = new StringBuilder();
      for (int k = 0; k < LINES.size(); k++) {
        words.append(LINES.get((i + k) % LINES.size()).replaceAll("[.,]", "")).append(' ');
      }
      talkers.add(
          MuLaw.decode(spoken.speak(new SpeechRequest(words.toString(), VOICES.get(i), 1, 1))));
    }
  }

  @AfterAll
  static void close() {
    parts.close();
  }

  /** What was made of a line: frames with a voice, utterances and when noise was known, seconds. */
  private record Heard(double voiced, double longest, int utterances, double din, double clear) {}

  /** {@code seconds} of noise, then {@code quiet} of silence. */
  private static Heard hear(short[] noise, int seconds, int quiet) {
    VoiceActivity activity = parts.voiceActivity();
    Endpointer endpointer = parts.endpointer(Locale.US);
    Din din = parts.din();
    long samples = (long) (seconds + quiet) * RATE_HZ;
    int voiced = 0;
    int utterances = 0;
    long began = 0;
    long longest = 0;
    double noticed = -1;
    double cleared = -1;
    for (long at = 0; at < samples; at += FRAME) {
      short[] frame = new short[FRAME];
      for (int i = 0; i < FRAME && at < (long) seconds * RATE_HZ; i++) {
        frame[i] = noise[(int) ((at + i) % noise.length)];
      }
      boolean voice =
          activity.voiced(new AudioFrame(AudioFormat.MULAW_8K, MuLaw.encode(frame), at));
      voiced += voice ? 1 : 0;
      for (TurnEvent event : endpointer.next(voice, at)) {
        if (event instanceof TurnEvent.Started started) {
          utterances++;
          began = started.atSample();
        } else if (event instanceof TurnEvent.Ended ended) {
          longest = Math.max(longest, ended.atSample() - began);
          if (din.said(din.ended(), 0)) {
            endpointer.noisy(true);
            noticed = at / (double) RATE_HZ;
          }
        }
      }
      if (din.frame(voice)) {
        endpointer.noisy(false);
        cleared = at / (double) RATE_HZ;
      }
    }
    return new Heard(
        (double) voiced * FRAME / ((long) seconds * RATE_HZ),
        longest / (double) RATE_HZ,
        utterances,
        noticed,
        cleared);
  }

  private static short[] crowd(int people) {
    int length = talkers.stream().limit(people).mapToInt(one -> one.length).min().orElseThrow();
    short[] mixed = new short[length];
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (short[] talker : talkers.subList(0, people)) {
        sum += talker[i];
      }
      mixed[i] = Pcm.clip(sum / Math.sqrt(people));
    }
    return mixed;
  }

  @ParameterizedTest
  @CsvSource({"1, 25", "2, 10", "4, 10"}) // one voice alone has pauses, as a caller has
  void voicesWithoutEndAreNoticedAndNoTurnOfThemIsEndless(int people, double longest) {
    Heard heard = hear(crowd(people), 45, 5);
    assertThat(heard.din()).isBetween(8.0, 30.0);
    assertThat(heard.longest()).isLessThanOrEqualTo(longest);
    assertThat(heard.utterances()).isGreaterThan(4);
    assertThat(heard.clear()).isBetween(45.0, 50.0);
  }

  @Test
  void hissIsNoVoiceAndIsNoTurn() {
    Random chance = new Random(7);
    short[] hiss = new short[10 * RATE_HZ];
    for (int i = 0; i < hiss.length; i++) {
      hiss[i] = Pcm.clip(1_500 * chance.nextGaussian());
    }
    Heard heard = hear(hiss, 60, 2);

    assertThat(heard.voiced()).isLessThan(0.02);
    assertThat(heard.din()).isEqualTo(-1);
    assertThat(heard.utterances()).isLessThan(2);
  }
}
