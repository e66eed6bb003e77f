package org.cordboard.dialog.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order of the sample company, from {@code data/orders.json}. Dates are ISO, or {@code today-6}
 * and {@code today+2}, so that the sample never goes stale.
 */
record Order(
    @JsonProperty(required = true) String number,
    @JsonProperty(required = true) String items,
    @JsonProperty(required = true) String amount,
    @JsonProperty(required = true) String currency,
    @JsonProperty(required = true) String status,
    boolean refundable,
    boolean charged,
    boolean refunded,
    @Nullable String ordered,
    @Nullable String shipped,
    @Nullable String expected,
    @Nullable String delivered) {

  Order {
    if (!number.matches("[0-9]{6}")) {
      throw new IllegalArgumentException("'number' must be six digits");
    }
    if (!amount.matches("[0-9]+\\.[0-9]{2}")) {
      throw new IllegalArgumentException("'amount' must look like 24.90");
    }
    LocalDate any = LocalDate.EPOCH;
    for (@Nullable String date : new @Nullable String[] {ordered, shipped, expected, delivered}) {
      resolve(date, any);
    }
  }

  /** The order as facts on {@code today}; {@code paidBack} tells whether we have refunded it. */
  Map<String, String> facts(LocalDate today, boolean paidBack) {
    boolean back = refunded || paidBack;
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("order_number", number);
    facts.put("items", items);
    facts.put("amount", amount);
    facts.put("currency", currency);
    facts.put("status", status);
    facts.put("state", back ? "refunded" : status);
    facts.put("refundable", Boolean.toString(refundable));
    facts.put("charged", Boolean.toString(charged));
    facts.put("refunded", Boolean.toString(back));
    facts.put("ordered", resolve(ordered, today));
    facts.put("shipped", resolve(shipped, today));
    facts.put("expected", resolve(expected, today));
    facts.put("delivered", resolve(delivered, today));
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String resolve(@Nullable String date, LocalDate today) {
    if (date == null || date.isEmpty()) {
      return "";
    }
    try {
      if (date.startsWith("today")) {
        String offset = date.substring("today".length());
        return today.plusDays(offset.isEmpty() ? 0 : Long.parseLong(offset)).toString();
      }
      return LocalDate.parse(date).toString();
    } catch (NumberFormatException | DateTimeParseException mistaken) {
      throw new IllegalArgumentException("'" + date + "' is no date; write 2026-01-05 or today-6");
    }
  }
}
