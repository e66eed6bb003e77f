package org.cordboard.sim.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be heard, 20 ms at a time. */
interface Sound {

  /** The next 20 ms; null for silence. */
  byte @Nullable [] next();

  /** True when nothing is left. */
  boolean over();

  /** Nobody listens any more. */
  default void stop() {}

  /** Silence of a number of frames. */
  static Sound silence(long frames) {
    return new Sound() {
      private long left = frames;

      @Override
      public byte @Nullable [] next() {
        left--;
        return null;
      }

      @Override
      public boolean over() {
        return left <= 0;
      }
    };
  }

  /** One after the other. */
  static Sound sequence(List<Sound> sounds) {
    return new Sound() {
      private int index;

      @Override
      public byte @Nullable [] next() {
        return over() ? null : sounds.get(index).next();
      }

      @Override
      public boolean over() {
        while (index < sounds.size() && sounds.get(index).over()) {
          index++;
        }
        return index == sounds.size();
      }

      @Override
      public void stop() {
        sounds.forEach(Sound::stop);
      }
    };
  }
}
