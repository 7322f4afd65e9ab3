"""Writes the trained network as two ONNX graphs with int8 weights, and reference outputs that the Rust side must reproduce.

`python -m sayso_training.export --network RUN/network.pt --start START --out models`

Weights of matrix products are kept as int8 with one scale an output channel, word vectors as int8 with one scale a word;
all arithmetic stays in fp32. The heads, being small, keep fp32 weights. With `--whole` the encoder's products are of whole
numbers: what enters one is rounded to uint8, with a scale and a zero from what enters it in the documents given, and weights
to seven bits, since processors without an instruction for it add two products in 16 bits.
"""

import argparse
import json
import pathlib

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from . import data
from .network import HEADS, LINK_HEADS, LINK_WIDTH, SIZES, WIDTH, Network, bucket, distances, reach
from .predict import encode

OPSET = 20  # the first with Gelu

# Of the documents that tell what enters a product, every so many.
SAMPLED = 20

# Two constructed sentences (CC0): quotation marks, accents, capitals, a blank line, an unknown character.
SAMPLE = (
    "“We knew nothing of it,” Prime Minister Élodie Márquez told Radio East on Monday.\n\n"
    "According to two officials, the ferry—built in 1998—carried \"about 310\" people, 日本 said."
)


class Graph:
    """Builds an ONNX graph node by node."""

    def __init__(self, ranges=None):
        self.nodes, self.constants, self.count = [], [], 0
        self.ranges = ranges  # of what enters each product, where products are of whole numbers
        self.rounded = {}  # what entered one, since several take the same

    def constant(self, value, name=None):
        self.count += 1
        name = name or f"c{self.count}"
        self.constants.append(numpy_helper.from_array(numpy.asarray(value, order="C"), name))
        return name

    def node(self, operator, *inputs, **attributes):
        self.count += 1
        out = f"v{self.count}"
        self.nodes.append(helper.make_node(operator, list(inputs), [out], **attributes))
        return out

    def named(self, value, name):
        self.nodes.append(helper.make_node("Identity", [value], [name]))

    def linear(self, x, layer, rounded):
        """Over fp32 weights, or over rounded ones: then with what enters rounded too, if its range is known."""
        return self.node("Add", self.product(x, layer, rounded), self.constant(layer.bias.detach().numpy()))

    def product(self, x, layer, rounded):
        weight = layer.weight.detach().numpy().T
        if not rounded:
            return self.node("MatMul", x, self.constant(weight))
        most = 63 if self.ranges else 127
        scale = numpy.maximum(numpy.abs(weight).max(0), 1e-8).astype(numpy.float32) / most
        whole = numpy.clip(numpy.rint(weight / scale), -most, most).astype(numpy.int8)
        if self.ranges:
            return self.whole_product(x, self.constant(whole), scale, *self.ranges[layer])
        return self.node("MatMul", x, self.node("DequantizeLinear", self.constant(whole), self.constant(scale), axis=1))

    def whole_product(self, x, weight, scale, low, high):
        """`x` is rounded by arithmetic: the engine's operator for it takes three times as long."""
        step = max(high - low, 1e-8) / 255
        zero = int(round(-low / step))
        if x not in self.rounded:
            number = lambda n: self.constant(numpy.float32(n))
            moved = self.node("Add", self.node("Mul", x, number(1 / step)), number(zero + 0.5))
            self.rounded[x] = self.node("Cast", self.node("Clip", moved, number(0), number(255)), to=TensorProto.UINT8)
        product = self.node("MatMulInteger", self.rounded[x], weight, self.constant(numpy.uint8(zero)))
        return self.node("Mul", self.node("Cast", product, to=TensorProto.FLOAT), self.constant(scale * numpy.float32(step)))

    def norm(self, x, layer):
        scale, bias = (self.constant(p.detach().numpy()) for p in (layer.weight, layer.bias))
        return self.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=float(layer.eps))

    def attention(self, x, layer, width, heads, rounded):
        apart = self.constant(numpy.array([-1, heads, width // heads]))
        split = lambda part, order: self.node("Transpose", self.node("Reshape", self.linear(x, part, rounded), apart), perm=order)
        query, key, value = split(layer.query, [1, 0, 2]), split(layer.key, [1, 2, 0]), split(layer.value, [1, 0, 2])
        root = self.constant(numpy.float32((width // heads) ** -0.5))
        weights = self.node("Softmax", self.node("Mul", self.node("MatMul", query, key), root), axis=-1)
        together = self.node("Transpose", self.node("MatMul", weights, value), perm=[1, 0, 2])
        return self.linear(self.node("Reshape", together, self.constant(numpy.array([-1, width]))), layer.out, rounded)

    def layer(self, x, layer, width, heads, rounded):
        x = self.norm(self.node("Add", x, self.attention(x, layer, width, heads, rounded)), layer.attention_norm)
        fed = self.linear(self.node("Gelu", self.linear(x, layer.up, rounded)), layer.down, rounded)
        return self.norm(self.node("Add", x, fed), layer.feed_norm)

    def model(self, inputs, outputs):
        value = lambda name, kind, shape: helper.make_tensor_value_info(name, kind, shape)
        graph = helper.make_graph(
            self.nodes, "sayso", [value(*i) for i in inputs], [value(*o) for o in outputs], self.constants
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="sayso")
        model.ir_version = 9
        onnx.checker.check_model(model)
        return model.SerializeToString()


def ranges(network, documents):
    """The least and the most that enters each product of the encoder's layers: the mean over windows, so that what is rare is cut off."""
    seen = {}
    note = lambda module, entered, _: seen.setdefault(module, []).append((float(entered[0].min()), float(entered[0].max())))
    parts = [m for m in network.encoder.layers.modules() if isinstance(m, torch.nn.Linear)]
    hooks = [part.register_forward_hook(note) for part in parts]
    with torch.no_grad():
        for d in documents:
            encode(network, d)
    for hook in hooks:
        hook.remove()
    return {module: tuple(numpy.mean(all_seen, axis=0)) for module, all_seen in seen.items()}


def encoder_graph(network, entering=None):
    g, e = Graph(entering), network.encoder
    words = e.words.weight.detach().numpy()
    scale = numpy.maximum(numpy.abs(words).max(1, keepdims=True), 1e-8).astype(numpy.float32) / 127
    whole = numpy.clip(numpy.rint(words / scale), -127, 127).astype(numpy.int8)
    rows = g.node("Cast", g.node("Gather", g.constant(whole), "pieces"), to=TensorProto.FLOAT)
    x = g.node("Mul", rows, g.node("Gather", g.constant(scale), "pieces"))
    x = g.node("Add", x, g.node("Gather", g.constant(e.shapes.weight.detach().numpy()), "shapes"))
    x = g.node("Add", x, g.node("Gather", g.constant(e.positions.weight.detach().numpy()), "positions"))
    x = g.norm(x, e.norm)
    for layer in e.layers:
        x = g.layer(x, layer, WIDTH, HEADS, True)
    cues = g.linear(g.node("Gelu", g.linear(x, network.cues.hidden, False)), network.cues.out, False)
    g.named(g.node("LogSoftmax", cues, axis=-1), "cues")
    g.named(g.linear(x, network.links.piece, False), "linkable")
    whole_numbers = [(n, TensorProto.INT32, ["piece"]) for n in ("pieces", "shapes", "positions")]
    return g.model(whole_numbers, [("cues", TensorProto.FLOAT, ["piece", 3]), ("linkable", TensorProto.FLOAT, ["piece", LINK_WIDTH])])


def link_graph(network):
    g, h = Graph(), network.links
    share = g.node("Unsqueeze", "share", g.constant(numpy.array([0])))
    cue = g.linear(g.node("MatMul", share, "linkable"), h.cue, False)
    x = g.node("Add", g.node("Add", "linkable", cue), g.node("Gather", g.constant(h.distance.weight.detach().numpy()), "buckets"))
    x = g.layer(g.norm(g.node("Gelu", x), h.norm), h.layer, LINK_WIDTH, LINK_HEADS, False)
    g.named(g.node("LogSoftmax", g.linear(x, h.roles, False), axis=-1), "roles")
    g.named(g.node("LogSoftmax", g.linear(g.node("MatMul", share, x), h.stance, False), axis=-1), "stance")
    inputs = [("linkable", TensorProto.FLOAT, ["piece", LINK_WIDTH]), ("share", TensorProto.FLOAT, ["piece"]), ("buckets", TensorProto.INT32, ["piece"])]
    return g.model(inputs, [("roles", TensorProto.FLOAT, ["piece", 5]), ("stance", TensorProto.FLOAT, [1, len(data.STANCES)])])


def write(folder, name, content):
    path = folder / f"{name}.onnx"
    path.write_bytes(content)
    return path


def reference(encoder, link, pieces, text, most):
    """What the two graphs give for a text by another engine: pieces, shapes, cue scores, and the roles around one cue."""
    import onnxruntime

    # Its optimisations would round activations to int8 as well.
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    d = data.document(pieces, {"id": "sample", "text": text, "attributions": [], "corpus": "polnear"})
    whole = lambda x: numpy.asarray(x, dtype=numpy.int32)
    run = onnxruntime.InferenceSession(encoder, options).run
    cues, linkable = run(["cues", "linkable"], {"pieces": whole(d.pieces), "shapes": whole(d.shapes), "positions": whole(range(len(d.pieces)))})
    cue = int(numpy.argmax(numpy.where(d.first, cues[:, 1], -numpy.inf)))
    a, b = reach(cue, cue + 1, len(d.pieces), most)
    share = numpy.float32([a + i == cue for i in range(b - a)])
    roles = onnxruntime.InferenceSession(link, options).run(["roles"], {"linkable": linkable[a:b], "share": share, "buckets": whole(bucket(distances(cue, cue + 1, a, b), most))})[0]
    rounded = lambda x: [[round(float(v), 4) for v in row] for row in x]
    return {"text": text, "pieces": d.pieces.tolist(), "shapes": d.shapes.tolist(), "offsets": d.offsets, "cues": rounded(cues), "cue": cue, "roles": rounded(roles)}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--network", type=pathlib.Path, required=True)
    parse.add_argument("--start", type=pathlib.Path, required=True, help="folder with the encoder's tokenizer.json and vocab.txt")
    parse.add_argument("--size", choices=SIZES, default="standard")
    parse.add_argument("--whole", type=pathlib.Path, help="products of whole numbers in the encoder; the documents that tell what enters them")
    parse.add_argument("--out", type=pathlib.Path, required=True)
    args = parse.parse_args()
    network = Network(SIZES[args.size]).eval()
    network.load_state_dict(torch.load(args.network, map_location="cpu"))
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = data.Pieces(args.start / "tokenizer.json")
    entering = ranges(network, data.load(pieces, args.whole)[::SAMPLED]) if args.whole else None
    encoder = write(args.out, "encoder", encoder_graph(network, entering))
    link = write(args.out, "link", link_graph(network))
    (args.out / "vocabulary.txt").write_bytes((args.start / "vocab.txt").read_bytes())
    sample = reference(encoder, link, pieces, SAMPLE, network.size.reach)
    (args.out / "reference.json").write_text(json.dumps(sample, ensure_ascii=False) + "\n", encoding="utf-8")
    print(encoder, encoder.stat().st_size, link, link.stat().st_size)


if __name__ == "__main__":
    main()
