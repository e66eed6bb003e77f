package org.cordboard.speech.audio;

/**
 * Takes a steady offset ("DC") out of a line: some adapters and gateways push every sample to one
 * side, which a detector that goes by energy takes for sound that never ends. The offset is what
 * frames agree on that hold little else, as those between words do; a line without one passes
 * untouched, byte by byte. One stream of one thread.
 */
public final class SteadyOffset {
  private static final int AGREEING = 3; // frames, 60 ms: shorter than a voice takes to be one
  private static final int CLEAN = 10; // frames without an offset, after which it is forgotten
  private static final double LEAST = 48; // 16-bit units, −57 dBFS: less disturbs nobody
  private static final double FLAT = 0.5; // of the offset: what else a frame may hold
  private static final double AGREE = 0.25; // of the offset: how far apart frames may lie
  private static final double GRAIN = 32; // steps of μ-law that no frame can agree on
  private static final double MOVED = 16; // less is no other offset

  private double offset;
  private double candidate;
  private int agreed; // frames in a row
  private int clean; // frames in a row

  /** The next frame, without the offset; {@code mulaw} itself when there is none. */
  public byte[] removed(byte[] mulaw) {
    look(mulaw);
    return offset == 0 ? mulaw : shifted(mulaw, offset);
  }

  /** What is taken out of every sample, in 16-bit units; 0 for none. */
  public double offset() {
    return offset;
  }

  private void look(byte[] mulaw) {
    double sum = 0;
    double squares = 0;
    for (byte code : mulaw) {
      double sample = MuLaw.decode(code);
      sum += sample;
      squares += sample * sample;
    }
    double mean = sum / mulaw.length;
    double rest = Math.sqrt(Math.max(0, squares / mulaw.length - mean * mean));
    boolean pushed = Math.abs(mean) >= LEAST && rest <= FLAT * Math.abs(mean);
    boolean same = Math.abs(mean - candidate) <= Math.max(GRAIN, AGREE * Math.abs(candidate));
    agreed = !pushed ? 0 : same ? agreed + 1 : 1;
    candidate = agreed == 1 ? mean : candidate;
    clean = Math.abs(mean) < LEAST / 2 && rest < LEAST ? clean + 1 : 0;
    if (agreed >= AGREEING && Math.abs(mean - offset) >= MOVED) {
      offset = mean;
    } else if (clean >= CLEAN) {
      offset = 0;
    }
  }

  private static byte[] shifted(byte[] mulaw, double by) {
    byte[] shifted = new byte[mulaw.length];
    for (int i = 0; i < mulaw.length; i++) {
      shifted[i] = MuLaw.encode(Pcm.clip(MuLaw.decode(mulaw[i]) - by));
    }
    return shifted;
  }
}
