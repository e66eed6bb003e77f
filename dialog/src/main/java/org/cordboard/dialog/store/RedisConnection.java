package org.cordboard.dialog.store;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** A pooled connection to the Redis server that is in use. Any thread; its commands block. */
public final class RedisConnection implements AutoCloseable {
  private final RedisClient client;
  private final String keyPrefix;

  private RedisConnection(RedisClient client, String keyPrefix) {
    this.client = client;
    this.keyPrefix = keyPrefix;
  }

  /**
   * A connection to {@code uri}; nothing is sent yet.
   *
   * @param most connections at a time
   */
  static RedisConnection to(URI uri, int most, StoreSettings.Redis settings) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis((int) settings.connectTimeout().toMillis())
            .socketTimeoutMillis((int) settings.commandTimeout().toMillis())
            .database(JedisURIHelper.hasDbIndex(uri) ? JedisURIHelper.getDBIndex(uri) : 0)
            .ssl(JedisURIHelper.isRedisSSLScheme(uri));
    if (JedisURIHelper.getPassword(uri) != null) {
      config.user(JedisURIHelper.getUser(uri)).password(JedisURIHelper.getPassword(uri));
    }
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(most);
    pool.setMaxIdle(most);
    pool.setMaxWait(settings.commandTimeout());
    RedisClient client =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(uri))
            .clientConfig(config.build())
            .poolConfig(pool)
            .build();
    return new RedisConnection(client, settings.keyPrefix());
  }

  /**
   * Asks whether the server is there.
   *
   * @return why nothing answers, in a few words; empty when it does
   * @throws JedisException when it answers, and refuses us
   */
  Optional<String> absence() {
    try {
      client.ping();
      return Optional.empty();
    } catch (JedisException failure) {
      Throwable deepest = deepest(failure);
      if (deepest instanceof IOException && !(deepest instanceof SSLException)) {
        return Optional.of(reason(failure));
      }
      throw failure;
    }
  }

  /** Why {@code failure} happened, in one line. */
  static String reason(Throwable failure) {
    return String.valueOf(deepest(failure).getMessage())
        .lines()
        .findFirst()
        .orElse("no reason given");
  }

  private static Throwable deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null || deepest.getSuppressed().length > 0) {
      deepest = deepest.getCause() != null ? deepest.getCause() : deepest.getSuppressed()[0];
    }
    return deepest;
  }

  /** The client, for whoever keeps things of their own in the store. */
  public RedisClient client() {
    return client;
  }

  /** {@code <prefix>:<name>}. */
  public String key(String name) {
    return keyPrefix + ":" + name;
  }

  String keyPrefix() {
    return keyPrefix;
  }

  /**
   * Asks something that may be asked twice: pooled connections may have died with a server that has
   * come back since, and are replaced.
   *
   * @throws StoreUnavailable when there is no answer
   */
  public <T> T ask(Function<RedisClient, T> question) {
    try {
      return question.apply(client);
    } catch (JedisConnectionException stale) {
      client.getPool().clear();
    } catch (JedisException refused) {
      throw new StoreUnavailable(refused);
    }
    try {
      return question.apply(client);
    } catch (JedisException gone) {
      throw new StoreUnavailable(gone);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
