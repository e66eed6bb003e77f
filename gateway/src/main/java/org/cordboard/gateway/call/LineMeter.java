package org.cordboard.gateway.call;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.NoiseFloor;

/**
 * Tells what is wrong with a line, from its frames and their times: each kind once. Counts frames,
 * reads no clock. One track of one stream.
 */
final class LineMeter {
  private static final int FRAME_MS = 20;
  private static final double NOISY = 300; // rms of a floor, −41 dBFS: soft voices drown in it
  private static final int NOISY_FRAMES = 150; // 3 s
  private static final int SILENT_FRAMES = 1_500; // 30 s: nobody's room is that quiet
  private static final int CUT_SAMPLES = 8; // of 160, at the end of the scale
  private static final int CLIPPED_FRAMES = 25; // half a second of voice
  private static final int OFFSET_FRAMES = 50; // 1 s: a voice may lean to one side for a moment
  private static final long LATE_MS = 60; // the carrier's timestamps wander by this much
  private static final long GAPS_MS = 1_000; // all together
  private static final long AHEAD_MS = 2_000; // audio beyond the time that has passed

  private final BiConsumer<LineTrouble, String> told;
  private final Set<LineTrouble> known = EnumSet.noneOf(LineTrouble.class);
  private final NoiseFloor floor = new NoiseFloor();
  private int noisy;
  private int silent;
  private int clipped;
  private int pushed;
  private int gaps;
  private long missingMs;
  private boolean heard;
  private long frames; // that were let pass
  private long firstMs;
  private long lastMs;
  private long leastLeadMs;

  /** {@code told} hears of each trouble once, with figures. */
  LineMeter(BiConsumer<LineTrouble, String> told) {
    this.told = told;
  }

  /**
   * Takes the next frame's time: false when it is one too many. Carriers that give no times are
   * believed.
   */
  boolean due(long timestampMs) {
    if (frames == 0) {
      firstMs = timestampMs;
    }
    long leadMs = (frames + 1) * FRAME_MS - (timestampMs - firstMs + FRAME_MS);
    leastLeadMs = Math.min(leastLeadMs, leadMs);
    if (timestampMs > firstMs && leadMs - leastLeadMs > AHEAD_MS) {
      tell(LineTrouble.SURPLUS, "audio is " + AHEAD_MS + " ms ahead of its own time");
      return false;
    }
    long gapMs = frames == 0 ? 0 : timestampMs - lastMs - FRAME_MS;
    if (gapMs > LATE_MS) {
      gaps++;
      missingMs += gapMs;
      if (missingMs >= GAPS_MS) {
        tell(LineTrouble.GAPS, missingMs + " ms are missing, in " + gaps + " gaps");
      }
    }
    lastMs = Math.max(lastMs, timestampMs);
    frames++;
    return true;
  }

  /** Takes the sound of a frame, as it goes on to be heard. */
  void sound(byte[] mulaw) {
    double energy = 0;
    int cut = 0;
    for (byte code : mulaw) {
      double sample = MuLaw.decode(code);
      energy += sample * sample;
      cut += (code & 0x7F) == 0 ? 1 : 0;
    }
    double level = Math.sqrt(energy / mulaw.length);
    double noise = floor.next(level);
    noisy = noise >= NOISY ? noisy + 1 : 0;
    if (noisy == NOISY_FRAMES) {
      tell(
          LineTrouble.NOISE,
          String.format(Locale.ROOT, "never below %.0f dBFS", 20 * Math.log10(noise / 32_768)));
    }
    if (cut >= CUT_SAMPLES && ++clipped == CLIPPED_FRAMES) {
      tell(LineTrouble.CLIPPED, clipped * FRAME_MS + " ms of sound are cut off at full scale");
    }
    heard |= level > NoiseFloor.QUIETEST;
    if (!heard && ++silent == SILENT_FRAMES) {
      tell(LineTrouble.SILENT, "not a sound for " + silent / 50 + " s");
    }
  }

  /** True while there is steady noise in which a voice may drown. */
  boolean isNoisy() {
    return noisy >= NOISY_FRAMES;
  }

  /** Takes what was taken out of a frame, in 16-bit units; 0 for nothing. */
  void offset(double offset) {
    pushed = offset == 0 ? 0 : pushed + 1;
    if (pushed == OFFSET_FRAMES) {
      tell(LineTrouble.OFFSET, Math.round(offset) + " of 32768, taken out");
    }
  }

  /** Tells of a trouble that was found elsewhere. */
  void tell(LineTrouble trouble, String detail) {
    if (known.add(trouble)) {
      told.accept(trouble, detail);
    }
  }
}
