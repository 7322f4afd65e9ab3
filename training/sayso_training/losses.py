"""How far the network is from what is annotated, and from what a teacher says."""

import numpy
import torch
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence

from . import data
from .network import LINK_WIDTH, bucket, distances, reach


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


def loss_of(network, group, device, teacher=None):
    """Of a batch of windows: of the cues and of the links; with a teacher, of what the link head takes too."""
    pieces, shapes = pad([w.pieces for w in group], 0), pad([w.shapes for w in group], 0)
    keep = pad([numpy.ones(len(w.pieces), dtype=bool) for w in group], False)
    x = network.encoder(pieces.to(device), shapes.to(device), additive(keep.to(device)))
    tags = pad([only_first(w.cue, w.first) for w in group], data.IGNORE).to(device)
    cues, linkable = network.cues(x), network.links.piece(x)
    loss = cross_entropy(cues, tags)
    said = [teacher and teacher.of(w.document) for w in group]
    first = pad([w.first for w in group], False).to(device)
    links = [(i, *link) for i, w in enumerate(group) for link in w.links + unread(w, said[i])]
    aim = None
    if any(said):
        rows = [taught_rows(w, taught) for w, taught in zip(group, said)]
        meant, aim, known = (pad_sequence(part, batch_first=True).to(device) for part in zip(*rows))
        apart = (linkable.float() - aim).square().mean(-1) / aim.square().mean()
        loss = loss + divergence(cues, meant.exp(), known * first) + (apart * known).sum() / known.sum()
    return loss + link_loss(network, linkable, aim, group, links, device, teacher) if links else loss


def cross_entropy(got, tags):
    """Over what has a tag, if anything has."""
    return F.cross_entropy(got.flatten(0, -2).float(), tags.flatten(), ignore_index=data.IGNORE) if (tags != data.IGNORE).any() else got.sum() * 0


def divergence(student, teacher, keep):
    """Of the student's logits from the teacher's probabilities, in the mean over the rows that are kept."""
    each = F.kl_div(torch.log_softmax(student.float(), -1), teacher, reduction="none").sum(-1)
    return (each * keep).sum() / keep.sum().clamp(min=1)


def taught_rows(window, taught):
    """What the teacher said of a window: cue scores, what the link head takes, and whether anything was said."""
    n = len(window.pieces)
    if taught is None:
        return torch.zeros(n, 3), torch.zeros(n, LINK_WIDTH), torch.zeros(n)
    at = slice(window.start, window.start + n)
    return taught.cues[at].float(), taught.linkable[at].float(), torch.ones(n)


def unread(window, taught):
    """The teacher's cues that meet none of the gold ones, as links whose roles nobody annotated."""
    if taught is None:
        return []
    s, n = window.start, len(window.pieces)
    inside = [(a - s, b - s) for a, b in taught.found if s <= a and b <= s + n]
    nobody = numpy.full(n, data.IGNORE)
    return [(a, b, nobody, data.IGNORE) for a, b in inside if all(b <= c or d <= a for c, d, *_ in window.links)]


def link_loss(network, linkable, aim, group, links, device, teacher):
    length, most = linkable.shape[1], network.size.reach
    reached = [reach(s, e, len(group[i].pieces), most) for i, s, e, _, _ in links]
    index = pad([i * length + torch.arange(a, b) for (i, *_), (a, b) in zip(links, reached)], 0).to(device)
    keep = pad([torch.ones(b - a, dtype=torch.bool) for a, b in reached], False).to(device)
    both = [(s, e, a, b) for (_, s, e, _, _), (a, b) in zip(links, reached)]
    in_cue = pad([[float(s <= j < e) for j in range(a, b)] for s, e, a, b in both], 0.0).to(device)
    far = [distances(s, e, a, b) for s, e, a, b in both]
    buckets = pad([bucket(d, most) for d in far], 0).to(device)
    roles = pad([only_first(t[a:b], group[i].first[a:b]) for (i, _, _, t, _), (a, b) in zip(links, reached)], data.IGNORE).to(device)
    views = lambda of: of.flatten(0, 1).index_select(0, index.flatten()).view(*index.shape, -1)
    got_roles, got_stances = network.links(views(linkable), in_cue, buckets, additive(keep))
    loss = 2 * cross_entropy(got_roles, roles)
    stances = torch.tensor([stance for *_, stance in links], device=device)
    loss = loss + 0.1 * cross_entropy(got_stances, stances)
    if aim is not None:
        first = pad([group[i].first[a:b] for (i, *_), (a, b) in zip(links, reached)], False).to(device)
        known = views(aim).abs().sum(-1) > 0
        theirs = pad([bucket(d, teacher.network.size.reach) for d in far], 0).to(device)
        loss = loss + 2 * divergence(got_roles, teacher.roles(views(aim), in_cue, theirs, additive(keep)), known * first)
    return loss
