package org.cordboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordboard.config.Loop;
import org.cordboard.gateway.http.Health;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.junit.jupiter.api.Test;

class RecognizerHealthTest {
  private static final Duration MOST = Duration.ofMillis(1_500);

  @Test
  void whatIsBehindByMoreThanACallMayWaitIsDegraded() {
    assertThat(Wiring.heard(new Behind(MOST), MOST))
        .isEqualTo(new Health.Part(Health.State.UP, "behind, lag 1500 ms"));
    assertThat(Wiring.heard(new Behind(MOST.plusMillis(1)), MOST))
        .isEqualTo(new Health.Part(Health.State.DEGRADED, "behind, lag 1501 ms"));
  }

  private record Behind(Duration lag) implements SpeechRecognizer {
    @Override
    public String name() {
      return "behind";
    }

    @Override
    public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
      throw new AssertionError("nobody is heard");
    }

    @Override
    public RecognizerLoad load() {
      return new RecognizerLoad(1, lag);
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
