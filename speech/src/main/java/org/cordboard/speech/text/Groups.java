package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;

/** How many digits people say in one breath. Pure. */
final class Groups {
  private static final int THREES = 3;

  private Groups() {}

  /** {@code signs} cut into groups of three or four, none of one; sixteen as a card's fours. */
  static List<String> of(String signs) {
    List<String> groups = new ArrayList<>();
    boolean fours = signs.length() == 8 || signs.length() == 12 || signs.length() == 16;
    int size = fours ? 4 : THREES;
    int from = 0;
    while (signs.length() - from > 4 || (signs.length() - from == 4 && fours)) {
      groups.add(signs.substring(from, from + size));
      from += size;
    }
    if (from < signs.length()) {
      groups.add(signs.substring(from));
    }
    return groups;
  }
}
