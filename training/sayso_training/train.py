"""Trains the network: `python -m sayso_training.train --data DATA --start START --out RUN`."""

import argparse
import copy
import json
import math
import pathlib
import random
import subprocess
import sys
import time

import numpy
import torch
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from . import data
from .network import Network, bucket, distances, reach
from .predict import MARGIN, WINDOW, read

# What is saved is a running mean of the weights over about the last five hundred steps (Polyak and Juditsky 1992).
AVERAGE = get_ema_multi_avg_fn(0.998)
# Articles of wikinews-train kept back to tune on: every eighth.
HELD_OUT = 8


def pad(rows, value):
    out = torch.full((len(rows), max(map(len, rows))), value)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.as_tensor(row)
    return out


def additive(keep):
    """A mask to add to attention scores from [batch, piece] booleans; None where nothing is padding."""
    return None if keep.all() else torch.where(keep, 0.0, -1e9)[:, None, None, :]


def only_first(tags, first):
    """Words are tagged by their first piece; the others bear no loss."""
    return numpy.where(first, tags, data.IGNORE)


def loss_of(network, group, device):
    pieces, shapes = pad([w.pieces for w in group], 0), pad([w.shapes for w in group], 0)
    keep = pad([numpy.ones(len(w.pieces), dtype=bool) for w in group], False)
    x = network.encoder(pieces.to(device), shapes.to(device), additive(keep.to(device)))
    cue = pad([only_first(w.cue, w.first) for w in group], data.IGNORE).to(device)
    loss = F.cross_entropy(network.cues(x).flatten(0, 1), cue.flatten(), ignore_index=data.IGNORE)
    links = [(i, *link) for i, w in enumerate(group) for link in w.links]
    if not links:
        return loss
    return loss + link_loss(network, x, group, links, device)


def link_loss(network, x, group, links, device):
    length = x.shape[1]
    reached = [reach(s, e, len(group[i].pieces)) for i, s, e, _, _ in links]
    index = pad([i * length + torch.arange(a, b) for (i, *_), (a, b) in zip(links, reached)], 0).to(device)
    keep = pad([torch.ones(b - a, dtype=torch.bool) for a, b in reached], False).to(device)
    both = [(s, e, a, b) for (_, s, e, _, _), (a, b) in zip(links, reached)]
    in_cue = pad([[float(s <= j < e) for j in range(a, b)] for s, e, a, b in both], 0.0).to(device)
    buckets = pad([bucket(distances(s, e, a, b)) for s, e, a, b in both], 0).to(device)
    roles = pad([only_first(t[a:b], group[i].first[a:b]) for (i, _, _, t, _), (a, b) in zip(links, reached)], data.IGNORE).to(device)
    flat = network.links.piece(x).flatten(0, 1)
    views = flat.index_select(0, index.flatten()).view(*index.shape, -1)
    got_roles, got_stances = network.links(views, in_cue, buckets, additive(keep))
    loss = 2 * F.cross_entropy(got_roles.flatten(0, 1), roles.flatten(), ignore_index=data.IGNORE)
    stances = torch.tensor([stance for *_, stance in links], device=device)
    if (stances != data.IGNORE).any():
        loss = loss + 0.1 * F.cross_entropy(got_stances, stances, ignore_index=data.IGNORE)
    return loss


def rate(done, warm=0.06):
    return done / warm if done < warm else 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm))) * 0.98 + 0.02


def optimiser(network, encoder_rate, head_rate, decay=0.9):
    """Layer-wise learning rates: each layer below the top learns at `decay` times the one above."""
    groups = [{"params": [*network.cues.parameters(), *network.links.parameters(), network.encoder.shapes.weight], "peak": head_rate}]
    layers = network.encoder.layers
    for i, layer in enumerate(layers):
        groups.append({"params": list(layer.parameters()), "peak": encoder_rate * decay ** (len(layers) - 1 - i)})
    rest = [network.encoder.words.weight, network.encoder.positions.weight, *network.encoder.norm.parameters()]
    groups.append({"params": rest, "peak": encoder_rate * decay ** len(layers)})
    return torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)


def varied(pieces, documents, seed):
    rng = random.Random(seed)
    return [data.varied(pieces, d, rng) for d in documents]


def score(network, documents, gold_path, out, scorer):
    with open(out, "w", encoding="utf-8") as file:
        for d in documents:
            file.write(json.dumps({"id": d.id, "attributions": read(network, d)}) + "\n")
    return subprocess.run([sys.executable, scorer, "attributions", gold_path, out], capture_output=True, text=True).stdout


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--data", type=pathlib.Path, required=True, help="folder with attribution/*.jsonl")
    parse.add_argument("--start", type=pathlib.Path, required=True, help="folder with the encoder's model.safetensors and tokenizer.json")
    parse.add_argument("--out", type=pathlib.Path, required=True)
    parse.add_argument("--scorer", required=True, help="path of score.py")
    parse.add_argument("--epochs", type=int, default=4)
    parse.add_argument("--batch", type=int, default=2304, help="pieces a step")
    parse.add_argument("--encoder-rate", type=float, default=1.6e-4)
    parse.add_argument("--head-rate", type=float, default=6e-4)
    parse.add_argument("--wikinews-times", type=int, default=2, help="how often the Wikinews articles and the written documents stand in an epoch")
    parse.add_argument("--written", type=pathlib.Path, help="folder of marked documents (sayso_training.data.written)")
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--network", type=pathlib.Path, help="go on from these weights, with a new schedule")
    parse.add_argument("--steps", type=int, default=None, help="shorten the schedule to so many steps")
    parse.add_argument("--minutes", type=float, default=None, help="shorten the schedule so that it ends by then; not the same twice")
    args = parse.parse_args()
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    pieces = data.Pieces(args.start / "tokenizer.json")
    polnear = data.load(pieces, args.data / "attribution/polnear-train.jsonl")
    wikinews = data.load(pieces, args.data / "attribution/wikinews-train.jsonl")
    wikinews = [d for i, d in enumerate(wikinews) if i % HELD_OUT]
    dev = data.load(pieces, args.data / "attribution/polnear-dev.jsonl")
    written = list(data.written(pieces, args.written)) if args.written else []
    documents = polnear + (wikinews + written) * args.wikinews_times
    print(sum(len(d.pieces) for d in documents), "pieces,", device, flush=True)

    network = Network().to(device)
    network.encoder.start_from(args.start / "model.safetensors")
    if args.network:
        network.load_state_dict(torch.load(args.network, map_location=device))
    average = AveragedModel(network, multi_avg_fn=AVERAGE)
    optimise = optimiser(network, args.encoder_rate, args.head_rate)
    args.out.mkdir(parents=True, exist_ok=True)
    epochs = [data.batches(varied(pieces, documents, args.seed * 100 + k), WINDOW, MARGIN, args.batch, args.seed * 100 + k) for k in range(args.epochs)]
    steps, step, began = min(args.steps or math.inf, sum(map(len, epochs))), 0, time.time()
    limit = 60 * args.minutes if args.minutes else math.inf
    for k, groups in enumerate(epochs):
        network.train()
        running = []
        for group in groups:
            done = max(step / steps, (time.time() - began) / limit)
            if done >= 1:
                break
            for g in optimise.param_groups:
                g["lr"] = g["peak"] * rate(done)
            loss = loss_of(network, group, device)
            optimise.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimise.step()
            average.update_parameters(network)
            step += 1
            running.append(loss.item())
            if step % 100 == 0:
                torch.save(average.module.state_dict(), args.out / "network.pt")
            if step % 20 == 0:
                print(f"epoch {k + 1} step {step}/{steps} loss {sum(running[-50:]) / len(running[-50:]):.4f} {time.time() - began:.0f}s", flush=True)
        torch.save(average.module.state_dict(), args.out / "network.pt")
        print(score(copy.deepcopy(average.module).to("cpu"), dev[:20] if k + 1 < args.epochs else dev, args.data / "attribution/polnear-dev.jsonl", args.out / "dev.jsonl", args.scorer), flush=True)


if __name__ == "__main__":
    main()
