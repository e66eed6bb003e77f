package org.cordboard.speech.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A recording that grows: μ-law at 8 kHz, one or two channels. The header is brought up to date
 * with every second of audio, so that the file is a valid WAV whenever the process dies; at most
 * that last second is lost. Blocks on the disk: use it on a worker, one thread at a time.
 */
public final class MuLawWavWriter implements AutoCloseable {
  private static final int SAMPLES_PER_FLUSH = 8_000; // 1 s

  private final RandomAccessFile file;
  private final int channels;
  private final int headerBytes;
  private final byte[] buffer;
  private int buffered;
  private long written;

  /** Creates or replaces {@code path}. */
  public MuLawWavWriter(Path path, int channels) throws IOException {
    if (channels < 1 || channels > 2) {
      throw new IllegalArgumentException("a recording has 1 or 2 channels, not " + channels);
    }
    this.channels = channels;
    this.buffer = new byte[SAMPLES_PER_FLUSH * channels];
    this.file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
    byte[] header = Wav.header(Wav.MULAW, 8_000, channels, 0);
    this.headerBytes = header.length;
    file.write(header);
  }

  /** Appends one channel's samples. Only for a recording of one channel. */
  public void write(byte[] samples) throws IOException {
    if (channels != 1) {
      throw new IllegalStateException("this recording has two channels");
    }
    append(samples);
  }

  /** Appends both channels; the shorter one ends in silence. Only for two channels. */
  public void write(byte[] left, byte[] right) throws IOException {
    if (channels != 2) {
      throw new IllegalStateException("this recording has one channel");
    }
    append(Wav.interleaved(left, right));
  }

  /** Samples in each channel so far. */
  public long samples() {
    return (written + buffered) / channels;
  }

  private void append(byte[] data) throws IOException {
    int from = 0;
    while (from < data.length) {
      int part = Math.min(data.length - from, buffer.length - buffered);
      System.arraycopy(data, from, buffer, buffered, part);
      buffered += part;
      from += part;
      if (buffered == buffer.length) {
        flush();
      }
    }
  }

  /** Brings the file up to date: the data first, the sizes after it. */
  public void flush() throws IOException {
    if (buffered == 0) {
      return;
    }
    file.seek(headerBytes + written);
    file.write(buffer, 0, buffered);
    written += buffered;
    buffered = 0;
    file.seek(0);
    file.write(Wav.header(Wav.MULAW, 8_000, channels, written));
  }

  @Override
  public void close() throws IOException {
    try (file) {
      flush();
      if (written % 2 == 1) {
        file.seek(headerBytes + written);
        file.write(0); // RIFF chunks have even sizes
      }
    }
  }
}
