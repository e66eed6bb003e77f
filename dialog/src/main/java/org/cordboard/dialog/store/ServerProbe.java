package org.cordboard.dialog.store;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Asks an embedded server on this machine how it is. Blocking. */
final class ServerProbe {
  private static final int TIMEOUT_MS = 1000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int MOST_PAUSES = 500; // 5 s until it listens
  private static final int MOST_LOADING_PAUSES = 6000; // 60 s more to read a large data file

  private ServerProbe() {}

  private static Jedis connect(int port) {
    return new Jedis(
        new HostAndPort("127.0.0.1", port),
        DefaultJedisClientConfig.builder()
            .timeoutMillis(TIMEOUT_MS)
            .autoNegotiateProtocol(false)
            .build());
  }

  /** The process id of the Redis server at {@code port}; 0 when there is none. */
  static long processAt(int port) {
    try (Jedis redis = connect(port)) {
      return redis
          .info("server")
          .lines()
          .filter(line -> line.startsWith("process_id:"))
          .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
          .findFirst()
          .orElse(0);
    } catch (JedisException none) {
      return 0;
    }
  }

  /** Waits until the server answers; false when it has given up or takes too long. */
  static boolean comesUp(ServerFiles files, int port) throws IOException {
    int pauses = MOST_PAUSES;
    for (int i = 0; i < pauses; i++) {
      try (Jedis redis = connect(port)) {
        redis.ping();
        return files.process().isPresent();
      } catch (JedisDataException loading) {
        pauses = MOST_LOADING_PAUSES;
      } catch (JedisException notYet) {
        if (files.gaveUp()) {
          return false;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  static void shutDown(int port) {
    try (Jedis redis = connect(port)) {
      redis.shutdown();
    } catch (JedisException gone) {
      // it closes the connection instead of answering
    }
  }

  /** Waits until nothing listens any more; false when that takes too long. */
  static boolean goesDown(int port) {
    for (int i = 0; i < MOST_PAUSES; i++) {
      try (Jedis redis = connect(port)) {
        redis.ping();
      } catch (JedisDataException busy) {
        // it is there still
      } catch (JedisException gone) {
        return true;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }
}
