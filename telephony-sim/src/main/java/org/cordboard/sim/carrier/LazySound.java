package org.cordboard.sim.carrier;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sound that is made when its turn has come. */
final class LazySound implements Sound {
  private final Supplier<Sound> making;
  private @Nullable Sound made;
  private boolean stopped;

  LazySound(Supplier<Sound> making) {
    this.making = making;
  }

  private Sound made() {
    if (made == null) {
      made = stopped ? Sound.silence(0) : making.get();
    }
    return made;
  }

  @Override
  public byte @Nullable [] next() {
    return made().next();
  }

  @Override
  public boolean over() {
    return made().over();
  }

  @Override
  public void stop() {
    stopped = true;
    if (made != null) {
      made.stop();
    }
  }
}
