package org.cordboard.dialog.understanding;

import java.util.Set;

/** Finds the signals in a turn: by words, and by meaning where words do not reach. */
final class SignalDetector {
  private final SignalCatalog catalog;
  private final Meanings meanings;

  SignalDetector(SignalCatalog catalog, BuiltInVectors vectors) {
    this.catalog = catalog;
    this.meanings = Meanings.of(catalog, vectors);
  }

  Set<Signal> find(String normal, float[] meaning) {
    Set<Signal> found = catalog.inWords(normal);
    if (!normal.isEmpty()) {
      found.addAll(meanings.find(meaning));
    }
    return found;
  }
}
