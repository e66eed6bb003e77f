package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;

class SoftenedPromptTest extends PlayerFixture {
  @Test
  void aSoftenedPromptGoesOnFromWhereItWasHeardAndNoWordIsLost() {
    says("one two three four five");
    clock.advance(Duration.ofMillis(650));
    player.duck(0.25);
    clock.advance(Duration.ofMillis(400));
    player.resume();
    clock.advance(Duration.ofSeconds(3));

    assertThat(events.log)
        .containsExactly("began 1", "heard 1 whole one two three four five", "idle");
    int repeated = line.heard.size() - 5 * WordVoice.WORD_BYTES - 160 * 8; // its end pauses
    assertThat(repeated).isBetween(0, 2 * 100 * 8);
  }

  @Test
  void aSoftenedPromptIsSofterAndChangesWithoutAClick() {
    says("one two three four five");
    clock.advance(Duration.ofMillis(500));
    int at = line.heard.size();
    player.duck(0.25);
    clock.advance(Duration.ofMillis(300));

    short loud = MuLaw.decode(WordVoice.SAMPLE);
    assertThat(MuLaw.decode(line.heard.get(at - 1))).isEqualTo(loud);
    assertThat((int) MuLaw.decode(line.heard.get(at + 200))).isBetween(loud / 5, loud / 3);
    for (int i = at; i < at + 400; i++) {
      int step = Math.abs(MuLaw.decode(line.heard.get(i)) - MuLaw.decode(line.heard.get(i - 1)));
      assertThat(step).isLessThan(loud / 10);
    }
  }

  @Test
  void aHushedPromptKeepsItsPlaceAndSaysNothing() {
    says("one two three four five");
    clock.advance(Duration.ofMillis(650));
    player.hush(false);
    player.say(2, Prompt.of("six"));
    clock.advance(Duration.ofMillis(600));

    assertThat(line.heard.size()).isBetween(650 * 8 - 200, 680 * 8);
    assertThat(player.isPlaying()).isTrue();
    assertThat(player.soundingMs()).isZero();

    player.resume();
    clock.advance(Duration.ofSeconds(3));
    assertThat(events.log)
        .containsExactly(
            "began 1",
            "began 2", // handed over while the end of the first is played
            "heard 1 whole one two three four five",
            "heard 2 whole six",
            "idle");
  }

  @Test
  void aPromptStoppedAfterASofteningAndAResumeClaimsOnlyWhatWasHeard() {
    says("one two three four five");
    clock.advance(Duration.ofMillis(300));
    player.duck(0.25);
    clock.advance(Duration.ofMillis(100));
    player.hush(false);
    clock.advance(Duration.ofMillis(300));
    player.resume();
    clock.advance(Duration.ofMillis(200)); // 600 ms of it less what was repeated
    player.stop();

    assertThat(events.log).containsExactly("began 1", "heard 1 part one two");
  }

  @Test
  void aPromptThatBeginsAnewWasNotHeard() {
    says("one two three");
    clock.advance(Duration.ofMillis(280));
    player.hush(true);
    player.stop();

    assertThat(events.log).containsExactly("began 1", "heard 1 part ");
  }

  @Test
  void aPromptHushedBeforeItsFirstSoundWaits() {
    connect();
    player.hush(true);
    player.say(1, Prompt.of("one"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(line.heard).isEmpty();

    player.resume();
    clock.advance(Duration.ofSeconds(1));
    assertThat(events.log).containsExactly("began 1", "heard 1 whole one", "idle");
  }

  @Test
  void theNextPromptIsAtFullVolumeThoughThisOneEndedSoftly() {
    says("one");
    clock.advance(Duration.ofMillis(50));
    player.duck(0.25);
    clock.advance(Duration.ofSeconds(1));
    int at = line.heard.size();
    player.say(2, Prompt.of("two"));
    clock.advance(Duration.ofMillis(100));

    assertThat(line.heard.get(at + 10)).isEqualTo(WordVoice.SAMPLE);
  }
}
