"""Fits how likely a claim of the ledger is told rightly, and from which probability on it is shown first.

    python3 training/claim_probability.py SCORER GOLD STREAM EXPORT WEIGHTS

SCORER   a Python file with the function `printed`, which judges printed claims against GOLD
GOLD     stories whose claims are annotated exhaustively
STREAM   their articles, as `sayso add` takes them
EXPORT   what `cargo run -p sayso-claims --example claim_features` prints of their readings
WEIGHTS  the file that is written

Prints, for each story judged by weights that were fitted without it: how well the probabilities are calibrated, and
what stays right at each threshold.
"""

import importlib.util
import json
import sys

import numpy

RIDGE = 10.0
LEAST_GAIN = 0.0005
LEAST_RIGHT = 0.87
LEAST_SHOWN = 100


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(score, gold, text, claims):
    """Each claim with whether it is told rightly; those that count neither way are left out."""
    cast = score.aliases_of(gold.get("cast"))
    share = lambda s, e, x: (min(e, x[2]) - max(s, x[1])) / max(1, max(e, x[2]) - min(s, x[1]))
    story_of = {article: story["id"] for story in gold["stories"] for article in story["articles"]}
    for claim in claims:
        told = score.printed(gold, [claim], text, cast, share)
        if told["printed"]:
            yield claim, story_of[claim["mentions"][0]["article"]], told["printed_right"] == 100


def fit(x, y, ridge=RIDGE, rounds=30):
    """Newton's method with a ridge on all weights but the first."""
    ridge = ridge * numpy.eye(x.shape[1])
    ridge[0, 0] = 1e-6
    weights = numpy.zeros(x.shape[1])
    for _ in range(rounds):
        p = probability(x, weights)
        slope = x.T @ (y - p) - ridge @ weights
        weights += numpy.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    return weights


def probability(x, weights):
    return 1 / (1 + numpy.exp(-x @ weights))


def main(scorer_path, gold_path, stream_path, export_path, weights_path):
    score = scorer(scorer_path)
    gold = load(gold_path)
    text = {article["id"]: article["text"] for article in score.load(stream_path)}
    export = load(export_path)
    features = export["features"]
    rows = list(judged(score, gold, text, export["claims"]))
    names = list(features[rows[0][0]["id"]])
    raw = numpy.array([[features[claim["id"]][name] for name in names] for claim, _, _ in rows])
    y = numpy.array([float(right) for _, _, right in rows])
    stories = numpy.array([story for _, story, _ in rows])
    spread = numpy.maximum(raw.std(axis=0), 1e-9)
    scaled = (raw - raw.mean(axis=0)) / spread

    chosen = choose(scaled, y, stories)
    print("features:", ", ".join(names[at] for at in chosen))
    held_out = of_others(scaled[:, chosen], y, stories)
    report(held_out, y)
    threshold = least(held_out, y)
    print(f"shown first from {threshold}")

    weights = fit(with_bias(scaled[:, chosen]), y)
    told = {names[at]: weight / spread[at] for at, weight in zip(chosen, weights[1:])}
    bias = weights[0] - sum(weight * raw[:, at].mean() / spread[at] for at, weight in zip(chosen, weights[1:]))
    with open(weights_path, "w", encoding="utf-8") as file:
        json.dump({"shown_first": round(float(threshold), 2), "bias": round(float(bias), 4),
                   "of_feature": {name: round(float(weight), 4) for name, weight in sorted(told.items())}}, file, indent=4)
        file.write("\n")


def with_bias(x):
    return numpy.hstack([numpy.ones((len(x), 1)), x])


def of_others(x, y, stories):
    """Each claim's probability by weights that were fitted without its story."""
    x, p = with_bias(x), numpy.zeros(len(y))
    for story in sorted(set(stories)):
        own = stories == story
        p[own] = probability(x[own], fit(x[~own], y[~own]))
    return p


def loss(p, y):
    return -numpy.mean(y * numpy.log(p) + (1 - y) * numpy.log(1 - p))


def choose(x, y, stories):
    """The features that help on other stories, the one that helps most first."""
    chosen, best = [], 1.0
    while len(chosen) < x.shape[1]:
        left = [at for at in range(x.shape[1]) if at not in chosen]
        lowest, at = min((loss(of_others(x[:, chosen + [at]], y, stories), y), at) for at in left)
        if lowest > best - LEAST_GAIN:
            break
        chosen, best = chosen + [at], lowest
    return chosen


def least(p, y):
    """The lowest threshold, in hundredths, above which enough is right."""
    for hundredths in range(40, 96):
        shown = p >= hundredths / 100
        if shown.sum() >= LEAST_SHOWN and y[shown].mean() >= LEAST_RIGHT:
            return hundredths / 100
    return 0.95


def report(p, y):
    print(f"{len(y)} claims, {100 * y.mean():.1f} % right; log loss {loss(p, y):.3f}")
    for low in numpy.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.sum():
            print(f"{low:.1f} to {low + 0.1:.1f}: {inside.sum():4d} claims, {100 * y[inside].mean():.0f} % right")
    for threshold in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        shown = p >= threshold
        if shown.sum():
            print(f"from {threshold}: {shown.sum()} claims, {100 * y[shown].mean():.1f} % right, {100 * y[shown].sum() / y.sum():.0f} % of those that are right")


if __name__ == "__main__":
    main(*sys.argv[1:])
