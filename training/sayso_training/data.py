"""Documents as pieces with gold, cut into overlapping windows."""

import dataclasses
import json
import random
import re

import numpy
from tokenizers import Tokenizer

from . import shape

CUE_TAGS = ("O", "B", "I")
ROLE_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
STANCES = ("asserts", "denies", "confirms", "doubts", "asks", "demands", "expects", "declines", "other")
IGNORE = -100


@dataclasses.dataclass
class Document:
    id: str
    text: str
    pieces: numpy.ndarray
    shapes: numpy.ndarray
    offsets: list
    first: numpy.ndarray  # True for the first piece of a word
    attributions: list
    nests: bool  # whether the guideline annotates attributions inside attributions
    annotated: bool


class Pieces:
    """The word pieces of a text, with code-point offsets and the word that each belongs to."""

    def __init__(self, tokenizer_path):
        self.tokenizer = Tokenizer.from_file(str(tokenizer_path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def __call__(self, text):
        got = self.tokenizer.encode(text, add_special_tokens=False)
        ids, offsets, word_ids = got.ids, got.offsets, got.word_ids
        first = numpy.array([i == 0 or w != word_ids[i - 1] for i, w in enumerate(word_ids)], dtype=bool)
        words, start = [None] * len(ids), 0
        for i in range(len(ids)):
            if first[i]:
                start = i
            if i + 1 == len(ids) or first[i + 1]:
                whole = (offsets[start][0], offsets[i][1])
                words[start : i + 1] = [whole] * (i + 1 - start)
        return numpy.array(ids), numpy.array(shape.shapes(text, words, offsets)), offsets, first


def document(pieces, record):
    ids, shapes, offsets, first = pieces(record["text"])
    nests = record.get("corpus") != "polnear"
    return Document(record["id"], record["text"], ids, shapes, offsets, first, record["attributions"], nests, record.get("corpus") != "unlabelled")


def load(pieces, path):
    with open(path, encoding="utf-8") as lines:
        return [document(pieces, json.loads(line)) for line in lines if line.strip()]


def covered(offsets, spans):
    """Indexes of the pieces that lie in the spans, one sorted list a span."""
    starts = numpy.fromiter((s for s, _ in offsets), dtype=numpy.int64, count=len(offsets))
    return [numpy.nonzero((starts >= s) & (starts < e))[0] for s, e in spans]


def linked(document):
    """Each attribution with a cue as (cue pieces, role tag for every piece, stance index or IGNORE)."""
    out = []
    for a in document.attributions:
        cue = [x for x in covered(document.offsets, a["cue"]) if len(x)]
        if not cue:
            continue
        tags = numpy.zeros(len(document.pieces), dtype=numpy.int64)
        for role, begin in (("source", 1), ("content", 3)):
            for run in covered(document.offsets, a[role]):
                if len(run):
                    tags[run] = begin + 1
                    tags[run[0]] = begin
        stance = STANCES.index(a["stance"]) if a.get("stance") in STANCES else IGNORE
        out.append(((cue[0][0], cue[0][-1] + 1), tags, stance))
    return out


def cue_tags(document, attributions):
    """Cue tags for every piece. Where the guideline has no nesting, what stands inside a content says nothing about cues there."""
    tags = numpy.zeros(len(document.pieces), dtype=numpy.int64)
    if not document.nests:
        for _, roles, _ in attributions:
            tags[roles >= 3] = IGNORE
    if document.annotated:
        for (s, e), _, _ in attributions:
            tags[s:e] = 2
            tags[s] = 1
    else:
        tags[:] = IGNORE
    return tags


@dataclasses.dataclass
class Window:
    document: Document
    start: int
    pieces: numpy.ndarray
    shapes: numpy.ndarray
    cue: numpy.ndarray
    first: numpy.ndarray
    links: list  # (cue start, cue end, role tags, stance) in the window's own indexes


@dataclasses.dataclass(frozen=True)
class Cuts:
    """Where windows begin and end. With whole paragraphs no piece is read twice, but for those of a paragraph that is longer than a window."""

    window: int
    margin: int
    paragraphs: bool

    def of(self, document, rng=None):
        length = len(document.pieces)
        if not self.paragraphs:
            return overlapping(length, self.window, self.margin, rng)
        begins = numpy.nonzero(document.first & (document.shapes % shape.BREAKS > 0))[0].tolist()
        return together([b for b in begins if b] + [length], self.window, self.margin, rng)


def overlapping(length, window, margin, rng=None):
    """As few windows as can cover the document with `margin` pieces of context on both sides of each cut, evenly spread."""
    if length <= window:
        return [(0, length)]
    step = window - 2 * margin
    count = -(-(length - 2 * margin) // step)
    spread = (length - window) / (count - 1) if count > 1 else 0
    starts = [round(i * spread) for i in range(count)]
    if rng is not None:
        starts = [min(max(0, s + rng.randint(-margin // 2, margin // 2)), length - window) for s in starts]
    return [(s, s + window) for s in starts]


def together(ends, window, margin, rng=None):
    """Windows of as many whole paragraphs as they hold; `ends` are those of the paragraphs."""
    room = lambda: window if rng is None else rng.randint(window // 2, window)
    out, start, reached, most = [], 0, 0, room()
    for end in ends:
        if end - start > most and reached > start:
            out.append((start, reached))
            start, most = reached, room()
        if end - start > window:
            out += [(start + s, start + e) for s, e in overlapping(end - start, window, margin, rng)]
            start = end
        reached = end
    return out + [(start, reached)] if reached > start else out


def windows(document, cuts, rng):
    attributions = linked(document)
    tags = cue_tags(document, attributions)
    for s, e in cuts.of(document, rng):
        links = [(a - s, b - s, roles[s:e], stance) for (a, b), roles, stance in attributions if s <= a and b <= e]
        yield Window(document, s, document.pieces[s:e], document.shapes[s:e], tags[s:e], document.first[s:e], links)


def batches(documents, cuts, pieces_a_batch, seed, apart=True):
    """All windows of an epoch, in shuffled batches: of like length, or, not apart, with those of a document together."""
    rng = random.Random(seed)
    documents = documents if apart else rng.sample(documents, len(documents))
    all_windows = [w for d in documents for w in windows(d, cuts, rng)]
    if apart:
        all_windows.sort(key=lambda w: (len(w.pieces), rng.random()))
    groups, group, longest = [], [], 0
    for w in all_windows:
        longest = max(longest, len(w.pieces))
        if group and (len(group) + 1) * longest > pieces_a_batch:
            groups.append(group)
            group, longest = [], len(w.pieces)
        group.append(w)
    groups.append(group)
    rng.shuffle(groups)
    return groups


# Marks of the same length, so that offsets hold.
SINGLE = str.maketrans("“”‘’", "‘’“”")
TYPED = str.maketrans("“”", "''")


def varied(pieces, document, rng):
    """The document in another writer's typography: most stay as they are, some take single marks for double ones, some capitals."""
    text, dice = document.text, rng.random()
    if dice < 0.08 and "“" in text:
        text = "".join(c if c == "’" and text[i - 1 : i].isalnum() and text[i + 1 : i + 2].isalpha() else c.translate(SINGLE) for i, c in enumerate(text))
    elif dice < 0.13 and "“" in text:
        text = text.translate(TYPED)
    elif dice < 0.15 and len(text.upper()) == len(text):
        text = text.upper()
    else:
        return document
    ids, shapes, offsets, first = pieces(text)
    return dataclasses.replace(document, text=text, pieces=ids, shapes=shapes, offsets=offsets, first=first)


MARK = re.compile(r"\{([sct])(\d+):|\}")


def written(pieces, folder):
    """The documents of `folder`: blocks parted by a line `===`, attributions marked `{s1:the mayor} {c1:said} {t1:that …}`, nested by braces."""
    for path in sorted(folder.glob("*.txt")):
        for k, block in enumerate(path.read_text("utf-8").split("\n===\n")):
            text, attributions = unmarked(block.strip())
            yield document(pieces, {"id": f"{path.stem}-{k}", "text": text, "attributions": attributions, "corpus": "written"})


def unmarked(block):
    """A marked text as (text, attributions)."""
    text, open_marks, found, at = "", [], {}, 0
    for mark in MARK.finditer(block):
        text, at = text + block[at : mark.start()], mark.end()
        if mark[1]:
            open_marks.append((mark[1], mark[2], len(text)))
        else:
            role, number, start = open_marks.pop()
            found.setdefault(number, {"s": [], "c": [], "t": []})[role].append([start, len(text)])
    assert not open_marks, block
    return text + block[at:], [{"source": a["s"], "cue": a["c"], "content": sorted(a["t"])} for a in found.values()]
