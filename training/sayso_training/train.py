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

import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from . import data
from .losses import loss_of
from .network import SIZES, Network
from .predict import read
from .teacher import Teacher, unlabelled

# Articles of wikinews-train kept back to tune on: every eighth.
HELD_OUT = 8


def rate(done, warm=0.06):
    return done / warm if done < warm else 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm))) * 0.98 + 0.02


def optimiser(network, encoder_rate, head_rate, decay=0.9):
    """Layer-wise learning rates: each layer below the top learns at `decay` times the one above."""
    groups = [{"params": [*network.cues.parameters(), *network.links.parameters(), network.encoder.shapes.weight], "peak": head_rate}]
    layers = network.encoder.layers
    for i, layer in enumerate(layers):
        groups.append({"params": list(layer.parameters()), "peak": encoder_rate * decay ** (len(layers) - 1 - i)})
    rest = [network.encoder.words.weight, network.encoder.positions.weight, *network.encoder.norm.parameters()]
    rest = [p for p in rest if p.requires_grad]
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


def begun(args, device):
    """The network as training begins, and its teacher, if it has one."""
    network = Network(SIZES[args.size])
    if not args.teacher:
        network.encoder.start_from(args.start / "model.safetensors")
        return network.to(device), None
    teacher = Teacher(args.teacher, device)
    learnt = teacher.network
    kept = {**network.encoder.state_dict(), **{n: v for n, v in learnt.encoder.state_dict().items() if not n.startswith("layers.")}}
    network.encoder.load_state_dict(kept)
    for layer, i in zip(network.encoder.layers, args.layers, strict=True):
        layer.load_state_dict(learnt.encoder.layers[i].state_dict())
    network.cues.load_state_dict(learnt.cues.state_dict())
    network.links.load_state_dict(learnt.links.state_dict())
    network.encoder.words.weight.requires_grad = False
    return network.to(device), teacher


def arguments():
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
    parse.add_argument("--size", choices=SIZES, default="standard")
    parse.add_argument("--teacher", type=pathlib.Path, help="folder of a trained model: begin with some of its layers and with its heads, learn what it says besides, and leave its word vectors as they are")
    parse.add_argument("--layers", type=lambda s: [int(i) for i in s.split(",")], help="which of the teacher's layers to begin with: 0,4")
    parse.add_argument("--unlabelled", type=pathlib.Path, help="documents for the teacher alone, a line each in an xz file")
    parse.add_argument("--without", type=pathlib.Path, help="ids that are not to be taken from them, a line each")
    parse.add_argument("--average", type=float, default=0.998, help="what is saved is a running mean of the weights (Polyak and Juditsky 1992): its share that a step keeps")
    parse.add_argument("--dropout", type=float, default=0.1)
    parse.add_argument("--bfloat16", action="store_true", help="products of matrices in bfloat16")
    parse.add_argument("--network", type=pathlib.Path, help="go on from these weights, with a new schedule")
    parse.add_argument("--steps", type=int, default=None, help="shorten the schedule to so many steps")
    parse.add_argument("--minutes", type=float, default=None, help="shorten the schedule so that it ends by then; not the same twice")
    return parse.parse_args()


def main():
    args = arguments()
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    pieces = data.Pieces(args.start / "tokenizer.json")
    polnear = data.load(pieces, args.data / "attribution/polnear-train.jsonl")
    wikinews = data.load(pieces, args.data / "attribution/wikinews-train.jsonl")
    wikinews = [d for i, d in enumerate(wikinews) if i % HELD_OUT]
    dev = data.load(pieces, args.data / "attribution/polnear-dev.jsonl")
    written = list(data.written(pieces, args.written)) if args.written else []
    documents = polnear + (wikinews + written) * args.wikinews_times
    if args.unlabelled:
        documents += unlabelled(pieces, args.unlabelled, set(args.without.read_text().split()) if args.without else ())
    print(sum(len(d.pieces) for d in documents), "pieces,", device, flush=True)

    network, teacher = begun(args, device)
    for layer in [*network.encoder.layers, network.links.layer]:
        layer.dropout = args.dropout
    if args.network:
        network.load_state_dict(torch.load(args.network, map_location=device))
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(args.average))
    optimise = optimiser(network, args.encoder_rate, args.head_rate)
    args.out.mkdir(parents=True, exist_ok=True)
    epochs = [data.batches(varied(pieces, documents, args.seed * 100 + k), network.size.cuts, args.batch, args.seed * 100 + k, teacher is None) for k in range(args.epochs)]
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
            with torch.autocast(device, dtype=torch.bfloat16, enabled=args.bfloat16):
                loss = loss_of(network, group, device, teacher)
            optimise.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimise.step()
            average.update_parameters(network)
            step += 1
            running.append(loss.item())
            if step % 50 == 0:
                torch.save(average.module.state_dict(), args.out / "network.pt")
            if step % 10 == 0:
                print(f"epoch {k + 1} step {step}/{steps} loss {sum(running[-50:]) / len(running[-50:]):.4f} {time.time() - began:.0f}s", flush=True)
        torch.save(average.module.state_dict(), args.out / "network.pt")
        print(score(copy.deepcopy(average.module).to("cpu"), dev[:20] if k + 1 < args.epochs else dev, args.data / "attribution/polnear-dev.jsonl", args.out / "dev.jsonl", args.scorer), flush=True)


if __name__ == "__main__":
    main()
