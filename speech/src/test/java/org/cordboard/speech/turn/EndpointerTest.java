package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of frames: {@code V4 .30 L2} is four voiced frames, thirty unvoiced ones and two that are
 * loud, but not yet known to be a voice, 20 ms each. Expected: {@code S}tarted, {@code P}aused,
 * {@code R}esumed, {@code E}nded, each at a frame number.
 */
class EndpointerTest {
  private static final EndpointingProfile PROFILE =
      new EndpointingProfile(ms(80), ms(200), ms(600), ms(3_000), ms(200));

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "'.50', ''", // silence says nothing
    "'.20 V3 .50', ''", // a click of 60 ms is no speech
    "'.20 V1 .1 V1 .1 V1 .50', ''", // nor are three spikes
    "'.20 V4 .5', 'S10'", // 80 ms of voice begin an utterance, 200 ms earlier
    "'.20 V2 .2 V2 .5', 'S10'", // gathered within 160 ms
    "'V10 .5', 'S0'", // never before the stream
    "'.20 V20 .9', 'S10'",
    "'.20 V20 .10', 'S10 P40'", // 200 ms of silence: likely over
    "'.20 V20 .29', 'S10 P40'",
    "'.20 V20 .30', 'S10 P40 E40'", // 600 ms: over, where the voice ended
    "'.20 V20 .15 V2 .13', 'S10 P40 E40'", // a breath does not go on speaking
    "'.20 V20 .15 V3 .5', 'S10 P40 R55'", // 60 ms of voice do
    "'.20 V20 .15 V9 .30', 'S10 P40 R55 P64 E64'",
    "'.20 V20 .12 V9 .12 V9 .30', 'S10 P40 R52 P61 R73 P82 E82'",
    "'.20 V200', 'S10 E160 S160'", // 3 s are enough: ended in mid-speech, begun anew
    "'.20 V10 .40 V10 .40', 'S10 P30 E30 S60 P80 E80'",
    "'.20 V10 .31 V10 .40', 'S10 P30 E30 S51 P71 E71'",
  })
  void findsUtterances(String frames, String expected) {
    assertThat(String.join(" ", run(new Endpointer(PROFILE), frames))).isEqualTo(expected);
  }

  @Test
  void profileIsChangedInMidUtterance() {
    Endpointer endpointer = new Endpointer(PROFILE);
    assertThat(run(endpointer, "V10 .20")).containsExactly("S0", "P10");
    endpointer.use(new EndpointingProfile(ms(80), ms(200), ms(300), ms(3_000), ms(200)));
    assertThat(endpointer.inUtterance()).isTrue();
    assertThat(endpointer.next(false, 30 * 160)).containsExactly(new TurnEvent.Ended(10 * 160));
    assertThat(endpointer.inUtterance()).isFalse();
  }

  @Test
  void aLeadNeverReachesIntoTheUtteranceBefore() {
    EndpointingProfile longLead =
        new EndpointingProfile(ms(80), ms(100), ms(100), ms(3_000), ms(1_000));
    assertThat(run(new Endpointer(longLead), "V10 .10 V10"))
        .containsExactly("S0", "P10", "E10", "S10");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "'V20 .28 L4 V3 .5', 'S0 P20 R52'", // not ended into a word that has just begun
    "'V20 .29 L4 V3 .5', 'S0 P20 R53'",
    "'V20 .30 L4 V3 .5', 'S0 P20 E20'", // too late: S needs more voice
    "'V20 .28 L8', 'S0 P20'", // 160 ms are waited for the voice
    "'V20 .28 L9', 'S0 P20 E20'",
    "'V20 .28 L2 .1', 'S0 P20 E20'", // a knock: over as soon as it is quiet again
    "'V20 .28 L20', 'S0 P20 E20'", // a noise that is no voice
    "'V20 L30', 'S0 P20 E20'", // noise all along tells nothing
    "'V20 .10 L20', 'S0 P20 E20'", // nor does one that has lasted
  })
  void waitsWhereItHasJustGrownLoud(String frames, String expected) {
    assertThat(String.join(" ", run(new Endpointer(PROFILE), frames))).isEqualTo(expected);
  }

  @Test
  void loudnessIsMeasuredInTheFrame() {
    Endpointer endpointer = new Endpointer(PROFILE);
    run(endpointer, "V20 .28");
    byte[] loud = new byte[160];
    Arrays.fill(loud, MuLaw.encode((short) 3_000));
    assertThat(endpointer.next(false, frame(loud, 48))).isEmpty();
    assertThat(endpointer.next(false, frame(loud, 49))).isEmpty(); // 600 ms, but loud
    byte[] quiet = new byte[160];
    Arrays.fill(quiet, MuLaw.SILENCE);
    assertThat(endpointer.next(false, frame(quiet, 50)))
        .containsExactly(new TurnEvent.Ended(20 * 160));
  }

  private static AudioFrame frame(byte[] mulaw, long number) {
    return new AudioFrame(AudioFormat.MULAW_8K, mulaw, number * 160);
  }

  private static List<String> run(Endpointer endpointer, String frames) {
    List<String> events = new ArrayList<>();
    long frame = 0;
    for (String run : frames.trim().split(" ")) {
      int count = Integer.parseInt(run.substring(1));
      for (int i = 0; i < count; i++, frame++) {
        double level = run.charAt(0) == '.' ? 20 : 2_000;
        for (TurnEvent event : endpointer.next(run.charAt(0) == 'V', level, frame * 160)) {
          events.add(written(event));
        }
      }
    }
    return events;
  }

  private static String written(TurnEvent event) {
    if (event instanceof TurnEvent.Started started) {
      return "S" + started.atSample() / 160;
    } else if (event instanceof TurnEvent.Paused paused) {
      return "P" + paused.atSample() / 160;
    } else if (event instanceof TurnEvent.Resumed resumed) {
      return "R" + resumed.atSample() / 160;
    }
    return "E" + ((TurnEvent.Ended) event).atSample() / 160;
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
