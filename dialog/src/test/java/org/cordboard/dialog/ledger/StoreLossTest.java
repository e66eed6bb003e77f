package org.cordboard.dialog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.cordboard.config.SystemClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.store.EmbeddedRedis;
import org.cordboard.dialog.store.StoreParts;
import org.cordboard.dialog.store.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed under a call and comes back. */
class StoreLossTest {
  private static final CallId CALL = new CallId("CA-loss");

  @TempDir Path folder;
  final SystemClock loop = new SystemClock("call");
  EmbeddedRedis server;
  StoreParts parts;
  CallLedger ledger;
  final List<Boolean> changes = new ArrayList<>();
  final CompletableFuture<Boolean> recovered = new CompletableFuture<>();

  @BeforeEach
  void start() {
    server = EmbeddedRedis.start(TestRedis.bound(folder));
    parts =
        StoreParts.assemble(
            TestRedis.settings(
                folder,
                "store.redis.uri = \"" + server.uri() + "\"",
                "store.ledger.acknowledge-within = 1s",
                "store.ledger.retry-at-most = 200ms"),
            SampleEvent.codec(),
            loop,
            "one");
    ledger = parts.ledgers().open(CALL, loop);
    Await.run(
        loop,
        () ->
            ledger.watch(
                degraded -> {
                  changes.add(degraded);
                  if (!degraded) {
                    recovered.complete(true);
                  }
                }));
  }

  @AfterEach
  void stop() {
    parts.close();
    server.close();
    loop.close();
  }

  @Test
  void entriesOfTheLossAreAppendedInOrderOnReturn() {
    assertThat(commit(1)).isEqualTo(Commit.DURABLE);
    TestRedis.kill(server);
    List<Commit> answers = new ArrayList<>();

    loop.run(() -> ledger.append(new SampleEvent.Decided(2)));
    CompletableFuture<Commit> late = new CompletableFuture<>();
    loop.run(
        () ->
            ledger.commit(
                new SampleEvent.Decided(3),
                commit -> {
                  answers.add(commit);
                  late.complete(commit);
                }));

    assertThat(late.join()).isEqualTo(Commit.MEMORY);
    assertThat(Await.on(loop, ledger::degraded)).isTrue();
    assertThat(parts.ledgers().degraded()).isTrue();
    assertThat(commit(4)).isEqualTo(Commit.MEMORY);

    server = EmbeddedRedis.start(TestRedis.bound(folder));
    assertThat(recovered.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();

    assertThat(commit(5)).isEqualTo(Commit.DURABLE);
    assertThat(Await.on(loop, () -> List.copyOf(answers))).containsExactly(Commit.MEMORY);
    assertThat(Await.on(loop, () -> List.copyOf(changes))).containsExactly(true, false);
    assertThat(parts.ledgers().degraded()).isFalse();
    assertThat(stored()).isEqualTo(Await.on(loop, ledger::entries));
    assertThat(stored()).extracting(LedgerEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void killInMidStreamLosesAndReordersNothing() {
    int before = 2000;
    Await.run(loop, () -> LongStream.range(0, before).forEach(n -> said()));
    TestRedis.kill(server); // while the lane is writing
    Await.run(loop, () -> LongStream.range(0, before).forEach(n -> said()));

    server = EmbeddedRedis.start(TestRedis.bound(folder));
    CompletableFuture<Boolean> flushed = new CompletableFuture<>();
    Await.run(loop, () -> awaitDurable(flushed));
    flushed.orTimeout(20, TimeUnit.SECONDS).join();

    List<LedgerEntry> stored = stored();
    assertThat(stored).hasSizeGreaterThan(2 * before);
    assertThat(stored).isEqualTo(Await.on(loop, ledger::entries));
  }

  private void awaitDurable(CompletableFuture<Boolean> flushed) {
    ledger.commit(
        new SampleEvent.Decided(0),
        commit -> {
          if (commit == Commit.DURABLE) {
            flushed.complete(true);
          } else {
            loop.clock().after(java.time.Duration.ofMillis(50), () -> awaitDurable(flushed));
          }
        });
  }

  private void said() {
    ledger.append(new SampleEvent.Said("a sentence of an ordinary length, as callers say them"));
  }

  private List<LedgerEntry> stored() {
    return Await.completion(then -> parts.ledgers().read(CALL, loop, then));
  }

  private Commit commit(int number) {
    return Await.of(
        done -> loop.run(() -> ledger.commit(new SampleEvent.Decided(number), done::complete)));
  }
}
