package org.cordboard.speech.silero;

import static org.cordboard.speech.silero.OnnxGraph.STREAMS;
import static org.cordboard.speech.silero.OnnxGraph.text;
import static org.cordboard.speech.silero.OnnxGraph.whole;

import java.util.List;
import java.util.stream.IntStream;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.silero.onnx.AttributeProto;

/**
 * Silero's network for 8 kHz, arranged for hops of many calls at once. Its file serves two rates
 * and any length, and convolves each stream for itself; here the windows of all streams are laid
 * side by side, and each layer is one product of matrices. The same weights, the same sums: answers
 * differ by rounding. A hop alone takes 0.6 of the time, one of sixteen a third.
 */
final class SileroGraph {
  private static final int HOP = SileroStream.INPUT; // with what came before it
  private static final int SHIFT = 64; // samples from one window of the spectrum to the next
  private static final int WINDOWS = 4;
  private static final int BINS = 65;
  private static final int TAPS = 3; // of a convolution
  private static final int WIDE = 128;
  private static final int NARROW = 64;
  private static final long MIRRORED = (WINDOWS + 1) * SHIFT - HOP; // samples behind the hop

  private final OnnxGraph graph = new OnnxGraph("silero-8khz");
  private final SileroWeights weights;

  private SileroGraph(SileroWeights weights) {
    this.weights = weights;
  }

  /**
   * The network of {@code onnx}, Silero's file: "input" {@code [streams, 288]} and "state" {@code
   * [2, streams, 128]} in, "output" {@code [streams, 1]} and "stateN" out.
   *
   * @param name stands for the file in errors
   * @throws ModelException when it is corrupt, or another model
   */
  static byte[] of(byte[] onnx, String name) {
    return new SileroGraph(SileroWeights.of(onnx, name)).arrange();
  }

  private byte[] arrange() {
    String input = graph.input("input", STREAMS, HOP);
    String state = graph.input("state", 2, STREAMS, WIDE);
    remember(encoded(magnitudes(input)), state);
    graph.output("output", STREAMS, 1);
    graph.output("stateN", 2, STREAMS, WIDE);
    return graph.bytes();
  }

  /** {@code [streams, 4, 65]}: how much of each frequency there is in each window. */
  private String magnitudes(String input) {
    List<AttributeProto> mirror = List.of(text("mode", "reflect"));
    String whole = graph.op("Pad", mirror, input, graph.longs(0, 0, 0, MIRRORED));
    String blocks = shaped(whole, STREAMS, WINDOWS + 1, SHIFT);
    String windows =
        joined(2, slice(blocks, 1, 0, WINDOWS, 1), slice(blocks, 1, 1, WINDOWS + 1, 1));
    float[] basis = weights.take("stft.forward_basis_buffer", 2 * BINS, 1, 2 * SHIFT);
    String columns = graph.floats(transposed(basis, 2 * BINS, 2 * SHIFT), 2 * SHIFT, 2 * BINS);
    String spectrum = shaped(graph.op("MatMul", windows, columns), 0, WINDOWS, 2, BINS);
    return graph.op("ReduceL2", List.of(whole("keepdims", 0)), spectrum, graph.longs(2));
  }

  /** {@code [streams, 128]}: four convolutions, which end with one window. */
  private String encoded(String magnitudes) {
    String first = convolved(0, edged(magnitudes), BINS, WIDE, 1, WINDOWS);
    String second = convolved(1, edged(shaped(first, STREAMS, WINDOWS, WIDE)), WIDE, NARROW, 2, 2);
    // two windows are left, and of their edges nothing: the first tap meets silence
    String third = layer(2, shaped(second, STREAMS, 2 * NARROW), NARROW, NARROW, 1, 3);
    return layer(3, third, NARROW, WIDE, 1, 2); // one window: only the middle tap meets it
  }

  /** With a silent window before and after. */
  private String edged(String windows) {
    return graph.op("Pad", windows, graph.longs(0, 1, 0, 0, 1, 0));
  }

  /** A convolution that takes {@code step} windows at once, {@code [streams × out, to]}. */
  private String convolved(int layer, String edged, int from, int to, int step, int out) {
    String[] taps =
        IntStream.range(0, TAPS)
            .mapToObj(tap -> slice(edged, 1, tap, tap + (out - 1) * step + 1, step))
            .toArray(String[]::new);
    return layer(layer, shaped(joined(2, taps), STREAMS, (long) TAPS * from), from, to, 0, TAPS);
  }

  /** Of a convolution the taps {@code [first, last)}, as one product of matrices. */
  private String layer(int layer, String windows, int from, int to, int first, int last) {
    String name = "encoder." + layer + ".reparam_conv.";
    float[] learnt = weights.take(name + "weight", to, from, TAPS);
    float[] matrix = new float[(last - first) * from * to];
    for (int tap = first; tap < last; tap++) {
      for (int in = 0; in < from; in++) {
        for (int out = 0; out < to; out++) {
          matrix[((tap - first) * from + in) * to + out] = learnt[(out * from + in) * TAPS + tap];
        }
      }
    }
    String product =
        graph.op(
            "Gemm",
            windows,
            graph.floats(matrix, (long) (last - first) * from, to),
            graph.floats(weights.take(name + "bias", to), to));
    return graph.op("Relu", product);
  }

  private void remember(String encoded, String state) {
    String hidden = slice(state, 0, 0, 1, 1);
    String cell = slice(state, 0, 1, 2, 1);
    graph.op(
        "LSTM",
        List.of(whole("hidden_size", WIDE)),
        List.of("", "hidden", "cell"),
        graph.op("Unsqueeze", encoded, graph.longs(0)),
        graph.floats(gates("weight_ih", WIDE), 1, 4 * WIDE, WIDE),
        graph.floats(gates("weight_hh", WIDE), 1, 4 * WIDE, WIDE),
        graph.floats(biases(), 1, 8 * WIDE),
        "",
        hidden,
        cell);
    graph.op("Concat", List.of(whole("axis", 0)), List.of("stateN"), "hidden", "cell");
    String heard = graph.op("Relu", graph.op("Squeeze", "hidden", graph.longs(0)));
    String likely =
        graph.op(
            "Gemm",
            heard,
            graph.floats(weights.take("decoder.decoder.2.weight", 1, WIDE, 1), WIDE, 1),
            graph.floats(weights.take("decoder.decoder.2.bias", 1), 1));
    graph.op("Sigmoid", List.of(), List.of("output"), likely);
  }

  private float[] biases() {
    float[] both = new float[8 * WIDE];
    System.arraycopy(gates("bias_ih", 1), 0, both, 0, 4 * WIDE);
    System.arraycopy(gates("bias_hh", 1), 0, both, 4 * WIDE, 4 * WIDE);
    return both;
  }

  /** The four gates' rows, learnt as input, forget, cell, output, in ONNX's order: i, o, f, c. */
  private float[] gates(String part, int width) {
    long[] dims = width == 1 ? new long[] {4 * WIDE} : new long[] {4 * WIDE, width};
    float[] learnt = weights.take("decoder.rnn." + part, dims);
    float[] ordered = new float[learnt.length];
    int[] order = {0, 3, 1, 2};
    int gate = WIDE * width;
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(learnt, order[i] * gate, ordered, i * gate, gate);
    }
    return ordered;
  }

  private String shaped(String value, long... dims) {
    return graph.op("Reshape", value, graph.longs(dims));
  }

  private String joined(int axis, String... values) {
    return graph.op("Concat", List.of(whole("axis", axis)), values);
  }

  private String slice(String value, int axis, long from, long to, long step) {
    return graph.op(
        "Slice", value, graph.longs(from), graph.longs(to), graph.longs(axis), graph.longs(step));
  }

  private static float[] transposed(float[] matrix, int rows, int columns) {
    float[] turned = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = matrix[row * columns + column];
      }
    }
    return turned;
  }
}
