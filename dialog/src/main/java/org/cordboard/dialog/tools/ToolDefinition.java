package org.cordboard.dialog.tools;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cordboard.dialog.Expecting;

/**
 * One tool of the playbook: what the model is told of it, and what it takes to use it. Read from
 * {@code tools/NAME.conf}.
 *
 * @param name as the model calls it
 * @param description for the model
 * @param label what it is for, in the caller's words: "the status of an order"
 * @param backend the system that does it: {@code orders} or {@code messages}
 * @param level the least level of identification
 * @param irreversible true when it is confirmed and done once
 * @param parameters by name
 * @param rules what must hold of the looked-up facts, in order; the first that fails refuses
 * @param limit above which a person decides
 * @param confirm the read-back of an irreversible tool, a {@link Template}
 * @param resultBy the fact that picks the result's sentence
 * @param results sentences by that fact's value, {@link Template}s; {@code other} when none fits
 * @param notes what came of it, by the same value, written for people who read it later; {@link
 *     Template}s; may be left out
 * @param language that the sentences are in, for money and dates in them; American English when
 *     left out
 */
public record ToolDefinition(
    String name,
    String description,
    String label,
    String backend,
    Level level,
    boolean irreversible,
    Map<String, Parameter> parameters,
    List<Rule> rules,
    Optional<Limit> limit,
    Optional<String> confirm,
    String resultBy,
    Map<String, String> results,
    Optional<Map<String, String>> notes,
    Optional<Locale> language) {
  /** The fact that holds the note. */
  public static final String NOTE = "note";

  /** Checks that what is irreversible can be read back. */
  public ToolDefinition {
    if (!name.matches("[a-z][a-z_]{1,40}")) {
      throw new IllegalArgumentException("name must be small letters and underscores");
    }
    if (irreversible && confirm.isEmpty()) {
      throw new IllegalArgumentException("an irreversible tool needs 'confirm', its read-back");
    }
    if (!results.containsKey("other")) {
      throw new IllegalArgumentException("'results' needs the sentence 'other'");
    }
  }

  /** The sentence that tells the caller what came of it. */
  public String spokenResult(Map<String, String> facts) {
    String chosen = results.get(facts.getOrDefault(resultBy, "other"));
    return fill(chosen == null ? results.getOrDefault("other", "") : chosen, facts);
  }

  /** A sentence of this tool with its places filled. */
  String fill(String sentence, Map<String, String> facts) {
    return Template.fill(sentence, facts, language.orElse(Locale.US));
  }

  /** True when both do the same under the same conditions, whatever the words are. */
  public boolean decidesAs(ToolDefinition other) {
    return withoutWords().equals(other.withoutWords());
  }

  private List<Object> withoutWords() {
    return List.of(
        name,
        backend,
        level,
        irreversible,
        parameters.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().decides())
            .sorted()
            .toList(),
        rules.stream().map(rule -> rule.fact() + " " + rule.is() + rule.within()).toList(),
        limit.map(each -> List.of(each.fact(), each.atMost(), each.rule())).toString(),
        confirm.isPresent(),
        resultBy,
        List.copyOf(new TreeSet<>(results.keySet())));
  }

  /**
   * One written line on what came of it, for the brief and the record; empty when there is none.
   */
  public Optional<String> note(Map<String, String> facts) {
    return notes
        .map(lines -> lines.get(facts.getOrDefault(resultBy, "")))
        .map(line -> fill(line, facts));
  }

  /**
   * One argument.
   *
   * @param slot the slot that fills it; its value must have been said by the caller
   * @param form how the answer is given, and so listened to and read; when left out, that of the
   *     slots {@code email} and {@code name}, {@code spelling} for a slot of that name, digits
   *     where the pattern begins with them, else free words
   * @param description for the model
   * @param ask the question that asks the caller for it
   * @param askAgain the same in other words, for who did not answer
   * @param pattern the whole value, a regular expression
   */
  public record Parameter(
      String slot,
      Optional<Form> form,
      String description,
      String ask,
      Optional<String> askAgain,
      String pattern) {
    private static final int LONGEST = 20; // digits of any number that is asked for
    private static final String DIGITS = "0123456789";
    private static final String SPELT = "AZ" + DIGITS;

    /** How an answer is given. */
    public enum Form {
      /** Digits, spoken or keyed. */
      DIGITS,
      /** An e-mail address. */
      EMAIL,
      /** A person's name. */
      NAME,
      /** Letters and digits, one by one. */
      SPELLING
    }

    /** Checks the pattern, and that the form is one that the slot and the pattern can have. */
    public Parameter {
      Pattern.compile(pattern);
      Optional<Form> usual = formOf(slot);
      if (form.isPresent() && usual.isPresent() && !form.equals(usual)) {
        throw new IllegalArgumentException(
            "'form' of the slot "
                + slot
                + " is always "
                + usual.get().name().toLowerCase(Locale.ROOT)
                + "; leave it out, or name another slot");
      }
      if (digits(form, slot, pattern) && form.isPresent() && lengths(pattern, DIGITS).length == 0) {
        throw new IllegalArgumentException(
            "'pattern' takes no digits; write one such as [0-9]{6}, or change the form");
      }
    }

    private static boolean digits(Optional<Form> form, String slot, String pattern) {
      return form.or(() -> formOf(slot))
          .map(Form.DIGITS::equals)
          .orElse(pattern.startsWith("[0-9]"));
    }

    private static Optional<Form> formOf(String slot) {
      return switch (slot) {
        case "email" -> Optional.of(Form.EMAIL);
        case "name" -> Optional.of(Form.NAME);
        case "spelling" -> Optional.of(Form.SPELLING);
        default -> Optional.empty();
      };
    }

    /** The question in other words than {@code before}, if there are any. */
    public String askAgain(String before) {
      return askAgain.filter(words -> !words.equals(before)).orElse(ask);
    }

    /** True when the value is digits. */
    public boolean digits() {
      return digits(form, slot, pattern);
    }

    /**
     * What the answer to {@link #ask} looks like; digits and letters as many as the pattern takes.
     */
    public Expecting expecting() {
      Optional<Form> given = digits() ? Optional.of(Form.DIGITS) : form.or(() -> formOf(slot));
      return given.map(this::expecting).orElse(Expecting.ANYTHING);
    }

    private Expecting expecting(Form given) {
      Set<String> slots = Set.of(slot);
      return switch (given) {
        case EMAIL -> new Expecting(Expecting.Form.EMAIL, slots, 0, 0);
        case NAME -> new Expecting(Expecting.Form.NAME, slots, 0, 0);
        case DIGITS -> counted(Expecting.Form.DIGITS, DIGITS);
        case SPELLING -> counted(Expecting.Form.SPELLING, SPELT);
      };
    }

    private Expecting counted(Expecting.Form given, String signs) {
      int[] lengths = lengths(pattern, signs);
      return lengths.length == 0
          ? new Expecting(given, Set.of(slot), 0, 0)
          : new Expecting(given, Set.of(slot), lengths[0], lengths[lengths.length - 1]);
    }

    /** How many of the same sign in a row the pattern takes. */
    private static int[] lengths(String pattern, String signs) {
      return IntStream.rangeClosed(1, LONGEST)
          .filter(
              length ->
                  signs
                      .chars()
                      .mapToObj(sign -> Character.toString(sign).repeat(length))
                      .anyMatch(value -> Pattern.matches(pattern, value)))
          .toArray();
    }

    private String decides() {
      return slot + form.map(Form::name).orElse("") + pattern;
    }

    /** True when {@code value} has the parameter's form. */
    public boolean accepts(String value) {
      return Pattern.matches(pattern, value);
    }
  }

  /**
   * Something that must hold of a fact.
   *
   * @param fact its name
   * @param is the value it must have
   * @param within the time since that date may be at most this
   * @param otherwise what the caller is told when it does not hold, a {@link Template}
   */
  public record Rule(
      String fact, Optional<String> is, Optional<Duration> within, String otherwise) {
    /** Checks that there is exactly one condition. */
    public Rule {
      if (is.isPresent() == within.isPresent()) {
        throw new IllegalArgumentException("a rule has either 'is' or 'within'");
      }
    }
  }

  /**
   * Above it the AI may not act alone.
   *
   * @param fact the amount
   * @param atMost in the fact's currency
   * @param rule the escalation rule that takes over
   * @param reason in a few words, for the brief
   * @param say what the caller is told
   */
  public record Limit(String fact, String atMost, String rule, String reason, String say) {
    /** Checks the amount. */
    public Limit {
      if (new BigDecimal(atMost).signum() < 0) {
        throw new IllegalArgumentException("at-most cannot be negative");
      }
    }
  }
}
