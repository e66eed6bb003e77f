package org.cordboard.dialog.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cordboard.dialog.understanding.Embeddings;

/**
 * Makes a short spoken answer of a passage by choosing the one or two of its sentences that answer
 * the question, in their order; adds no words of its own. Blocking: used on workers only.
 */
public final class SpokenAnswer {
  private static final int SENTENCES = 2;
  private static final int LONGEST = 260; // characters, about 17 seconds of speech
  private static final double WORTH_ADDING = 0.55; // of the best sentence's score

  private final Embeddings embeddings;

  /** Compares with {@code embeddings}, which the knowledge uses too. */
  public SpokenAnswer(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /** The sentences of {@code passage} that answer {@code question}; never empty for a passage. */
  public String from(String question, Knowledge.Passage passage) {
    List<String> sentences = sentences(passage.text());
    if (sentences.size() <= 1) {
      return passage.text().strip();
    }
    float[] meaning = embeddings.of(question);
    Set<String> asked = new HashSet<>(Lexicon.stems(question));
    List<float[]> meanings = embeddings.of(sentences);
    double[] scores = new double[sentences.size()];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(asked, sentences.get(i), Embeddings.near(meaning, meanings.get(i)), i);
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
    return join(sentences, chosen(sentences, scores, order));
  }

  /** The first sentence opens the answer that the heading asked for, so it counts a little more. */
  private static double score(Set<String> asked, String sentence, double near, int index) {
    List<String> stems = Lexicon.stems(sentence);
    long shared = stems.stream().distinct().filter(asked::contains).count();
    double words = asked.isEmpty() ? 0 : (double) shared / asked.size();
    return near + 0.4 * words + (index == 0 ? 0.15 : 0);
  }

  private static Set<Integer> chosen(List<String> sentences, double[] scores, List<Integer> order) {
    Set<Integer> chosen = new TreeSet<>();
    int length = 0;
    for (int index : order) {
      boolean worth = scores[index] >= WORTH_ADDING * scores[order.get(0)];
      boolean fits = length + sentences.get(index).length() <= LONGEST;
      if (chosen.isEmpty() || (worth && fits && chosen.size() < SENTENCES)) {
        chosen.add(index);
        length += sentences.get(index).length();
      }
    }
    addWhatItLeansOn(sentences, chosen);
    return chosen;
  }

  /** "Below that, …" means nothing without the sentence before it. */
  private static void addWhatItLeansOn(List<String> sentences, Set<Integer> chosen) {
    int first = chosen.iterator().next();
    if (first > 0
        && sentences
            .get(first)
            .matches(
                "(Below|Above|Before|After) that\\b.*|(It|They|This|That|Then|Otherwise|If it|If they|But|And|So)\\b.*")) {
      chosen.add(first - 1);
    }
  }

  private static String join(List<String> sentences, Set<Integer> chosen) {
    StringBuilder answer = new StringBuilder();
    for (int index : chosen) {
      answer.append(answer.isEmpty() ? "" : " ").append(sentences.get(index));
    }
    return answer.toString();
  }

  /** Sentences of plain text, with their full stops. */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : text.strip().split("(?<=[.!?])\\s+(?=[A-Z0-9\"'])")) {
      if (!sentence.isBlank()) {
        sentences.add(sentence.strip());
      }
    }
    return sentences;
  }
}
