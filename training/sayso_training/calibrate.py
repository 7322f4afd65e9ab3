"""Fits the confidence: a logistic regression of "a reader's annotation agrees" on the network's scores.

`python -m sayso_training.calibrate --network RUN/network.pt --start START --data DATA`

Prints the intercept and the weights for `[calibration.confidence]` in a model's `model.toml`.
An attribution is right where content and source each share half of their words with one of the gold (one to one).
"""

import argparse
import math
import pathlib
import re

import numpy
import torch

from . import data
from .network import SIZES, Network
from .predict import read

BINS = 10


def words(text, spans):
    at = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    return frozenset(i for i, (b, e) in enumerate(at) if any(b < y and e > x for x, y in spans))


def share(a, b):
    return len(a & b) / len(a | b) if a | b else 1.0


def right(document, predicted):
    """For each predicted attribution, whether it is one of the gold: best contents first, one to one."""
    view = lambda a: [words(document.text, a[r]) for r in ("source", "content")]
    gold, ours = [view(a) for a in document.attributions], [view(a) for a in predicted]
    scored = sorted(((share(g[1], p[1]), i, j) for i, g in enumerate(gold) for j, p in enumerate(ours)), reverse=True)
    agreed, used = [False] * len(ours), set()
    taken = set()
    for score, i, j in scored:
        if score >= 0.5 and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            agreed[j] = share(gold[i][0], ours[j][0]) >= 0.5
    return agreed


def features(attribution):
    p = min(max(attribution["probability"], 1e-3), 1 - 1e-3)
    return [1.0, math.log(p / (1 - p)), attribution["score"]]


def fit(x, y, rounds=50):
    """Newton's method with a little ridge."""
    weights = numpy.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (y - p) - 1e-3 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * numpy.eye(len(weights))
        weights += numpy.linalg.solve(curve, slope)
    return weights


def calibration_error(p, y):
    bins = numpy.minimum((p * BINS).astype(int), BINS - 1)
    return sum(abs(p[bins == b].sum() - y[bins == b].sum()) for b in range(BINS)) / len(p)


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--network", type=pathlib.Path, required=True)
    parse.add_argument("--start", type=pathlib.Path, required=True)
    parse.add_argument("--size", choices=SIZES, default="standard")
    parse.add_argument("--data", type=pathlib.Path, required=True)
    args = parse.parse_args()
    network = Network(SIZES[args.size])
    network.load_state_dict(torch.load(args.network, map_location="cpu"))
    documents = data.load(data.Pieces(args.start / "tokenizer.json"), args.data / "attribution/polnear-dev.jsonl")
    x, y = [], []
    for d in documents:
        top = [a for a in read(network, d) if a["parent"] is None]
        x += [features(a) for a in top]
        y += right(d, top)
    x, y = numpy.array(x), numpy.array(y, dtype=float)
    weights = fit(x, y)
    print("intercept, cue, links:", weights.round(3), "error:", round(calibration_error(1 / (1 + numpy.exp(-x @ weights)), y), 4))


if __name__ == "__main__":
    main()
