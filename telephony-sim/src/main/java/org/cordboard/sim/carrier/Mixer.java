package org.cordboard.sim.carrier;

import org.cordboard.sim.media.PlayoutQueue;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;

/** Adds voices in linear samples and clips the sum. One mixer is one tick of one room. */
final class Mixer {
  private final int[] sum = new int[PlayoutQueue.FRAME_BYTES];
  private int voices;

  void clear() {
    if (voices > 0) {
      java.util.Arrays.fill(sum, 0);
      voices = 0;
    }
  }

  /** One more voice; null adds nothing. */
  void add(byte @Nullable [] mulaw) {
    if (mulaw == null) {
      return;
    }
    voices++;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += MuLaw.decode(mulaw[i]);
    }
  }

  /** Everybody but {@code own}; null when there is nobody else. */
  byte @Nullable [] without(byte @Nullable [] own) {
    if (voices == 0 || (voices == 1 && own != null)) {
      return null;
    }
    byte[] mixed = new byte[sum.length];
    for (int i = 0; i < sum.length; i++) {
      int sample = sum[i] - (own == null ? 0 : MuLaw.decode(own[i]));
      mixed[i] = MuLaw.encode((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample)));
    }
    return mixed;
  }
}
