package org.cordboard.sim.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverridesTest {
  @Test
  void withoutAFragmentOnlyConnectionsAreTriedTwice() {
    Overrides usual = Overrides.of("https://gw/x");
    assertThat(usual.retries()).isEqualTo(1);
    assertThat(usual.on()).containsExactly("ct");
    assertThat(usual.read().toMillis()).isEqualTo(15_000);
    assertThat(usual.connect().toMillis()).isEqualTo(5000);
  }

  @Test
  void fragmentIsReadAndBadValuesKeepTheirDefault() {
    Overrides given = Overrides.of("https://gw/x#rc=5&rp=ct,rt,5xx&rt=4000&ct=99&tt=99999");
    assertThat(given.retries()).isEqualTo(5);
    assertThat(given.on()).containsExactlyInAnyOrder("ct", "rt", "5xx");
    assertThat(given.read().toMillis()).isEqualTo(4000);
    assertThat(given.connect().toMillis()).isEqualTo(5000);
    assertThat(given.total().toMillis()).isEqualTo(15_000);
  }
}
