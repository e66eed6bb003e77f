package org.cordboard.speech.google;

import com.google.protobuf.Duration;
import java.util.TreeMap;

/**
 * From Google's offsets, which count from the first byte of a stream, to positions in the call's
 * audio. Audio that was dropped before it was sent makes later offsets lie further on. Pure.
 */
final class StreamPlaces {
  private static final int SAMPLES_PER_SECOND = 8_000;
  private static final int NANOS_PER_SAMPLE = 125_000;

  private final TreeMap<Long, Long> positions = new TreeMap<>(); // by bytes sent before them
  private long sent;

  /** The next byte sent is the sample at {@code position}. */
  void from(long position) {
    positions.put(sent, position);
  }

  /** So many bytes were sent. */
  void sent(long bytes) {
    sent += bytes;
  }

  /** The position of {@code offset}; the end of what was sent for offsets beyond it. */
  long position(Duration offset) {
    long samples = offset.getSeconds() * SAMPLES_PER_SECOND + offset.getNanos() / NANOS_PER_SAMPLE;
    long within = Math.max(0, Math.min(samples, sent));
    var anchor = positions.floorEntry(within);
    return anchor == null ? within : anchor.getValue() + within - anchor.getKey();
  }
}
