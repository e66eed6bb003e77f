package org.cordboard.gateway.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/**
 * Counters, gauges and distributions of the process, read in Prometheus text form (exposition
 * format 0.0.4). Names begin {@code cordboard_}; label values are from small fixed sets and never
 * personal. Any thread; counting takes no lock.
 */
public final class Meters {
  private final Map<String, Family> families = new ConcurrentHashMap<>();

  /**
   * A counter without labels.
   *
   * @param name ends in {@code _total}
   */
  public LongAdder counter(String name, String help) {
    return counter(name, help, "", "");
  }

  /** The counter of {@code name} for one value of a label. The same arguments give the same one. */
  public LongAdder counter(String name, String help, String label, String value) {
    String key = label.isEmpty() ? "" : "{" + label + "=\"" + escape(value) + "\"}";
    return family(name, help, "counter").counters.computeIfAbsent(key, k -> new LongAdder());
  }

  /** A gauge read when it is asked for; {@code value} answers at once, from any thread. */
  public void gauge(String name, String help, DoubleSupplier value) {
    family(name, help, "gauge").gauge = value;
  }

  /** A distribution over upper bounds in the unit of {@code name}, ascending. */
  public Distribution distribution(String name, String help, long... bounds) {
    Family family = family(name, help, "histogram");
    synchronized (family) {
      if (family.distribution == null) {
        family.distribution = new Distribution(bounds);
      }
      return family.distribution;
    }
  }

  /** Everything, sorted by name. */
  public String prometheus() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(families).forEach((name, family) -> family.write(name, text));
    return text.toString();
  }

  private Family family(String name, String help, String type) {
    if (!name.matches("cordboard_[a-z0-9_]+")) {
      throw new IllegalArgumentException("a meter's name is cordboard_…: " + name);
    }
    Family family = families.computeIfAbsent(name, n -> new Family(help, type));
    if (!family.type.equals(type)) {
      throw new IllegalArgumentException(name + " is a " + family.type + ", not a " + type);
    }
    return family;
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static final class Family {
    private final String help;
    private final String type;
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private volatile @org.jspecify.annotations.Nullable DoubleSupplier gauge;
    private volatile @org.jspecify.annotations.Nullable Distribution distribution;

    Family(String help, String type) {
      this.help = help;
      this.type = type;
    }

    void write(String name, StringBuilder text) {
      text.append("# HELP ").append(name).append(' ').append(help).append('\n');
      text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
      new TreeMap<>(counters)
          .forEach(
              (labels, count) ->
                  text.append(name).append(labels).append(' ').append(count.sum()).append('\n'));
      DoubleSupplier reading = gauge;
      if (reading != null) {
        text.append(name).append(' ').append(reading.getAsDouble()).append('\n');
      }
      Distribution spread = distribution;
      if (spread != null) {
        spread.write(name, text);
      }
    }
  }
}
