package org.cordboard.dialog.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * {@link Effects} in Redis: the key is claimed with {@code SET NX PX}, the result replaces the
 * claim. A claim without result is an effect in doubt; it runs out after the configured time.
 */
final class RedisEffects implements Effects {
  private static final String CLAIMED = "claimed by ";
  private static final String RELEASE =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end";
  private static final TypeReference<Map<String, String>> RESULT = new TypeReference<>() {};

  private final RedisConnection redis;
  private final StoreSettings.Effects settings;
  private final String claim;
  private final ObjectMapper json = new ObjectMapper();

  RedisEffects(RedisConnection redis, StoreSettings.Effects settings, String owner) {
    this.redis = redis;
    this.settings = settings;
    this.claim = CLAIMED + owner;
  }

  @Override
  public Outcome once(String key, Callable<Map<String, String>> effect) throws Exception {
    String name = name(key);
    SetParams first = new SetParams().nx().px(settings.claim().toMillis());
    if (!claimed(name, first)) {
      return new Outcome(
          result(key)
              .orElseThrow(() -> new EffectInDoubt("the effect was begun and has no result yet")),
          true);
    }
    Map<String, String> result;
    try {
      result = Map.copyOf(effect.call());
    } catch (Exception failed) {
      release(name, failed);
      throw failed;
    }
    keep(name, result);
    return new Outcome(result, false);
  }

  /** Not through {@code ask}: a claim whose answer was lost must not be mistaken for another's. */
  private boolean claimed(String name, SetParams first) {
    try {
      redis.ask(client -> client.exists(name)); // replaces stale connections
      return redis.client().set(name, claim, first) != null;
    } catch (JedisException gone) {
      throw new StoreUnavailable(gone);
    }
  }

  private void release(String name, Exception failed) {
    try {
      redis.ask(client -> String.valueOf(client.eval(RELEASE, List.of(name), List.of(claim))));
    } catch (StoreUnavailable gone) {
      failed.addSuppressed(gone); // the claim runs out by itself
    }
  }

  private void keep(String name, Map<String, String> result) {
    try {
      String written = json.writeValueAsString(result);
      SetParams kept = new SetParams().px(settings.retention().toMillis());
      redis.ask(client -> client.set(name, written, kept));
    } catch (StoreUnavailable gone) {
      throw new EffectInDoubt("the effect was done and its result could not be kept", gone);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a result is text by text", impossible);
    }
  }

  @Override
  public Optional<Map<String, String>> result(String key) {
    String kept = redis.ask(client -> Optional.ofNullable(client.get(name(key)))).orElse(CLAIMED);
    if (kept.startsWith(CLAIMED)) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(kept, RESULT));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("what is kept under " + name(key) + " is broken", broken);
    }
  }

  private String name(String key) {
    return redis.key("effect:" + key);
  }
}
