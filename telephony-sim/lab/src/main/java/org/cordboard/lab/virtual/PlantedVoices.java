package org.cordboard.lab.virtual;

import org.cordboard.sim.faults.Dice;
import org.cordboard.speech.scripted.ScriptedJudge;
import org.cordboard.speech.turn.SpeechProbability;

/**
 * Tells scripted speech from other sounds, as {@link ScriptedJudge} does. Takes some other sounds
 * for a voice, from their beginning to their end. One side of one call.
 */
final class PlantedVoices implements SpeechProbability {
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
    if (!ScriptedJudge.audible(hop)) {
      quiet++;
      return 0;
    }
    if (quiet >= QUIET_HOPS) {
      takenForVoice = dice.chance(mistaken);
    }
    quiet = 0;
    return takenForVoice || ScriptedJudge.speaks(hop) ? 0.95f : 0.05f;
  }

  @Override
  public void reset() {
    // every hop tells by itself
  }
}
