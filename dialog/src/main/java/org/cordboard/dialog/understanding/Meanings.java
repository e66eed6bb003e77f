package org.cordboard.dialog.understanding;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Signals by meaning: a turn is near to an example of the signal, and clearly nearer than to any
 * near miss.
 */
final class Meanings {
  private static final double NEAR = 0.74; // to the nearest example
  private static final double NEARER = 0.06; // than to the nearest near miss

  private final Map<Signal, List<float[]>> examples = new EnumMap<>(Signal.class);
  private final Map<Signal, List<float[]>> nearMisses = new EnumMap<>(Signal.class);

  private Meanings() {}

  static Meanings of(SignalCatalog catalog, BuiltInVectors vectors) {
    Meanings meanings = new Meanings();
    for (Signal signal : Signal.values()) {
      SignalLines lines = catalog.of(signal);
      if (!lines.examples().isEmpty()) {
        meanings.examples.put(signal, vectors.of(lines.examples()));
        meanings.nearMisses.put(signal, vectors.of(lines.nearMisses()));
      }
    }
    return meanings;
  }

  Set<Signal> find(float[] meaning) {
    Set<Signal> found = EnumSet.noneOf(Signal.class);
    examples.forEach(
        (signal, list) -> {
          double near = nearest(list, meaning);
          double miss = nearest(nearMisses.getOrDefault(signal, List.of()), meaning);
          if (near >= NEAR && near - miss >= NEARER) {
            found.add(signal);
          }
        });
    return found;
  }

  private static double nearest(List<float[]> list, float[] meaning) {
    double best = 0;
    for (float[] vector : list) {
      best = Math.max(best, Embeddings.near(vector, meaning));
    }
    return best;
  }
}
