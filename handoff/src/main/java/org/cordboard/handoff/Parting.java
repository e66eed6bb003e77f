package org.cordboard.handoff;

import java.time.Duration;
import java.util.Set;
import org.cordboard.handoff.HandoffSettings.AfterPerson;

/** How a talk with a person ended, and so what becomes of the caller. Pure. */
final class Parting {
  /** Why an offer ended whose line broke; begins with what the carrier said. */
  static final String LINE_FAILED = "the line failed";

  private static final String DROPPED = "dropped";
  private static final String HANDED_BACK = "handed-back";
  private static final Set<String> UNFINISHED = Set.of(DROPPED, "failed");

  private Parting() {}

  /** Why the caller goes back to the AI now that the person is gone, {@code detail} says how. */
  static String reason(
      TransferModel model, HandoffSettings settings, String detail, long nowNanos) {
    if (model.state() != TransferState.BRIDGED) {
      return "failed";
    }
    Duration talked = Duration.ofNanos(nowNanos - model.room().bridgedAtNanos());
    boolean cutOff = detail.equals(LINE_FAILED) || talked.compareTo(settings.dropWithin()) < 0;
    return cutOff ? DROPPED : HANDED_BACK;
  }

  /** Whether a caller whose room is over comes back to the AI. */
  static boolean comesBack(TransferModel model, HandoffSettings settings, long nowNanos) {
    String decided = model.room().returning();
    String reason = decided == null ? reason(model, settings, "", nowNanos) : decided;
    return settings.afterPerson() == AfterPerson.ASK || UNFINISHED.contains(reason);
  }
}
