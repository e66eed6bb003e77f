package org.cordboard.dialog.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.dialog.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;

/**
 * A {@link LedgerStore} in Redis 6.2 or later: one stream per call and two sorted sets that list
 * the live and the ended ones. Writing never blocks the caller and outlives an absence of the
 * server; reading fails while there is none.
 */
public final class RedisLedgerStore implements LedgerStore {
  private static final Logger log = LoggerFactory.getLogger(RedisLedgerStore.class);
  private static final int WAITING_READS = 1000;

  private final RedisClient redis;
  private final LedgerKeys keys;
  private final String owner;
  private final LedgerCodec codec;
  private final LedgerSettings settings;
  private final Clock clock;
  private final List<WriterLane> lanes = new ArrayList<>();
  private final Workers readers;

  /** The server, the prefix of all keys there, and the name of this process among its writers. */
  public record Place(RedisClient redis, String keyPrefix, String owner) {}

  /** Starts the lanes; {@code place.redis} stays the caller's to close, after this. */
  public RedisLedgerStore(Place place, LedgerCodec codec, LedgerSettings settings, Clock clock) {
    this.redis = place.redis();
    this.keys = new LedgerKeys(place.keyPrefix());
    this.owner = place.owner();
    this.codec = codec;
    this.settings = settings;
    this.clock = clock;
    for (int i = 0; i < settings.lanes(); i++) {
      lanes.add(new WriterLane("ledger-lane-" + i, redis, settings));
    }
    this.readers = new BoundedWorkers("ledger-read", settings.readers(), WAITING_READS);
  }

  /** The server does not answer yet: degraded from here on, until it does. */
  public void absent() {
    for (WriterLane lane : lanes) {
      lane.suspect();
      lane.offer(new WriterLane.Work.Index(pipeline -> pipeline.exists(keys.live())));
    }
  }

  @Override
  public CallLedger open(CallId call, Loop loop) {
    double began = clock.now().toEpochMilli();
    index(call, pipeline -> pipeline.zadd(keys.live(), began, call.value()));
    return ledger(call, loop, List.of());
  }

  private CallLedger ledger(CallId call, Loop loop, List<LedgerEntry> earlier) {
    LedgerLog entries = new LedgerLog(codec, settings.memoryEntries());
    entries.restore(earlier);
    return new RedisLedger(
        call,
        loop,
        entries,
        lane(call),
        new RedisLedger.LaneRoute(keys.stream(call), owner),
        settings.acknowledgeWithin());
  }

  private WriterLane lane(CallId call) {
    return lanes.get(Math.floorMod(call.hashCode(), lanes.size()));
  }

  private void index(CallId call, java.util.function.Consumer<Pipeline> commands) {
    if (!lane(call).offer(new WriterLane.Work.Index(commands))) {
      log.warn("too much waits for the ledger store: the index of calls misses a change");
    }
  }

  @Override
  public void resume(CallId call, Loop loop, Completion<CallLedger> then) {
    read(
        call, loop, Completion.of(entries -> then.done(ledger(call, loop, entries)), then::failed));
  }

  @Override
  public void read(CallId call, Loop loop, Completion<List<LedgerEntry>> then) {
    ask(
        () -> {
          List<LedgerEntry> entries = new StreamReader(redis).read(keys.stream(call));
          if (entries.isEmpty()) {
            throw MemoryLedgerStore.unknown(call);
          }
          return entries;
        },
        loop,
        then);
  }

  @Override
  public void live(Loop loop, Completion<List<CallId>> then) {
    ask(() -> calls(redis.zrange(keys.live(), 0, -1)), loop, then);
  }

  @Override
  public void ended(int limit, Loop loop, Completion<List<CallId>> then) {
    ask(() -> calls(redis.zrevrange(keys.ended(), 0, limit - 1L)), loop, then);
  }

  private <T> void ask(Callable<T> question, Loop loop, Completion<T> then) {
    readers.submit(question, loop, then);
  }

  private static List<CallId> calls(List<String> names) {
    return names.stream().map(CallId::new).toList();
  }

  @Override
  public void ended(CallId call) {
    Instant now = clock.now();
    Duration retention = settings.retention();
    index(
        call,
        pipeline -> {
          pipeline.zrem(keys.live(), call.value());
          pipeline.zadd(keys.ended(), now.toEpochMilli(), call.value());
          pipeline.zremrangeByScore(
              keys.ended(), Double.NEGATIVE_INFINITY, now.minus(retention).toEpochMilli());
          pipeline.zremrangeByRank(keys.ended(), 0, -settings.endedCalls() - 1L);
          pipeline.pexpire(keys.stream(call), retention.toMillis());
        });
  }

  @Override
  public boolean degraded() {
    return lanes.stream().anyMatch(WriterLane::down);
  }

  @Override
  public void close() {
    lanes.forEach(WriterLane::close);
    readers.close();
  }
}
