package org.cordboard.speech.turn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clauses whose verb comes last, as in German: "ich möchte … stornieren", "ob … angekommen ist",
 * "rufen Sie mich … an". Tells whether a verb, or the part of one that stands at the end, is still
 * to come. Languages that do not build clauses so have empty lists. Immutable.
 *
 * @param modals what an infinitive follows
 * @param auxiliaries what a participle may follow
 * @param begins what begins a clause that a finite verb must end
 * @param finite verbs that end such a clause, beside modals and auxiliaries
 * @param infinitives those that cannot be known by their form
 * @param forms those that can, and what only looks like them
 * @param separable what ends a clause → verbs that it belongs to
 */
record Clauses(
    Set<String> modals,
    Set<String> auxiliaries,
    Begins begins,
    Set<String> finite,
    Set<String> infinitives,
    Forms forms,
    Map<String, Set<String>> separable) {
  /** A language without such clauses. */
  static final Clauses NONE =
      new Clauses(Set.of(), Set.of(), Begins.NONE, Set.of(), Set.of(), Forms.NONE, Map.of());

  private static final int SUFFIX = 3; // letters that tell a verb from a noun more often than not

  /**
   * How a clause begins that a finite verb must end.
   *
   * @param words "dass"
   * @param questions the same, after a verb: "ich weiß nicht wann"
   * @param relatives the same, before one of {@code subjects}: "die Bestellung, die ich"
   * @param subjects who acts
   */
  record Begins(
      Set<String> words, Set<String> questions, Set<String> relatives, Set<String> subjects) {
    static final Begins NONE = new Begins(Set.of(), Set.of(), Set.of(), Set.of());

    /** Whether {@code word} begins one, after {@code before} and perhaps after a {@code verb}. */
    boolean at(String before, String word, boolean verb) {
      return words.contains(word)
          || (verb && questions.contains(word))
          || (subjects.contains(word) && relatives.contains(before));
    }
  }

  /**
   * How verbs look.
   *
   * @param participles of a participle, whole
   * @param infinitives of an infinitive, whole
   * @param nouns of what looks like one of them and is none
   */
  record Forms(Pattern participles, Pattern infinitives, Pattern nouns) {
    static final Forms NONE = of(Map.of());

    /** From expressions by name: participle, infinitive, noun; what is absent matches nothing. */
    static Forms of(Map<String, String> expressions) {
      return new Forms(
          compiled(expressions, "participle"),
          compiled(expressions, "infinitive"),
          compiled(expressions, "noun"));
    }

    private static Pattern compiled(Map<String, String> expressions, String name) {
      return Pattern.compile(expressions.getOrDefault(name, "(?!)"));
    }

    boolean participle(String word) {
      return participles.matcher(word).matches() && !nouns.matcher(word).matches();
    }

    boolean infinitive(String word) {
      return infinitives.matcher(word).matches() && !nouns.matcher(word).matches();
    }
  }

  /** What a clause waits for. */
  private enum Awaits {
    NOTHING,
    INFINITIVE,
    PARTICIPLE,
    FINITE
  }

  boolean isEmpty() {
    return modals.isEmpty() && begins.words().isEmpty() && separable.isEmpty();
  }

  /** True when the last word ends a clause as the second part of a verb that was said before. */
  boolean endsInPrefix(List<String> words) {
    int last = words.size() - 1;
    Set<String> verbs = last < 1 ? Set.of() : separable.getOrDefault(words.get(last), Set.of());
    return words.subList(0, Math.max(0, last)).stream().anyMatch(verbs::contains);
  }

  /** What of the words is weighed, beside the words themselves; none without lists. */
  List<String> features(List<String> words) {
    if (isEmpty()) {
      return List.of();
    }
    String last = words.get(words.size() - 1);
    String state = state(words);
    String suffix = last.length() > SUFFIX ? "~" + last.substring(last.length() - SUFFIX) : "~";
    return List.of("[" + state, "[" + state + " " + last, "[" + state + " " + suffix, suffix);
  }

  /** The last clause: what it waits for, or whether the last word has ended it. */
  private String state(List<String> words) {
    if (endsInPrefix(words)) {
      return "prefix!";
    }
    Awaits awaits = Awaits.NOTHING;
    boolean verb = false; // one has been said, so that a question word begins a clause
    int closed = -1;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (begins.at(i == 0 ? "" : words.get(i - 1), word, verb)) {
        awaits = Awaits.FINITE;
        closed = -1;
      } else if (ends(awaits, word)) {
        awaits = Awaits.NOTHING;
        closed = i;
      } else if (closed == i - 1 && closed >= 0 && (isFinite(word) || isInfinitive(word))) {
        closed = i; // "sperren lassen", "warten muss"
      } else if (awaits == Awaits.NOTHING && modals.contains(word)) {
        awaits = Awaits.INFINITIVE;
      } else if (awaits == Awaits.NOTHING && auxiliaries.contains(word)) {
        awaits = Awaits.PARTICIPLE;
      }
      verb |= isFinite(word) || infinitives.contains(word);
    }
    if (awaits != Awaits.NOTHING) {
      return awaits + "?";
    }
    return closed == words.size() - 1 ? "!" : closed >= 0 ? "." : "-";
  }

  private boolean isFinite(String word) {
    return finite.contains(word) || modals.contains(word) || auxiliaries.contains(word);
  }

  private boolean ends(Awaits awaits, String word) {
    return switch (awaits) {
      case NOTHING -> false;
      case FINITE -> isFinite(word);
      case INFINITIVE -> isInfinitive(word);
      case PARTICIPLE -> forms.participle(word);
    };
  }

  private boolean isInfinitive(String word) {
    return infinitives.contains(word) || forms.infinitive(word);
  }
}
