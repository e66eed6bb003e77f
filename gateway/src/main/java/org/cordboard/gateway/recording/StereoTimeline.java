package org.cordboard.gateway.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two tracks of μ-law at 8 kHz laid side by side by their sample positions: pure. Gaps are silence,
 * what comes again overwrites while it has not been taken, what comes too late is counted and
 * dropped. Blocks are taken behind the caller's track by a lag, so that a prompt that was stopped
 * can still be cut.
 */
final class StereoTimeline {
  /** The code of silence. */
  static final byte SILENCE = (byte) 0xFF;

  /** Samples in one block: one second. */
  static final int BLOCK = 8_000;

  private static final int LAG = 4_000; // 500 ms: prompts are sent at most 200 ms ahead
  private static final int WINDOW = 4 * BLOCK; // how far one track may run ahead of what was taken

  private final byte[] ring = silence(2 * WINDOW);
  private long taken; // samples before this one are out
  private long callerEnd;
  private long end; // after the last sample of either track
  private long lateSamples;

  /** Left: what the caller says. */
  List<Block> caller(byte[] mulaw, long sample) {
    callerEnd = Math.max(callerEnd, sample + mulaw.length);
    return put(mulaw, sample, 0);
  }

  /** Right: what the caller hears. */
  List<Block> heard(byte[] mulaw, long sample) {
    return put(mulaw, sample, 1);
  }

  /** What the caller was to hear from {@code sample} on was never played. */
  void cutHeard(long sample) {
    for (long at = Math.max(sample, taken); at < end; at++) {
      ring[slot(at, 1)] = SILENCE;
    }
  }

  private List<Block> put(byte[] mulaw, long sample, int side) {
    long stop = sample + mulaw.length;
    List<Block> blocks = stop > taken + WINDOW ? takeUntil(stop - WINDOW + BLOCK) : List.of();
    long from = Math.max(sample, taken);
    int slot = slot(from, side);
    for (int i = (int) (from - sample); i < mulaw.length; i++) {
      ring[slot] = mulaw[i];
      slot += 2;
      slot = slot >= ring.length ? slot - ring.length : slot;
    }
    lateSamples += Math.max(0, Math.min(stop, taken) - sample);
    end = Math.max(end, stop);
    long limit = callerEnd - LAG - BLOCK + 1;
    if (taken >= limit) {
      return blocks; // as nearly always
    }
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(takeUntil(limit));
    return all;
  }

  /** Takes whole blocks while their start lies before {@code limit}. */
  private List<Block> takeUntil(long limit) {
    List<Block> blocks = new ArrayList<>();
    while (taken < limit) {
      blocks.add(take(BLOCK));
    }
    return blocks;
  }

  /** Everything left, at the end of the recording. */
  List<Block> rest() {
    List<Block> blocks = new ArrayList<>();
    while (taken < end) {
      blocks.add(take((int) Math.min(BLOCK, end - taken)));
    }
    return blocks;
  }

  private Block take(int samples) {
    byte[] stereo = new byte[2 * samples];
    int from = slot(taken, 0);
    int first = Math.min(stereo.length, ring.length - from);
    cut(from, stereo, 0, first);
    cut(0, stereo, first, stereo.length - first);
    Block block = new Block(taken, stereo);
    taken += samples;
    end = Math.max(end, taken);
    return block;
  }

  private void cut(int from, byte[] to, int at, int length) {
    System.arraycopy(ring, from, to, at, length);
    Arrays.fill(ring, from, from + length, SILENCE);
  }

  /** Samples that came after their place had been taken. */
  long lateSamples() {
    return lateSamples;
  }

  private static int slot(long sample, int side) {
    return (int) (sample % WINDOW) * 2 + side;
  }

  static byte[] silence(int bytes) {
    byte[] quiet = new byte[bytes];
    Arrays.fill(quiet, SILENCE);
    return quiet;
  }

  /** Interleaved samples, left first, from {@code startSample} on. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, not kept
  record Block(long startSample, byte[] stereo) {}
}
