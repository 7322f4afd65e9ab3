"""What a trained model says of a text, for a smaller one to learn from (Hinton, Vinyals and Dean 2015)."""

import copy
import dataclasses
import json
import lzma

import numpy
import torch

from . import data
from .predict import encode, find_cues
from .restore import restored


@dataclasses.dataclass
class Taught:
    cues: torch.Tensor  # log-probabilities of the cue tags, one row a piece
    linkable: torch.Tensor  # what the link head takes, one row a piece
    found: list  # [start, end) of the cues that the teacher finds


class Teacher:
    """A model's folder as a teacher; what it said of a document is kept."""

    def __init__(self, folder, device):
        self.network = restored(folder)  # reads where there is room for whole documents
        self.links = copy.deepcopy(self.network.links).to(device)
        self.said = {}

    @torch.no_grad()
    def of(self, document):
        """A document in another typography has as many pieces, and what is said of it is the same."""
        if document.id not in self.said:
            cues, states = encode(self.network, document)
            linkable = torch.zeros(len(document.pieces), self.network.links.piece.out_features)
            for s, e, x in states:
                linkable[s:e] = self.network.links.piece(x)
            found = [(s, e) for s, e, _ in find_cues(cues.float(), document.first)]
            self.said[document.id] = Taught(cues.half(), linkable.half(), found)
        taught = self.said[document.id]
        return taught if len(taught.cues) == len(document.pieces) else None

    @torch.no_grad()
    def roles(self, linkable, in_cue, buckets, mask):
        """Probabilities of the roles around some cues; the arguments are those of the link head."""
        return torch.softmax(self.links(linkable, in_cue, buckets, mask)[0].float(), -1)


def unlabelled(pieces, path, without):
    """Documents that nobody annotated, but for those whose id is in `without`."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [data.document(pieces, {"id": r["id"], "text": r["text"], "attributions": [], "corpus": "unlabelled"}) for r in records if r["id"] not in without]
