package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cordboard.config.Settings;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.EndpointingProfile;
import org.cordboard.speech.turn.Expected;
import org.cordboard.speech.turn.TurnLanguage;
import org.cordboard.speech.turn.VadSettings;
import org.cordboard.speech.turn.VoiceActivity;
import org.cordboard.speech.wiring.SpeechSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTrialTest {
  private static final VadSettings BY_LOUDNESS =
      new VadSettings(VadSettings.Type.ENERGY, 0.5, 0.35, 330);
  private static final Expected SIX = Expected.digits(6, 6);

  @TempDir private Path folder;

  /** "one two three", 800 ms of silence, "four five six". */
  private static SpokenTurn turn() {
    byte[] sound = new byte[8_000 + 6_400 + 8_000];
    for (int i = 0; i < sound.length; i++) {
      boolean loud = i < 8_000 || i >= 14_400;
      sound[i] = loud ? MuLaw.encode((short) (i % 8 < 4 ? 4_000 : -4_000)) : MuLaw.SILENCE;
    }
    return new SpokenTurn(
        "turn-0001",
        1,
        "kevin16",
        "numbers",
        SIX,
        List.of(
            new SpokenTurn.Word("one", 0, 2_600),
            new SpokenTurn.Word("two", 2_600, 5_200),
            new SpokenTurn.Word("three", 5_200, 8_000),
            new SpokenTurn.Word("four", 14_400, 17_000),
            new SpokenTurn.Word("five", 17_000, 19_600),
            new SpokenTurn.Word("six", 19_600, 22_400)),
        List.of(
            new SpokenTurn.Pause(8_000, 14_400, false), new SpokenTurn.Pause(22_400, 22_400, true)),
        sound);
  }

  private static TurnTrial trial(double errors) {
    VoiceActivity activity = new VoiceActivity(BY_LOUDNESS, Optional.empty());
    return new TurnTrial(List.of(turn(), turn()), activity, new TurnTrial.Lateness(150, errors, 1));
  }

  private static Endpointer silence(int ms) {
    return new Endpointer(
        new EndpointingProfile(
            Duration.ofMillis(80),
            Duration.ofMillis(100),
            Duration.ofMillis(ms),
            Duration.ofSeconds(20),
            Duration.ofMillis(200)));
  }

  @Test
  void silenceAloneCutsOffOrWaits() {
    EndpointingFigures quick = EndpointingFigures.of(trial(0).hear(silence(500)));
    assertThat(quick.cut()).isEqualTo(2);
    assertThat(quick.turns()).isEqualTo(2);
    EndpointingFigures patient = EndpointingFigures.of(trial(0).hear(silence(900)));
    assertThat(patient.cut()).isZero();
    assertThat(patient.delayMs(50)).isBetween(890L, 930L);
  }

  @Test
  void wordsEndAWholeNumberSoonAndAwaitTheRestOfAShortOne() {
    Endpointer words =
        new Endpointer(
            SpeechSettings.of(Settings.parse("")).endpointing(),
            TurnLanguage.load(java.util.Locale.ENGLISH));
    EndpointingFigures figures = EndpointingFigures.of(trial(0).hear(words));
    assertThat(figures.cut()).isZero();
    assertThat(figures.missed()).isZero();
    assertThat(figures.delayMs(100)).isBetween(240L, 300L);
    assertThat(figures.begun()).isEqualTo(1); // nothing is begun before the number is whole
  }

  @Test
  void wordsInPausesCountFromWhenTheirDecodeIsReady() {
    assertThat(inPauses(400)).isBetween(540L, 620L); // 160 ms of pause before
    assertThat(inPauses(700)).isBetween(840L, 920L); // the decode in the first pause was in vain
    assertThat(inPauses(1_500)).isBetween(1_080L, 1_160L); // silence was faster
  }

  /** The longest wait after a turn; none is cut off. */
  private static long inPauses(long decodeMs) {
    TurnTrial trial =
        new TurnTrial(
            List.of(turn(), turn()),
            new VoiceActivity(BY_LOUDNESS, Optional.empty()),
            new TurnTrial.Lateness(decodeMs, 0, 1, true));
    EndpointingFigures figures =
        EndpointingFigures.of(
            trial.hear(
                new Endpointer(
                    SpeechSettings.of(Settings.parse("")).endpointing(),
                    TurnLanguage.load(java.util.Locale.ENGLISH))));
    assertThat(figures.cut() + figures.missed()).isZero();
    return figures.delayMs(100);
  }

  @Test
  void aCutIsToldWithWhatHadBeenSaid() {
    assertThat(trial(0).hear(silence(500)).get(0).how())
        .isEqualTo("one two three … after 500 of 800 ms");
  }

  @Test
  void aCorpusReadsAsItWasWritten() throws IOException {
    TurnFiles.write(List.of(turn()), folder);
    SpokenTurn read = TurnFiles.read(folder).get(0);
    assertThat(read.words()).isEqualTo(turn().words());
    assertThat(read.pauses()).isEqualTo(turn().pauses());
    assertThat(read.expected()).isEqualTo(SIX);
    assertThat(read.human()).isFalse();
    assertThat(read.kind()).isEqualTo("numbers");
    assertThat(Arrays.equals(read.mulaw(), turn().mulaw())).isTrue();
  }

  @Test
  void aLabelThatCannotBeIsNamedWithItsLine() throws IOException {
    TurnFiles.write(List.of(turn()), folder);
    Path labels = folder.resolve("labels.jsonl");
    String good = Files.readString(labels);
    Files.writeString(labels, good + good.replace("\"end\"", "\"hold\""));
    assertThatThrownBy(() -> TurnFiles.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("labels.jsonl:2", "the last of 'pauses' must be \"end\"");
    Files.writeString(labels, "what");
    assertThatThrownBy(() -> TurnFiles.read(folder)).hasMessageContaining("labels.jsonl:1");
  }
}
