package org.cordboard.dialog.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.privacy.SpokenDigits;

/**
 * Reads slots from a caller's words: {@code order_number} (exactly six digits), {@code amount}
 * ({@code 24.90}), {@code date}, {@code email}, {@code phone} (ten or eleven digits, or nine to
 * thirteen from zero on), {@code name}; and whatever slot was asked for, in the form in which it
 * was asked for.
 */
final class SlotRules {
  /** The slot of an order's number. */
  static final String ORDER_NUMBER = "order_number";

  private static final String NAME_SLOT = "name";
  private static final Set<String> READ = Set.of(ORDER_NUMBER, "phone");
  private static final int ORDER_DIGITS = 6;
  private static final Pattern CURRENCY =
      Pattern.compile("^\\s*(dollar|buck|usd|pound|euro|cent|franken|€)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(?:my name is|my name's|name is|this is|i am called|call me|speaking with|i'm"
              + "|[Mm]ein Name ist|[Ii]ch heiße|[Hh]ier spricht|[Hh]ier ist (?:Herr|Frau)"
              + "|[Ii]ch bin (?:der |die )?(?:Herr|Frau))\\s+"
              + "(\\p{Lu}[\\p{Ll}'’-]+(?:\\s+\\p{Lu}[\\p{Ll}'’-]+){0,2})");

  private SlotRules() {}

  static Map<String, String> read(String text, Expecting expecting) {
    Map<String, String> slots = new HashMap<>();
    List<SpokenDigits.Run> runs = SpokenDigits.find(text);
    Money.find(text).ifPresent(amount -> slots.put("amount", amount));
    orderNumber(text, runs, expecting).ifPresent(number -> slots.put(ORDER_NUMBER, number));
    phone(runs).ifPresent(number -> slots.put("phone", number));
    SpokenEmail.find(text).ifPresent(address -> slots.put("email", address));
    SpokenDates.find(text).ifPresent(date -> slots.put("date", date));
    name(text).ifPresent(name -> slots.put(NAME_SLOT, name));
    asked(text, runs, expecting)
        .ifPresent(value -> expecting.slots().forEach(slot -> slots.put(slot, value)));
    return slots;
  }

  /** True when a turn gives a name, and only because it was asked for one. */
  static boolean isBareName(String text, Expecting expecting) {
    return expecting.form() == Expecting.Form.NAME && name(text).isEmpty();
  }

  /** What was asked for, in the form in which it was asked for. */
  private static Optional<String> asked(
      String text, List<SpokenDigits.Run> runs, Expecting expecting) {
    return switch (expecting.form()) {
      case EMAIL -> SpokenEmail.find(text);
      case NAME -> SpokenName.find(text);
      case SPELLING -> SpokenCode.find(text);
      case DIGITS -> number(runs, expecting);
      case FREE, YES_NO -> Optional.empty();
    };
  }

  /** A number of its own length; orders and telephones have readers of their own. */
  private static Optional<String> number(List<SpokenDigits.Run> runs, Expecting expecting) {
    if (expecting.most() == 0 || expecting.slots().stream().anyMatch(READ::contains)) {
      return Optional.empty();
    }
    String all = runs.stream().map(SpokenDigits.Run::digits).collect(Collectors.joining());
    return List.of(all).stream()
        .filter(digits -> digits.length() >= expecting.least())
        .filter(digits -> digits.length() <= expecting.most())
        .findFirst();
  }

  /** The last run of six digits; when the number was asked for, its pieces put together. */
  private static Optional<String> orderNumber(
      String text, List<SpokenDigits.Run> runs, Expecting expecting) {
    String found = null;
    StringBuilder all = new StringBuilder();
    for (SpokenDigits.Run run : runs) {
      if (!money(text, run)) {
        all.append(run.digits());
        if (run.digits().length() == ORDER_DIGITS) {
          found = run.digits();
        } else if (run.digits().length() == 2 * ORDER_DIGITS && repeated(run.digits())) {
          found = run.digits().substring(0, ORDER_DIGITS);
        }
      }
    }
    if (found == null && expecting.slots().contains(ORDER_NUMBER) && all.length() == ORDER_DIGITS) {
      found = all.toString();
    }
    return Optional.ofNullable(found);
  }

  private static boolean repeated(String digits) {
    return digits.substring(0, ORDER_DIGITS).equals(digits.substring(ORDER_DIGITS));
  }

  private static boolean money(String text, SpokenDigits.Run run) {
    boolean before = run.start() > 0 && "$£€".indexOf(text.charAt(run.start() - 1)) >= 0;
    return before || CURRENCY.matcher(text.substring(run.end())).find();
  }

  private static Optional<String> phone(List<SpokenDigits.Run> runs) {
    return runs.stream().map(SpokenDigits.Run::digits).filter(SlotRules::isPhone).findFirst();
  }

  /** Ten or eleven digits, or a number with its leading zero, as they are said in Europe. */
  private static boolean isPhone(String digits) {
    boolean national = digits.startsWith("0") && !digits.startsWith("000");
    return digits.length() == 10
        || digits.length() == 11
        || (national && digits.length() >= 9 && digits.length() <= 13);
  }

  private static Optional<String> name(String text) {
    Matcher said = NAME.matcher(text);
    return said.find() ? Optional.of(said.group(1)) : Optional.empty();
  }
}
