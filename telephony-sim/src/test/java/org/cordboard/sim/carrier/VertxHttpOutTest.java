package org.cordboard.sim.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.Completion;
import org.cordboard.config.ManualClock;
import org.junit.jupiter.api.Test;

class VertxHttpOutTest {
  @Test
  void requestThatIsRepeatedAfterTheEndIsDroppedWithoutAnError() throws Exception {
    Vertx vertx = Vertx.vertx();
    List<String> told = new ArrayList<>();
    try {
      VertxHttpOut out = new VertxHttpOut(vertx, new ManualClock());
      out.close();
      out.send(
          new HttpOut.Ask(
              "POST",
              "http://127.0.0.1:9/again",
              Map.of(),
              "",
              Duration.ofSeconds(1),
              Duration.ofSeconds(1)),
          Completion.of(reply -> told.add("answered"), failure -> told.add("failed")));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
    assertThat(told).isEmpty();
  }
}
