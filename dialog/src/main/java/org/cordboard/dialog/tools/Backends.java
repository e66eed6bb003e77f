package org.cordboard.dialog.tools;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.store.Effects;
import org.cordboard.dialog.store.Promises;

/** The systems that a playbook's tools act on, by name. */
public final class Backends {
  private final Map<String, Backend> byName;

  /** Backends by the name that {@link ToolDefinition#backend} uses. */
  public Backends(Map<String, Backend> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * The sample company's: {@code orders} over {@code data/orders.json}, and {@code messages}.
   *
   * @param playbook the company's folder
   * @param effects does refunds once
   * @param promises the work list that messages go to
   * @param clock tells the date
   * @param zone of the company
   */
  public static Backends sample(
      Path playbook, Effects effects, Promises promises, Clock clock, ZoneId zone) {
    return new Backends(
        Map.of(
            "orders",
            new OrderBook(
                OrderBook.read(playbook.resolve("data/orders.json")),
                effects,
                () -> LocalDate.ofInstant(clock.now(), zone)),
            "messages",
            new MessageBook(promises, clock)));
  }

  /** Checks that every tool has its backend, as one line otherwise. */
  public Backends requireAll(ToolCatalog tools) {
    for (ToolDefinition tool : tools.all()) {
      if (!byName.containsKey(tool.backend())) {
        throw new SettingsException(
            tool.name()
                + ".conf: backend '"
                + tool.backend()
                + "' is not known; use one of "
                + byName.keySet().stream().sorted().toList());
      }
    }
    return this;
  }

  /** The backend of a tool. */
  public Backend of(ToolDefinition tool) {
    Backend backend = byName.get(tool.backend());
    if (backend == null) {
      throw new IllegalStateException("no backend " + tool.backend());
    }
    return backend;
  }
}
