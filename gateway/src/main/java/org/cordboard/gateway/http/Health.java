package org.cordboard.gateway.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * How the process and its parts are. A degraded part (the store away, say) leaves the process
 * ready, since calls are answered without it; a part that is down, or draining, does not. Any
 * thread.
 */
public final class Health {
  private final Map<String, Supplier<Part>> parts = new ConcurrentSkipListMap<>();
  private volatile boolean open;

  /** Adds or replaces a part; {@code probe} answers at once, from any thread. */
  public void part(String name, Supplier<Part> probe) {
    parts.put(name, probe);
  }

  /** True from the moment that calls may come, false again while draining; false at first. */
  public void accepting(boolean accepting) {
    this.open = accepting;
  }

  /** True when calls may be sent here. */
  public boolean ready() {
    return open && parts().values().stream().noneMatch(part -> part.state() == State.DOWN);
  }

  /** Every part as it is now, by name. A probe that fails counts as down. */
  public Map<String, Part> parts() {
    Map<String, Part> now = new LinkedHashMap<>();
    parts.forEach((name, probe) -> now.put(name, ask(probe)));
    return now;
  }

  private static Part ask(Supplier<Part> probe) {
    try {
      return probe.get();
    } catch (RuntimeException broken) {
      return new Part(State.DOWN, "its probe failed: " + broken.getClass().getSimpleName());
    }
  }

  boolean accepting() {
    return open;
  }

  /** The states of a part. */
  public enum State {
    /** As it should be. */
    UP,
    /** Works, or is worked around. */
    DEGRADED,
    /** No call can be taken. */
    DOWN
  }

  /**
   * A part's state.
   *
   * @param detail in a few words; empty when there is nothing to say; nothing personal or secret
   */
  public record Part(State state, String detail) {
    /** A part that is as it should be. */
    public static final Part UP = new Part(State.UP, "");

    /** A part that is degraded when {@code degraded}, else up. */
    public static Part degradedIf(boolean degraded, String detail) {
      return degraded ? new Part(State.DEGRADED, detail) : UP;
    }
  }
}
