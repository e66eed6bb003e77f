package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  private static final Set<String> TRANSFER =
      Set.of(
          "OFFERING>JOINING",
          "OFFERING>QUEUED",
          "OFFERING>RETURNED",
          "JOINING>BRIDGED",
          "JOINING>OFFERING",
          "JOINING>RETURNED",
          "BRIDGED>RETURNED",
          "QUEUED>OFFERING",
          "QUEUED>RETURNED");
  private static final Set<String> OFFER =
      Set.of(
          "DIALING>BRIEFING",
          "DIALING>LOST",
          "DIALING>UNANSWERED",
          "DIALING>MACHINE",
          "DIALING>FAILED",
          "BRIEFING>ACCEPTED",
          "BRIEFING>LOST",
          "BRIEFING>REFUSED",
          "BRIEFING>UNANSWERED",
          "BRIEFING>MACHINE",
          "BRIEFING>FAILED",
          "ACCEPTED>LOST",
          "ACCEPTED>FAILED");

  @Test
  void everyPairOfTransferStatesIsAllowedOrThrowsWithBothNames() {
    for (TransferState from : TransferState.values()) {
      for (TransferState to : TransferState.values()) {
        if (TRANSFER.contains(from + ">" + to)) {
          assertThat(Transitions.check(from, to)).isEqualTo(to);
        } else {
          assertThatThrownBy(() -> Transitions.check(from, to))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining(from.name())
              .hasMessageContaining(to.name());
        }
      }
    }
  }

  @Test
  void everyPairOfOfferStatesIsAllowedOrThrowsWithBothNames() {
    for (OfferState from : OfferState.values()) {
      for (OfferState to : OfferState.values()) {
        if (OFFER.contains(from + ">" + to)) {
          assertThat(Transitions.check(from, to)).isEqualTo(to);
        } else {
          assertThatThrownBy(() -> Transitions.check(from, to))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining(from.name())
              .hasMessageContaining(to.name());
        }
      }
    }
  }

  @Test
  void endedOffersAreNotOpen() {
    for (OfferState state : OfferState.values()) {
      boolean open = OFFER.stream().anyMatch(pair -> pair.startsWith(state + ">"));
      assertThat(Transitions.open(state)).as(state.name()).isEqualTo(open);
    }
  }
}
