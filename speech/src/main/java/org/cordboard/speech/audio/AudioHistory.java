package org.cordboard.speech.audio;

import java.util.Arrays;

/**
 * The latest μ-law of a stream, by position. It holds what has not been forgotten, up to a limit
 * beyond which the oldest goes. One stream of one thread.
 */
public final class AudioHistory {
  private final int limit;
  private byte[] held = new byte[16_000];
  private int first; // in held, the oldest; what is before it is forgotten
  private int length;
  private long start;

  /** A history of at most {@code limitSamples}. */
  public AudioHistory(int limitSamples) {
    this.limit = limitSamples;
  }

  /** Appends a frame; a gap before it is filled with silence, what overlaps is not taken twice. */
  public void append(AudioFrame frame) {
    if (length == 0) {
      start = frame.startSample();
    }
    if (frame.startSample() > end()) {
      long gap = frame.startSample() - end();
      if (gap > limit) {
        length = 0;
        start = frame.startSample();
      } else {
        byte[] silence = new byte[(int) gap];
        Arrays.fill(silence, MuLaw.SILENCE);
        add(silence, 0);
      }
    }
    int known = (int) Math.min(frame.bytes().length, end() - frame.startSample());
    add(frame.bytes(), known);
    if (length > limit) {
      forgetBefore(end() - limit);
    }
  }

  /** Position of the oldest sample held; where the next will be, when none is. */
  public long start() {
    return start;
  }

  /** Position after the last sample. */
  public long end() {
    return start + length;
  }

  /** Lets go of everything before {@code position}. */
  public void forgetBefore(long position) {
    int drop = (int) Math.max(0, Math.min(length, position - start));
    first += drop;
    length -= drop;
    start += drop;
  }

  /** Samples {@code [from, to)}; what is not held is left out at either end. */
  public byte[] slice(long from, long to) {
    int begin = (int) Math.max(0, Math.min(length, from - start));
    int end = (int) Math.max(begin, Math.min(length, to - start));
    return Arrays.copyOfRange(held, first + begin, first + end);
  }

  private void add(byte[] bytes, int from) {
    int count = bytes.length - from;
    if (first + length + count > held.length) {
      makeRoom(length + count);
    }
    System.arraycopy(bytes, from, held, first + length, count);
    length += count;
  }

  /** Moves what is held to the front: seldom, where each frame would move all of it. */
  private void makeRoom(int wanted) {
    boolean crowded = wanted > held.length / 8 * 7; // it would be moved again soon
    byte[] room = crowded ? new byte[Math.max(wanted, held.length * 2)] : held;
    System.arraycopy(held, first, room, 0, length);
    held = room;
    first = 0;
  }
}
