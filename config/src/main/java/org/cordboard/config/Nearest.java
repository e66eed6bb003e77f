package org.cordboard.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that somebody probably meant. Pure. */
public final class Nearest {
  private Nearest() {}

  /** The known word that {@code written} is a slip of, if there is one. */
  public static Optional<String> to(String written, Collection<String> known) {
    String word = written.toLowerCase(Locale.ROOT);
    int tolerated = Math.max(1, word.length() / 3);
    return new TreeSet<>(known)
        .stream()
            .filter(each -> distance(word, each.toLowerCase(Locale.ROOT)) <= tolerated)
            .min(Comparator.comparingInt(each -> distance(word, each.toLowerCase(Locale.ROOT))));
  }

  /** {@code did you mean 'x'?}, or what there is to choose from. */
  public static String advice(String written, Collection<String> known) {
    return to(written, known)
        .map(meant -> "did you mean '" + meant + "'?")
        .orElseGet(() -> "use one of " + new TreeSet<>(known));
  }

  /** Insertions, deletions, changes and swaps of neighbours that lead from one to the other. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        cost[i][j] =
            Math.min(
                Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
