"""The network of a model's folder, in fp32 again, for a student to begin with and to learn from."""

import pathlib

import numpy
import onnx
import torch
from onnx import numpy_helper

from .network import Network


class Constants:
    """The weights of a graph in the order in which `sayso_training.export` wrote them."""

    def __init__(self, path):
        graph = onnx.load(str(path)).graph
        if any(node.op_type == "MatMulInteger" for node in graph.node):
            raise SystemExit(f"{path} was exported with products of whole numbers: restore from weights that were not")
        values = (numpy_helper.to_array(c) for c in graph.initializer)
        # Shapes and factors of the graph itself are whole numbers of 64 bits and single numbers.
        self.left = iter([v for v in values if v.size > 1 and v.dtype != numpy.int64])

    def next(self):
        """The next weights; int8 ones are followed by their scales."""
        value = next(self.left)
        return value * next(self.left) if value.dtype == numpy.int8 else value

    def fill(self, module):
        """Takes the next weights into a linear layer, a norm or an embedding."""
        weight = self.next()
        module.weight.data.copy_(torch.tensor(weight.T if isinstance(module, torch.nn.Linear) else weight))
        if getattr(module, "bias", None) is not None:
            module.bias.data.copy_(torch.tensor(self.next()))

    def fill_layer(self, layer):
        for part in (layer.query, layer.key, layer.value, layer.out, layer.attention_norm, layer.up, layer.down, layer.feed_norm):
            self.fill(part)


def restored(folder: pathlib.Path):
    network = Network()
    e, links, encoder, link = network.encoder, network.links, Constants(folder / "encoder.onnx"), Constants(folder / "link.onnx")
    for part in (e.words, e.shapes, e.positions, e.norm):
        encoder.fill(part)
    for layer in e.layers:
        encoder.fill_layer(layer)
    for part in (network.cues.hidden, network.cues.out, links.piece):
        encoder.fill(part)
    for part in (links.cue, links.distance, links.norm):
        link.fill(part)
    link.fill_layer(links.layer)
    for part in (links.roles, links.stance):
        link.fill(part)
    assert next(encoder.left, None) is None and next(link.left, None) is None, folder
    return network.eval()
