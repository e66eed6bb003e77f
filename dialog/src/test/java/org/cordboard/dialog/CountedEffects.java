package org.cordboard.dialog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cordboard.dialog.store.Effects;
import org.cordboard.dialog.store.MemoryEffects;
import org.cordboard.dialog.store.StoreUnavailable;

/** Effects in memory that count how often something was really done. */
final class CountedEffects implements Effects {
  private final MemoryEffects effects = new MemoryEffects();
  int done;
  boolean broken;
  boolean away; // the store does not answer
  boolean awayForEffects; // it answers questions only

  @Override
  public Outcome once(String key, Callable<Map<String, String>> effect) throws Exception {
    if (away || awayForEffects) {
      throw new StoreUnavailable(new IllegalStateException("gone"));
    }
    if (broken) {
      throw new IllegalStateException("the store is gone");
    }
    Outcome outcome = effects.once(key, effect);
    done += outcome.repeated() ? 0 : 1;
    return outcome;
  }

  @Override
  public Optional<Map<String, String>> result(String key) {
    if (away) {
      throw new StoreUnavailable(new IllegalStateException("gone"));
    }
    return effects.result(key);
  }
}
