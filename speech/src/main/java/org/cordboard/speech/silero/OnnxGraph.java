package org.cordboard.speech.silero;

import com.google.protobuf.ByteString;
import java.util.List;
import org.cordboard.speech.silero.onnx.AttributeProto;
import org.cordboard.speech.silero.onnx.AttributeProto.AttributeType;
import org.cordboard.speech.silero.onnx.GraphProto;
import org.cordboard.speech.silero.onnx.ModelProto;
import org.cordboard.speech.silero.onnx.NodeProto;
import org.cordboard.speech.silero.onnx.OperatorSetIdProto;
import org.cordboard.speech.silero.onnx.TensorProto;
import org.cordboard.speech.silero.onnx.TensorShapeProto;
import org.cordboard.speech.silero.onnx.TensorShapeProto.Dimension;
import org.cordboard.speech.silero.onnx.TypeProto;
import org.cordboard.speech.silero.onnx.ValueInfoProto;

/**
 * A network put together operator by operator, to be written in ONNX's format. Values go by names,
 * which the graph gives. One thread.
 */
final class OnnxGraph {
  /** The dimension of which a run decides: how many streams there are. */
  static final long STREAMS = -1;

  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final long IR_VERSION = 8;
  private static final long OPERATORS = 18; // version of the operators' definitions

  private final GraphProto.Builder graph;
  private int named;

  OnnxGraph(String name) {
    this.graph = GraphProto.newBuilder().setName(name);
  }

  /** A value that a run is given. */
  String input(String name, long... dims) {
    graph.addInput(described(name, dims));
    return name;
  }

  /** A value that a run answers: the output of an operator put in with that name. */
  void output(String name, long... dims) {
    graph.addOutput(described(name, dims));
  }

  /** Numbers that are part of the network, row by row. */
  String floats(float[] values, long... dims) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(FLOAT);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return constant(tensor, dims);
  }

  /** Whole numbers that are part of the network. */
  String longs(long... values) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(INT64);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return constant(tensor, values.length);
  }

  private String constant(TensorProto.Builder tensor, long... dims) {
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    String name = "c" + named++;
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  /** An operator with one output; answers its name. */
  String op(String type, List<AttributeProto> attributes, String... inputs) {
    String output = "v" + named++;
    op(type, attributes, List.of(output), inputs);
    return output;
  }

  /** An operator without attributes; answers the name of its output. */
  String op(String type, String... inputs) {
    return op(type, List.of(), inputs);
  }

  /** An operator whose outputs are named; the name "" leaves an input or output out. */
  void op(String type, List<AttributeProto> attributes, List<String> outputs, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(type + named++)
            .setOpType(type)
            .addAllInput(List.of(inputs))
            .addAllOutput(outputs)
            .addAllAttribute(attributes));
  }

  /** An operator's attribute that is a whole number. */
  static AttributeProto whole(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  /** An operator's attribute that is a text. */
  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  /** The network in ONNX's format. */
  byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static ValueInfoProto described(String name, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      Dimension.Builder one = Dimension.newBuilder();
      shape.addDim(dim == STREAMS ? one.setDimParam("streams") : one.setDimValue(dim));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
