package org.cordboard.dialog.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link Promises} in this process's memory alone, for tests and simulations. */
public final class MemoryPromises implements Promises {
  private final Map<String, Promise> promises = new LinkedHashMap<>();

  @Override
  public synchronized void make(Promise promise) {
    promises.putIfAbsent(promise.id(), promise);
  }

  @Override
  public synchronized List<Promise> open() {
    return promises.values().stream()
        .filter(promise -> promise.state() == Promise.State.OPEN)
        .sorted(Comparator.comparing(Promise::due))
        .toList();
  }

  @Override
  public synchronized boolean keep(String id) {
    return promises.computeIfPresent(id, (same, promise) -> promise.as(Promise.State.KEPT)) != null;
  }
}
