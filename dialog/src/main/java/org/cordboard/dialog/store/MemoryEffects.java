package org.cordboard.dialog.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@link Effects} in this process's memory alone, for tests and simulations. */
public final class MemoryEffects implements Effects {
  private final Map<String, Map<String, String>> results = new HashMap<>();

  @Override
  public synchronized Outcome once(String key, Callable<Map<String, String>> effect)
      throws Exception {
    Map<String, String> before = results.get(key);
    if (before != null) {
      return new Outcome(before, true);
    }
    Outcome outcome = new Outcome(effect.call(), false);
    results.put(key, outcome.result());
    return outcome;
  }

  @Override
  public synchronized Optional<Map<String, String>> result(String key) {
    return Optional.ofNullable(results.get(key));
  }
}
