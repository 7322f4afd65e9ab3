"""Fits what a claim is worth to an editor: the weights in crates/sayso-brief/src/worth.rs.

    python3 training/brief_worth.py GOLD STREAM EXPORT FEATURES

GOLD     stories with annotated claims, each with its worth (1, 2 or 3), and the facts that a story page must give
STREAM   their articles, as `sayso add` takes them
EXPORT   what `sayso export` prints of them
FEATURES what `cargo run -p sayso --example brief_features LEDGER` prints

Prints the weights, and for each story, judged by weights that were fitted without it, how often a claim that belongs in the
ten lines an editor must see is put before one that does not. No chance is used: the same files give the same weights.
"""

import collections
import json
import math
import sys

TARGETS = {1: 1.0, 2: 0.1, 3: 0.0}
PART_OF_FACT = 0.3
RIDGE, STEPS, RATE = 0.1, 600, 0.5


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def targets(gold, text, claims):
    """What each claim is worth by the annotated claims whose words it has, and whether it belongs in the ten lines."""
    told = {claim for fact in gold["facts"] for claim in fact["claims"]}
    places = collections.defaultdict(list)
    for claim in gold["claims"]:
        target = TARGETS[claim["worth"]]
        if claim["worth"] == 2 and claim["id"] in told:
            target = PART_OF_FACT
        for mention in claim["mentions"]:
            start = text[mention["article"]].find(mention["span"])
            places[mention["article"]].append((start, start + len(mention["span"]), target))

    def of(mention):
        start, end = mention["start"], mention["end"]
        shared = lambda s, e: min(end, e) - max(start, s) > 0.5 * min(end - start, e - s)
        return [target for s, e, target in places[mention["article"]] if shared(s, e)]

    return {claim["id"]: max((t for m in claim["mentions"] for t in of(m)), default=0.0) for claim in claims}


def fit(rows, names):
    """Logistic regression on standardised features, by steps down the slope."""
    mean = {n: sum(x[n] for x, _ in rows) / len(rows) for n in names}
    spread = {n: max(1e-6, math.sqrt(sum((x[n] - mean[n]) ** 2 for x, _ in rows) / len(rows))) for n in names}
    scaled = [([(x[n] - mean[n]) / spread[n] for n in names], y) for x, y in rows]
    weights, bias = [0.0] * len(names), 0.0
    for _ in range(STEPS):
        slopes, off = [0.0] * len(names), 0.0
        for x, y in scaled:
            error = 1 / (1 + math.exp(-(bias + sum(w * v for w, v in zip(weights, x))))) - y
            off += error
            slopes = [slope + error * v for slope, v in zip(slopes, x)]
        weights = [w - RATE * (slope / len(rows) + RIDGE * w) for w, slope in zip(weights, slopes)]
        bias -= RATE * off / len(rows)
    plain = {n: w / spread[n] for n, w in zip(names, weights)}
    return bias - sum(plain[n] * mean[n] for n in names), plain


def before(scores, wanted):
    """How often what is wanted scores higher than what is not."""
    yes, no = [s for s, w in zip(scores, wanted) if w], [s for s, w in zip(scores, wanted) if not w]
    return sum((a > b) + 0.5 * (a == b) for a in yes for b in no) / max(1, len(yes) * len(no))


def main(gold_path, stream_path, export_path, features_path):
    gold, export, known = load(gold_path), load(export_path), lines(features_path)
    text = {article["id"]: article["text"] for article in lines(stream_path)}
    target = targets(gold, text, export["claims"])
    rows = [(line["story"], line["features"], target[line["claim"]]) for line in known]
    names = list(rows[0][1])
    for story in sorted({story for story, *_ in rows}):
        bias, weights = fit([(x, y) for s, x, y in rows if s != story], names)
        held = [(bias + sum(weights[n] * x[n] for n in names), y == 1.0) for s, x, y in rows if s == story]
        print(f"{story:24s} {before(*zip(*held)):.3f}")
    bias, weights = fit([(x, y) for _, x, y in rows], names)
    print(f"const BIAS: f64 = {bias:.3f};")
    print("\n".join(f"    {name}: {weight:.3f}," for name, weight in weights.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
