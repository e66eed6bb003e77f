package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cordboard.sim.scenario.LedgerLine;
import org.cordboard.sim.scenario.ScenarioFile;
import org.cordboard.sim.scenario.ScenarioWriter;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Wav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The caller's turns, cut out of a recording. */
class CallClipsTest {
  private static final int PER_MS = 8;
  private static final int AROUND_MS = 250;
  private static final byte EARLY = 0x11;
  private static final byte LATE = 0x22;

  @TempDir Path folder;

  private static LedgerLine line(long sequence, String type, Object... fields) {
    JsonObject body = new JsonObject();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return new LedgerLine(sequence, "2026-11-22T10:00:0" + sequence + "Z", type, body);
  }

  private static List<LedgerLine> call() {
    return List.of(
        line(1, "RecordingStarted", "file", "CA7.1.wav"),
        line(2, "CallerSaid", "text", "Hello.", "startMs", 100L, "endMs", 900L),
        line(3, "TransferChanged", "state", "BRIDGED"),
        line(4, "PersonSaid", "who", "caller", "text", "Hi.", "startMs", 2_000L, "endMs", 2_500L),
        line(5, "CallEnded", "outcome", "TRANSFERRED", "by", "CALLER"));
  }

  /** As the gateway records: the caller on the left, at first a low hum, after 2 s another. */
  private Path recording(int lastsMs) throws IOException {
    byte[] caller = new byte[lastsMs * PER_MS];
    Arrays.fill(caller, EARLY);
    if (lastsMs > 2_000) {
      Arrays.fill(caller, 2_000 * PER_MS, caller.length, LATE);
    }
    Path file = folder.resolve("recording.wav");
    Wav.writeMuLaw(file, caller, new byte[caller.length]);
    return file;
  }

  @Test
  void everyTurnIsAFileWithALittleAroundItAndTheScenarioTakesThem() throws IOException {
    CallClips.Names names = CallClips.write(recording(3_000), "CA7", call(), folder);
    assertThat(names.talk()).containsExactly("CA7-1.wav");
    assertThat(names.joined()).containsExactly("CA7-2.wav");
    short[] first = Wav.read(folder.resolve("CA7-1.wav")).mono();
    assertThat(first).hasSize((900 + AROUND_MS) * PER_MS).containsOnly(MuLaw.decode(EARLY));
    short[] second = Wav.read(folder.resolve("CA7-2.wav")).mono();
    assertThat(second).hasSize((500 + 2 * AROUND_MS) * PER_MS);
    assertThat(second[AROUND_MS * PER_MS - 1]).isEqualTo(MuLaw.decode(EARLY));
    assertThat(second[AROUND_MS * PER_MS]).isEqualTo(MuLaw.decode(LATE));
    assertThat(folder.resolve("recording.wav")).doesNotExist();

    Path file = folder.resolve("CA7.yaml");
    Files.writeString(
        file,
        ScenarioWriter.write(
            call(), new ScenarioWriter.Plan("CA7", "any", Map.of(), names.talk(), names.joined())));
    assertThat(ScenarioFile.read(file, List.of("any")).caller().script().steps()).isNotEmpty();
  }

  @Test
  void recordingThatEndsBeforeTheWordsIsToldWithAWayOut() throws IOException {
    Path tooShort = recording(1_200);
    assertThatThrownBy(() -> CallClips.write(tooShort, "CA7", call(), folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("leave --audio out");
  }
}
