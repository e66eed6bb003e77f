package org.cordboard.speech.scripted;

import org.cordboard.speech.turn.SpeechProbability;

/**
 * Tells scripted speech from other sounds, as a model of people's voices tells these: by its steady
 * samples. May let such a model work on every hop, so that it costs what people's speech costs, and
 * pays no heed to what it finds. One side of one call.
 */
public final class ScriptedJudge implements SpeechProbability {
  private static final float AUDIBLE = 40 / 32_768f;
  private static final float NEAR = 0.75f; // of the loudest sample
  private static final double STEADY = 0.6; // share of samples that near: noise has a tenth
  private static final float VOICE = 0.95f;
  private static final float NO_VOICE = 0.05f;

  private final SpeechProbability worker;

  /** {@code worker} is asked about every hop, and answered for. */
  public ScriptedJudge(SpeechProbability worker) {
    this.worker = worker;
  }

  /** Whether samples (−1…1) are loud enough to be heard. */
  public static boolean audible(float[] hop) {
    return loudest(hop) >= AUDIBLE;
  }

  /** Whether samples (−1…1) are scripted speech, wherever its frames begin. */
  public static boolean speaks(float[] hop) {
    float most = loudest(hop);
    int near = 0;
    int audible = 0;
    for (float sample : hop) {
      near += Math.abs(sample) >= NEAR * most ? 1 : 0;
      audible += Math.abs(sample) >= AUDIBLE ? 1 : 0;
    }
    return audible > 0 && near >= STEADY * audible;
  }

  private static float loudest(float[] hop) {
    float most = 0;
    for (float sample : hop) {
      most = Math.max(most, Math.abs(sample));
    }
    return most;
  }

  @Override
  public float next(float[] hop) {
    float ignored = worker.next(hop);
    return judged(hop);
  }

  @Override
  public void next(float[] hop, Answer answer) {
    float judged = judged(hop); // now: the hop may be used again before the worker is done
    worker.next(hop, ignored -> answer.likely(judged));
  }

  private static float judged(float[] hop) {
    return speaks(hop) ? VOICE : NO_VOICE;
  }

  @Override
  public void reset() {
    worker.reset();
  }
}
