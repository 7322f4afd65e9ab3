"""Fits the comparison of two mentions: whether they make one claim.

    python3 training/claim_pairs.py SCORER GOLD STREAM EXPORT WEIGHTS

SCORER   a Python file with the function `load`
GOLD     stories whose claims are annotated exhaustively, with all mentions of each
STREAM   their articles, as `sayso add` takes them
EXPORT   what `cargo run -p sayso-claims --example claim_features` prints of their readings
WEIGHTS  the file that is written (crates/sayso-claims/src/claim/comparison.json)

A mention that was read is one of gold's where half of both, or most of the shorter, is common. Prints what is right at
each threshold, each story judged by weights that were fitted without it.
"""

import json
import sys

import numpy

from claim_probability import fit, load, probability, scorer

RIDGE = 1.0
LEAST = 0.4


def mentions(gold, text):
    """Where each of gold's mentions stands: by article, the place and the claim."""
    at = {}
    for claim in gold["claims"]:
        for mention in claim["mentions"]:
            start = text[mention["article"]].find(mention["span"])
            at.setdefault(mention["article"], []).append((start, start + len(mention["span"]), claim["id"]))
    return at


def claim_of(mention, at):
    start, end = mention["start"], mention["end"]
    common = lambda place: min(end, place[1]) - max(start, place[0])
    share = lambda place: common(place) / max(1, max(end, place[1]) - min(start, place[0]))
    best = max(at.get(mention["article"], []), key=share, default=None)
    if best and (share(best) >= 0.5 or common(best) >= 0.8 * (end - start) >= 12):
        return best[2]
    return None


def main(scorer_path, gold_path, stream_path, export_path, weights_path):
    score = scorer(scorer_path)
    gold, export = load(gold_path), load(export_path)
    text = {article["id"]: article["text"] for article in score.load(stream_path)}
    at = mentions(gold, text)
    story_of = {article: story["id"] for story in gold["stories"] for article in story["articles"]}
    told = {m["id"]: (claim_of(m, at), story_of[m["article"]]) for c in export["claims"] for m in c["mentions"]}
    rows = [(one, other, compared) for one, other, compared in export["pairs"] if one in told and other in told and told[one][0] and told[other][0]]
    names = list(rows[0][2])
    x = numpy.array([[1.0] + [compared[name] for name in names] for _, _, compared in rows])
    y = numpy.array([float(told[one][0] == told[other][0]) for one, other, _ in rows])
    stories = numpy.array([told[one][1] for one, _, _ in rows])
    held_out = numpy.zeros(len(y))
    for story in sorted(set(stories)):
        own = stories == story
        held_out[own] = probability(x[own], fit(x[~own], y[~own], ridge=RIDGE))
    print(f"{len(y)} pairs, {int(y.sum())} of one claim")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        joined = held_out >= least
        print(f"from {least}: {100 * y[joined].mean():.1f} % right, {100 * y[joined].sum() / y.sum():.1f} % found")
    weights = [round(float(weight), 3) for weight in fit(x, y, ridge=RIDGE)]
    with open(weights_path, "w", encoding="utf-8") as file:
        json.dump({"least": LEAST, "bias": weights[0], "of": dict(zip(names, weights[1:]))}, file, indent=4)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
