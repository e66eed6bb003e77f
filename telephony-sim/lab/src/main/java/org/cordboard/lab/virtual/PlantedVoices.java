package org.cordboard.lab.virtual;

import org.cordboard.sim.faults.Dice;
import org.cordboard.speech.turn.SpeechProbability;

/**
 * Tells scripted speech from other sounds, as a model for people's voices tells these: by its
 * steady samples. Takes some other sounds for a voice, from their beginning to their end. One side
 * of one call.
 */
final class PlantedVoices implements SpeechProbability {
  private static final float AUDIBLE = 40 / 32_768f;
  private static final float NEAR = 0.75f; // of the loudest sample
  private static final double STEADY = 0.6; // share of samples that near: noise has a tenth
  private static final int QUIET_HOPS = 10; // 320 ms: then another sound begins

  private final Dice dice;
  private final double mistaken;
  private boolean takenForVoice;
  private int quiet = QUIET_HOPS;

  /** {@code mistaken} is the share of other sounds that are taken for a voice. */
  PlantedVoices(Dice dice, double mistaken) {
    this.dice = dice;
    this.mistaken = mistaken;
  }

  @Override
  public float next(float[] hop) {
    float most = 0;
    for (float sample : hop) {
      most = Math.max(most, Math.abs(sample));
    }
    if (most < AUDIBLE) {
      quiet++;
      return 0;
    }
    if (quiet >= QUIET_HOPS) {
      takenForVoice = dice.chance(mistaken);
    }
    quiet = 0;
    int near = 0;
    int audible = 0;
    for (float sample : hop) {
      near += Math.abs(sample) >= NEAR * most ? 1 : 0;
      audible += Math.abs(sample) >= AUDIBLE ? 1 : 0;
    }
    boolean speech = near >= STEADY * audible;
    return speech || takenForVoice ? 0.95f : 0.05f;
  }

  @Override
  public void reset() {
    // every hop tells by itself
  }
}
