package org.cordboard.sim.carrier;

import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.cordboard.sim.media.PlayoutQueue;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.jspecify.annotations.Nullable;

/** Words spoken by a voice engine, played while they are still being made. */
final class SpokenSound implements Sound, SynthesisListener {
  private static final long NO_LIMIT = Long.MAX_VALUE / 2;

  private final PlayoutQueue queue = new PlayoutQueue(NO_LIMIT, 0);
  private final Consumer<Throwable> failed;
  private final Synthesis synthesis;
  private boolean made;

  SpokenSound(
      SpeechSynthesizer voices, SpeechRequest request, Loop loop, Consumer<Throwable> failed) {
    this.failed = failed;
    this.synthesis = voices.speak(request, loop, this);
  }

  @Override
  public void onAudio(byte[] mulaw) {
    queue.offer(mulaw);
  }

  @Override
  public void onEnd() {
    made = true;
  }

  @Override
  public void onFailure(Throwable failure) {
    made = true;
    failed.accept(failure);
  }

  @Override
  public byte @Nullable [] next() {
    // a frame is whole, or the last: an engine slower than speech is heard as a pause
    return made || queue.queuedMs() >= 20 ? queue.pull().frame() : null;
  }

  @Override
  public boolean over() {
    return made && queue.queuedMs() == 0;
  }

  @Override
  public void stop() {
    synthesis.cancel();
  }
}
