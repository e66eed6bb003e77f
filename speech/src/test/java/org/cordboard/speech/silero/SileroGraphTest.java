package org.cordboard.speech.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.silero.onnx.GraphProto;
import org.cordboard.speech.silero.onnx.ModelProto;
import org.junit.jupiter.api.Test;

class SileroGraphTest {
  private static final int HOPS = 120; // four seconds
  private static final OrtEnvironment ORT = OrtEnvironment.getEnvironment();

  @Test
  void whatIsArrangedForManyCallsAnswersAsTheFileDoes() throws Exception {
    byte[] file = file();
    int streams = 3;
    try (Runs original = new Runs(file, true);
        Runs arranged = new Runs(SileroGraph.of(file, "silero"), false)) {
      float[] before = new float[2 * streams * 128];
      float[] after = before;
      Random random = new Random(7);
      double least = 1;
      double most = 0;
      for (int at = 0; at < HOPS; at++) {
        float[] input = new float[streams * SileroStream.INPUT];
        for (int i = 0; i < input.length; i++) {
          int stream = i / SileroStream.INPUT;
          input[i] = sound(stream, at * 256 + i % SileroStream.INPUT, random);
        }
        Answer expected = original.run(input, before, streams);
        Answer answer = arranged.run(input, after, streams);
        assertThat(answer.likely()).containsExactly(expected.likely(), Offset.offset(1e-4f));
        assertThat(answer.state()).containsExactly(expected.state(), Offset.offset(1e-3f));
        before = expected.state();
        after = answer.state();
        for (float likely : answer.likely()) {
          least = Math.min(least, likely);
          most = Math.max(most, likely);
        }
      }
      assertThat(least).isLessThan(0.05); // or the comparison would show little
      assertThat(most).isGreaterThan(0.5);
    }
  }

  @Test
  void anotherModelIsNamedWithTheLayerItLacksAndTheFix() {
    byte[] other =
        ModelProto.newBuilder().setGraph(GraphProto.getDefaultInstance()).build().toByteArray();
    assertThatThrownBy(() -> SileroGraph.of(other, "other.onnx"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("other.onnx has no layer 'stft.forward_basis_buffer'")
        .hasMessageContaining("restore it or set speech.vad.type = energy");
  }

  /** Stream 0 is silent, 1 has vowels in bursts, 2 has noise. */
  private static float sound(int stream, int sample, Random random) {
    double seconds = sample / 8_000.0;
    if (stream == 1) {
      double hertz = 110 + 30 * Math.sin(2 * Math.PI * 1.3 * seconds);
      double voice = 0;
      for (int harmonic = 1; harmonic < 20; harmonic++) {
        double formant = Math.exp(-Math.pow((harmonic * hertz - 700) / 300, 2)) + 0.1;
        voice += formant * Math.sin(2 * Math.PI * hertz * harmonic * seconds);
      }
      return (float) (0.1 * voice * Math.max(0, Math.sin(2 * Math.PI * 1.5 * seconds)));
    }
    return stream == 2 ? (float) (0.05 * random.nextGaussian()) : 0;
  }

  private static byte[] file() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SileroModel.class.getResourceAsStream("/models/silero_vad.onnx"))) {
      return in.readAllBytes();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // read once
  private record Answer(float[] likely, float[] state) {}

  private static final class Runs implements AutoCloseable {
    private final OrtSession session;
    private final boolean rate;

    Runs(byte[] network, boolean rate) throws OrtException {
      this.session = ORT.createSession(network);
      this.rate = rate;
    }

    Answer run(float[] input, float[] state, int streams) throws OrtException {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input", tensor(input, streams, SileroStream.INPUT));
      inputs.put("state", tensor(state, 2, streams, 128));
      if (rate) {
        inputs.put("sr", OnnxTensor.createTensor(ORT, 8_000L));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return new Answer(values(result, "output"), values(result, "stateN"));
      } finally {
        inputs.values().forEach(OnnxTensor::close);
      }
    }

    private static OnnxTensor tensor(float[] values, long... dims) throws OrtException {
      return OnnxTensor.createTensor(ORT, FloatBuffer.wrap(values), dims);
    }

    private static float[] values(OrtSession.Result result, String name) {
      FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }

    @Override
    public void close() throws OrtException {
      session.close();
    }
  }
}
