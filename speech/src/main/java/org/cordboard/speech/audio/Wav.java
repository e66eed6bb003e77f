package org.cordboard.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads and writes WAV (RIFF) files of 16-bit PCM or μ-law, one or two channels, 8 or 16 kHz. Data
 * that ends before its declared size, as in a recording cut short, is read as far as it goes.
 */
public final class Wav {
  static final int PCM = 1;
  static final int MULAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  private Wav() {}

  /**
   * Reads a file.
   *
   * @throws WavFormatException when it is not of the kinds above
   */
  public static WavAudio read(Path file) throws IOException {
    return read(file, false);
  }

  /** Reads what a voice engine wrote: of any sample rate from 8 to 48 kHz. */
  public static WavAudio readVoice(Path file) throws IOException {
    return read(file, true);
  }

  private static WavAudio read(Path file, boolean anyRate) throws IOException {
    if (Files.isDirectory(file)) {
      throw new WavFormatException(file.toString(), "is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), anyRate);
    } catch (NoSuchFileException absent) {
      throw new IOException(file + ": no such file; give a WAV file that exists", absent);
    }
  }

  /** Reads a stream to its end; {@code name} stands for it in errors. */
  public static WavAudio read(InputStream in, String name) throws IOException {
    return read(in, name, false);
  }

  private static WavAudio read(InputStream in, String name, boolean anyRate) throws IOException {
    byte[] head = in.readNBytes(12);
    if (head.length < 12 || !text(head, 0).equals("RIFF") || !text(head, 8).equals("WAVE")) {
      throw new WavFormatException(name, head.length == 0 ? "is empty" : "is not a WAV file");
    }
    Layout layout = null;
    while (true) {
      byte[] chunk = in.readNBytes(8);
      if (chunk.length < 8) {
        throw new WavFormatException(
            name, layout == null ? "has no 'fmt ' chunk" : "has no 'data' chunk");
      }
      long size = little(chunk).getInt(4) & 0xFFFF_FFFFL;
      if (text(chunk, 0).equals("data")) {
        if (layout == null) {
          throw new WavFormatException(name, "has its 'data' before its 'fmt ' chunk");
        }
        return layout.decode(in.readNBytes((int) Math.min(size, Integer.MAX_VALUE - 16)));
      }
      byte[] body = in.readNBytes((int) Math.min(size + (size & 1), 1 << 24));
      if (text(chunk, 0).equals("fmt ")) {
        layout = Layout.of(body, name, anyRate);
      }
    }
  }

  /** Writes one channel of 16-bit PCM. */
  public static void writePcm16(Path file, short[] samples, int sampleRateHz) throws IOException {
    write(file, header(PCM, sampleRateHz, 1, samples.length * 2L), Pcm.toBytes(samples));
  }

  /** Writes μ-law at 8 kHz, one array a channel; shorter channels end in silence. */
  public static void writeMuLaw(Path file, byte[]... channels) throws IOException {
    byte[] data = interleaved(channels);
    write(file, header(MULAW, 8_000, channels.length, data.length), data);
  }

  private static void write(Path file, byte[] header, byte[] data) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header);
      out.write(data);
      if (data.length % 2 == 1) {
        out.write(0);
      }
    }
  }

  /** Channels side by side, sample by sample; what is missing is silence. */
  static byte[] interleaved(byte[]... channels) {
    int length = 0;
    for (byte[] channel : channels) {
      length = Math.max(length, channel.length);
    }
    byte[] data = new byte[length * channels.length];
    for (int i = 0; i < length; i++) {
      for (int c = 0; c < channels.length; c++) {
        data[i * channels.length + c] = i < channels[c].length ? channels[c][i] : MuLaw.SILENCE;
      }
    }
    return data;
  }

  /** The header of a file whose data chunk holds {@code dataBytes}. */
  static byte[] header(int encoding, int sampleRateHz, int channels, long dataBytes) {
    int sampleBytes = encoding == PCM ? 2 : 1;
    int formatBytes = encoding == PCM ? 16 : 18;
    int factBytes = encoding == PCM ? 0 : 12;
    int headerBytes = 12 + 8 + formatBytes + factBytes + 8;
    ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt((int) (headerBytes - 8 + dataBytes + (dataBytes & 1)));
    header.put(ascii("WAVE")).put(ascii("fmt ")).putInt(formatBytes);
    header.putShort((short) encoding).putShort((short) channels).putInt(sampleRateHz);
    header.putInt(sampleRateHz * channels * sampleBytes);
    header.putShort((short) (channels * sampleBytes)).putShort((short) (8 * sampleBytes));
    if (encoding != PCM) {
      header.putShort((short) 0);
      header.put(ascii("fact")).putInt(4).putInt((int) (dataBytes / channels));
    }
    header.put(ascii("data")).putInt((int) dataBytes);
    return header.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, 4, StandardCharsets.US_ASCII);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What the 'fmt ' chunk says. */
  private record Layout(int encoding, int channels, int sampleRateHz, int bits) {
    static Layout of(byte[] body, String name, boolean anyRate) throws WavFormatException {
      if (body.length < 16) {
        throw new WavFormatException(name, "has a 'fmt ' chunk of only " + body.length + " bytes");
      }
      ByteBuffer format = little(body);
      int encoding = format.getShort(0) & 0xFFFF;
      if (encoding == EXTENSIBLE && body.length >= 26) {
        encoding = format.getShort(24) & 0xFFFF;
      }
      Layout layout =
          new Layout(encoding, format.getShort(2), format.getInt(4), format.getShort(14));
      boolean coded = encoding == PCM && layout.bits == 16 || encoding == MULAW && layout.bits == 8;
      boolean timed =
          anyRate
              ? layout.sampleRateHz >= 8_000 && layout.sampleRateHz <= 48_000
              : layout.sampleRateHz == 8_000 || layout.sampleRateHz == 16_000;
      if (!coded || !timed || layout.channels < 1 || layout.channels > 2) {
        throw new WavFormatException(name, "is " + layout.described());
      }
      return layout;
    }

    private String described() {
      String coding =
          switch (encoding) {
            case PCM -> bits + "-bit PCM";
            case 2 -> "ADPCM";
            case 3 -> bits + "-bit float";
            case 6 -> "A-law";
            case MULAW -> bits + "-bit μ-law";
            default -> "encoding " + encoding;
          };
      String sides = channels == 1 ? " channel" : " channels";
      return coding + ", " + sampleRateHz + " Hz, " + channels + sides;
    }

    WavAudio decode(byte[] data) {
      int frame = channels * (encoding == PCM ? 2 : 1);
      short[] all = encoding == PCM ? Pcm.fromBytes(data) : MuLaw.decode(data);
      short[][] split = new short[channels][data.length / frame];
      for (int i = 0; i < split[0].length; i++) {
        for (int c = 0; c < channels; c++) {
          split[c][i] = all[i * channels + c];
        }
      }
      return new WavAudio(sampleRateHz, split);
    }
  }
}
