package org.cordboard.speech.silero;

import java.util.Arrays;
import org.cordboard.speech.turn.SpeechProbability;

/** One stream's memory: the last 32 samples and the model's recurrent state. */
class SileroStream implements SpeechProbability {
  private static final int CONTEXT = 32;

  /** Values that the model takes: a hop and what came before it. */
  static final int INPUT = CONTEXT + HOP_SAMPLES;

  /** Values that the model remembers. */
  static final int STATE = 2 * 128;

  private final SileroModel model;
  private final float[] input = new float[INPUT];
  private final float[] state = new float[STATE];

  SileroStream(SileroModel model) {
    this.model = model;
  }

  @Override
  public final float next(float[] hop) {
    remember(hop);
    return model.desk().judge(this);
  }

  final void remember(float[] hop) {
    System.arraycopy(input, HOP_SAMPLES, input, 0, CONTEXT);
    System.arraycopy(hop, 0, input, CONTEXT, HOP_SAMPLES);
  }

  /** The hop that was remembered last, and what came before it. */
  final float[] input() {
    return input;
  }

  /** What the model remembers: read, and written anew, when a hop is judged. */
  final float[] state() {
    return state;
  }

  @Override
  public final void reset() {
    Arrays.fill(state, 0);
    Arrays.fill(input, 0);
  }
}
