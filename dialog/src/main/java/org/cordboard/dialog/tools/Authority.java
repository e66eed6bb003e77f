package org.cordboard.dialog.tools;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Decides whether a tool call may happen: level, business rules, limit, durability, confirmation.
 * It stands outside the model: whatever the model asks for passes here, and only here. Pure.
 *
 * <table>
 * <caption>In this order; the first that applies decides</caption>
 * <tr><th>condition</th><th>decision</th></tr>
 * <tr><td>nothing was found</td><td>refused, with the rule's sentence</td></tr>
 * <tr><td>the caller's level is too low</td><td>not identified, without a word about the facts</td></tr>
 * <tr><td>another rule about the facts fails</td><td>refused, with the rule's sentence</td></tr>
 * <tr><td>above the limit</td><td>escalate, with the limit's rule</td></tr>
 * <tr><td>irreversible and the ledger is not durable</td><td>not durable</td></tr>
 * <tr><td>irreversible and not confirmed</td><td>needs confirmation</td></tr>
 * <tr><td>otherwise</td><td>allowed</td></tr>
 * </table>
 */
public final class Authority {
  /** The fact that tells whether the looked-up thing exists. */
  public static final String FOUND = "found";

  private Authority() {}

  /**
   * The state of the call that matters here.
   *
   * @param level how well the caller is known
   * @param confirmed true when the caller has agreed to exactly this call's read-back
   * @param durable true when the ledger's store answers
   * @param today the company's date
   */
  public record Standing(Level level, boolean confirmed, boolean durable, LocalDate today) {}

  /** The decision on {@code tool} with the looked-up {@code facts}. */
  public static Decision decide(ToolDefinition tool, Map<String, String> facts, Standing standing) {
    for (ToolDefinition.Rule rule : tool.rules()) {
      if (!rule.fact().equals(FOUND) && !standing.level().reaches(tool.level())) {
        break;
      }
      if (!holds(rule, facts, standing.today())) {
        return new Decision.Refused(tool.fill(rule.otherwise(), facts));
      }
    }
    if (!standing.level().reaches(tool.level())) {
      return new Decision.NotIdentified();
    }
    if (tool.limit().isPresent() && above(tool.limit().get(), facts)) {
      ToolDefinition.Limit limit = tool.limit().get();
      return new Decision.Escalate(limit.rule(), limit.reason(), tool.fill(limit.say(), facts));
    }
    if (tool.irreversible() && !standing.durable()) {
      return new Decision.NotDurable();
    }
    if (tool.irreversible() && !standing.confirmed()) {
      return new Decision.NeedsConfirmation(tool.fill(tool.confirm().orElse(""), facts));
    }
    return new Decision.Allowed();
  }

  private static boolean holds(
      ToolDefinition.Rule rule, Map<String, String> facts, LocalDate today) {
    String value = facts.getOrDefault(rule.fact(), "");
    if (rule.is().isPresent()) {
      return rule.is().get().equals(value);
    }
    try {
      long days = ChronoUnit.DAYS.between(LocalDate.parse(value), today);
      return days >= 0 && days <= rule.within().orElseThrow().toDays();
    } catch (DateTimeException unreadable) {
      return false; // what cannot be checked does not hold
    }
  }

  private static boolean above(ToolDefinition.Limit limit, Map<String, String> facts) {
    try {
      BigDecimal amount = new BigDecimal(facts.getOrDefault(limit.fact(), ""));
      return amount.compareTo(new BigDecimal(limit.atMost())) > 0;
    } catch (NumberFormatException unreadable) {
      return true; // an amount that cannot be read is not within the limit
    }
  }
}
