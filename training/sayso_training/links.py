"""The weights by which claims are linked: `crates/sayso-claims/src/link/weights.json`.

Each SET is four files parted by ':': gold (claims with mentions, links), the stream that it is about, `sayso export
--format json` of it, and the pairs that `compared_pairs` (an example of sayso-claims) prints of its readings. A pair is a
link where gold has one between the claims that the two stand for; links that are the annotator's reading alone count
half. Each story is told by weights that were made without it: so the figures, and the bar from which a pair is linked.
"""

import argparse
import collections
import json

import numpy as np

KINDS = ("denies", "supports")
# Claims that one denies, or supports, at most: the program's own bound.
MOST = 3
# Share of the surest link's probability that the others must have: likewise.
BESIDE_SUREST = 0.6
# What tells them: of what `compared_pairs` prints, that by which stories left out were told best.
FEATURES = {
    "denies": (
        "contained", "denies_contained", "common", "main_figure", "central", "points_central", "lead", "points_lead",
        "closeness", "points_nearest", "names",
    ),
    "supports": ("overlap", "alike", "common"),
}
# What no story has an example of, and is so by what the words say: 'denied the ministry's claim that'.
GIVEN = {"denies": {"within": 4.0}, "supports": {}}
# How strongly weights are held to nought, by the kind: the best of 0.3, 1, 3, 10 on stories left out.
RIDGE = {"denies": 1.0, "supports": 1.0}
# Of bars from which this share of the links holds, on stories left out, the one with the best F1 is taken.
LEAST_PRECISION = {"denies": 0.6, "supports": 0.33}
STEPS = 60


def stand_for(gold, export, text):
    """gold's claims -> the printed claim that holds most of its mentions, found where half of both overlap"""
    by_article = collections.defaultdict(list)
    for claim in export["claims"]:
        for mention in claim["mentions"]:
            by_article[mention["article"]].append((claim["id"], mention["start"], mention["end"]))
    found = {}
    for claim in gold["claims"]:
        held = collections.Counter()
        for mention in claim["mentions"]:
            start = text[mention["article"]].find(mention["span"])
            end = start + len(mention["span"])
            share = lambda at: (min(end, at[2]) - max(start, at[1])) / max(1, max(end, at[2]) - min(start, at[1]))
            best = max(by_article[mention["article"]], key=share, default=None)
            if best and share(best) >= 0.5:
                held[best[0]] += 1
        if held:
            found[claim["id"]] = held.most_common(1)[0][0]
    return found


def read(paths):
    """One set's pairs: kind -> (names of features, rows of (story, a, b, features, label, weight))"""
    gold_path, stream_path, export_path, pairs_path = paths.split(":")
    gold, export = (json.load(open(path, encoding="utf-8")) for path in (gold_path, export_path))
    text = {article["id"]: article["text"] for article in map(json.loads, open(stream_path, encoding="utf-8"))}
    mapped = stand_for(gold, export, text)
    story = {mapped[claim["id"]]: claim["story"] for claim in gold["claims"] if claim["id"] in mapped}
    stated = {kind: {} for kind in KINDS}
    missed = collections.Counter()
    for link in gold["links"]:
        a, b = mapped.get(link["a"]), mapped.get(link["b"])
        is_stated = link.get("stated", True)
        if link["kind"] not in KINDS:
            continue
        missed[link["kind"]] += is_stated
        if a and b and a != b:
            ends = [(a, b), (b, a)] if link["kind"] == "supports" else [(a, b)]
            for end in ends:
                stated[link["kind"]][end] = stated[link["kind"]].get(end, False) or is_stated
    rows = {kind: [] for kind in KINDS}
    for pair in map(json.loads, open(pairs_path, encoding="utf-8")):
        a, b, kind = pair["a"], pair["b"], pair["kind"]
        if a not in story or b not in story:
            continue
        label = stated[kind].get((a, b))
        # Of what gold has no link for, some hold all the same; of what the annotator read into it, half.
        weight = 0.5 if label is False else 1.0
        rows[kind].append((story[a], a, b, pair["features"], label is not None, weight, label is False))
    return rows, missed


def fit(features, labels, weights, ridge):
    """Logistic regression by Newton's method; the bias is free."""
    held = np.hstack([np.ones((len(features), 1)), features])
    solved = np.zeros(held.shape[1])
    penalty = ridge * np.eye(held.shape[1])
    penalty[0, 0] = 1e-6
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-np.clip(held @ solved, -30, 30)))
        slope = held.T @ (weights * (told - labels)) + penalty @ solved
        curve = (held * (weights * told * (1 - told))[:, None]).T @ held + penalty
        step = np.linalg.solve(curve, slope)
        solved -= step
        if np.abs(step).max() < 1e-8:
            break
    return solved


def chosen(rows, told, at_least):
    """The pairs that are linked: the MOST surest of each claim."""
    of_claim = collections.defaultdict(list)
    for row, probability in zip(rows, told):
        if probability >= at_least:
            of_claim[row[1]].append((-probability, row))
    kept = []
    for found in of_claim.values():
        found.sort(key=lambda one: (one[0], one[1][2]))
        kept += [row for probability, row in found[:MOST] if probability <= BESIDE_SUREST * found[0][0]]
    return kept


def figures(rows, told, at_least, gold):
    """Precision, recall and F1; what the annotator read into it counts neither way."""
    found = [row for row in chosen(rows, told, at_least) if not row[6]]
    right = sum(row[4] for row in found)
    precision, recall = right / max(1, len(found)), right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="SET")
    parser.add_argument("--out")
    parser.add_argument("--ridge", type=float)
    options = parser.parse_args()
    read_sets = [read(paths) for paths in options.sets]
    made = {}
    for kind in KINDS:
        rows = [row for held, _ in read_sets for row in held[kind]]
        names = FEATURES[kind]
        features = np.array([[row[3][name] for name in names] for row in rows])
        labels = np.array([float(row[4]) for row in rows])
        weights = np.array([row[5] for row in rows])
        stories = np.array([row[0] for row in rows])
        ridge = options.ridge or RIDGE[kind]
        told = np.zeros(len(rows))
        for story in sorted(set(stories)):
            out = stories == story
            solved = fit(features[~out], labels[~out], weights[~out], ridge)
            told[out] = 1 / (1 + np.exp(-(solved[0] + features[out] @ solved[1:])))
        # The bar is set on the first set, the real stories, by F1 among bars that are precise enough.
        first = list(range(len(read_sets[0][0][kind])))
        gold = read_sets[0][1][kind]
        table = []
        for at_least in np.arange(0.05, 0.9, 0.025):
            table.append((figures([rows[at] for at in first], told[first], at_least, gold), at_least))
        good = [row for row in table if row[0][0] >= LEAST_PRECISION[kind]] or table
        best = max(good, key=lambda row: row[0][2])
        print(f"{kind}: {int(labels.sum())} links in {len(rows)} pairs, {gold} stated in the first set")
        for (precision, recall, f1), at_least in table[::3]:
            print(f"   at {at_least:.3f}  p {precision:.3f} r {recall:.3f} f1 {f1:.3f}")
        print(f"   chosen {best[1]:.3f}: p {best[0][0]:.3f} r {best[0][1]:.3f} f1 {best[0][2]:.3f}")
        at = len(first)
        for number, (held, missed) in enumerate(read_sets[1:], 2):
            behind = range(at, at + len(held[kind]))
            at += len(held[kind])
            print(f"   set {number}: p %.3f r %.3f f1 %.3f" % figures([rows[i] for i in behind], told[list(behind)], best[1], missed[kind]))
        solved = fit(features, labels, weights, ridge)
        weighed = dict.fromkeys(sorted(rows[0][3]), 0.0)
        weighed |= {name: round(float(weight), 3) for name, weight in zip(names, solved[1:])} | GIVEN[kind]
        made[kind] = {"at_least": round(float(best[1]), 3), "bias": round(float(solved[0]), 3), "weights": weighed}
    if options.out:
        with open(options.out, "w", encoding="utf-8") as out:
            json.dump(made, out, indent=1)
            out.write("\n")


if __name__ == "__main__":
    main()
