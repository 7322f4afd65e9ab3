"""Averages the weights of two runs, one of which went on from the other: `python -m sayso_training.average A B --share-of-b 0.7 --out NETWORK`."""

import argparse
import pathlib

import torch


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("a", type=pathlib.Path)
    parse.add_argument("b", type=pathlib.Path)
    parse.add_argument("--share-of-b", type=float, required=True)
    parse.add_argument("--out", type=pathlib.Path, required=True)
    args = parse.parse_args()
    a, b = (torch.load(path, map_location="cpu") for path in (args.a, args.b))
    torch.save({name: a[name] * (1 - args.share_of_b) + b[name] * args.share_of_b for name in a}, args.out)


if __name__ == "__main__":
    main()
