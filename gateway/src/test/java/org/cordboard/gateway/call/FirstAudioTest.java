package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon a voice's first byte is on the wire, counted in virtual time. */
class FirstAudioTest {
  private static final VoiceStyle STYLE =
      new VoiceStyle("", 1, 1, TextReader.of(Locale.US).orElseThrow(), Lexicon.NONE);
  private final ManualClock clock = new ManualClock();
  private final Dribble voice = new Dribble();
  private final Wire wire = new Wire();

  @ParameterizedTest
  @CsvSource({
    "160,20,0", // a frame at a time: at once
    "8000,1000,0", // a second at a time: at once
    "40,5,15", // a quarter of a frame: with the fourth
    "100,12,12", // more than half of one: with the second
    "1,0,0"
  })
  void theFirstFrameIsOnTheWireWithin20MsOfTheVoicesFirstByte(
      int pieceBytes, long everyMs, long laterMs) {
    voice.pieceBytes = pieceBytes;
    voice.everyMs = everyMs;
    PromptPlayer player = new PromptPlayer(clock, voice, STYLE, new Deaf());
    player.attach(wire);
    player.say(1, Prompt.of("one two three"));
    for (int ms = 0; ms < 400 && wire.firstAtMs < 0; ms++) {
      clock.advance(Duration.ofMillis(1));
    }

    assertThat(wire.firstAtMs - voice.firstAtMs).isEqualTo(laterMs).isLessThanOrEqualTo(20);
  }

  @Test
  void aClauseRunsOnSoonerThanASentence() {
    assertThat(bytesOf("one two three.") - bytesOf("one two three,")).isEqualTo(120 * 8);
  }

  private long bytesOf(String text) {
    voice.pieceBytes = 8_000;
    Wire counted = new Wire();
    PromptPlayer player = new PromptPlayer(clock, voice, STYLE, new Deaf());
    counted.player = player;
    player.attach(counted);
    player.say(1, Prompt.of(text));
    clock.advance(Duration.ofSeconds(5));
    return counted.bytes;
  }

  /** Its first byte comes after 100 ms, 8,000 in all. */
  private final class Dribble implements SpeechSynthesizer {
    int pieceBytes = 160;
    long everyMs;
    long firstAtMs = -1;

    @Override
    public String name() {
      return "dribble";
    }

    @Override
    public List<String> voices() {
      return List.of();
    }

    @Override
    public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
      clock.after(Duration.ofMillis(100), () -> next(0, listener));
      return () -> {};
    }

    private void next(int sent, SynthesisListener listener) {
      firstAtMs = firstAtMs < 0 ? clock.nanos() / 1_000_000 : firstAtMs;
      if (sent >= 8_000) {
        listener.onEnd();
        return;
      }
      listener.onAudio(new byte[pieceBytes]);
      clock.after(Duration.ofMillis(everyMs), () -> next(sent + pieceBytes, listener));
    }

    @Override
    public void close() {}
  }

  /** Notes when audio first comes, and plays marks back 100 ms later. */
  private final class Wire implements MediaStream {
    private final ArrayDeque<String> marks = new ArrayDeque<>();
    long firstAtMs = -1;
    long bytes;
    @org.jspecify.annotations.Nullable PromptPlayer player;

    @Override
    public String id() {
      return "MZ1";
    }

    @Override
    public void play(byte[] mulaw) {
      bytes += mulaw.length;
      firstAtMs = firstAtMs < 0 ? clock.nanos() / 1_000_000 : firstAtMs;
    }

    @Override
    public void mark(String name) {
      marks.add(name);
      clock.after(
          Duration.ofMillis(100),
          () -> {
            if (player != null && !marks.isEmpty()) {
              player.onMark(marks.poll());
            }
          });
    }

    @Override
    public void clear() {
      marks.clear();
    }

    @Override
    public void close() {}
  }

  private static final class Deaf implements PromptPlayer.Listener {
    @Override
    public void began(long prompt) {}

    @Override
    public void heard(long prompt, String text, boolean whole) {}

    @Override
    public void played(byte[] mulaw) {}

    @Override
    public void idle() {}

    @Override
    public void underrun(long prompt) {}

    @Override
    public void voiceFailed(long prompt, Throwable failure) {}
  }
}
