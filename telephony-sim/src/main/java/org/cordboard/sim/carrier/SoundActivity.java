package org.cordboard.sim.carrier;

import org.jspecify.annotations.Nullable;

/** A leg hears one sound to its end. */
final class SoundActivity implements Activity {
  private final Sound sound;
  private final Runnable done;
  private boolean ended;

  SoundActivity(Sound sound, Runnable done) {
    this.sound = sound;
    this.done = done;
  }

  @Override
  public byte @Nullable [] heard() {
    if (sound.over()) {
      if (!ended) {
        ended = true;
        done.run();
      }
      return null;
    }
    return sound.next();
  }

  @Override
  public void cancel(Interruption why) {
    ended = true;
    sound.stop();
  }
}
