"""Reads documents with the network, by the same steps as the Rust side: windows, cues, links, best path."""

import numpy
import torch

from .network import bucket, distances, reach

# Added to the log-probability that a word is no cue; see crates/sayso-read/src/attribution/cues.rs.
DOUBT = 0.6
# A role (see ROLE_TAGS), and whether the source has ended before: a source is one run, a content may be many.
STATES = [(0, False), (1, False), (2, False), (3, False), (4, False), (0, True), (3, True), (4, True)]


def may_follow(before, state):
    (role_before, ended_before), (role, ended) = before, state
    if role == 2:
        return role_before in (1, 2)
    return ended == (ended_before or role_before in (1, 2)) and (role != 4 or role_before in (3, 4))


ALLOWED = numpy.array([[0 if may_follow(b, s) else -1e9 for s in STATES] for b in STATES])
START = numpy.array([0 if not ended and role in (0, 1, 3) else -1e9 for role, ended in STATES])

def best_path(scores, allowed, start):
    """Viterbi over hard constraints; scores: [piece, tag] log-probabilities."""
    total, back = scores[0] + start, []
    for row in scores[1:]:
        step = total[:, None] + allowed
        back.append(step.argmax(0))
        total = step.max(0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def runs(path, begin):
    """[start, end) runs of the tags begin (B) and begin + 1 (I)."""
    out = []
    for i, tag in enumerate(path):
        if tag == begin:
            out.append([i, i + 1])
        elif tag == begin + 1:
            out[-1][1] = i + 1
    return out


def encode(network, document):
    """Cue log-probabilities, each from the window in which its piece stands most central, and the windows' hidden states."""
    n = len(document.pieces)
    cues = torch.zeros(n, 3)
    best = torch.full((n,), -1)
    spans = network.size.cuts.of(document)
    states = []
    for s, e in spans:
        x = network.encoder(torch.tensor(document.pieces[s:e])[None], torch.tensor(document.shapes[s:e])[None], None)[0]
        at = torch.arange(s, e)
        inner = torch.minimum(at - s + (10**6 if s == 0 else 0), e - 1 - at + (10**6 if e == n else 0))
        take = inner > best[s:e]
        best[s:e] = torch.where(take, inner, best[s:e])
        cues[s:e][take] = torch.log_softmax(network.cues(x).float(), -1)[take]
        states.append((s, e, x))
    return cues, states


def find_cues(cues, first):
    words = numpy.nonzero(first)[0]
    ends = numpy.append(words[1:], len(first))
    scores = cues.numpy()[words].copy()
    scores[:, 0] += DOUBT
    allowed = numpy.zeros((3, 3))
    allowed[0, 2] = -1e9
    path = best_path(scores, allowed, numpy.array([0, 0, -1e9]))
    out = []
    for s, e in runs(path, 1):
        p = numpy.exp(scores[s, 1])
        out.append((int(words[s]), int(ends[e - 1]), float(p)))
    return out


def link(network, states, cue, first):
    """Source runs, content runs and the mean log-probability of the chosen roles, for one cue."""
    start, end, _ = cue
    s, e, x = max(states, key=lambda w: min(start - w[0], w[1] - end) if w[0] <= start and end <= w[1] else -1)
    a, b = reach(start - s, end - s, e - s, network.size.reach)
    in_cue = torch.zeros(1, b - a)
    in_cue[0, start - s - a : end - s - a] = 1
    roles, _ = network.links(network.links.piece(x[a:b])[None], in_cue, bucket(distances(start - s, end - s, a, b), network.size.reach)[None], None)
    scores = torch.log_softmax(roles[0], -1).numpy()
    scores[start - s - a : end - s - a] = [0, -1e9, -1e9, -1e9, -1e9]
    words = numpy.nonzero(first[s + a : s + b])[0]
    ends = numpy.append(words[1:], b - a)
    states = best_path(scores[words][:, [role for role, _ in STATES]], ALLOWED, START)
    path = [STATES[state][0] for state in states]
    to_pieces = lambda rs: [(int(words[i]) + s + a, int(ends[j - 1]) + s + a) for i, j in rs]
    chosen = [scores[w, tag] for w, tag in zip(words, path) if tag]
    return to_pieces(runs(path, 1)), to_pieces(runs(path, 3)), float(numpy.mean(chosen)) if chosen else 0.0


@torch.no_grad()
def read(network, document):
    """Attributions with code-point spans; those whose content the network does not find are left out."""
    if len(document.pieces) == 0:
        return []
    network.eval()
    cues, states = encode(network, document)
    chars = lambda rs: [[document.offsets[i][0], document.offsets[j - 1][1]] for i, j in rs]
    out = []
    for cue in find_cues(cues, document.first):
        source, content, score = link(network, states, cue, document.first)
        if content:
            out.append({"source": chars(source), "cue": chars([cue[:2]]), "content": chars(content), "probability": cue[2], "score": score})
    return with_parents(out)


def with_parents(attributions):
    """The parent of an attribution is the one whose content holds its cue most closely."""
    for i, a in enumerate(attributions):
        a["id"], a["parent"] = f"a{i + 1}", None
    for a in attributions:
        s, e = a["cue"][0]
        holders = [(y - x, b["id"]) for b in attributions if b is not a for x, y in b["content"] if x <= s and e <= y]
        if holders:
            a["parent"] = min(holders)[1]
    return attributions
