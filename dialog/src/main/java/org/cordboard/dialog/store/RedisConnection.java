package org.cordboard.dialog.store;

import java.net.URI;
import java.util.function.Function;
import org.cordboard.config.SettingsException;
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
   * Connects to {@code uri} and asks whether it is there.
   *
   * @param place where the address was set, for the error
   * @param most connections at a time
   * @throws SettingsException when nothing answers
   */
  static RedisConnection open(URI uri, String place, int most, StoreSettings.Redis settings) {
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
    try {
      client.ping();
    } catch (JedisException unreachable) {
      client.close();
      throw new SettingsException(
          place
              + ": 'store.redis.uri' names "
              + JedisURIHelper.getHostAndPort(uri) // never the password
              + ", which does not answer ("
              + reason(unreachable)
              + "); start Redis there, or leave the key empty for a server of our own",
          unreachable);
    }
    return new RedisConnection(client, settings.keyPrefix());
  }

  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null || deepest.getSuppressed().length > 0) {
      deepest = deepest.getCause() != null ? deepest.getCause() : deepest.getSuppressed()[0];
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
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
