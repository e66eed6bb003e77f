package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
  private static final short[] SAMPLES = {0, 1, -1, 32_767, -32_768, 1_234, 77};

  @TempDir Path folder;

  @Test
  void sixteenBitSamplesComeBackAsTheyWere() throws IOException {
    Path file = folder.resolve("a.wav");
    Wav.writePcm16(file, SAMPLES, 16_000);
    WavAudio audio = Wav.read(file);
    assertThat(audio.sampleRateHz()).isEqualTo(16_000);
    assertThat(audio.channels()).hasDimensions(1, SAMPLES.length);
    assertThat(audio.mono()).containsExactly(SAMPLES);
  }

  @Test
  void otherRatesAreForVoicesAlone() throws IOException {
    Path file = folder.resolve("voice.wav");
    Wav.writePcm16(file, SAMPLES, 22_050);
    assertThat(Wav.readVoice(file).sampleRateHz()).isEqualTo(22_050);
    assertThat(Wav.readVoice(file).mono()).containsExactly(SAMPLES);
    assertThatThrownBy(() -> Wav.read(file))
        .isInstanceOf(WavFormatException.class)
        .hasMessageContaining("22050 Hz");
    Wav.writePcm16(file, SAMPLES, 96_000);
    assertThatThrownBy(() -> Wav.readVoice(file)).hasMessageContaining("96000 Hz");
  }

  @Test
  void stereoMuLawKeepsItsSidesApartAndMixesThem() throws IOException {
    Path file = folder.resolve("b.wav");
    byte[] left = MuLaw.encode(new short[] {1_000, 1_000, 1_000});
    byte[] right = MuLaw.encode(new short[] {-3_000});
    Wav.writeMuLaw(file, left, right);
    WavAudio audio = Wav.read(file);
    assertThat(audio.channels()[0]).containsExactly(MuLaw.decode(left));
    assertThat(audio.channels()[1][0]).isEqualTo(MuLaw.decode(right[0]));
    assertThat(audio.channels()[1]).endsWith((short) 0, (short) 0);
    assertThat((int) audio.mono()[0]).isBetween(-1_020, -980);
  }

  @Test
  void recordingIsValidWheneverTheProcessDies() throws IOException {
    Path file = folder.resolve("live.wav");
    byte[] second = new byte[8_000];
    Arrays.fill(second, MuLaw.encode((short) 500));
    try (MuLawWavWriter writer = new MuLawWavWriter(file, 2)) {
      assertThat(Wav.read(file).length()).isZero();
      writer.write(second, second);
      writer.write(Arrays.copyOf(second, 160), new byte[0]);
      assertThat(Wav.read(file).length()).isEqualTo(8_000); // as a killed process leaves it
      assertThat(writer.samples()).isEqualTo(8_160);
    }
    WavAudio whole = Wav.read(file);
    assertThat(whole.length()).isEqualTo(8_160);
    assertThat(whole.channels()[1][8_159]).isZero();
  }

  @Test
  void dataCutShortIsReadAsFarAsItGoes() throws IOException {
    Path file = folder.resolve("cut.wav");
    Wav.writePcm16(file, SAMPLES, 8_000);
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - 5));
    assertThat(Wav.read(file).mono()).containsExactly(Arrays.copyOf(SAMPLES, 4));
  }

  @Test
  void unknownChunksAreSkipped() throws IOException {
    Path file = folder.resolve("list.wav");
    Wav.writePcm16(file, SAMPLES, 8_000);
    byte[] all = Files.readAllBytes(file);
    ByteBuffer with = ByteBuffer.allocate(all.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    with.put(all, 0, 12).put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3).putInt(0);
    with.put(all, 12, all.length - 12);
    Files.write(file, with.array());
    assertThat(Wav.read(file).mono()).containsExactly(SAMPLES);
  }

  @Test
  void wrongFormatsAreNamedWithWhatIsNeeded() throws IOException {
    assertThatThrownBy(() -> Wav.read(file("rate.wav", Wav.header(Wav.PCM, 44_100, 2, 0))))
        .isInstanceOf(WavFormatException.class)
        .hasMessageContainingAll(
            "rate.wav: is 16-bit PCM, 44100 Hz, 2 channels", "needed: WAV of 16-bit PCM or μ-law");
    assertThatThrownBy(() -> Wav.read(file("alaw.wav", Wav.header(6, 8_000, 1, 0))))
        .hasMessageContaining("is A-law, 8000 Hz, 1 channel;");
    assertThatThrownBy(
            () -> Wav.read(file("text.wav", "hello, I am text".getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("is not a WAV file");
    assertThatThrownBy(() -> Wav.read(file("empty.wav", new byte[0])))
        .hasMessageContaining("is empty");
    assertThatThrownBy(
            () -> Wav.read(file("head.wav", Arrays.copyOf(Wav.header(Wav.PCM, 8_000, 1, 0), 36))))
        .hasMessageContaining("has no 'data' chunk");
    assertThatThrownBy(() -> Wav.read(folder))
        .isInstanceOf(WavFormatException.class)
        .hasMessageContainingAll(folder + ": is a folder", "needed: WAV");
    assertThatThrownBy(() -> Wav.read(folder.resolve("none.wav")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such file");
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
