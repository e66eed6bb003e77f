package org.cordboard.dialog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same promises of both twins, and what Redis adds. */
class EffectsTest {
  @TempDir static Path folder;
  static EmbeddedRedis server;
  static RedisConnection connection;
  static StoreSettings settings;

  @BeforeAll
  static void start() {
    settings = TestRedis.bound(folder);
    server = EmbeddedRedis.start(settings);
    connection = RedisConnection.to(server.uri(), 4, settings.redis());
  }

  @AfterAll
  static void stop() {
    connection.close();
    server.close();
  }

  static Stream<Effects> effects() {
    return Stream.of(new MemoryEffects(), new RedisEffects(connection, settings.effects(), "a"));
  }

  static Stream<Promises> promises() {
    return Stream.of(new MemoryPromises(), new RedisPromises(connection));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void repeatedKeyAnswersTheFirstResult(Effects effects) throws Exception {
    AtomicInteger done = new AtomicInteger();

    Effects.Outcome first = effects.once("r1", () -> count(done));
    Effects.Outcome second = effects.once("r1", () -> count(done));

    assertThat(done).hasValue(1);
    assertThat(first).isEqualTo(new Effects.Outcome(Map.of("n", "1"), false));
    assertThat(second).isEqualTo(new Effects.Outcome(Map.of("n", "1"), true));
    assertThat(effects.result("r1")).contains(Map.of("n", "1"));
  }

  private static Map<String, String> count(AtomicInteger done) {
    return Map.of("n", Integer.toString(done.incrementAndGet()));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void failedEffectMayBeTriedAgain(Effects effects) throws Exception {
    assertThatThrownBy(
            () ->
                effects.once(
                    "r2",
                    () -> {
                      throw new IOException("no line");
                    }))
        .hasMessage("no line");
    assertThat(effects.result("r2")).isEmpty();

    assertThat(effects.once("r2", () -> Map.of("ok", "yes")).repeated()).isFalse();
  }

  @Test
  void resultIsSharedAcrossProcesses() throws Exception {
    new RedisEffects(connection, settings.effects(), "one").once("r3", () -> Map.of("by", "one"));

    Effects.Outcome other =
        new RedisEffects(connection, settings.effects(), "two")
            .once("r3", () -> Map.of("by", "two"));

    assertThat(other).isEqualTo(new Effects.Outcome(Map.of("by", "one"), true));
  }

  @Test
  void effectBegunByAnotherIsInDoubt() throws Exception {
    Effects one = new RedisEffects(connection, settings.effects(), "one");
    Effects two = new RedisEffects(connection, settings.effects(), "two");

    one.once(
        "r4",
        () -> {
          assertThatThrownBy(() -> two.once("r4", Map::of)).isInstanceOf(EffectInDoubt.class);
          return Map.of();
        });

    assertThat(two.once("r4", () -> Map.of("again", "yes")).repeated()).isTrue();
  }

  @Test
  void nothingIsDoneWhenTheStoreIsGone(@TempDir Path other) {
    StoreSettings gone = TestRedis.bound(other);
    EmbeddedRedis killed = EmbeddedRedis.start(gone);
    AtomicInteger done = new AtomicInteger();
    try (RedisConnection dead = RedisConnection.to(killed.uri(), 4, gone.redis())) {
      Effects effects = new RedisEffects(dead, gone.effects(), "a");
      TestRedis.kill(killed);

      assertThatThrownBy(() -> effects.once("r5", () -> count(done)))
          .isInstanceOf(StoreUnavailable.class);
      assertThat(done).hasValue(0);

      try (EmbeddedRedis again = EmbeddedRedis.start(gone)) {
        assertThat(again.uri()).isEqualTo(URI.create("redis://127.0.0.1:" + killed.port()));
        assertThat(new RedisPromises(dead).open()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("promises")
  void openPromisesAreListedByDueTimeUntilKept(Promises promises) {
    promises.make(promise("late", "2026-01-03T10:00:00Z"));
    promises.make(promise("soon", "2026-01-02T10:00:00Z"));
    promises.make(promise("soon", "2026-01-09T10:00:00Z"));

    assertThat(promises.open())
        .containsExactly(
            promise("soon", "2026-01-02T10:00:00Z"), promise("late", "2026-01-03T10:00:00Z"));

    assertThat(promises.keep("soon")).isTrue();
    assertThat(promises.keep("never made")).isFalse();
    promises.make(promise("soon", "2026-01-02T10:00:00Z"));
    assertThat(promises.open()).extracting(Promise::id).isEqualTo(List.of("late"));
  }

  private static Promise promise(String id, String due) {
    return new Promise(
        id, "CA1", "callback", "billing", "call back", Instant.parse(due), Promise.State.OPEN);
  }
}
