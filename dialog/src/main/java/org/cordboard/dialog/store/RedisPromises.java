package org.cordboard.dialog.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link Promises} in Redis: a hash of all by id, and a sorted set of the open ones by due time.
 */
final class RedisPromises implements Promises {
  private final RedisConnection redis;
  private final String all;
  private final String open;
  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  RedisPromises(RedisConnection redis) {
    this.redis = redis;
    this.all = redis.key("{promises}:all");
    this.open = redis.key("{promises}:open");
  }

  @Override
  public void make(Promise promise) {
    String written = write(promise);
    redis.ask(
        client -> {
          boolean fresh = client.hsetnx(all, promise.id(), written) == 1;
          Promise kept = fresh ? promise : read(client.hget(all, promise.id()));
          if (kept != null && kept.state() == Promise.State.OPEN) {
            client.zadd(open, kept.due().toEpochMilli(), kept.id()); // mends a crash in between
          }
          return fresh;
        });
  }

  @Override
  public List<Promise> open() {
    List<String> ids = redis.ask(client -> client.zrange(open, 0, -1));
    if (ids.isEmpty()) {
      return List.of();
    }
    return redis.ask(client -> client.hmget(all, ids.toArray(String[]::new))).stream()
        .map(this::read)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public boolean keep(String id) {
    return redis.ask(
        client -> {
          Promise promise = read(client.hget(all, id));
          if (promise == null) {
            return false;
          }
          client.hset(all, id, write(promise.as(Promise.State.KEPT)));
          client.zrem(open, id);
          return true;
        });
  }

  private String write(Promise promise) {
    try {
      return json.writeValueAsString(promise);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a promise", impossible);
    }
  }

  private @Nullable Promise read(@Nullable String kept) {
    try {
      return kept == null ? null : json.readValue(kept, Promise.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a promise in the store is broken", broken);
    }
  }
}
