package org.cordboard.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cordboard.config.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Waits for replies in virtual time: the figures are the same wherever they are measured. */
class VirtualLatencyTest {
  private static final int CALLS = 6;
  private static final Logger GATEWAY = (Logger) LoggerFactory.getLogger("org.cordboard");

  @TempDir Path folder;

  @BeforeAll
  static void quiet() {
    GATEWAY.setLevel(Level.OFF);
  }

  @AfterAll
  static void logAgain() {
    GATEWAY.setLevel(null);
  }

  private LatencyFigures run(Parts parts, Map<String, String> more) throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    Map<String, String> given = new HashMap<>(more);
    given.put("playbook.path", root.resolve("dialog/playbook").toString());
    return VirtualLatency.run(
        parts,
        CALLS,
        1,
        folder,
        set -> {
          given.putAll(set);
          return Settings.load(null, Map.of(), given);
        });
  }

  @Test
  void workingAheadShortensRepliesAndARunIsTheSameAgain() throws IOException {
    LatencyFigures ahead = run(Parts.SCRIPTED, Map.of());
    LatencyFigures after = run(Parts.SCRIPTED, Map.of("dialog.speculation", "false"));

    assertThat(p50(after) - p50(ahead)).as(after.table() + ahead.table()).isGreaterThan(150);
    assertThat(run(Parts.SCRIPTED, Map.of()).toJson()).isEqualTo(ahead.toJson());
    assertThat(folder.resolve("slowest-scripted.html")).isNotEmptyFile();
  }

  private static int p50(LatencyFigures figures) {
    return figures.toJson().getJsonObject("replies").getInteger("p50Ms");
  }

  @Test
  void partsWithoutDelaysLeaveLittle() throws IOException {
    LatencyFigures figures = run(Parts.INSTANT, Map.of());
    assertThat(figures.missed()).as(figures.table()).isEmpty();
  }
}
