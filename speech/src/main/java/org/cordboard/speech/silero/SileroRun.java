package org.cordboard.speech.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The model's inputs and outputs in memory outside the heap for one number of streams, made once
 * and used for every hop of a thread: to make them anew costs as much as the model does. One thread
 * at a time.
 */
final class SileroRun implements AutoCloseable {
  private static final int LAYERS = 2;
  private static final int LAYER = SileroStream.STATE / LAYERS;

  private final OrtSession session;
  private final int streams;
  private final FloatBuffer input;
  private final FloatBuffer before;
  private final FloatBuffer after;
  private final FloatBuffer probability;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  SileroRun(OrtEnvironment environment, OrtSession session, int streams) throws OrtException {
    this.session = session;
    this.streams = streams;
    this.input = floats(streams * SileroStream.INPUT);
    this.before = floats(streams * SileroStream.STATE);
    this.after = floats(streams * SileroStream.STATE);
    this.probability = floats(streams);
    long[] inputShape = {streams, SileroStream.INPUT};
    long[] stateShape = {LAYERS, streams, LAYER};
    this.inputs =
        Map.of(
            "input", OnnxTensor.createTensor(environment, input, inputShape),
            "state", OnnxTensor.createTensor(environment, before, stateShape));
    this.outputs =
        Map.of(
            "output", OnnxTensor.createTensor(environment, probability, new long[] {streams, 1}),
            "stateN", OnnxTensor.createTensor(environment, after, stateShape));
  }

  /** Takes the hop of stream {@code at}, and what it remembers. */
  void put(int at, float[] samples, float[] state) {
    input.put(at * SileroStream.INPUT, samples);
    for (int layer = 0; layer < LAYERS; layer++) {
      before.put((layer * streams + at) * LAYER, state, layer * LAYER, LAYER);
    }
  }

  /** Judges the hops of all streams. */
  void judge() throws OrtException {
    session.run(inputs, outputs).close(); // closes what it made itself: nothing
  }

  /** Gives stream {@code at} what it is to remember, and the probability of its hop. */
  float take(int at, float[] state) {
    for (int layer = 0; layer < LAYERS; layer++) {
      after.get((layer * streams + at) * LAYER, state, layer * LAYER, LAYER);
    }
    return probability.get(at);
  }

  private static FloatBuffer floats(int count) {
    int bytes = count * Float.BYTES;
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  @Override
  public void close() {
    inputs.values().forEach(OnnxTensor::close);
    outputs.values().forEach(OnnxTensor::close);
  }
}
