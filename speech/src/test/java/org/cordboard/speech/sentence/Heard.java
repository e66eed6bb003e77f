package org.cordboard.speech.sentence;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.SynthesisListener;
import org.jspecify.annotations.Nullable;

/** Keeps what a voice says. */
public final class Heard implements SynthesisListener {
  public final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  public final List<Integer> words = new ArrayList<>();
  public int stretches;
  public int ends;
  public @Nullable Throwable failure;

  @Override
  public void onAudio(byte[] mulaw) {
    stretches++;
    audio.writeBytes(mulaw);
  }

  @Override
  public void onWord(int from, int to, long startSample) {
    words.add(from);
  }

  @Override
  public void onEnd() {
    ends++;
  }

  @Override
  public void onFailure(Throwable why) {
    failure = why;
  }
}
