package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cordboard.lab.turns.ClipTurns.Half;
import org.cordboard.lab.turns.SpokenTurn.Pause;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.turn.Expected;
import org.junit.jupiter.api.Test;

/** Labelled turns out of recordings. */
class ClipTurnsTest {
  private static final String TEXT = "please hold the line while i look for your order number";

  /** A sentence of 55 letters in 3.3 s, without a pause. */
  private static SpokenClip sentence(String name) {
    return Spoken.recording().silence(400).word(3_300).silence(400).clip(name, TEXT);
  }

  private static List<SpokenClip> digits() {
    return TurnTexts.ENGLISH.digits().stream().map(Spoken::one).toList();
  }

  private static List<SpokenTurn> turns(List<SpokenClip> clips, long seed) {
    return ClipTurns.of(clips, TurnTexts.ENGLISH, seed, Half.ALL).turns();
  }

  private static List<SpokenTurn> of(List<SpokenTurn> turns, String kind) {
    return turns.stream().filter(turn -> turn.kind().equals(kind)).toList();
  }

  private static double loudness(SpokenTurn turn, long from, long to) {
    return Pcm.rms(MuLaw.decode(Arrays.copyOfRange(turn.mulaw(), (int) from, (int) to)));
  }

  @Test
  void plantedSilencesLieBetweenWordsAndSoundLikeTheRoom() {
    List<SpokenClip> clips = IntStream.range(0, 20).mapToObj(i -> sentence("s" + i)).toList();
    List<SpokenTurn> planted = of(turns(clips, 1), ClipTurns.PLANTED);
    assertThat(planted).hasSize(20);
    int pauses = 0;
    for (SpokenTurn turn : planted) {
      assertThat(turn.human()).isTrue();
      assertThat(String.join(" ", turn.words().stream().map(SpokenTurn.Word::text).toList()))
          .isEqualTo(TEXT);
      for (Pause pause : turn.pauses()) {
        long to = pause.end() ? pause.from() + 8_000 : pause.to();
        assertThat(loudness(turn, pause.from() + 100, to - 100))
            .isCloseTo(Spoken.ROOM, within(6.0));
        assertThat(turn.words()).anyMatch(word -> word.to() == pause.from());
        pauses += pause.end() ? 0 : 1;
      }
      assertThat(loudness(turn, turn.words().get(0).from() + 200, turn.words().get(0).to() - 200))
          .isGreaterThan(2_000);
    }
    assertThat(pauses).isBetween(15, 60); // 200 gaps, 15 % of them
  }

  @Test
  void noClickIsHeardWhereASilenceIsPutIn() {
    SpokenTurn turn =
        of(turns(IntStream.range(0, 20).mapToObj(i -> sentence("s" + i)).toList(), 1), "planted")
            .stream()
            .filter(each -> each.pauses().size() > 1)
            .findFirst()
            .orElseThrow();
    short[] samples = MuLaw.decode(turn.mulaw());
    int within = 0; // the steepest step of the voice itself
    for (int i = 3_000; i < 4_000; i++) {
      within = Math.max(within, Math.abs(samples[i + 1] - samples[i]));
    }
    for (Pause pause : turn.pauses()) {
      for (long at : List.of(pause.from(), pause.to())) {
        int steepest = 0;
        for (int i = (int) at - 160; i < at + 160; i++) {
          steepest = Math.max(steepest, Math.abs(samples[i + 1] - samples[i]));
        }
        assertThat(steepest).isLessThanOrEqualTo(within * 11 / 10);
      }
    }
  }

  @Test
  void aSpeakersOwnPausesAreHoldsAndSentencesAreJoinedToOneTurn() {
    SpokenClip clip =
        Spoken.recording()
            .silence(300)
            .word(1_600)
            .silence(500)
            .word(1_600)
            .silence(300)
            .clip("two", "Your call is first in line. It will be answered soon.");
    List<SpokenTurn> turns = turns(List.of(clip), 1);
    assertThat(of(turns, ClipTurns.SPOKEN)).hasSize(2).allMatch(turn -> turn.pauses().size() == 1);
    SpokenTurn both = of(turns, ClipTurns.SEVERAL).get(0);
    assertThat(both.words()).hasSize(11);
    assertThat(both.pauses()).hasSize(2);
    Pause pause = both.pauses().get(0);
    assertThat(pause.end()).isFalse();
    assertThat(pause.to() - pause.from()).isCloseTo(4_000, within(400L));
    assertThat(both.pauses().get(1).from() - pause.to()).isCloseTo(12_800, within(400L));
  }

  @Test
  void digitsBecomeNumbersInGroups() {
    List<SpokenTurn> numbers = of(turns(digits(), 3), ClipTurns.NUMBERS);
    assertThat(numbers).hasSize(8);
    assertThat(numbers)
        .allSatisfy(
            turn -> {
              assertThat(turn.expected().form()).isEqualTo(Expected.Form.DIGITS);
              assertThat(turn.words()).hasSize(turn.expected().most());
              assertThat(turn.words())
                  .allMatch(word -> TurnTexts.ENGLISH.digits().contains(word.text()));
            });
    assertThat(numbers).anyMatch(turn -> turn.pauses().size() > 2);
    assertThat(turns(digits().subList(0, 9), 3)).isEmpty(); // without a nine there are no numbers
  }

  @Test
  void anAnswerIsExpectedToBeOne() {
    assertThat(turns(List.of(Spoken.one("no")), 1))
        .singleElement()
        .matches(turn -> turn.expected().form() == Expected.Form.YES_NO);
  }

  @Test
  void theSameSeedMakesTheSameTurns() {
    List<SpokenClip> clips = new ArrayList<>(digits());
    IntStream.range(0, 6).forEach(i -> clips.add(sentence("s" + i)));
    List<SpokenTurn> first = turns(clips, 4);
    List<SpokenTurn> second = turns(clips, 4);
    assertThat(first).extracting(SpokenTurn::pauses).isEqualTo(pauses(second));
    assertThat(pauses(first)).isNotEqualTo(pauses(turns(clips, 5)));
    assertThat(first.get(9).mulaw()).isEqualTo(second.get(9).mulaw());
  }

  private static List<List<Pause>> pauses(List<SpokenTurn> turns) {
    return turns.stream().map(SpokenTurn::pauses).toList();
  }

  @Test
  void noSentenceIsInBothHalves() {
    List<SpokenClip> clips = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clips.add(
          Spoken.recording()
              .silence(300)
              .word(1_500 + 100 * i)
              .silence(300)
              .clip("s" + i, "please hold the line " + "and so on ".repeat(i / 3)));
    }
    List<Integer> first = lengths(ClipTurns.of(clips, TurnTexts.ENGLISH, 1, Half.FIRST).turns());
    List<Integer> second = lengths(ClipTurns.of(clips, TurnTexts.ENGLISH, 1, Half.SECOND).turns());
    assertThat(first).hasSize(5).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(5);
  }

  private static List<Integer> lengths(List<SpokenTurn> turns) {
    return of(turns, ClipTurns.SPOKEN).stream().map(turn -> turn.mulaw().length).toList();
  }

  @Test
  void roomToneIsAsLoudAsTheRoomHoweverMuchIsMade() {
    short[] sound = Spoken.recording().silence(200).word(500).silence(120).word(500).sound();
    RoomTone tone = RoomTone.of(sound, VoicedStretches.of(sound));
    assertThat(Pcm.rms(tone.samples(40_000, new Random(1)))).isCloseTo(Spoken.ROOM, within(4.0));
    assertThat(RoomTone.of(new short[0], List.of()).samples(800, new Random(1)))
        .isEqualTo(new short[800]);
  }
}
