package org.cordboard.dialog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.store.StoreParts;
import org.cordboard.dialog.store.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisLedgerTest {
  @TempDir static Path folder;
  static final SystemClock loop = new SystemClock("call");
  static StoreParts parts;
  static StoreParts other;

  @BeforeAll
  static void start() {
    TestRedis.shareProgram(folder);
    Settings patient = TestRedis.settings(folder, "store.ledger.acknowledge-within = 15s");
    parts = StoreParts.assemble(patient, SampleEvent.codec(), loop, "one");
    other = StoreParts.assemble(patient, SampleEvent.codec(), loop, "two");
  }

  @AfterAll
  static void stop() {
    other.close();
    parts.close();
    loop.close();
  }

  @Test
  void committedEntriesAreInTheStreamUnderTheirNumbers() {
    CallId call = new CallId("CA-committed");
    CallLedger ledger = parts.ledgers().open(call, loop);

    Commit commit =
        Await.of(
            done ->
                loop.run(
                    () -> {
                      ledger.append(new SampleEvent.Said("hello"));
                      ledger.append(new SampleEvent.Said("there"));
                      ledger.commit(new SampleEvent.Decided(7), done::complete);
                    }));

    assertThat(commit).isEqualTo(Commit.DURABLE);
    RedisClient redis = parts.connection().client();
    assertThat(redis.xrange("cordboard:call:{CA-committed}:ledger", "-", "+"))
        .extracting(entry -> entry.getID().toString())
        .containsExactly("1-0", "2-0", "3-0");
    assertThat(
            redis.xrevrange("cordboard:call:{CA-committed}:ledger", "+", "-", 1).get(0).getFields())
        .containsEntry("owner", "one")
        .containsEntry("type", "Decided")
        .containsEntry("version", "1")
        .containsEntry("body", "{\"number\":7}")
        .containsKey("at");
    assertThat(entries(parts, call)).isEqualTo(Await.on(loop, ledger::entries));
  }

  private static List<LedgerEntry> entries(StoreParts store, CallId call) {
    return Await.completion(then -> store.ledgers().read(call, loop, then));
  }

  @Test
  void manyCallsKeepTheirOwnOrder() {
    List<CallLedger> ledgers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ledgers.add(parts.ledgers().open(new CallId("CA-many-" + i), loop));
    }
    List<CompletableFuture<Commit>> commits = new ArrayList<>();
    Await.run(
        loop,
        () -> {
          for (int n = 0; n < 100; n++) {
            for (CallLedger ledger : ledgers) {
              ledger.append(new SampleEvent.Decided(n));
            }
          }
          for (CallLedger ledger : ledgers) {
            CompletableFuture<Commit> commit = new CompletableFuture<>();
            commits.add(commit);
            ledger.commit(new SampleEvent.Decided(100), commit::complete);
          }
        });

    assertThat(commits).allSatisfy(commit -> assertThat(commit.join()).isEqualTo(Commit.DURABLE));
    for (CallLedger ledger : ledgers) {
      Await.<Boolean>of(done -> loop.run(() -> ledger.close(() -> done.complete(true))));
      assertThat(entries(parts, ledger.call()))
          .extracting(LedgerEntry::sequence)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 101).boxed().toList());
    }
  }

  @Test
  void entriesBeyondTheWaitingRoomFollowInOrder() {
    Settings narrow =
        TestRedis.settings(
            folder,
            "store.ledger { acknowledge-within = 15s, waiting-entries = 4, batch-entries = 2 }");
    try (StoreParts small = StoreParts.assemble(narrow, SampleEvent.codec(), loop, "small")) {
      CallLedger ledger = small.ledgers().open(new CallId("CA-narrow"), loop);
      Await.run(
          loop,
          () -> {
            for (int n = 0; n < 200; n++) {
              ledger.append(new SampleEvent.Decided(n));
            }
          });

      assertThat(commit(ledger, new SampleEvent.Said("last"))).isEqualTo(Commit.DURABLE);
      assertThat(entries(parts, ledger.call())).isEqualTo(Await.on(loop, ledger::entries));
    }
  }

  @Test
  void survivorReadsTheEntriesAndNumbersOn() {
    CallId call = new CallId("CA-resumed");
    CallLedger first = parts.ledgers().open(call, loop);
    commit(first, new SampleEvent.Said("before"));

    CallLedger second = Await.completion(then -> other.ledgers().resume(call, loop, then));

    assertThat(Await.on(loop, second::entries)).isEqualTo(Await.on(loop, first::entries));
    assertThat(commit(second, new SampleEvent.Said("after"))).isEqualTo(Commit.DURABLE);
    assertThat(entries(parts, call)).extracting(LedgerEntry::sequence).containsExactly(1L, 2L);
  }

  @Test
  void formerOwnerIsFencedAndNothingOfItsGetsInLater() {
    CallId call = new CallId("CA-fenced");
    CallLedger first = parts.ledgers().open(call, loop);
    commit(first, new SampleEvent.Said("mine"));
    CallLedger second = Await.completion(then -> other.ledgers().resume(call, loop, then));
    commit(second, new SampleEvent.Said("taken over"));
    CompletableFuture<Boolean> hook = new CompletableFuture<>();
    loop.run(() -> first.whenFenced(() -> hook.complete(true)));

    List<Commit> commits =
        Await.of(
            done ->
                loop.run(
                    () -> {
                      List<Commit> all = new ArrayList<>();
                      first.append(new SampleEvent.Said("stale"));
                      first.append(new SampleEvent.Said("staler"));
                      first.commit(new SampleEvent.Decided(1), all::add);
                      first.commit(
                          new SampleEvent.Decided(2),
                          commit -> {
                            all.add(commit);
                            done.complete(all);
                          });
                    }));

    assertThat(commits).containsExactly(Commit.FENCED, Commit.FENCED);
    assertThat(hook.join()).isTrue();
    assertThat(commit(first, new SampleEvent.Decided(3))).isEqualTo(Commit.FENCED);
    assertThat(commit(second, new SampleEvent.Said("goes on"))).isEqualTo(Commit.DURABLE);
    assertThat(entries(parts, call))
        .extracting(LedgerEntry::body)
        .containsExactly(
            "{\"text\":\"mine\"}", "{\"text\":\"taken over\"}", "{\"text\":\"goes on\"}");
  }

  @Test
  void entryThatIsThereAlreadyCountsAsWritten() {
    CallId call = new CallId("CA-again");
    LedgerEntry entry = SampleEvent.codec().encode(1, loop.now(), new SampleEvent.Said("once"));
    RedisClient redis = parts.connection().client();
    for (int i = 0; i < 2; i++) {
      Object reply =
          redis.eval(
              StreamScript.TEXT,
              List.of("cordboard:call:{CA-again}:ledger"),
              StreamScript.arguments("one", List.of(entry)));
      assertThat(StreamScript.Answer.of(reply)).isEqualTo(new StreamScript.Answer(1, "OK"));
    }
    assertThat(entries(parts, call)).hasSize(1);
  }

  @Test
  void indexListsLiveAndEndedCalls() {
    CallId call = new CallId("CA-index");
    CallLedger ledger = parts.ledgers().open(call, loop);
    commit(ledger, new SampleEvent.Said("hello"));
    assertThat(Await.<List<CallId>>completion(then -> parts.ledgers().live(loop, then)))
        .contains(call);

    parts.ledgers().ended(call);
    commit(ledger, new SampleEvent.Said("outcome"));

    assertThat(Await.<List<CallId>>completion(then -> other.ledgers().live(loop, then)))
        .doesNotContain(call);
    assertThat(Await.<List<CallId>>completion(then -> other.ledgers().ended(1, loop, then)))
        .containsExactly(call);
    assertThat(parts.connection().client().pttl("cordboard:call:{CA-index}:ledger"))
        .isGreaterThan(0);
  }

  @Test
  void unknownCallCannotBeResumed() {
    assertThatThrownBy(
            () ->
                Await.<CallLedger>completion(
                    then -> parts.ledgers().resume(new CallId("CA-none"), loop, then)))
        .hasRootCauseInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("CA-none");
  }

  private static Commit commit(CallLedger ledger, LedgerEvent event) {
    return Await.of(done -> loop.run(() -> ledger.commit(event, done::complete)));
  }
}
