package org.cordboard.speech.turn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a sentence ends at its latest word, by weights learnt from whole sentences and their
 * beginnings: of the last words, the first word with the last, and the length. Immutable.
 */
public final class SentenceEnds {
  private static final String START = "<";
  private static final String BIAS = "bias";
  private static final int LONG = 10; // words, from which longer makes no difference

  private final Map<String, Float> weights;

  /** The weights by feature. */
  public SentenceEnds(Map<String, Float> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** Reads lines of weight, space, feature; {@code #} begins a remark. */
  static SentenceEnds read(InputStream from) throws IOException {
    Map<String, Float> weights = new HashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int cut = line.indexOf(' ');
      if (cut > 0 && line.charAt(0) != '#') {
        weights.put(line.substring(cut + 1), Float.parseFloat(line.substring(0, cut)));
      }
    }
    return new SentenceEnds(weights);
  }

  /** Log odds of an end, from what is weighed. */
  double score(List<String> features) {
    double score = weights.getOrDefault(BIAS, 0f);
    for (String feature : features) {
      score += weights.getOrDefault(feature, 0f);
    }
    return score;
  }

  /** What of the words is weighed. */
  static List<String> features(List<String> words) {
    int size = words.size();
    String last = plain(words.get(size - 1));
    String before = size > 1 ? plain(words.get(size - 2)) : START;
    String third = size > 2 ? plain(words.get(size - 3)) : START;
    String first = plain(words.get(0));
    List<String> features = new ArrayList<>(6);
    features.add(last);
    features.add(before + " " + last);
    features.add(third + " " + before + " " + last);
    features.add("=" + Math.min(size, LONG));
    features.add(first + ".." + last);
    features.add(first + "..");
    return features;
  }

  /** Numbers are all alike. */
  private static String plain(String word) {
    return Character.isDigit(word.charAt(0)) ? "#" : word;
  }
}
