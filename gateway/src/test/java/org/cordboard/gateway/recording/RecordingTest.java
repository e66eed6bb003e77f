package org.cordboard.gateway.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.cordboard.config.Completion;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Workers;
import org.cordboard.dialog.CallId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final CallId CALL = new CallId("CA1");
  private static final byte CALLER = 0x10;
  private static final byte HEARD = 0x20;
  private static final byte QUIET = (byte) 0xFF;

  private final ManualClock clock = new ManualClock();
  @TempDir Path folder;

  private Recorder recorder(Workers workers) {
    return Recorder.in(folder, new RecordingSettings(true, Duration.ofDays(7), 3), workers);
  }

  private Recorder recorder() {
    return recorder(new InlineWorkers("files"));
  }

  private static byte[] frame(byte sample) {
    byte[] mulaw = new byte[160];
    Arrays.fill(mulaw, sample);
    return mulaw;
  }

  private static void speak(Recording recording, int fromFrame, int toFrame) {
    for (int i = fromFrame; i < toFrame; i++) {
      recording.caller(frame(CALLER), i * 160L);
    }
  }

  /** The file as a player reads it: sizes from the header, which must fit what is there. */
  private static Wav read(Path path) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(text(file, 0)).isEqualTo("RIFF");
    assertThat(text(file, 8)).isEqualTo("WAVE");
    assertThat(file.getShort(20)).isEqualTo((short) 7);
    assertThat(file.getShort(22)).isEqualTo((short) 2);
    assertThat(file.getInt(24)).isEqualTo(8000);
    assertThat(text(file, 50)).isEqualTo("data");
    int data = file.getInt(54);
    assertThat(file.getInt(4)).isEqualTo(50 + data);
    assertThat(file.getInt(46)).isEqualTo(data / 2);
    assertThat(file.capacity()).isGreaterThanOrEqualTo(58 + data);
    byte[] samples = new byte[data];
    file.position(58).get(samples);
    return new Wav(samples);
  }

  private static String text(ByteBuffer file, int at) {
    return new String(file.array(), at, 4, StandardCharsets.US_ASCII);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Wav(byte[] samples) {
    byte left(int sample) {
      return samples[2 * sample];
    }

    byte right(int sample) {
      return samples[2 * sample + 1];
    }

    int length() {
      return samples.length / 2;
    }
  }

  @Test
  void tracksLieSideBySideAtTheirSamplesAndGapsAreSilent() throws IOException {
    Recording recording = recorder().open(CALL, 1, clock);
    speak(recording, 0, 100);
    recording.heard(frame(HEARD), 12_000);
    speak(recording, 110, 200);
    recording.close(() -> {});

    Wav wav = read(recording.file());
    assertThat(wav.length()).isEqualTo(32_000);
    assertThat(wav.left(0)).isEqualTo(CALLER);
    assertThat(wav.right(0)).isEqualTo(QUIET);
    assertThat(wav.left(16_000)).as("the gap").isEqualTo(QUIET);
    assertThat(wav.left(17_600)).isEqualTo(CALLER);
    assertThat(wav.right(11_999)).isEqualTo(QUIET);
    assertThat(wav.right(12_000)).isEqualTo(HEARD);
    assertThat(wav.right(12_160)).isEqualTo(QUIET);
  }

  @Test
  void fileIsWholeAtAnyMomentOfTheCall() throws IOException {
    Recording recording = recorder().open(CALL, 1, clock);
    for (int second = 0; second < 10; second++) {
      speak(recording, second * 50, second * 50 + 50);
      if (second >= 2) {
        assertThat(read(recording.file()).length()).isGreaterThanOrEqualTo((second - 1) * 8_000);
      }
    }
  }

  @Test
  void whatWasCutOffIsNotHeardInTheRecording() throws IOException {
    Recording recording = recorder().open(CALL, 1, clock);
    speak(recording, 0, 10);
    recording.heard(frame(HEARD), 1_600);
    recording.heard(frame(HEARD), 1_760);
    recording.cutHeard(1_680);
    recording.close(() -> {});

    Wav wav = read(recording.file());
    assertThat(wav.right(1_679)).isEqualTo(HEARD);
    assertThat(wav.right(1_680)).isEqualTo(QUIET);
    assertThat(wav.right(1_800)).isEqualTo(QUIET);
  }

  @Test
  void mutedSpanIsSilentOnBothSides() throws IOException {
    Recording recording = recorder().open(CALL, 1, clock);
    speak(recording, 0, 50);
    recording.mute(true);
    speak(recording, 50, 100);
    recording.heard(frame(HEARD), 8_000);
    recording.mute(false);
    speak(recording, 100, 150);
    recording.close(() -> {});

    Wav wav = read(recording.file());
    assertThat(wav.left(7_999)).isEqualTo(CALLER);
    assertThat(wav.left(8_000)).isEqualTo(QUIET);
    assertThat(wav.right(8_000)).isEqualTo(QUIET);
    assertThat(wav.left(16_000)).isEqualTo(CALLER);
  }

  @Test
  void slowDiskDropsAudioAndKeepsTheTimeline() throws IOException {
    Recording recording =
        recorder(new InlineWorkers("slow", Duration.ofSeconds(1), Duration.ZERO))
            .open(CALL, 1, clock);
    speak(recording, 0, 1000); // 20 s in no time
    AtomicBoolean closed = new AtomicBoolean();
    recording.close(() -> closed.set(true));
    clock.advance(Duration.ofSeconds(5));

    assertThat(closed).isTrue();
    assertThat(recording.droppedBlocks()).isPositive();
    Wav wav = read(recording.file());
    assertThat(wav.length()).isEqualTo(160_000);
    assertThat(wav.left(159_999)).isEqualTo(CALLER);
    assertThat(wav.left(80_000)).isEqualTo(QUIET);
  }

  @Test
  void heardAudioIsKeptWhenTheCallersTrackStalls() throws IOException {
    Recording recording = recorder().open(CALL, 1, clock);
    for (int i = 0; i < 1500; i++) {
      recording.heard(frame(HEARD), i * 160L);
    }
    recording.close(() -> {});

    Wav wav = read(recording.file());
    assertThat(wav.length()).isEqualTo(240_000);
    assertThat(wav.right(0)).isEqualTo(HEARD);
    assertThat(wav.right(239_999)).isEqualTo(HEARD);
  }

  @Test
  void resumedCallGoesOnInTheNextPart() {
    Recorder recorder = recorder();
    Recording first = recorder.open(CALL, 1, clock);
    speak(first, 0, 10);
    first.close(() -> {});
    AtomicReference<Recording> next = new AtomicReference<>();
    recorder.openNext(CALL, clock, Completion.of(next::set, failure -> {}));

    assertThat(next.get().file()).hasFileName("CA1.2.wav");
  }

  @Test
  void onlyTheOwnerMayReadRecordings() throws IOException {
    Recording recording = recorder().open(CALL, 1, clock);
    speak(recording, 0, 10);
    recording.close(() -> {});

    Path file = recording.file();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Path parent = folder.resolve("recordings");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent)))
        .isEqualTo("rwx------");
  }

  @Test
  void oldRecordingsGoAndYoungOnesStay() throws IOException {
    Recorder recorder = recorder();
    Path old = Files.writeString(folder.resolve("recordings/CAold.1.wav"), "x");
    Path young = Files.writeString(folder.resolve("recordings/CAyoung.1.wav"), "x");
    Path foreign = Files.writeString(folder.resolve("recordings/notes.txt"), "x");
    FileTime eightDays = FileTime.from(clock.now().minus(Duration.ofDays(8)));
    Files.setLastModifiedTime(old, eightDays);
    Files.setLastModifiedTime(foreign, eightDays);
    Files.setLastModifiedTime(young, FileTime.from(clock.now().minus(Duration.ofDays(6))));

    recorder.sweep(clock);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();

    clock.advance(Duration.ofDays(2));
    assertThat(young).doesNotExist();
  }
}
