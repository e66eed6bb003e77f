package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reply times: from the end of the caller's speech to the first sound of the answer, as heard.
 *
 * @param each the gaps, in order
 */
public record Gaps(List<Stretch> each) {
  /** Copies the list. */
  public Gaps {
    each = List.copyOf(each);
  }

  /** The gaps of several recordings, pooled. */
  public static Gaps pooled(List<Gaps> recordings) {
    return new Gaps(recordings.stream().flatMap(gaps -> gaps.each().stream()).toList());
  }

  /** How many there are. */
  public int count() {
    return each.size();
  }

  /**
   * The length that {@code percent} of the gaps do not exceed (nearest rank), in milliseconds; 0
   * when there are none.
   */
  public long percentileMs(double percent) {
    List<Long> sorted = lengths().sorted().toList();
    if (sorted.isEmpty()) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** The median, in milliseconds. */
  public long p50Ms() {
    return percentileMs(50);
  }

  /** What 95 of 100 do not exceed, in milliseconds. */
  public long p95Ms() {
    return percentileMs(95);
  }

  private Stream<Long> lengths() {
    return each.stream().map(Stretch::lengthMs);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("count", count())
        .put("p50Ms", p50Ms())
        .put("p95Ms", p95Ms())
        .put("eachMs", new JsonArray(lengths().toList()));
  }
}
