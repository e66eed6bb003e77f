package org.cordboard.dialog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.config.SystemClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** A server that {@code store.redis.uri} names. */
class NamedServerTest {
  private static final int LIMIT_S = 20;

  sealed interface Event extends LedgerEvent {
    record Happened(int number) implements Event {}
  }

  @TempDir Path folder;
  private final SystemClock clock = new SystemClock("named-server");

  @AfterEach
  void close() {
    clock.close();
  }

  private StoreParts named(int port) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("my.conf"),
            "store.redis {\n  uri = \"redis://u:hush@127.0.0.1:" + port + "\"\n}\n");
    return StoreParts.assemble(
        Settings.load(file, Map.of(), Map.of("store.ledger.retry-at-most", "200ms")),
        new LedgerCodec().register(Event.class),
        clock,
        "me");
  }

  @Test
  void absentServerIsWaitedForAndCallsAreKeptInMemory() throws IOException {
    int port;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    try (StoreParts parts = named(port)) {
      assertThat(parts.ledgers().degraded()).isTrue();
      CallLedger ledger = parts.ledgers().open(new CallId("CA-early"), clock);
      assertThat(commit(ledger)).isEqualTo(Commit.MEMORY);

      try (EmbeddedRedis server =
          EmbeddedRedis.start(TestRedis.bound(folder, "store.redis.port = " + port))) {
        letIn(server);
        CompletableFuture<Boolean> durable = new CompletableFuture<>();
        clock.run(() -> awaitDurable(ledger, durable));
        assertThat(durable.orTimeout(LIMIT_S, TimeUnit.SECONDS).join()).isTrue();
        assertThat(parts.ledgers().degraded()).isFalse();
      }
    }
  }

  @Test
  void serverThatRefusesUsIsNamedWithPlaceAndFixAndWithoutThePassword() throws IOException {
    try (EmbeddedRedis server = EmbeddedRedis.start(TestRedis.bound(folder))) {
      assertThatThrownBy(() -> named(server.port()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("my.conf:2")
          .hasMessageContaining("127.0.0.1:" + server.port())
          .hasMessageContaining("refuses us")
          .hasMessageContaining("mend user, password")
          .hasMessageNotContaining("hush")
          .hasMessageNotContaining("\n");
    }
  }

  private static void letIn(EmbeddedRedis server) {
    try (RedisClient client = RedisClient.create("127.0.0.1", server.port())) {
      client.sendCommand(
          redis.clients.jedis.Protocol.Command.ACL, "SETUSER", "u", "on", ">hush", "~*", "+@all");
    }
  }

  private Commit commit(CallLedger ledger) {
    CompletableFuture<Commit> done = new CompletableFuture<>();
    clock.run(() -> ledger.commit(new Event.Happened(1), done::complete));
    return done.orTimeout(LIMIT_S, TimeUnit.SECONDS).join();
  }

  private void awaitDurable(CallLedger ledger, CompletableFuture<Boolean> durable) {
    ledger.commit(
        new Event.Happened(2),
        commit -> {
          if (commit == Commit.DURABLE) {
            durable.complete(true);
          } else {
            clock.after(Duration.ofMillis(50), () -> awaitDurable(ledger, durable));
          }
        });
  }
}
