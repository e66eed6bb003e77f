package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A call in which a voice is spoken over again and again, and each time is turned down at a frame's
 * edge, and then up again or off at another: as a player that clears and sends again does it, with
 * now and then a frame of silence between.
 */
final class PlantedDucks {
  private static final int MS = Stretch.SAMPLES_PER_MS;
  private static final int FRAME = 160;
  private static final double CALLER_DBFS = -20;
  private static final double HEARD_DBFS = -29; // 10 dB below the voice's usual level

  private final Random random;
  private final double[] voice;
  private final double[] caller;
  private final double[] heard;

  PlantedDucks(double[] voice, int lengthMs, long seed) {
    this.random = new Random(seed);
    this.voice = voice;
    this.caller = new double[lengthMs * MS];
    this.heard = new double[lengthMs * MS];
  }

  /**
   * What was planted, in samples.
   *
   * @param onset the caller's first sound
   * @param down the voice is softer from here
   * @param downHeard whether the voice would sound on both sides of {@code down}
   * @param up its full strength from here, or 0 when it was switched off instead
   * @param upHeard the same for {@code up}
   */
  record Planted(int onset, int down, boolean downHeard, int up, boolean upHeard) {}

  /** Fills the call with a voice that is turned down by {@code db}. */
  List<Planted> plant(double db) {
    List<Planted> planted = new ArrayList<>();
    PlantedVoice callers = new PlantedVoice(random);
    double soft = Math.pow(10, -db / 20);
    int at = 4_000;
    while (at < caller.length - 8_000 * MS) {
      int onset = at + between(1_200, 2_500);
      int down = frame(onset + between(60, 300));
      int change = frame(down + between(250, 650));
      boolean comesBack = random.nextBoolean();
      int end = comesBack ? frame(change + between(900, 1_800)) : change;
      int silent = db > 0 && random.nextInt(3) == 0 ? FRAME : 0;
      int from = random.nextInt(voice.length - (end - at));
      for (int i = at; i < end; i++) {
        if (i < down || i >= down + silent) {
          heard[i] = voice[from++] * (i >= down && i < change ? soft : 1);
        }
      }
      int said = onset + (comesBack ? between(300, 600) : between(900, 1_900));
      callers.speak(caller, onset, said, CALLER_DBFS);
      planted.add(
          new Planted(
              onset,
              down,
              sounds(down + silent, soft, false),
              comesBack ? change : 0,
              comesBack && sounds(change, soft, true)));
      at = frame(Math.max(end, said) + between(900, 1_500));
    }
    return planted;
  }

  /** Whether both frames beside an edge would be heard at full strength. */
  private boolean sounds(int edge, double soft, boolean up) {
    int before = up ? edge - FRAME : edge - FRAME - (heard[edge - 1] == 0 ? FRAME : 0);
    return level(before, up ? soft : 1) > HEARD_DBFS && level(edge, up ? 1 : soft) > HEARD_DBFS;
  }

  private double level(int from, double gain) {
    double sum = 0;
    for (int i = from; i < from + FRAME; i++) {
      sum += heard[i] * heard[i];
    }
    return 10 * Math.log10(sum / FRAME / gain / gain / 32_768 / 32_768 + 1e-12);
  }

  /** Hiss on both sides, so far below the voices. */
  void noise(double callerSnrDb, double heardSnrDb) {
    PlantedNoise.WHITE.add(caller, CALLER_DBFS - callerSnrDb, random);
    if (!Double.isInfinite(heardSnrDb)) {
      PlantedNoise.WHITE.add(heard, CALLER_DBFS - heardSnrDb, random);
    }
  }

  RecordingReport report() {
    return RecordingReport.of(
        PlantedCall.coded(caller), PlantedCall.coded(heard), Optional.empty());
  }

  private int between(int leastMs, int mostMs) {
    return leastMs * MS + random.nextInt((mostMs - leastMs) * MS);
  }

  private static int frame(int sample) {
    return sample / FRAME * FRAME;
  }
}
