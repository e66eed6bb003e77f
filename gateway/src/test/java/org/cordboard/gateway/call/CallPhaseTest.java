package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallPhaseTest {
  private static final Set<String> ALLOWED =
      Set.of(
          "RINGING CONVERSING",
          "RINGING BRIDGED",
          "RINGING ENDED",
          "CONVERSING TRANSFERRING",
          "CONVERSING BRIDGED",
          "CONVERSING ENDED",
          "TRANSFERRING CONVERSING",
          "TRANSFERRING BRIDGED",
          "TRANSFERRING ENDED",
          "BRIDGED TRANSFERRING",
          "BRIDGED CONVERSING",
          "BRIDGED ENDED");

  @Test
  void everyPairOfPhasesIsAllowedOrThrowsWithBothNames() {
    for (CallPhase from : CallPhase.values()) {
      for (CallPhase to : CallPhase.values()) {
        if (ALLOWED.contains(from + " " + to)) {
          assertThat(from.to(to)).isEqualTo(to);
        } else {
          assertThatThrownBy(() -> from.to(to))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining(from.name())
              .hasMessageContaining(to.name());
        }
      }
    }
  }
}
