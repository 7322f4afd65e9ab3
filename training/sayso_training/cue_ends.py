"""Counts where annotated cues end: `python -m sayso_training.cue_ends --data DATA --start START --out FILE`.

For each pair of words of which the first stands in a cue: how often the cue goes on with the second, how often it ends.
"""

import argparse
import collections
import pathlib

from . import data

# A pair or a word that is seen less often says nothing that holds elsewhere.
LEAST = 2
HEAD = """\
# Where cues end, counted in PolNeAR's training half (Newell, Margolin and Ruths 2018) by training/sayso_training/cue_ends.py.
# A word of a cue, the word behind it, how often the cue goes on with that word, how often it ends. * is any word.
"""


def counted(documents):
    counts = collections.defaultdict(lambda: [0, 0])
    for d in documents:
        firsts = [i for i in range(len(d.pieces)) if d.first[i]]
        starts = [d.offsets[i][0] for i in firsts]
        ends = [d.offsets[i - 1][1] for i in firsts[1:] + [len(d.pieces)]]
        words = [d.text[s:e].lower() for s, e in zip(starts, ends)]
        for attribution in d.attributions:
            for s, e in attribution["cue"]:
                run = [i for i, start in enumerate(starts) if s <= start < e]
                for i in run:
                    following = words[i + 1] if i + 1 < len(words) else ""
                    for pair in ((words[i], following), ("*", following), ("*", "*")):
                        counts[pair][i == run[-1]] += 1
    return {pair: count for pair, count in counts.items() if sum(count) >= LEAST and all(pair)}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--data", type=pathlib.Path, required=True, help="folder with attribution/polnear-train.jsonl")
    parse.add_argument("--start", type=pathlib.Path, required=True, help="folder with the encoder's tokenizer.json")
    parse.add_argument("--out", type=pathlib.Path, required=True)
    args = parse.parse_args()
    counts = counted(data.load(data.Pieces(args.start / "tokenizer.json"), args.data / "attribution/polnear-train.jsonl"))
    rows = (f"{word}\t{following}\t{on}\t{end}\n" for (word, following), (on, end) in sorted(counts.items()))
    args.out.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
