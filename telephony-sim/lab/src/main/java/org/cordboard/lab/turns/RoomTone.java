package org.cordboard.lab.turns;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cordboard.lab.turns.VoicedStretches.Stretch;

/**
 * What a recording sounds like when nobody speaks in it: its longest silence, out of which more is
 * made. Pure but for the {@code Random} given.
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record RoomTone(short[] tone) {
  private static final int EDGE = 160; // 20 ms next to a voice are left out
  private static final int SHORTEST = 400; // 50 ms: of less, no tone can be made
  private static final int SEAM = 80; // 10 ms over which two pieces overlap

  /** The tone of {@code sound}; digital silence when it has no silence that is long enough. */
  static RoomTone of(short[] sound, List<Stretch> voiced) {
    int from = 0;
    int to = 0;
    int silence = 0;
    for (int i = 0; i <= voiced.size(); i++) {
      int end = i < voiced.size() ? voiced.get(i).from() - EDGE : sound.length;
      if (end - silence > to - from) {
        from = silence;
        to = end;
      }
      silence = i < voiced.size() ? voiced.get(i).to() + EDGE : silence;
    }
    return to - from < SHORTEST
        ? new RoomTone(new short[0])
        : new RoomTone(Arrays.copyOfRange(sound, from, to));
  }

  /** The one of the two that more was heard of. */
  RoomTone or(RoomTone other) {
    return tone.length >= other.tone.length ? this : other;
  }

  /** So many samples of it, pieces from places drawn, one fading into the next. */
  short[] samples(int count, Random random) {
    double[] mixed = new double[count + tone.length];
    int at = 0;
    while (at < count && tone.length > 0) {
      int skip = random.nextInt(tone.length / 2);
      int length = tone.length - skip;
      for (int i = 0; i < length && at + i < count; i++) {
        double in = at == 0 ? 1 : Math.min(1, (i + 1.0) / SEAM);
        double out = Math.min(1, (double) (length - i) / SEAM);
        mixed[at + i] += tone[skip + i] * in * out;
      }
      at += length - SEAM;
    }
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) Math.round(mixed[i]);
    }
    return samples;
  }
}
