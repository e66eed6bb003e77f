package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SynthesisListener;

/** What came of a text. */
final class Spoken implements SynthesisListener {
  static final SpeechRequest LONG =
      SpeechRequest.of("your order has been sent and comes tomorrow", "");

  private final CountDownLatch over = new CountDownLatch(1);
  volatile long samples;
  volatile int words;
  volatile Throwable failure;

  @Override
  public void onAudio(byte[] mulaw) {
    samples += mulaw.length;
  }

  @Override
  public void onWord(int from, int to, long startSample) {
    words++;
  }

  @Override
  public void onEnd() {
    over.countDown();
  }

  @Override
  public void onFailure(Throwable failure) {
    this.failure = failure;
    over.countDown();
  }

  void await() throws InterruptedException {
    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
