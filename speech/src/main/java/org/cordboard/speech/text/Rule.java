package org.cordboard.speech.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One line of a language's table: what it looks like, and how it is said.
 *
 * @param look what is written; a match is offered to {@code say}
 * @param say how that is said; empty leaves the match to the rules that follow
 */
record Rule(Pattern look, Function<MatchResult, Optional<Said>> say) {

  static Rule of(String look, Function<MatchResult, Optional<Said>> say) {
    return new Rule(Pattern.compile(look), say);
  }

  /** A rule that always applies and whose words stand for the whole. */
  static Rule words(String look, Function<MatchResult, String> words) {
    return of(look, match -> Optional.of(Said.whole(words.apply(match))));
  }

  /** A group of a match; empty when it took no part. */
  static String group(MatchResult match, int group) {
    String found = match.group(group);
    return found == null ? "" : found;
  }
}
