package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of frames: {@code V4 .30} is four voiced frames and thirty unvoiced ones, 20 ms each.
 * Expected: {@code S}tarted, {@code P}aused, {@code R}esumed, {@code E}nded, each at a frame
 * number.
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

  private static List<String> run(Endpointer endpointer, String frames) {
    List<String> events = new ArrayList<>();
    long frame = 0;
    for (String run : frames.trim().split(" ")) {
      int count = Integer.parseInt(run.substring(1));
      for (int i = 0; i < count; i++, frame++) {
        for (TurnEvent event : endpointer.next(run.charAt(0) == 'V', frame * 160)) {
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
