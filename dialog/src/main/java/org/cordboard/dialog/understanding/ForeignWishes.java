package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cordboard.dialog.understanding.TurnReading.Candidate;

/**
 * Keeps "it is none of the intents" from being said with certainty of a question about the shop's
 * own things. A classifier is sure of what is far from every example; a wish counts as surely
 * foreign only when it is also near to a known foreign one, and nearer to it than to any example of
 * the intents.
 */
final class ForeignWishes {
  private static final double NEAR = 0.42; // to the nearest foreign wish
  private static final double NEARER = 0.05; // than to the nearest example of an intent
  private static final double DOUBT = 0.5; // the most that an unsure one may have

  private final List<float[]> foreign;
  private final List<float[]> own = new ArrayList<>();

  ForeignWishes(List<float[]> foreign, Collection<List<float[]>> own) {
    this.foreign = foreign;
    own.forEach(this.own::addAll);
  }

  /** The candidates in their order, with less confidence in a foreign wish that may be none. */
  List<Candidate> doubt(List<Candidate> ranked, float[] meaning) {
    return surely(meaning) ? ranked : ranked.stream().map(ForeignWishes::doubted).toList();
  }

  private boolean surely(float[] meaning) {
    double near = nearest(foreign, meaning);
    return near >= NEAR && near - nearest(own, meaning) >= NEARER;
  }

  private static Candidate doubted(Candidate candidate) {
    return candidate.intent().equals(TurnReading.OUT_OF_SCOPE) && candidate.confidence() > DOUBT
        ? new Candidate(candidate.intent(), DOUBT)
        : candidate;
  }

  static double nearest(List<float[]> list, float[] meaning) {
    return list.stream().mapToDouble(one -> Embeddings.near(one, meaning)).max().orElse(0);
  }
}
