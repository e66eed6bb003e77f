package org.cordboard.speech.cached;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.junit.jupiter.api.Test;

class CachingSynthesizerTest {
  private static final SpeechRequest GREETING = SpeechRequest.of("Hello", "");
  private static final SpeechRequest MOMENT = SpeechRequest.of("One moment", "");
  private final ManualClock clock = new ManualClock();
  private final SlowVoice slow = new SlowVoice();
  private final CachingSynthesizer voice = new CachingSynthesizer(slow, new CacheSettings(10_000));

  @Test
  void aPreparedTextIsSpokenAtOnceWithItsWords() {
    prepare(GREETING);
    Log first = speak(GREETING);
    clock.advance(Duration.ZERO);

    assertThat(first.log).containsExactly("word 0-5 at 0", "audio 1000", "audio 1000", "end");
    assertThat(slow.asked).containsExactly("Hello");
    assertThat(voice.hits()).isEqualTo(1);
  }

  @Test
  void preparedTextsAreMadeOneAfterAnother() {
    voice.prepare(List.of(GREETING, MOMENT), clock);
    clock.advance(Duration.ofMillis(150));
    assertThat(slow.asked).containsExactly("Hello", "One moment");

    clock.advance(Duration.ofMillis(100));
    assertThat(voice.bytes()).isEqualTo(4_000);
  }

  @Test
  void anotherPaceIsMadeOnceAndKeptToo() {
    prepare(GREETING);
    SpeechRequest slower = new SpeechRequest("Hello", "", 0.8, 1);
    speak(slower);
    clock.advance(Duration.ofSeconds(1));
    Log again = speak(slower);
    clock.advance(Duration.ZERO);

    assertThat(again.log).endsWith("end");
    assertThat(slow.asked).containsExactly("Hello", "Hello");
  }

  @Test
  void whatIsNotFixedIsNeverKept() {
    SpeechRequest callers = SpeechRequest.of("Order 4 8 1", "");
    speak(callers);
    clock.advance(Duration.ofSeconds(1));
    speak(callers);
    clock.advance(Duration.ofSeconds(1));

    assertThat(slow.asked).containsExactly("Order 4 8 1", "Order 4 8 1");
    assertThat(voice.bytes()).isZero();
  }

  @Test
  void theLongestUnusedGoesWhenThereIsNoRoom() {
    List<SpeechRequest> six = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      six.add(SpeechRequest.of("Text " + i, ""));
    }
    prepare(six.toArray(SpeechRequest[]::new));

    assertThat(voice.bytes()).isEqualTo(10_000);
    Log last = speak(six.get(5));
    Log first = speak(six.get(0));
    clock.advance(Duration.ZERO);
    assertThat(last.log).isNotEmpty();
    assertThat(first.log).isEmpty();
  }

  @Test
  void aReplayThatIsCancelledSaysNothingMore() {
    prepare(GREETING);
    Log log = new Log();
    Synthesis synthesis = voice.speak(GREETING, clock, log);
    synthesis.cancel();
    clock.advance(Duration.ofSeconds(1));

    assertThat(log.log).isEmpty();
  }

  @Test
  void aReplayCancelledWithinItsFirstAudioEndsThere() {
    prepare(GREETING);
    Log log = new Log();
    log.stop = voice.speak(GREETING, clock, log);
    clock.advance(Duration.ofSeconds(1));

    assertThat(log.log).containsExactly("word 0-5 at 0", "audio 1000");
  }

  @Test
  void aTextThatFailsIsMadeWhenItIsAskedFor() {
    slow.failures = 1;
    prepare(GREETING, MOMENT);
    Log log = speak(GREETING);
    clock.advance(Duration.ofSeconds(1));

    assertThat(log.log).endsWith("end");
    assertThat(slow.asked).containsExactly("Hello", "One moment", "Hello");
  }

  private void prepare(SpeechRequest... requests) {
    voice.prepare(List.of(requests), clock);
    clock.advance(Duration.ofSeconds(10));
  }

  private Log speak(SpeechRequest request) {
    Log log = new Log();
    voice.speak(request, clock, log);
    return log;
  }

  /** 100 ms to the first audio, two pieces of 1,000 bytes, one word. */
  private static final class SlowVoice implements SpeechSynthesizer {
    final List<String> asked = new ArrayList<>();
    int failures;

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public List<String> voices() {
      return List.of();
    }

    @Override
    public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
      asked.add(request.text());
      loop.clock().after(Duration.ofMillis(100), () -> deliver(request, listener));
      return () -> {};
    }

    private void deliver(SpeechRequest request, SynthesisListener listener) {
      if (failures-- > 0) {
        listener.onFailure(new IllegalStateException("no voice"));
        return;
      }
      listener.onWord(0, request.text().length(), 0);
      listener.onAudio(new byte[1_000]);
      listener.onAudio(new byte[1_000]);
      listener.onEnd();
    }

    @Override
    public void close() {}
  }

  private static final class Log implements SynthesisListener {
    final List<String> log = new ArrayList<>();
    Synthesis stop = () -> {};

    @Override
    public void onAudio(byte[] mulaw) {
      log.add("audio " + mulaw.length);
      stop.cancel();
    }

    @Override
    public void onWord(int from, int to, long startSample) {
      log.add("word " + from + "-" + to + " at " + startSample);
    }

    @Override
    public void onEnd() {
      log.add("end");
    }

    @Override
    public void onFailure(Throwable failure) {
      log.add("failed");
    }
  }
}
