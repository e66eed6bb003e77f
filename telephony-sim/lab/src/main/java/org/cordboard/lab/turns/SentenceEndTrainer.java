package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cordboard.speech.turn.TurnLanguage;

/**
 * Learns by which words sentences end: logistic regression over {@link TurnLanguage#features}, with
 * every beginning of a sentence as an example of one that goes on. The same sentences and seed give
 * the same weights.
 */
final class SentenceEndTrainer {
  private static final int SEEN = 4; // times that a feature must occur
  private static final int ROUNDS = 4;
  private static final double STEP = 0.3;
  private static final double SHRINK = 3e-4; // keeps weights of rare features small
  private static final double KEPT = 0.4; // smaller weights are left out
  private static final String BIAS = "bias";

  private record Example(List<String> features, boolean end) {}

  private SentenceEndTrainer() {}

  /** Weights to one decimal, sorted by feature; {@code sentences} are words between spaces. */
  static Map<String, Float> learn(List<String> sentences, TurnLanguage language, long seed) {
    List<Example> examples = examples(sentences, language);
    Map<String, Double> weights = new HashMap<>();
    Map<String, Double> gradients = new HashMap<>();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(examples, random);
      for (Example example : examples) {
        double score = 0;
        for (String feature : example.features()) {
          score += weights.getOrDefault(feature, 0.0);
        }
        double error = 1 / (1 + Math.exp(-score)) - (example.end() ? 1 : 0);
        for (String feature : example.features()) {
          double squares = gradients.merge(feature, error * error, Double::sum);
          double weight = weights.getOrDefault(feature, 0.0);
          double slope = error + SHRINK * weight;
          weights.put(feature, weight - STEP * slope / Math.sqrt(1 + squares));
        }
      }
    }
    Map<String, Float> kept = new TreeMap<>();
    weights.forEach(
        (feature, weight) -> {
          if (Math.abs(weight) >= KEPT || feature.equals(BIAS)) {
            kept.put(feature, Math.round(weight * 10) / 10f);
          }
        });
    return kept;
  }

  private static List<Example> examples(List<String> sentences, TurnLanguage language) {
    List<Example> all = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String sentence : sentences) {
      List<String> words = List.of(sentence.split(" "));
      for (int to = 1; to <= words.size(); to++) {
        List<String> features = new ArrayList<>(language.features(words.subList(0, to)));
        features.add(BIAS);
        features.forEach(feature -> seen.merge(feature, 1, Integer::sum));
        all.add(new Example(features, to == words.size()));
      }
    }
    List<Example> examples = new ArrayList<>();
    for (Example each : all) {
      List<String> known =
          each.features().stream()
              .filter(feature -> seen.getOrDefault(feature, 0) >= SEEN)
              .toList();
      examples.add(new Example(known, each.end()));
    }
    return examples;
  }
}
