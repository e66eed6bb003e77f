package org.cordboard.speech.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.cordboard.speech.turn.SpeechProbability;

/** One stream's memory: the last 32 samples and the model's recurrent state. */
final class SileroStream implements SpeechProbability {
  private static final int CONTEXT = 32;
  private static final int STATE = 2 * 128;
  private static final long[] INPUT_SHAPE = {1, CONTEXT + HOP_SAMPLES};
  private static final long[] STATE_SHAPE = {2, 1, 128};
  private static final long[] SCALAR = {};

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final float[] input = new float[CONTEXT + HOP_SAMPLES];
  private float[] state = new float[STATE];

  SileroStream(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  @Override
  public float next(float[] hop) {
    System.arraycopy(input, HOP_SAMPLES, input, 0, CONTEXT);
    System.arraycopy(hop, 0, input, CONTEXT, HOP_SAMPLES);
    try (OnnxTensor samples =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), INPUT_SHAPE);
        OnnxTensor memory =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), STATE_SHAPE);
        OnnxTensor rate =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {8_000}), SCALAR);
        OrtSession.Result result =
            session.run(Map.of("input", samples, "state", memory, "sr", rate))) {
      float[] after = new float[STATE];
      ((OnnxTensor) result.get(1)).getFloatBuffer().get(after);
      state = after;
      return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
    } catch (OrtException failed) {
      throw new IllegalStateException("the voice-activity model failed", failed);
    }
  }

  @Override
  public void reset() {
    state = new float[STATE];
    java.util.Arrays.fill(input, 0);
  }
}
