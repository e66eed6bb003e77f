package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.node.NodeServerSettings.Limits;
import org.cordboard.speech.node.NodeServerSettings.Listen;
import org.cordboard.speech.node.NodeSettings.ClientTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSettingsTest {

  @Test
  void theDefaultsAreTheRecordedOnes() {
    assertThat(NodeSettings.of(Settings.parse("")))
        .isEqualTo(
            new NodeSettings(
                List.of(),
                false,
                new NodeTls(Optional.empty(), Optional.empty(), Optional.empty()),
                new ClientTimes(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(1_200),
                    Duration.ofSeconds(1)),
                new NodeServerSettings(
                    new Listen("127.0.0.1", 8070, 8071),
                    new Limits(200, 64, Duration.ofSeconds(1), 5_000),
                    List.of(),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30))));
  }

  @Test
  void everyKeyCanBeSet(@TempDir Path folder) throws IOException {
    Path pem = Files.writeString(folder.resolve("some.pem"), "…");
    String hocon =
        """
        speech.node {
          addresses = ["a:1", "[::1]:2"], plaintext = true
          tls { certificate = "PEM", key = "PEM", authorities = "PEM" }
          client { start-wait = 1ms, silence = 2s, reconnect-first = 3s, reconnect-most = 4s
            answer-within = 5s, give-up = 6s }
          server {
            listen { host = "::1", port = 7, metrics-port = 8 }
            limits { streams = 9, syntheses = 10, lag = 11s, text-chars = 12 }
            languages = ["de"], report-every = 1s, idle = 13s, drain-grace = 14s
          }
        }
        """
            .replace("PEM", pem.toString());
    assertThat(NodeSettings.of(Settings.parse(hocon)))
        .isEqualTo(
            new NodeSettings(
                List.of("a:1", "[::1]:2"),
                true,
                new NodeTls(Optional.of(pem), Optional.of(pem), Optional.of(pem)),
                new ClientTimes(
                    Duration.ofMillis(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(6)),
                new NodeServerSettings(
                    new Listen("::1", 7, 8),
                    new Limits(9, 10, Duration.ofSeconds(11), 12),
                    List.of("de"),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(13),
                    Duration.ofSeconds(14))));
  }

  @Test
  void mistakesAreNamedWithTheirKey() {
    refused("addresses = [\"nowhere\"]", "host:port", "nowhere");
    refused("addresses = [\"a:70000\"]", "1…65535");
    refused("client.silence = 1ms", "silence", "100");
    refused("client { reconnect-first = 6s }", "reconnect-most");
    refused("server.limits { streams = 0, syntheses = 0 }", "nor both 0");
    refused("server.listen.port = 70000", "0…65535");
    refused("tls.certificate = /nowhere.pem", "go together");
    refused("tls.authorities = /nowhere.pem", "/nowhere.pem", "PEM");
  }

  private static void refused(String hocon, String... words) {
    Settings settings = Settings.parse("speech.node { " + hocon + " }");
    assertThatThrownBy(() -> NodeSettings.of(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void anAddressIsReadAndWrittenAlike() {
    assertThat(NodeAddress.of("[fe80::1]:8070")).hasToString("[fe80::1]:8070");
    assertThat(NodeAddress.of("node-1.speech:8070")).hasToString("node-1.speech:8070");
  }

  @Test
  void onlyThisMachineIsLoopback() {
    assertThat(List.of("127.0.0.1:1", "127.9.9.9:1", "localhost:1", "[::1]:1"))
        .allMatch(written -> NodeAddress.of(written).loopback());
    assertThat(List.of("10.0.0.1:1", "127.0.0.1.evil.com:1", "node:1", "[fe80::1]:1"))
        .noneMatch(written -> NodeAddress.of(written).loopback());
  }

  @Test
  void waitsDoubleUpToTheirLimitAndBeginAgain() {
    Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(1));
    assertThat(List.of(backoff.next(), backoff.next(), backoff.next(), backoff.next()))
        .extracting(Duration::toMillis)
        .containsExactly(250L, 500L, 1_000L, 1_000L);
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(250));
  }
}
