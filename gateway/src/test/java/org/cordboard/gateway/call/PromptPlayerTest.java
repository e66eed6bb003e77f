package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.dialog.Prompt;
import org.junit.jupiter.api.Test;

class PromptPlayerTest extends PlayerFixture {
  @Test
  void aPromptIsPlayedWholeAndReportedOnce() {
    says("one two three four five");
    clock.advance(Duration.ofSeconds(4));

    assertThat(events.log)
        .containsExactly("began 1", "heard 1 whole one two three four five", "idle");
    assertThat(line.playedBytes).isGreaterThanOrEqualTo(5 * WordVoice.WORD_BYTES);
  }

  @Test
  void theCarrierIsNeverMoreThanTheLimitAhead() {
    says("one two three four five six seven eight");
    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofMillis(20));
      assertThat(line.bufferedMs()).isLessThanOrEqualTo(PromptPlayer.AHEAD_MS);
    }
  }

  @Test
  void norIsItWhenAudioAndTimersComeAtUnevenMoments() {
    voice.silent = true;
    connect();
    player.say(1, Prompt.of("one"));
    long most = 0;
    for (int i = 0; i < 300; i++) {
      clock.advance(Duration.ofMillis(3 + i * 7 % 13));
      voice.last().onAudio(new byte[160 + i * 37 % 300]);
      most = Math.max(most, line.bufferedMs());
    }

    assertThat(most).isGreaterThan(180).isLessThanOrEqualTo(PromptPlayer.AHEAD_MS);
  }

  @Test
  void theCarrierNeverRunsDryInAPrompt() {
    says("one two three four five six seven eight");
    clock.advance(Duration.ofMillis(1_500));

    assertThat(line.dryMs).isZero();
    assertThat(events.log).doesNotContain("underrun 1");
  }

  @Test
  void stoppingReportsOnlyWholeWordsThatWerePlayed() {
    says("one two three four five");
    player.say(2, Prompt.of("six seven"));
    clock.advance(Duration.ofMillis(650)); // a word lasts 250 ms: two are out, the third is half

    player.stop();

    assertThat(events.log).containsExactly("began 1", "heard 1 part one two", "heard 2 part ");
    assertThat(line.cleared).isTrue();
    assertThat(player.isPlaying()).isFalse();
  }

  @Test
  void whatWasHeardOfANumberIsToldInTheWordsThatAreWritten() {
    says("It costs $24.90 with order 481927 today");
    clock.advance(Duration.ofMillis(850)); // it, costs, twenty-four, and a part of dollars

    player.stop();
    assertThat(events.log).endsWith("heard 1 part It costs");

    player.say(2, Prompt.of("It costs $24.90 with order 481927 today"));
    clock.advance(Duration.ofMillis(2_650)); // ten words and a half: … with order four

    player.stop();
    assertThat(events.log).endsWith("heard 2 part It costs $24.90 with order 4");
  }

  @Test
  void marksOfClearedAudioProveNothing() {
    player.attach(line);
    player.say(1, Prompt.of("one two three four five"));
    clock.advance(Duration.ofMillis(100));
    List<String> stale = new ArrayList<>(line.marks());
    player.stop();
    events.log.clear();

    stale.forEach(player::onMark);

    assertThat(events.log).isEmpty();
  }

  @Test
  void aMarkThatNeverComesBackDoesNotHoldTheFloorForEver() {
    player.attach(line); // nobody delivers marks
    player.say(1, Prompt.of("one two"));
    clock.advance(Duration.ofSeconds(10));

    assertThat(events.log).endsWith("heard 1 part ", "idle");
    assertThat(player.isPlaying()).isFalse();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void whatCameAfterTheLastMarkIsNotHeard() {
    line.marksUntilMs = 650; // a word lasts 250 ms
    says("one two three four");
    player.say(2, Prompt.of("five"));
    clock.advance(Duration.ofSeconds(10));

    assertThat(events.log)
        .containsExactly("began 1", "began 2", "heard 1 part one two", "heard 2 part ", "idle");
    line.marksUntilMs = Long.MAX_VALUE;
    player.say(3, Prompt.of("six"));
    clock.advance(Duration.ofSeconds(3));
    assertThat(events.log).endsWith("heard 3 whole six", "idle");
  }

  @Test
  void aVoiceThatFailsOnceIsAskedAgain() {
    voice.failures = 1;
    says("one");
    clock.advance(Duration.ofSeconds(2));

    assertThat(events.log).containsExactly("began 1", "heard 1 whole one", "idle");
  }

  @Test
  void aVoiceThatNeverAnswersDoesNotHoldTheFloorForEver() {
    voice.silent = true;
    player.attach(line);
    player.say(1, Prompt.of("one"));
    clock.advance(Duration.ofSeconds(7)); // asked twice, for four seconds and for two

    assertThat(events.log).containsExactly("failed 1", "heard 1 part ", "idle");
    assertThat(player.isPlaying()).isFalse();
  }

  @Test
  void aVoiceThatFailsIsToldAndTheFloorGoesOn() {
    voice.failures = 2;
    player.attach(line);
    player.say(1, Prompt.of("one"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(events.log).containsExactly("failed 1", "heard 1 part ", "idle");
  }
}
