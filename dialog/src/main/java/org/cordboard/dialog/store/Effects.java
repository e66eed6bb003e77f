package org.cordboard.dialog.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Does an effect once under a key, whoever asks and however often: a refund, a message. A repeated
 * key answers the result of the first time. Blocking: for workers, never a loop.
 */
public interface Effects {

  /**
   * Does {@code effect}, or answers what came of it before.
   *
   * @param key names the effect across processes and restarts; never reused for another
   * @param effect what is to be done; a failure lets go of the key, so that it can be tried again
   * @throws StoreUnavailable before anything is done, when the store does not answer
   * @throws EffectInDoubt when it is being done elsewhere, or was begun by a process that died
   * @throws Exception what {@code effect} throws
   */
  Outcome once(String key, Callable<Map<String, String>> effect) throws Exception;

  /** What came of the effect under {@code key}; empty when it has not been finished. */
  Optional<Map<String, String>> result(String key);

  /**
   * What came of an effect.
   *
   * @param result what the effect answered, the first time
   * @param repeated true when it was not done now, but before
   */
  record Outcome(Map<String, String> result, boolean repeated) {
    /** Copies the map. */
    public Outcome {
      result = Map.copyOf(result);
    }
  }
}
