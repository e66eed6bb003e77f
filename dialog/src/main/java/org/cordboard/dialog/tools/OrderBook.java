package org.cordboard.dialog.tools;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.store.Effects;
import org.cordboard.dialog.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The sample company's order system: orders from a file, refunds in {@link Effects}. An order is
 * refunded at most once, by whichever call comes first.
 */
final class OrderBook implements Backend {
  private static final String NUMBER = "order_number";
  private static final String BY = "by"; // key of the call's effect that did the refund
  private static final String OUTCOME = "outcome";

  private final Map<String, Order> orders;
  private final Effects refunds;
  private final Supplier<LocalDate> today;

  OrderBook(Map<String, Order> orders, Effects refunds, Supplier<LocalDate> today) {
    this.orders = Map.copyOf(orders);
    this.refunds = refunds;
    this.today = today;
  }

  /** Reads the orders; a mistake is one line with file, line and fix. */
  static Map<String, Order> read(Path file) {
    Map<String, Order> orders = new LinkedHashMap<>();
    try {
      for (Order order :
          new ObjectMapper()
              .readValue(Files.readString(file), new TypeReference<List<Order>>() {})) {
        if (orders.put(order.number(), order) != null) {
          throw new SettingsException(
              file + ": two orders have one number; give each a number of its own");
        }
      }
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      throw new SettingsException(
          file
              + ":"
              + (at == null ? 1 : at.getLineNr())
              + ": "
              + broken.getOriginalMessage().replaceAll("\\s+", " ")
              + "; mend the order there",
          broken);
    } catch (IOException unreadable) {
      throw new SettingsException(file + ": cannot be read; add the sample orders", unreadable);
    }
    return orders;
  }

  @Override
  public Map<String, String> lookUp(ToolDefinition tool, Map<String, String> arguments) {
    String number = arguments.getOrDefault(NUMBER, "");
    @Nullable Order order = orders.get(number);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(NUMBER, number);
    facts.put(Authority.FOUND, Boolean.toString(order != null));
    if (order != null) {
      facts.putAll(order.facts(today.get(), refunded(tool, number)));
    }
    return facts;
  }

  @Override
  public Map<String, String> perform(
      ToolDefinition tool, Map<String, String> arguments, Map<String, String> facts, String key)
      throws Exception {
    Map<String, String> result = new LinkedHashMap<>(facts);
    if (!tool.irreversible()) {
      result.put(OUTCOME, "done");
      return result;
    }
    result.put(OUTCOME, "done");
    result.put(BY, key);
    Map<String, String> recorded =
        new LinkedHashMap<>(
            refunds.once(effect(arguments.getOrDefault(NUMBER, "")), () -> result).result());
    boolean ours = key.equals(recorded.remove(BY));
    recorded.put(OUTCOME, ours ? "done" : "refused");
    return recorded;
  }

  /** Whoever only asks where an order is gets an answer without the store too. */
  private boolean refunded(ToolDefinition tool, String number) {
    try {
      return refunds.result(effect(number)).isPresent();
    } catch (StoreUnavailable gone) {
      if (tool.irreversible()) {
        throw gone;
      }
      return false;
    }
  }

  private static String effect(String number) {
    return "refund:" + number;
  }
}
