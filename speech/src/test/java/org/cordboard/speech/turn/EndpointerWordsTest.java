package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.speech.turn.Expected.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables as in {@link EndpointerTest}, with words between them in brackets, known from then on: a
 * whole turn ends after 300 ms (15 frames), an open one after 1 s (50), one that must go on after
 * 1.5 s (75), a number that may go on after 800 ms (40), what is not known after 600 ms (30). Also
 * {@code A} for an answer that may be prepared.
 */
class EndpointerWordsTest {
  private static final EndpointingSettings SETTINGS =
      new EndpointingSettings(
          true,
          ms(80),
          ms(200),
          ms(200),
          ms(20_000),
          ms(300),
          ms(1_000),
          ms(1_500),
          ms(240),
          ms(600),
          ms(800),
          ms(400),
          ms(900));
  private static final Optional<TurnLanguage> ENGLISH = TurnLanguage.load(Locale.US);

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "FREE, 'V20 .5 [where is my order] .60', 'S0@4 A20@25 P20@30 E20@35'",
    "FREE, 'V20 .60', 'S0@4 P20@30 E20@50'", // no words: silence alone
    "FREE, 'V20 .5 [billing] .80', 'S0@4 P20@30 A20@32 E20@53'", // halfway: 650 ms
    "FREE, 'V20 .5 [where is the] .80', 'S0@4 P20@30 E20@95'", // 1.5 s
    "FREE, 'V20 .20 [where is my order] .60', 'S0@4 P20@30 A20@40 E20@41'", // late words
    "YES_NO, 'V20 .5 [yes please] .60', 'S0@4 A20@25 P20@30 E20@35'",
    "YES_NO, 'V20 .60', 'S0@4 P20@30 E20@40'",
    "SPELLING, 'V20 .5 [s m i] .60', 'S0@4 P20@30 E20@65'", // 900 ms
    // words come while the caller goes on: they are not all of it
    "FREE, 'V20 [where is my order] V10 .10 .20 .60', 'S0@4 A30@42 P30@40 E30@45'",
    "FREE, 'V20 .11 [where is my] V10 .60', 'S0@4 P20@30 R31@34 P41@51 E41@71'", // stale: by
    // silence
  })
  void wordsSayWhenATurnIsOver(Form form, String line, String events) {
    Endpointer endpointer = new Endpointer(SETTINGS, ENGLISH);
    endpointer.expect(Expected.of(form));
    assertThat(run(endpointer, line)).isEqualTo(sorted(events));
  }

  @Test
  void aNumberOfTheExpectedLengthEndsSoonAndAShorterOneIsAwaited() {
    Endpointer endpointer = new Endpointer(SETTINGS, ENGLISH);
    endpointer.expect(Expected.digits(6, 6));
    assertThat(
            run(
                endpointer,
                "V20 .5 [four eight one] .65 V20 .5 [four eight one nine two seven] .30"))
        .isEqualTo("S0@4 P20@30 R90@93 A110@115 P110@120 E110@125");
  }

  @Test
  void wordsWithoutPlacesCountForTheAudioThatTheyCoverAlone() {
    Endpointer stale = new Endpointer(SETTINGS, ENGLISH);
    run(stale, "V20 .5");
    assertThat(stale.heardUpTo("where is my order", 10 * 160, 25 * 160)).isEmpty();
    assertThat(run(stale, 25, ".60")).as("by silence").isEqualTo("P20@30 E20@50");
    Endpointer fresh = new Endpointer(SETTINGS, ENGLISH);
    run(fresh, "V20 .5");
    assertThat(fresh.heardUpTo("where is my order", 20 * 160, 25 * 160))
        .containsExactly(new TurnEvent.Ready(20 * 160));
    assertThat(run(fresh, 25, ".60")).isEqualTo("P20@30 E20@35");
  }

  @Test
  void wordTimesTellWhetherTheLastWordIsStillToCome() {
    Endpointer endpointer = new Endpointer(SETTINGS, ENGLISH);
    run(endpointer, "V20");
    endpointer.heard("where is my order", 20 * 160 - 300, 20 * 160);
    assertThat(run(endpointer, 20, ".20")).isEqualTo("A20@23 P20@30 E20@35");
    Endpointer other = new Endpointer(SETTINGS, ENGLISH);
    run(other, "V20");
    other.heard("where is my order", 10 * 160, 20 * 160); // something was said since
    assertThat(run(other, 20, ".20")).isEqualTo("P20@30 A20@32 E20@35");
  }

  @Test
  void aCallerWhoPausesLongIsGivenLonger() {
    Endpointer endpointer = new Endpointer(SETTINGS, ENGLISH);
    endpointer.expect(Expected.digits(0, 0));
    String pauses =
        "V10 .5 [one] .34 V10 .5 [one two] .34 V10 .5 [one two three] .34 V10 .5 [one two three four]";
    run(endpointer, pauses);
    int from = 4 * 10 + 3 * 39 + 5;
    String events = run(endpointer, from, ".60");
    int end = Integer.parseInt(events.substring(events.lastIndexOf('@') + 1));
    assertThat(end - (from - 5)).isBetween(45, 55); // 800 ms, times about 1.24
  }

  @Test
  void silenceAloneDecidesWhereWordsDoNotCount() {
    EndpointingSettings silent =
        new EndpointingSettings(
            false,
            ms(80),
            ms(200),
            ms(200),
            ms(20_000),
            ms(300),
            ms(1_000),
            ms(1_500),
            ms(240),
            ms(600),
            ms(800),
            ms(400),
            ms(900));
    String line = "V20 .5 [where is my order] .60";
    assertThat(run(new Endpointer(silent, ENGLISH), line)).isEqualTo("S0@4 P20@30 E20@50");
    assertThat(run(new Endpointer(SETTINGS, Optional.empty()), line))
        .isEqualTo("S0@4 P20@30 E20@50");
  }

  /** Noise that seems to be a voice: 4 s are too long, in noise 2 s, or 1 s without more words. */
  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "false, 'V190', 'S0@4'",
    "false, 'V210', 'S0@4 E200@200 S200@204'", // asked for its words, and begun anew
    "false, 'V150 .10 V150', 'S0@4 P150@160 R160@163'", // with a breath
    "false, 'V100 [where is] V150', 'S0@4'",
    "false, 'V100 [where is] V210', 'S0@4 E300@300 S300@304'",
    "false, 'V100 [where is] V90 [where is] V120', 'S0@4 E300@300 S300@304'", // nothing new
    "true, 'V110', 'S0@4 E100@100 S100@104'",
    "true, 'V30 [where is] V30 [where is my order] V60', 'S0@4 E110@110 S110@114'",
    "true, 'V30 [where is my order] .60', 'S0@4 P30@40 A30@42 E30@45'", // silence ends it, too
  })
  void aVoiceThatDoesNotPauseIsAskedForItsWords(boolean noisy, String line, String events) {
    Endpointer endpointer =
        new Endpointer(
            SETTINGS, ENGLISH, new DinSettings(ms(4_000), ms(2_000), ms(2_000), ms(1_000)));
    endpointer.noisy(noisy);

    assertThat(run(endpointer, line)).isEqualTo(events);
  }

  private static String run(Endpointer endpointer, String line) {
    return run(endpointer, 0, line);
  }

  private static String run(Endpointer endpointer, int from, String line) {
    List<String> events = new ArrayList<>();
    int frame = from;
    for (String part : line.split(" (?![^\\[]*\\])")) {
      if (part.startsWith("[")) {
        String words = part.substring(1, part.length() - 1);
        for (TurnEvent event : endpointer.heard(words, -1, frame * 160L)) {
          events.add(written(event) + "@" + frame);
        }
        continue;
      }
      int count = Integer.parseInt(part.substring(1));
      for (int i = 0; i < count; i++, frame++) {
        for (TurnEvent event : endpointer.next(part.charAt(0) == 'V', frame * 160L)) {
          events.add(written(event) + "@" + (frame + 1));
        }
      }
    }
    return sorted(String.join(" ", events));
  }

  /** Two of the same frame may be written in either order. */
  private static String sorted(String events) {
    return java.util.Arrays.stream(events.split(" "))
        .sorted(
            java.util.Comparator.comparingInt(
                event -> Integer.parseInt(event.substring(event.indexOf('@') + 1))))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static String written(TurnEvent event) {
    if (event instanceof TurnEvent.Started started) {
      return "S" + started.atSample() / 160;
    } else if (event instanceof TurnEvent.Paused paused) {
      return "P" + paused.atSample() / 160;
    } else if (event instanceof TurnEvent.Resumed resumed) {
      return "R" + resumed.atSample() / 160;
    } else if (event instanceof TurnEvent.Ready ready) {
      return "A" + ready.atSample() / 160;
    }
    return "E" + ((TurnEvent.Ended) event).atSample() / 160;
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
