package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;
import org.junit.jupiter.api.Test;

class PromptPlayerTest {
  private static final VoiceStyle STYLE =
      new VoiceStyle("", 1, 1, TextReader.of(Locale.US).orElseThrow(), Lexicon.NONE);

  private final ManualClock clock = new ManualClock();
  private final Line line = new Line(clock);
  private final Events events = new Events();
  private final Voice voice = new Voice();
  private final PromptPlayer player = new PromptPlayer(clock, voice, STYLE, events);

  @Test
  void aPromptIsPlayedWholeAndReportedOnce() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five"));
    clock.advance(Duration.ofSeconds(4));

    assertThat(events.log)
        .containsExactly("began 1", "heard 1 whole one two three four five", "idle");
    assertThat(line.playedBytes).isGreaterThanOrEqualTo(5 * Voice.WORD_BYTES);
  }

  @Test
  void theCarrierIsNeverMoreThanTheLimitAhead() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five six seven eight"));
    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofMillis(20));
      assertThat(line.bufferedMs()).isLessThanOrEqualTo(PromptPlayer.AHEAD_MS);
    }
  }

  @Test
  void theCarrierNeverRunsDryInAPrompt() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five six seven eight"));
    clock.advance(Duration.ofMillis(1_500));

    assertThat(line.dryMs).isZero();
    assertThat(events.log).doesNotContain("underrun 1");
  }

  @Test
  void stoppingReportsOnlyWholeWordsThatWerePlayed() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five"));
    player.say(2, Prompt.of("six seven"));
    clock.advance(Duration.ofMillis(650)); // a word lasts 250 ms: two are out, the third is half

    player.stop();

    assertThat(events.log).containsExactly("began 1", "heard 1 part one two", "heard 2 part ");
    assertThat(line.cleared).isTrue();
    assertThat(player.isPlaying()).isFalse();
  }

  @Test
  void whatWasHeardOfANumberIsToldInTheWordsThatAreWritten() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("It costs $24.90 with order 481927 today"));
    clock.advance(Duration.ofMillis(850)); // it, costs, twenty-four, and a part of dollars

    player.stop();
    assertThat(events.log).endsWith("heard 1 part It costs");

    player.say(2, Prompt.of("It costs $24.90 with order 481927 today"));
    clock.advance(Duration.ofMillis(2_650)); // ten words and a half: … with order four

    player.stop();
    assertThat(events.log).endsWith("heard 2 part It costs $24.90 with order 4");
  }

  @Test
  void aSoftenedPromptGoesOnFromWhereItWasHeardAndNoWordIsLost() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five"));
    clock.advance(Duration.ofMillis(650));
    player.duck(0.25);
    clock.advance(Duration.ofMillis(400));
    player.resume();
    clock.advance(Duration.ofSeconds(3));

    assertThat(events.log)
        .containsExactly("began 1", "heard 1 whole one two three four five", "idle");
    int repeated = line.heard.size() - 5 * Voice.WORD_BYTES - 160 * 8; // its end pauses
    assertThat(repeated).isBetween(0, 2 * 100 * 8);
  }

  @Test
  void aSoftenedPromptIsSofterAndChangesWithoutAClick() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five"));
    clock.advance(Duration.ofMillis(500));
    int at = line.heard.size();
    player.duck(0.25);
    clock.advance(Duration.ofMillis(300));

    short loud = MuLaw.decode(Voice.SAMPLE);
    assertThat(MuLaw.decode(line.heard.get(at - 1))).isEqualTo(loud);
    assertThat((int) MuLaw.decode(line.heard.get(at + 200))).isBetween(loud / 5, loud / 3);
    for (int i = at; i < at + 400; i++) {
      int step = Math.abs(MuLaw.decode(line.heard.get(i)) - MuLaw.decode(line.heard.get(i - 1)));
      assertThat(step).isLessThan(loud / 10);
    }
  }

  @Test
  void aHushedPromptKeepsItsPlaceAndSaysNothing() {
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five"));
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
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three four five"));
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
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one two three"));
    clock.advance(Duration.ofMillis(280));
    player.hush(true);
    player.stop();

    assertThat(events.log).containsExactly("began 1", "heard 1 part ");
  }

  @Test
  void aPromptHushedBeforeItsFirstSoundWaits() {
    player.attach(line);
    line.deliverTo(player);
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
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one"));
    clock.advance(Duration.ofMillis(50));
    player.duck(0.25);
    clock.advance(Duration.ofSeconds(1));
    int at = line.heard.size();
    player.say(2, Prompt.of("two"));
    clock.advance(Duration.ofMillis(100));

    assertThat(line.heard.get(at + 10)).isEqualTo(Voice.SAMPLE);
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

    assertThat(events.log).endsWith("heard 1 whole one two", "idle");
  }

  @Test
  void aVoiceThatFailsOnceIsAskedAgain() {
    voice.failures = 1;
    player.attach(line);
    line.deliverTo(player);
    player.say(1, Prompt.of("one"));
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

  /** Speaks a word in 250 ms, all at once, and knows where the words are. */
  private static final class Voice implements SpeechSynthesizer {
    static final int WORD_BYTES = 2_000;
    static final byte SAMPLE = MuLaw.encode((short) 8_000);
    int failures;
    boolean silent;

    @Override
    public String name() {
      return "test";
    }

    @Override
    public List<String> voices() {
      return List.of("test");
    }

    @Override
    public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
      loop.run(() -> deliver(request.text(), listener));
      return () -> {};
    }

    private void deliver(String text, SynthesisListener listener) {
      if (silent) {
        return;
      }
      if (failures > 0) {
        failures--;
        listener.onFailure(new IllegalStateException("no voice"));
        return;
      }
      int from = 0;
      long at = 0;
      for (String word : text.split(" ")) {
        listener.onWord(from, from + word.length(), at);
        byte[] audio = new byte[WORD_BYTES];
        Arrays.fill(audio, SAMPLE);
        listener.onAudio(audio);
        from += word.length() + 1;
        at += WORD_BYTES;
      }
      listener.onEnd();
    }

    @Override
    public void close() {}
  }

  /** A carrier's playout queue in virtual time: 8 bytes a millisecond, marks behind audio. */
  private static final class Line implements MediaStream {
    private final ManualClock clock;
    private final ArrayDeque<Object> queue = new ArrayDeque<>();
    private PromptPlayer player;
    private final List<Byte> heard = new ArrayList<>();
    private byte[] playing = new byte[0];
    private long left;
    long playedBytes;
    long dryMs;
    boolean cleared;
    private boolean started;

    Line(ManualClock clock) {
      this.clock = clock;
    }

    void deliverTo(PromptPlayer to) {
      player = to;
      tick();
    }

    private void tick() {
      clock.after(Duration.ofMillis(1), this::tick);
      long budget = 8;
      while (budget > 0) {
        if (left == 0 && !next()) {
          dryMs += started && player.isPlaying() && budget == 8 ? 1 : 0;
          return;
        }
        long now = Math.min(budget, left);
        for (int i = 0; i < now; i++) {
          heard.add(playing[playing.length - (int) left + i]);
        }
        left -= now;
        budget -= now;
        playedBytes += now;
        started = true;
      }
      if (left == 0) {
        next();
      }
    }

    private boolean next() {
      while (queue.peek() instanceof String mark) {
        queue.poll();
        player.onMark(mark);
      }
      if (queue.poll() instanceof byte[] audio) {
        playing = audio;
        left = audio.length;
        return true;
      }
      return false;
    }

    long bufferedMs() {
      long bytes = left;
      for (Object item : queue) {
        bytes += item instanceof byte[] audio ? audio.length : 0;
      }
      return bytes / 8;
    }

    List<String> marks() {
      return queue.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    @Override
    public String id() {
      return "MZ1";
    }

    @Override
    public void play(byte[] mulaw) {
      assertThat(mulaw.length % 160).isZero();
      queue.add(mulaw);
    }

    @Override
    public void mark(String name) {
      queue.add(name);
    }

    @Override
    public void clear() {
      queue.clear();
      left = 0;
      cleared = true;
    }

    @Override
    public void close() {}
  }

  private static final class Events implements PromptPlayer.Listener {
    final List<String> log = new ArrayList<>();

    @Override
    public void began(long prompt) {
      log.add("began " + prompt);
    }

    @Override
    public void heard(long prompt, String text, boolean whole) {
      log.add("heard " + prompt + (whole ? " whole " : " part ") + text);
    }

    @Override
    public void played(byte[] mulaw) {}

    @Override
    public void idle() {
      log.add("idle");
    }

    @Override
    public void underrun(long prompt) {
      log.add("underrun " + prompt);
    }

    @Override
    public void voiceFailed(long prompt, Throwable failure) {
      log.add("failed " + prompt);
    }
  }
}
