package org.cordboard.sim.carrier;

import java.time.Instant;

/**
 * A conference as the API shows it.
 *
 * @param status init, in-progress or completed
 * @param endReason why it ended, such as {@code last-participant-left}; empty while it lasts
 * @param endedBy the leg that ended it; empty when none
 */
public record RoomView(
    String sid,
    String name,
    String status,
    Instant created,
    Instant updated,
    String endReason,
    String endedBy) {

  static RoomView of(Conference room) {
    String status =
        switch (room.state()) {
          case INIT -> "init";
          case IN_PROGRESS -> "in-progress";
          case COMPLETED -> "completed";
        };
    return new RoomView(
        room.sid(),
        room.name(),
        status,
        room.created(),
        room.updated(),
        room.endReason(),
        room.endedBy());
  }
}
