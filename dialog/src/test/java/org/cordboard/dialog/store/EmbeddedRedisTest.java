package org.cordboard.dialog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class EmbeddedRedisTest {
  @TempDir Path folder;

  @Test
  void dataOutlivesTheServer() {
    try (EmbeddedRedis server = EmbeddedRedis.start(TestRedis.bound(folder));
        RedisClient client = RedisClient.create("127.0.0.1", server.port())) {
      client.set("kept", "yes");
    }
    try (EmbeddedRedis again = EmbeddedRedis.start(TestRedis.bound(folder));
        RedisClient client = RedisClient.create("127.0.0.1", again.port())) {
      assertThat(client.get("kept")).isEqualTo("yes");
    }
  }

  @Test
  void closingStopsTheProcess() {
    EmbeddedRedis server = EmbeddedRedis.start(TestRedis.bound(folder));

    server.close();

    assertThat(ServerProbe.processAt(server.port())).isZero();
    assertThat(server.process()).isEmpty();
  }

  @Test
  void runningServerIsUsedAgain() {
    StoreSettings settings = TestRedis.bound(folder);
    try (EmbeddedRedis first = EmbeddedRedis.start(settings);
        EmbeddedRedis second = EmbeddedRedis.start(settings)) {
      assertThat(second.port()).isEqualTo(first.port());
      assertThat(second.process()).isEqualTo(first.process());

      second.close();
      assertThat(first.process()).isPresent();
    }
  }

  @Test
  void lastUserStopsIt() throws IOException {
    EmbeddedRedis server = EmbeddedRedis.start(TestRedis.bound(folder));
    Path parent =
        folder
            .resolve("users")
            .resolve(ProcessHandle.current().parent().orElseThrow().pid() + "-1");
    Files.writeString(parent, "");

    server.close();
    assertThat(server.process()).isPresent();

    Files.delete(parent);
    EmbeddedRedis.start(TestRedis.bound(folder)).close();
    assertThat(server.process()).isEmpty();
  }

  @Test
  void killedServerComesBackOnItsPort() {
    StoreSettings settings = TestRedis.bound(folder);
    EmbeddedRedis killed = EmbeddedRedis.start(settings);
    ProcessHandle process = killed.process().orElseThrow();
    TestRedis.kill(killed);

    try (EmbeddedRedis again = EmbeddedRedis.start(settings)) {
      assertThat(again.port()).isEqualTo(killed.port());
      assertThat(again.process()).isPresent().get().isNotEqualTo(process);
    }
  }

  @Test
  void portInUseIsNamedWithTheFix() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StoreSettings settings =
          TestRedis.bound(folder, "store.redis.port = " + taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedRedis.start(settings))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("in use")
          .hasMessageContaining("store.redis.port")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void folderThatIsAFileIsNamedWithTheFix() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedRedis.start(TestRedis.bound(file.resolve("redis"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("store.folder");
  }

  @Test
  void serverThatDoesNotStartIsExplainedByItsLog() throws IOException {
    Files.writeString(folder.resolve("appendonly.aof"), "this is no Redis log\n");

    assertThatThrownBy(() -> EmbeddedRedis.start(TestRedis.bound(folder)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("does not start: Bad file format")
        .hasMessageContaining("redis.log");
  }
}
