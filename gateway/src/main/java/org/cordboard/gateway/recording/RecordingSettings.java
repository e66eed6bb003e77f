package org.cordboard.gateway.recording;

import java.time.Duration;

/**
 * Settings {@code gateway.recording}.
 *
 * @param enabled whether calls are recorded
 * @param keep how long a recording is kept
 * @param backlog blocks of one second that may wait to be written, per call
 */
public record RecordingSettings(boolean enabled, Duration keep, int backlog) {
  /** Checks the ranges. */
  public RecordingSettings {
    if (keep.toHours() < 1) {
      throw new IllegalArgumentException("keep must be 1h or more, such as 30d");
    }
    if (backlog < 2) {
      throw new IllegalArgumentException("backlog must be 2 or more");
    }
  }
}
