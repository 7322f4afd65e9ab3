"""The network: an encoder that reads pieces and their shapes, a head that finds cues, a head that reads one cue's source and content."""

import dataclasses
import math

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from . import data, shape
from .data import CUE_TAGS, ROLE_TAGS, STANCES

WIDTH, HEADS, FEED = 384, 12, 1536
LINK_WIDTH, LINK_HEADS, LINK_FEED = 128, 4, 256
BUCKETS = 32  # signed logarithmic distances from the cue


@dataclasses.dataclass(frozen=True)
class Size:
    """How much a model reads at once, and through how many layers."""

    layers: int
    reach: int  # pieces that the link head sees, centred on the cue; 256 hold 99 % of PolNeAR's spans
    cuts: data.Cuts


STANDARD = Size(6, 256, data.Cuts(384, 48, False))
FAST = Size(2, 192, data.Cuts(256, 48, True))
SIZES = {"standard": STANDARD, "fast": FAST}


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al. 2019)."""

    def __init__(self, width, heads, feed):
        super().__init__()
        self.heads = heads
        self.dropout = 0.1  # after each half of a layer, as in BERT
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, feed), nn.Linear(feed, width)
        self.feed_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        n, t, w = x.shape
        split = lambda y: y.view(n, t, self.heads, w // self.heads).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        x = self.attention_norm(x + self.drop(self.out(y.transpose(1, 2).reshape(n, t, w))))
        return self.feed_norm(x + self.drop(self.down(F.gelu(self.up(x)))))

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)


class Encoder(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(shape.SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, FEED) for _ in range(layers))

    def forward(self, pieces, shapes, mask):
        x = self.norm(self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.shapes(shapes))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, path):
        """Takes over a BERT checkpoint in safetensors; its segment embedding is folded into the positions."""
        w = load_file(str(path))
        copy = lambda to, name: to.data.copy_(w[name])
        copy(self.words.weight, "embeddings.word_embeddings.weight")
        self.positions.weight.data.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        copy(self.norm.weight, "embeddings.LayerNorm.weight")
        copy(self.norm.bias, "embeddings.LayerNorm.bias")
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
            "up": "intermediate.dense", "down": "output.dense", "feed_norm": "output.LayerNorm",
        }
        for i, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    copy(getattr(getattr(layer, ours), part), f"encoder.layer.{i}.{theirs}.{part}")


class CueHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = nn.Linear(WIDTH, LINK_WIDTH), nn.Linear(LINK_WIDTH, len(CUE_TAGS))

    def forward(self, x):
        return self.out(F.gelu(self.hidden(x)))


def bucket(distance, farthest):
    """Signed distance from the cue to one of 32 buckets: exact to 7, then logarithmic to the farthest."""
    size = distance.abs()
    far = 8 + (torch.log(size.clamp(min=8) / 8) / math.log(farthest / 8) * 7).long().clamp(max=7)
    half = torch.where(size < 8, size, far)
    return torch.where(distance < 0, half + BUCKETS // 2, half)


class LinkHead(nn.Module):
    """For one cue: is each piece in reach part of its source, its content, or neither; and the stance of the cue."""

    def __init__(self):
        super().__init__()
        self.piece, self.cue = nn.Linear(WIDTH, LINK_WIDTH), nn.Linear(LINK_WIDTH, LINK_WIDTH)
        self.distance = nn.Embedding(BUCKETS, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.layer = Layer(LINK_WIDTH, LINK_HEADS, LINK_FEED)
        self.roles = nn.Linear(LINK_WIDTH, len(ROLE_TAGS))
        self.stance = nn.Linear(LINK_WIDTH, len(STANCES))

    def forward(self, x, in_cue, buckets, mask):
        """x: [cue, piece, link width], by `piece`; in_cue: 1.0 where a piece is of the cue; buckets: of the distance to the cue; mask: additive."""
        share = in_cue / in_cue.sum(1, keepdim=True)
        cue = self.cue((x * share.unsqueeze(2)).sum(1, keepdim=True))
        y = self.layer(self.norm(F.gelu(x + cue + self.distance(buckets))), mask)
        return self.roles(y), self.stance((y * share.unsqueeze(2)).sum(1))


class Network(nn.Module):
    def __init__(self, size=STANDARD):
        super().__init__()
        self.size = size
        self.encoder, self.cues, self.links = Encoder(size.layers), CueHead(), LinkHead()


def reach(cue_start, cue_end, length, most):
    """The [start, end) of the pieces that the link head sees for a cue: so many at most."""
    start = max(0, min((cue_start + cue_end) // 2 - most // 2, length - most))
    return start, min(length, start + most)


def distances(cue_start, cue_end, start, end):
    """Signed distance of each piece in [start, end) from the cue, 0 within it."""
    at = torch.arange(start, end)
    return torch.where(at < cue_start, at - cue_start, torch.where(at >= cue_end, at - cue_end + 1, torch.zeros_like(at)))
