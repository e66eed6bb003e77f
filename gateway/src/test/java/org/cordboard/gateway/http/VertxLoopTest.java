package org.cordboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class VertxLoopTest {

  @Test
  void tasksRunInlineOnTheLoopAndPostedElsewhere(Vertx vertx, VertxTestContext test) {
    VertxLoop loop = VertxLoops.of(vertx, 1).next();
    assertThatThrownBy(loop::assertOn).isInstanceOf(IllegalStateException.class);
    loop.run(
        () ->
            test.verify(
                () -> {
                  loop.assertOn();
                  List<String> order = new ArrayList<>();
                  loop.run(() -> order.add("inner"));
                  order.add("after");
                  assertThat(order).containsExactly("inner", "after");
                  test.completeNow();
                }));
  }

  @Test
  void timerCancelledOnTheLoopNeverFires(Vertx vertx, VertxTestContext test) {
    VertxLoop loop = VertxLoops.of(vertx, 1).next();
    loop.run(
        () -> {
          Clock.Timer dropped =
              loop.clock()
                  .after(
                      Duration.ZERO,
                      () -> test.failNow(new AssertionError("a cancelled timer fired")));
          loop.clock().after(Duration.ofMillis(5), test::completeNow);
          dropped.cancel();
          dropped.cancel();
        });
  }

  @Test
  void laterSetButSoonerDueTimerFiresFirst(Vertx vertx, VertxTestContext test) {
    VertxLoop loop = VertxLoops.of(vertx, 1).next();
    loop.run(
        () -> {
          Clock.Timer far =
              loop.clock()
                  .after(
                      Duration.ofHours(1),
                      () -> test.failNow(new AssertionError("an hour's timer fired first")));
          loop.clock()
              .after(
                  Duration.ofMillis(5),
                  () ->
                      test.verify(
                          () -> {
                            loop.assertOn();
                            far.cancel();
                            test.completeNow();
                          }));
        });
  }

  @Test
  void loopsAreDealtRoundRobin(Vertx vertx) {
    VertxLoops loops = VertxLoops.of(vertx, 2);
    VertxLoop first = loops.next();
    assertThat(loops.next()).isNotSameAs(first);
    assertThat(loops.next()).isSameAs(first);
  }
}
