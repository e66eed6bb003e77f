package org.cordboard.gateway.http;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How often values fell under each of some bounds; any thread, no lock. */
public final class Distribution {
  private final long[] bounds;
  private final LongAdder[] counts;
  private final LongAdder sum = new LongAdder();

  Distribution(long... bounds) {
    this.bounds = bounds.clone();
    this.counts = new LongAdder[bounds.length + 1];
    Arrays.setAll(counts, i -> new LongAdder());
  }

  /** Counts one value. */
  public void record(long value) {
    int at = Arrays.binarySearch(bounds, value);
    counts[at >= 0 ? at : -at - 1].increment();
    sum.add(value);
  }

  void write(String name, StringBuilder text) {
    long running = 0;
    for (int i = 0; i < counts.length; i++) {
      running += counts[i].sum();
      String bound = i < bounds.length ? Long.toString(bounds[i]) : "+Inf";
      text.append(name)
          .append("_bucket{le=\"")
          .append(bound)
          .append("\"} ")
          .append(running)
          .append('\n');
    }
    text.append(name).append("_sum ").append(sum.sum()).append('\n');
    text.append(name).append("_count ").append(running).append('\n');
  }
}
