package org.cordboard.sim.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The events of τ-voice in calls made for them. */
class InteractionPanelTest {
  private static final int MS = 8;
  private final double[] caller = new double[60_000 * MS];
  private final double[] heard = new double[60_000 * MS];
  private final PlantedVoice callerVoice = new PlantedVoice(new Random(1));
  private final PlantedVoice heardVoice = new PlantedVoice(new Random(2));

  private void says(int fromMs, int toMs) {
    callerVoice.speak(caller, fromMs * MS, toMs * MS, -20);
  }

  private void hears(int fromMs, int toMs) {
    heardVoice.speak(heard, fromMs * MS, toMs * MS, -20);
  }

  private InteractionPanel panel(Note... notes) {
    return RecordingReport.of(samples(caller), samples(heard), Optional.empty())
        .panel(CallNotes.NONE.and(List.of(notes)));
  }

  private static short[] samples(double[] channel) {
    short[] samples = new short[channel.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) channel[i];
    }
    return samples;
  }

  private static Note meant(long atMs, String sound) {
    return new Note(atMs, Note.Kind.CALLER_SOUND, sound, "");
  }

  @Test
  void repliesAndTurnsWithoutOneAreCounted() {
    says(1_000, 2_000);
    hears(2_700, 4_000);
    says(5_000, 6_000);
    says(10_000, 11_000);
    hears(11_500, 12_500);
    assertThat(panel().responses()).isEqualTo(new Rate(2, 3));
    assertThat(panel().response().count()).isEqualTo(2);
    assertThat(panel().response().mean()).isBetween(590.0, 610.0);
  }

  @Test
  void voiceThatStopsWithinTwoSecondsYields() {
    hears(1_000, 4_600);
    says(4_000, 5_500);
    hears(10_000, 16_000);
    says(12_000, 13_000); // talked on for 4 s
    assertThat(panel().yields()).isEqualTo(new Rate(1, 2));
    assertThat(panel().yield().sorted())
        .singleElement()
        .satisfies(ms -> assertThat(ms).isBetween(590L, 610L));
  }

  @Test
  void promptThatEndedByItselfDidNotYield() {
    hears(1_000, 4_600);
    says(4_000, 5_500);
    assertThat(panel(new Note(4_650, Note.Kind.PROMPT_HEARD, "…", "whole")).yields().of()).isZero();
    assertThat(panel(new Note(4_650, Note.Kind.PROMPT_HEARD, "…", "cut")).yields().of()).isOne();
  }

  @Test
  void backchannelIsRightlyTalkedThrough() {
    hears(1_000, 8_000);
    says(3_000, 3_400);
    hears(20_000, 23_500);
    says(23_000, 23_400); // the voice stopped: wrong
    InteractionPanel panel = panel(meant(3_000, "backchannel"), meant(23_000, "backchannel"));
    assertThat(panel.backchannels()).isEqualTo(new Rate(1, 2));
    assertThat(panel.yields().of()).isZero();
  }

  @Test
  void promptThatWasHeardToItsEndTalkedThroughABackchannel() {
    hears(1_000, 8_000);
    says(3_000, 3_400);
    hears(20_000, 23_500);
    says(23_000, 23_400); // too late to tell
    Note first = new Note(8_050, Note.Kind.PROMPT_HEARD, "…", "whole");
    Note second = new Note(23_550, Note.Kind.PROMPT_HEARD, "…", "whole");
    InteractionPanel panel =
        panel(meant(3_000, "backchannel"), meant(23_000, "backchannel"), first, second);
    assertThat(panel.backchannels()).isEqualTo(new Rate(1, 1));
  }

  @Test
  void promptThatWentOnToItsEndForSecondsDidNotYield() {
    hears(1_000, 8_000);
    says(3_000, 4_500);
    assertThat(panel(new Note(8_050, Note.Kind.PROMPT_HEARD, "…", "whole")).yields())
        .isEqualTo(new Rate(0, 1));
  }

  @Test
  void noiseIsNotOfThePanel() {
    hears(1_000, 8_000);
    says(3_000, 3_400);
    InteractionPanel panel = panel(meant(3_000, "noise"));
    assertThat(panel.yields().of()).isZero();
    assertThat(panel.vocalTics().of()).isZero();
  }

  @Test
  void coughInSilenceIsToBeIgnored() {
    says(3_000, 3_300);
    says(10_000, 10_300);
    hears(11_000, 12_000); // answered a cough
    InteractionPanel panel = panel(meant(3_000, "vocal_tic"), meant(10_000, "vocal_tic"));
    assertThat(panel.vocalTics()).isEqualTo(new Rate(1, 2));
  }

  @Test
  void voiceThatBeginsOverTheCallerBreaksIn() {
    says(1_000, 4_000);
    hears(3_000, 3_900);
    hears(4_200, 5_000); // the same stretch: a pause between sentences
    assertThat(panel().agentInterrupts()).isEqualTo(1);
  }

  @Test
  void severalCallsAreCountedTogether() {
    says(1_000, 2_000);
    hears(2_500, 4_000);
    InteractionPanel one = panel();
    InteractionPanel two = InteractionPanel.pooled(List.of(one, one));
    assertThat(two.responses()).isEqualTo(new Rate(2, 2));
    assertThat(two.table()).contains("L_R  reply        mean 0.50 s (2 events)", "not measured");
    assertThat(two.toJson().getJsonObject("R_R").getLong("of")).isEqualTo(2);
  }
}
