"""Reading documents."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, TypedDict

from . import _native
from ._reading import Reading

_AT_ONCE = 64
"""Documents that are handed over together, for each core: the cores wait for one another at the end of each lot alone."""


class Document(TypedDict, total=False):
    """A document of a stream: one of `text`, `html` (a string) and `html_bytes`; the rest where it is known."""

    id: str | int
    text: str
    html: str
    html_bytes: bytes
    date: str
    title: str
    publisher: str
    url: str
    outlet: str
    published: str
    version: str | int
    replaces: str
    seen: str


class Unreadable(ValueError):
    """A document cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What `read_many` yields for a document that cannot be read; the others go on."""

    id: str | int | float | None
    line: int | None
    error: str


class Model:
    """A model that reads: one that ships, by name, or a folder; loading takes a moment, so keep it."""

    def __init__(self, name: str | os.PathLike[str] | None = None, *, threads: int | None = None) -> None:
        try:
            self._native = _native.Model(None if name is None else os.fspath(name), threads)
        except ValueError as error:
            raise Unreadable(str(error)) from None


@lru_cache(maxsize=1)
def _standard() -> Model:
    return Model()


def read(
    text: str | None = None,
    *,
    html: str | bytes | None = None,
    data: bytes | None = None,
    id: str | int | None = None,
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    model: Model | None = None,
) -> Reading:
    """Reads one document: plain text, a page as a string or as it was fetched, or bytes that are told apart by content.

    Raises `Unreadable` where it cannot be read, and where bytes hold several documents, as a feed does: see `read_all`.
    """
    if sum(given is not None for given in (text, html, data)) != 1:
        raise TypeError("give one of text, html and data")
    if data is not None:
        found = read_all(data, date=date, title=title, publisher=publisher, url=url, model=model)
        if len(found) != 1:
            raise Unreadable(f"the bytes hold {len(found)} documents; 'read_all' gives each")
        return found[0]
    document: dict[str, Any] = {"id": id, "date": date, "title": title, "publisher": publisher, "url": url}
    document |= {"text": text, "html_bytes" if isinstance(html, bytes) else "html": html}
    [answer] = (model or _standard())._native.read_lines([_line(document)], 1)
    found_one = _parsed(answer)
    if isinstance(found_one, Unread):
        raise Unreadable(found_one.error)
    return found_one


def read_all(
    data: bytes,
    *,
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    model: Model | None = None,
) -> list[Reading]:
    """Reads all documents in some bytes: the entries of a feed, or the one page or text that they are."""
    try:
        answers = (model or _standard())._native.read_bytes(bytes(data), date, title, publisher, url)
    except ValueError as error:
        raise Unreadable(str(error)) from None
    return [Reading.from_json(answer) for answer in answers]


def read_many(
    documents: Iterable[str | Document | Mapping[str, Any]],
    *,
    date: str | None = None,
    publisher: str | None = None,
    model: Model | None = None,
) -> Iterator[Reading | Unread]:
    """Reads a stream on all cores, in its order and in bounded memory; other threads of Python go on meanwhile.

    A document is a text, or a mapping with the fields of `Document`; `date` and `publisher` hold where it does not say.
    One that cannot be read is an `Unread` in its place, and the rest go on.
    """
    reader = model or _standard()
    for first, lines in lots(documents):
        for answer in reader._native.read_lines(lines, first, date, publisher):
            yield _parsed(answer)


def lots(documents: Iterable[str | Document | Mapping[str, Any]]) -> Iterator[tuple[int, list[str]]]:
    """The documents as lines of JSON, in lots, each with the number of its first."""
    lines = (_line({"text": one} if isinstance(one, str) else one) for one in documents)
    size = _AT_ONCE * (os.cpu_count() or 1)
    first = 1
    while lot := list(islice(lines, size)):
        yield first, lot
        first += len(lot)


def _line(document: Mapping[str, Any]) -> str:
    fields = {name: value for name, value in document.items() if value is not None}
    if (page := fields.pop("html_bytes", None)) is not None:
        fields["html_b64"] = base64.b64encode(page).decode("ascii")
    return json.dumps(fields, default=str)


def _parsed(answer: str) -> Reading | Unread:
    record = json.loads(answer)
    if "error" in record:
        return Unread(record["id"], record["line"], record["error"])
    return Reading.from_record(record)
