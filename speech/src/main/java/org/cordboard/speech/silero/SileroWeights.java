package org.cordboard.speech.silero;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.silero.onnx.AttributeProto;
import org.cordboard.speech.silero.onnx.GraphProto;
import org.cordboard.speech.silero.onnx.ModelProto;
import org.cordboard.speech.silero.onnx.NodeProto;
import org.cordboard.speech.silero.onnx.TensorProto;

/**
 * What Silero's model has learnt for 8 kHz, read out of its file. The file holds two networks, one
 * of them for 16 kHz; they are told apart by the length of their spectrum. Pure.
 */
final class SileroWeights {
  private static final String INLINED = "__"; // after the name of what was inlined
  private static final String SPECTRUM = "stft.forward_basis_buffer";
  private static final List<Long> SPECTRUM_8_KHZ = List.of(130L, 1L, 128L);

  private final String name;
  private final Map<String, TensorProto> tensors;

  private SileroWeights(String name, Map<String, TensorProto> tensors) {
    this.name = name;
    this.tensors = tensors;
  }

  /**
   * Reads them.
   *
   * @param onnx the file
   * @param name stands for it in errors
   * @throws ModelException when it is no ONNX, or not this model
   */
  static SileroWeights of(byte[] onnx, String name) {
    try {
      return find(ModelProto.parseFrom(onnx).getGraph(), name);
    } catch (InvalidProtocolBufferException broken) {
      throw new ModelException(
          "voice-activity model "
              + name
              + " is corrupt; restore it or set speech.vad.type = energy",
          broken);
    }
  }

  private static SileroWeights find(GraphProto graph, String name) {
    for (NodeProto node : graph.getNodeList()) {
      for (AttributeProto branch : node.getAttributeList()) {
        Map<String, TensorProto> tensors = constants(branch.getG());
        TensorProto spectrum = tensors.get(SPECTRUM);
        if (spectrum != null && spectrum.getDimsList().equals(SPECTRUM_8_KHZ)) {
          return new SileroWeights(name, tensors);
        }
      }
    }
    throw unknown(name, SPECTRUM);
  }

  /** The constants of a branch by the names that they had before it was inlined. */
  private static Map<String, TensorProto> constants(GraphProto branch) {
    Map<String, TensorProto> tensors = new HashMap<>();
    for (NodeProto node : branch.getNodeList()) {
      if (node.getOpType().equals("Constant")) {
        String inlined = node.getOutput(0);
        int before = inlined.lastIndexOf(INLINED);
        String plain = before < 0 ? inlined : inlined.substring(before + INLINED.length());
        tensors.put(plain, node.getAttribute(0).getT());
      }
    }
    return tensors;
  }

  /** The numbers of one layer, whose form must be {@code dims}. */
  float[] take(String layer, long... dims) {
    TensorProto tensor = tensors.get(layer);
    List<Long> wanted = Arrays.stream(dims).boxed().toList();
    if (tensor == null || !tensor.getDimsList().equals(wanted)) {
      throw unknown(name, layer);
    }
    FloatBuffer raw =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[(int) Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
    if (raw.remaining() != values.length) {
      throw unknown(name, layer);
    }
    raw.get(values);
    return values;
  }

  private static ModelException unknown(String name, String layer) {
    return new ModelException(
        "voice-activity model "
            + name
            + " has no layer '"
            + layer
            + "' as Silero's version 5 and 6 have; restore it or set speech.vad.type = energy");
  }
}
