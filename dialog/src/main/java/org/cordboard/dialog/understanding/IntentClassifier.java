package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cordboard.dialog.understanding.TurnReading.Candidate;

/** Which intent a sentence's meaning belongs to, or that it belongs to none. */
final class IntentClassifier {
  private final List<String> names;
  private final Softmax model;

  private IntentClassifier(List<String> names, Softmax model) {
    this.names = names;
    this.model = model;
  }

  /**
   * Learns from examples.
   *
   * @param examples intent → vectors of its examples
   * @param others vectors of what belongs to no intent
   */
  static IntentClassifier train(Map<String, List<float[]>> examples, List<float[]> others) {
    List<String> names = new ArrayList<>(examples.keySet().stream().sorted().toList());
    List<Softmax.Example> all = new ArrayList<>();
    for (int label = 0; label < names.size(); label++) {
      List<float[]> vectors = examples.getOrDefault(names.get(label), List.of());
      double weight = Math.min(2, 24.0 / Math.max(vectors.size(), 1));
      for (float[] vector : vectors) {
        all.add(new Softmax.Example(vector, label, weight));
      }
    }
    for (float[] vector : others) {
      all.add(new Softmax.Example(vector, names.size(), 1));
    }
    names.add(TurnReading.OUT_OF_SCOPE);
    return new IntentClassifier(names, Softmax.train(all, names.size()));
  }

  /** Every intent with its probability, {@link TurnReading#OUT_OF_SCOPE} among them, best first. */
  List<Candidate> rank(float[] vector) {
    double[] likely = model.probabilities(vector);
    List<Candidate> ranked = new ArrayList<>();
    for (int i = 0; i < likely.length; i++) {
      ranked.add(new Candidate(names.get(i), likely[i]));
    }
    ranked.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return ranked;
  }
}
