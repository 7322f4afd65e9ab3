"""What a document was read as: the record that `sayso read --json` prints, as objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

Offsets = tuple[int, int]
"""`[start, end)` in code points of the reading's text."""

Json = dict[str, Any]


def _offsets(pairs: Iterable[Iterable[int]]) -> tuple[Offsets, ...]:
    return tuple((start, end) for start, end in pairs)


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of the document; None where it is not."""

    title: str | None
    byline: tuple[str, ...]
    publisher: str | None
    published: str | None
    modified: str | None
    language: str | None
    url: str | None

    @classmethod
    def _of(cls, record: Json) -> Article:
        known: Json = {name: record.get(name) for name in cls.__slots__}
        return cls(**{**known, "byline": tuple(record.get("byline") or ())})


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the text that is not the article: 'advertisement', 'teaser', 'credit' and the like."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source comes down to, and the mentions that the name rests on."""

    name: str
    kind: str
    because: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something.

    `stance` is what the source does with the content ('asserts', 'denies', 'declines' …), `via` whom the article has it
    from, nearest first, `figures` and `dates` are indexes into those of the reading, `confidence` lies between 0 and 1.
    """

    id: str
    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    quote_type: str
    stance: str
    certainty: str
    speakers: tuple[Speaker, ...]
    role: str | None
    source_type: str | None
    why_unnamed: tuple[Offsets, ...]
    via: tuple[str, ...]
    medium: tuple[Offsets, ...]
    evidence: tuple[Offsets, ...]
    parent: str | None
    figures: tuple[int, ...]
    dates: tuple[int, ...]
    confidence: float

    @classmethod
    def _of(cls, record: Json) -> Attribution:
        spans: Json = {name: _offsets(record.get(name) or ()) for name in _SPANS}
        lists: Json = {name: tuple(record.get(name) or ()) for name in ("via", "figures", "dates")}
        speakers = tuple(
            Speaker(one["name"], one["kind"], _offsets(one["because"])) for one in record["speakers"]
        )
        plain: Json = {name: record.get(name) for name in _PLAIN}
        return cls(**plain, **spans, **lists, speakers=speakers)


_SPANS = ("source", "cue", "content", "why_unnamed", "medium", "evidence")
_PLAIN = ("id", "quote_type", "stance", "certainty", "role", "source_type", "parent", "confidence")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number: `value` for one, `low` and `high` for a bound or a range; `part_of` is an index into the figures.

    `relations` says how it stands to figures before it: 'on_top', 'of_those', 'ruled_out'.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    counted: str | None
    part_of: int | None
    relations: tuple[str, ...]

    @classmethod
    def _of(cls, record: Json) -> Figure:
        known: Json = {name: record.get(name) for name in cls.__slots__ if name != "relations"}
        return cls(**known, relations=tuple(record.get("relations") or ()))


@dataclass(frozen=True, slots=True)
class Date:
    """A date, time, duration or recurring time, with its ISO-TimeML value ('2025-01-22', 'P3D', 'XXXX-WXX-1')."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None


@dataclass(frozen=True, slots=True)
class Warning:
    """What could not be read as it should be, and where."""

    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """The model that read."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read; `record` is all of it as the program prints it."""

    id: str | int | float
    text: str
    article: Article
    furniture: tuple[Furniture, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    warnings: tuple[Warning, ...]
    model: ModelIdentity | None
    record: Json = field(repr=False, compare=False)

    @classmethod
    def from_json(cls, line: str | bytes) -> Reading:
        """A record that `sayso read --json` printed."""
        return cls.from_record(json.loads(line))

    @classmethod
    def from_record(cls, record: Json) -> Reading:
        """A parsed record; fields that this version does not know stay in `record`."""

        def each(kind: Any, name: str) -> tuple[Any, ...]:
            known = kind.__slots__
            return tuple(kind(**{key: one.get(key) for key in known}) for one in record[name])

        model = record.get("model")
        return cls(
            id=record["id"],
            text=record["text"],
            article=Article._of(record["article"]),
            furniture=each(Furniture, "furniture"),
            attributions=tuple(Attribution._of(one) for one in record["attributions"]),
            figures=tuple(Figure._of(one) for one in record["figures"]),
            dates=each(Date, "dates"),
            warnings=each(Warning, "warnings"),
            model=ModelIdentity(model["name"], model["version"]) if model else None,
            record=record,
        )

    def slice(self, spans: Offsets | Iterable[Offsets], between: str = " … ") -> str:
        """The words of a span, or of several with `between` between them."""
        pairs: list[Any] = list(spans)
        if len(pairs) == 2 and isinstance(pairs[0], int):
            return self.text[pairs[0] : pairs[1]]
        return between.join(self.text[start:end] for start, end in pairs)

    def inside(self, outer: Attribution) -> Iterator[Attribution]:
        """The attributions that stand right inside the content of another."""
        return (one for one in self.attributions if one.parent == outer.id)
