package org.cordboard.dialog.store;

import java.net.URI;
import java.util.Optional;
import org.cordboard.config.Clock;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.dialog.ledger.RedisLedgerStore;
import org.cordboard.dialog.memory.CallerLanguages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * All that is kept in the store, over one server: {@code store.redis.uri}, or an embedded one when
 * that is empty. Made once per process, by the thread that wires it; closed last.
 */
public final class StoreParts implements AutoCloseable {
  private static final int CALLER_CONNECTIONS = 16; // workers that use effects, promises, desk

  private static final String URI_KEY = "store.redis.uri";
  private static final Logger log = LoggerFactory.getLogger(StoreParts.class);

  private final @Nullable EmbeddedRedis embedded;
  private final RedisConnection connection;
  private final LedgerStore ledgers;
  private final Effects effects;
  private final Promises promises;
  private final CallerLanguages languages;

  private StoreParts(
      StoreSettings settings, Where where, LedgerCodec codec, Clock clock, String owner) {
    this.embedded = where.embedded();
    this.connection = where.connection();
    RedisLedgerStore kept =
        new RedisLedgerStore(
            new RedisLedgerStore.Place(connection.client(), connection.keyPrefix(), owner),
            codec,
            settings.ledger(),
            clock);
    if (!where.present()) {
      kept.absent();
    }
    this.ledgers = kept;
    this.effects = new RedisEffects(connection, settings.effects(), owner);
    this.promises = new RedisPromises(connection);
    this.languages = new RedisCallerLanguages(connection, settings.callers().retention());
  }

  private record Where(
      @Nullable EmbeddedRedis embedded, RedisConnection connection, boolean present) {}

  /**
   * Connects, starting the embedded server when none is named. A named server that does not answer
   * is no error: the ledgers begin degraded and are written when it comes.
   *
   * @param settings its section {@code store} is read
   * @param codec knows every ledger event of the process
   * @param clock for the times in the index of calls
   * @param owner names this process among the writers of ledgers: different after each start
   * @throws org.cordboard.config.SettingsException in one line, when the store cannot be used
   */
  public static StoreParts assemble(
      Settings settings, LedgerCodec codec, Clock clock, String owner) {
    StoreSettings store = settings.bind("store", StoreSettings.class);
    Where where = connect(settings, store);
    return new StoreParts(store, where, codec, clock, owner);
  }

  private static Where connect(Settings settings, StoreSettings store) {
    int most = store.ledger().lanes() + store.ledger().readers() + CALLER_CONNECTIONS;
    if (!store.redis().uri().isEmpty()) {
      URI named = URI.create(store.redis().uri());
      RedisConnection connection = RedisConnection.to(named, most, store.redis());
      return new Where(null, connection, knock(connection, settings.origin(URI_KEY), named));
    }
    EmbeddedRedis embedded = EmbeddedRedis.start(store);
    return new Where(embedded, RedisConnection.to(embedded.uri(), most, store.redis()), true);
  }

  /** True when the named server answers; one that is away is waited for, and calls go on. */
  private static boolean knock(RedisConnection connection, String place, URI named) {
    String server = named.getHost() + ":" + named.getPort(); // never the password
    try {
      Optional<String> absence = connection.absence();
      absence.ifPresent(
          why ->
              log.warn(
                  "{}: '{}' names {}, which does not answer ({}): calls are kept in memory and"
                      + " nothing irreversible is done until it does; start Redis there, or leave"
                      + " the key empty for a server of our own",
                  place,
                  URI_KEY,
                  server,
                  why));
      return absence.isEmpty();
    } catch (JedisException refused) {
      connection.close();
      throw new SettingsException(
          place
              + ": '"
              + URI_KEY
              + "' names "
              + server
              + ", which refuses us ("
              + RedisConnection.reason(refused)
              + "); mend user, password or scheme, or leave the key empty for a server of our own",
          refused);
    }
  }

  /** The ledgers of calls. */
  public LedgerStore ledgers() {
    return ledgers;
  }

  /** What is done once. */
  public Effects effects() {
    return effects;
  }

  /** What is owed to callers. */
  public Promises promises() {
    return promises;
  }

  /** Which languages callers have spoken. */
  public CallerLanguages languages() {
    return languages;
  }

  /** The connection, for whoever keeps things of their own in the store. */
  public RedisConnection connection() {
    return connection;
  }

  /** Writes what waits, closes the connection, stops the embedded server if nobody else uses it. */
  @Override
  public void close() {
    ledgers.close();
    connection.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
