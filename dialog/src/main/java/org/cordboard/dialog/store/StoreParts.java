package org.cordboard.dialog.store;

import java.net.URI;
import org.cordboard.config.Clock;
import org.cordboard.config.Settings;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.dialog.ledger.RedisLedgerStore;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept in the store, over one server: {@code store.redis.uri}, or an embedded one when
 * that is empty. Made once per process, by the thread that wires it; closed last.
 */
public final class StoreParts implements AutoCloseable {
  private static final int CALLER_CONNECTIONS = 16; // workers that use effects, promises, desk

  private final @Nullable EmbeddedRedis embedded;
  private final RedisConnection connection;
  private final LedgerStore ledgers;
  private final Effects effects;
  private final Promises promises;

  private StoreParts(
      StoreSettings settings, Where where, LedgerCodec codec, Clock clock, String owner) {
    this.embedded = where.embedded();
    this.connection = where.connection();
    this.ledgers =
        new RedisLedgerStore(
            new RedisLedgerStore.Place(connection.client(), connection.keyPrefix(), owner),
            codec,
            settings.ledger(),
            clock);
    this.effects = new RedisEffects(connection, settings.effects(), owner);
    this.promises = new RedisPromises(connection);
  }

  private record Where(@Nullable EmbeddedRedis embedded, RedisConnection connection) {}

  /**
   * Connects, starting the embedded server when none is named.
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
    String place = settings.origin("store.redis.uri");
    if (!store.redis().uri().isEmpty()) {
      URI named = URI.create(store.redis().uri());
      return new Where(null, RedisConnection.open(named, place, most, store.redis()));
    }
    EmbeddedRedis embedded = EmbeddedRedis.start(store);
    try {
      return new Where(embedded, RedisConnection.open(embedded.uri(), place, most, store.redis()));
    } catch (RuntimeException failed) {
      embedded.close();
      throw failed;
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
