"""Ledgers."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import _native
from ._read import Document, Model, Unread, _standard, lots
from ._reading import Reading


@dataclass(frozen=True, slots=True)
class Added:
    """What became of documents: how many are new, how many were there already, and those that could not be added."""

    new: int
    known: int
    unread: tuple[Unread, ...]


class Ledger:
    """A ledger in its file, which the program `sayso` and the desk open as well; made where there is none.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     ledger = sayso.Ledger(os.path.join(folder, "news.ledger"))
    ...     ledger.add([{"id": "a", "text": "The bureau said that two ships had sailed.", "date": "2025-02-04"}])
    ...     [story["articles"] for story in ledger.stories()], len(ledger)
    Added(new=1, known=0, unread=())
    ([1], 1)
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._native = _native.Ledger(os.fspath(path))

    def add(
        self,
        documents: Iterable[str | Document | Mapping[str, Any]],
        *,
        date: str | None = None,
        publisher: str | None = None,
        model: Model | None = None,
    ) -> Added:
        """Reads and records documents, and derives the stories that they change.

        A record that was read already (`Reading.record`) is taken as it is. The same document twice changes nothing.
        """
        reader = (model or _standard())._native
        new = known = 0
        unread: list[Unread] = []
        try:
            for first, lines in lots(documents):
                more, again, errors = self._native.add_lines(reader, lines, first, date, publisher)
                new, known = new + more, known + again
                unread += [Unread(one["id"], one["line"], one["error"]) for one in map(json.loads, errors)]
        finally:
            self._native.refresh()
        return Added(new, known, tuple(unread))

    def stories(self) -> list[dict[str, Any]]:
        """What lists say of every story, the one that moved last first."""
        return json.loads(self._native.stories())  # type: ignore[no-any-return]

    def story(self, id: str) -> dict[str, Any]:
        """A story by its id or by that of one of its articles, with its claims, links, figures and edits."""
        return json.loads(self._native.story(id))  # type: ignore[no-any-return]

    def brief(self, id: str) -> list[dict[str, Any]]:
        """A story in fifteen sentences at most, each with the passages that carry it."""
        return json.loads(self._native.brief(id))  # type: ignore[no-any-return]

    def document(self, id: str) -> Reading:
        """An article as it was read."""
        return Reading.from_json(self._native.document(id))

    def export(self) -> dict[str, Any]:
        """The whole ledger, as `sayso export --format json` prints it."""
        return json.loads(self._native.export())  # type: ignore[no-any-return]

    def __len__(self) -> int:
        return len(self._native)
