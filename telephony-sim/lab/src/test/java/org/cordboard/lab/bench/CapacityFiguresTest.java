package org.cordboard.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.cordboard.sim.load.LoadWindow;
import org.cordboard.sim.load.Samples;
import org.junit.jupiter.api.Test;

class CapacityFiguresTest {
  private static final JsonObject VOICE = new JsonObject().put("closedUs", 1.0).put("openUs", 20.0);

  /** A step in which every turn was answered at once, by a generator so {@code busy}. */
  private static LoadStep step(int calls, double busy) {
    Samples none = new Samples();
    LoadWindow window = new LoadWindow(10, calls, none, 0, 0, 0, 0, 0, none, busy, 500);
    JsonObject gateway = new JsonObject().put("lagP99Ms", 1.0).put("lagMaxMs", 2.0);
    gateway.put("heapUsed", 1_000_000L * calls).put("rss", 1_000_000L * calls);
    return new LoadStep(calls, window, 0.5, gateway, 0);
  }

  private static CapacityFigures figures(LoadStep... steps) {
    return new CapacityFigures(List.of(steps), VOICE, 200);
  }

  @Test
  void whatHoldsReachesTheGoal() {
    CapacityFigures figures = figures(step(100, 0.2), step(200, 0.4));
    assertThat(figures.reached()).isTrue();
    assertThat(figures.toJson().getInteger("held")).isEqualTo(200);
  }

  @Test
  void aSaturatedGeneratorVoidsTheRun() {
    CapacityFigures figures = figures(step(100, 0.2), step(200, 0.86));
    assertThat(figures.reached()).isFalse();
    assertThat(figures.toJson().getInteger("held")).isEqualTo(100);
    assertThat(figures.lines())
        .anyMatch(line -> line.contains("at least 100 calls"))
        .anyMatch(line -> line.contains("VOID at 200 calls: the generator was saturated"));
    assertThat(step(200, 0.86).row()).contains("VOID").doesNotContain("holds");
  }
}
