package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.cordboard.lab.turns.Hesitation.Stretch;
import org.junit.jupiter.api.Test;

class HesitationTest {
  private static final String TEXT = "i would like to know where the order is that i sent back";

  @Test
  void theSameSeedHesitatesInTheSamePlaces() {
    assertThat(hesitation(3).sentence(TEXT)).isEqualTo(hesitation(3).sentence(TEXT));
    assertThat(many()).hasSizeGreaterThan(300);
  }

  @Test
  void everyWordIsSaidAndOnlyTheLastStretchEndsTheTurn() {
    for (int seed = 0; seed < 50; seed++) {
      List<Stretch> said = hesitation(seed).sentence(TEXT);
      String words = said.stream().map(Stretch::text).collect(Collectors.joining(" "));
      assertThat(words.replaceAll("\\b(um|uh|er|well um|you know)\\b ?", "").split(" "))
          .contains(TEXT.split(" "));
      assertThat(said.get(said.size() - 1).silence()).isZero();
      assertThat(said.subList(0, said.size() - 1))
          .allMatch(stretch -> stretch.silence().toMillis() >= 150);
    }
  }

  @Test
  void pausesAreAboutAsLongAsSaid() {
    List<Duration> pauses = many().stream().map(Stretch::silence).sorted().toList();
    assertThat(pauses.get(pauses.size() / 2).toMillis()).isBetween(370L, 470L);
    assertThat(pauses.get(pauses.size() - 1).toMillis()).isLessThanOrEqualTo(3_000);
  }

  @Test
  void groupsOfDigitsAreApart() {
    List<Stretch> said = hesitation(1).groups("", List.of("four eight", "one nine", "two seven"));
    assertThat(said).hasSize(3);
    assertThat(said.get(0).silence()).isPositive();
    assertThat(said.get(2).silence()).isZero();
  }

  private static List<Stretch> many() {
    Hesitation hesitation = hesitation(7);
    return java.util.stream.IntStream.range(0, 300)
        .boxed()
        .flatMap(i -> hesitation.sentence(TEXT).stream())
        .filter(stretch -> !stretch.silence().isZero())
        .toList();
  }

  private static Hesitation hesitation(long seed) {
    return new Hesitation(new Random(seed), 1, TurnTexts.ENGLISH.fillers());
  }
}
