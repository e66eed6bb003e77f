package org.cordboard.dialog.understanding;

import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression over sentence vectors, trained by stochastic gradient descent
 * with a fixed seed: the same examples give the same weights.
 */
final class Softmax {
  private static final int EPOCHS = 40;
  private static final double RATE = 2.0;
  private static final double DECAY = 2e-5; // weight decay for each step
  private static final long SEED = 20260314L;

  private final float[][] weights;

  private Softmax(float[][] weights) {
    this.weights = weights;
  }

  /** One example: its vector, its class from 0, how much it counts. */
  record Example(float[] vector, int label, double weight) {}

  static Softmax train(List<Example> examples, int classes) {
    int length = examples.get(0).vector().length;
    Softmax model = new Softmax(new float[classes][length + 1]);
    Random random = new Random(SEED);
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      double rate = RATE / (1 + 0.1 * epoch);
      for (int index : order) {
        model.learn(examples.get(index), rate);
      }
    }
    return model;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(Example example, double rate) {
    double[] likely = probabilities(example.vector());
    float[] vector = example.vector();
    float keep = (float) (1 - rate * DECAY);
    for (int c = 0; c < weights.length; c++) {
      double error = (c == example.label() ? 1 : 0) - likely[c];
      float step = (float) (rate * example.weight() * error);
      float[] row = weights[c];
      if (Math.abs(step) > 1e-4) {
        for (int i = 0; i < vector.length; i++) {
          row[i] = row[i] * keep + step * vector[i];
        }
        row[vector.length] += step * 0.1f;
      }
    }
  }

  /** The probability of each class. */
  double[] probabilities(float[] vector) {
    double[] scores = new double[weights.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < weights.length; c++) {
      float[] row = weights[c];
      float sum = row[vector.length];
      for (int i = 0; i < vector.length; i++) {
        sum += row[i] * vector[i];
      }
      scores[c] = sum;
      highest = Math.max(highest, sum);
    }
    double total = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Math.exp(scores[c] - highest);
      total += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= total;
    }
    return scores;
  }
}
