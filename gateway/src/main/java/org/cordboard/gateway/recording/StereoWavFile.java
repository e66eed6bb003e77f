package org.cordboard.gateway.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A growing WAV file of stereo μ-law at 8 kHz (format tag 7, RIFF with {@code fact}). The header is
 * rewritten after each block, so that the file is whole at any moment, a crash included. Blocking;
 * one thread at a time.
 */
final class StereoWavFile implements AutoCloseable {
  /** Bytes before the first sample. */
  static final int HEADER = 58;

  /** Samples a second. */
  static final int RATE_HZ = 8_000;

  private static final int CHANNELS = 2;
  private static final long MAX_DATA = 0xFFFF_FF00L - HEADER; // RIFF sizes are 32 bits

  private final FileChannel file;
  private long samples;

  /** Makes the file; fails when it exists. */
  StereoWavFile(Path path) throws IOException {
    this.file =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            SafeFiles.ownerOnlyFile(path));
    writeHeader();
  }

  /** Writes a block at its place; what is missing before it is silence. */
  void write(long startSample, byte[] stereo) throws IOException {
    if ((startSample + stereo.length / CHANNELS) * CHANNELS > MAX_DATA) {
      throw new IOException("a WAV file holds at most 4 GiB");
    }
    while (samples < startSample) {
      int gap = (int) Math.min(RATE_HZ, startSample - samples);
      append(StereoTimeline.silence(gap * CHANNELS));
    }
    append(stereo);
    writeHeader();
  }

  private void append(byte[] stereo) throws IOException {
    put(ByteBuffer.wrap(stereo), HEADER + samples * CHANNELS);
    samples += stereo.length / CHANNELS;
  }

  private void writeHeader() throws IOException {
    long data = samples * CHANNELS;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(tag("RIFF")).putInt((int) (HEADER - 8 + data)).put(tag("WAVE"));
    header.put(tag("fmt ")).putInt(18).putShort((short) 7).putShort((short) CHANNELS);
    header.putInt(RATE_HZ).putInt(RATE_HZ * CHANNELS).putShort((short) CHANNELS);
    header.putShort((short) 8).putShort((short) 0);
    header.put(tag("fact")).putInt(4).putInt((int) samples);
    header.put(tag("data")).putInt((int) data).flip();
    put(header, 0);
  }

  private void put(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  private static byte[] tag(String four) {
    return four.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    file.force(false);
    file.close();
  }
}
