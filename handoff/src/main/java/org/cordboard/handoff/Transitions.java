package org.cordboard.handoff;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What may follow what.
 *
 * <pre>
 * transfer   may become                            offer      may become
 * OFFERING   JOINING QUEUED RETURNED               DIALING    BRIEFING LOST UNANSWERED MACHINE FAILED
 * JOINING    BRIDGED OFFERING RETURNED             BRIEFING   ACCEPTED LOST REFUSED UNANSWERED
 * BRIDGED    RETURNED                                         MACHINE FAILED
 * QUEUED     OFFERING RETURNED                     ACCEPTED   LOST FAILED
 * RETURNED   –                                     others     –
 * </pre>
 *
 * JOINING becomes OFFERING again when the person is lost before the caller has been moved: the
 * caller is still with the AI and the next person is asked.
 */
final class Transitions {
  private static final Map<TransferState, Set<TransferState>> TRANSFER =
      Map.of(
          TransferState.OFFERING,
          EnumSet.of(TransferState.JOINING, TransferState.QUEUED, TransferState.RETURNED),
          TransferState.JOINING,
          EnumSet.of(TransferState.BRIDGED, TransferState.OFFERING, TransferState.RETURNED),
          TransferState.BRIDGED,
          EnumSet.of(TransferState.RETURNED),
          TransferState.QUEUED,
          EnumSet.of(TransferState.OFFERING, TransferState.RETURNED),
          TransferState.RETURNED,
          EnumSet.noneOf(TransferState.class));

  private static final Map<OfferState, Set<OfferState>> OFFER =
      Map.of(
          OfferState.DIALING,
          EnumSet.of(
              OfferState.BRIEFING,
              OfferState.LOST,
              OfferState.UNANSWERED,
              OfferState.MACHINE,
              OfferState.FAILED),
          OfferState.BRIEFING,
          EnumSet.of(
              OfferState.ACCEPTED,
              OfferState.LOST,
              OfferState.REFUSED,
              OfferState.UNANSWERED,
              OfferState.MACHINE,
              OfferState.FAILED),
          OfferState.ACCEPTED,
          EnumSet.of(OfferState.LOST, OfferState.FAILED));

  private Transitions() {}

  /** Returns {@code to}, or throws naming both. */
  static TransferState check(TransferState from, TransferState to) {
    if (!TRANSFER.getOrDefault(from, Set.of()).contains(to)) {
      throw new IllegalStateException("a transfer cannot go from " + from + " to " + to);
    }
    return to;
  }

  /** Returns {@code to}, or throws naming both. */
  static OfferState check(OfferState from, OfferState to) {
    if (!OFFER.getOrDefault(from, Set.of()).contains(to)) {
      throw new IllegalStateException("an offer cannot go from " + from + " to " + to);
    }
    return to;
  }

  static boolean open(OfferState state) {
    return OFFER.containsKey(state);
  }
}
