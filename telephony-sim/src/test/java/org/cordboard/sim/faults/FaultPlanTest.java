package org.cordboard.sim.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanTest {
  private static final String CALLS = "/2010-04-01/Accounts/AC1/Calls.json";

  @Test
  void onlyTheNamedRequestsFailAndOnlySoOften() {
    FaultPlan plan = new FaultPlan(1);
    plan.add(FaultRule.next(2, "POST", "/Calls\\.json$", Fault.of(Fault.Kind.UNAVAILABLE)));
    assertThat(plan.take("GET", CALLS)).isEmpty();
    assertThat(plan.take("POST", "/2010-04-01/Accounts/AC1/Conferences.json")).isEmpty();
    assertThat(plan.take("POST", CALLS)).contains(Fault.of(Fault.Kind.UNAVAILABLE));
    assertThat(plan.take("POST", CALLS)).isPresent();
    assertThat(plan.take("POST", CALLS)).isEmpty();
    assertThat(plan.standing().get(0).failed()).isEqualTo(2);
  }

  @Test
  void firstRequestsAreLetThroughAndRulesFollowEachOther() {
    FaultPlan plan = new FaultPlan(1);
    plan.add(new FaultRule("*", "", 1, 1, 1, Fault.of(Fault.Kind.TOO_MANY)));
    plan.add(new FaultRule("*", "", 2, 1, 1, Fault.of(Fault.Kind.SERVER_ERROR)));
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      seen.add(plan.take("GET", CALLS).map(fault -> fault.kind().name()).orElse("-"));
    }
    assertThat(seen).containsExactly("-", "TOO_MANY", "-", "SERVER_ERROR", "-");
  }

  @Test
  void chanceIsTheSameForTheSameSeed() {
    assertThat(taken(7)).isEqualTo(taken(7)).isNotEqualTo(taken(8)).contains(true, false);
  }

  private static List<Boolean> taken(long seed) {
    FaultPlan plan = new FaultPlan(seed);
    plan.add(new FaultRule("*", "", 0, -1, 0.5, Fault.of(Fault.Kind.HANG)));
    List<Boolean> taken = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      taken.add(plan.take("GET", CALLS).isPresent());
    }
    return taken;
  }

  @ParameterizedTest
  @CsvSource({"get, '', 0, 1", "GET, '[', 0, 1", "GET, '', -1, 1", "GET, '', 0, 1.5"})
  void impossibleRuleIsRefused(String method, String path, int skip, double share) {
    assertThatThrownBy(() -> new FaultRule(method, path, skip, 1, share, Fault.of(Fault.Kind.HANG)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "429, TOO_MANY",
    "too-many, TOO_MANY",
    "502, BAD_GATEWAY",
    "reset, RESET",
    "400, REFUSED"
  })
  void faultIsNamedByStatusOrByWord(String name, Fault.Kind kind) {
    assertThat(Fault.Kind.named(name)).isEqualTo(kind);
  }
}
