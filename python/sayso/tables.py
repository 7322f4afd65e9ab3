"""Readings as tables: one schema for each, whatever the data, for Arrow, pandas and polars.

>>> import sayso.tables
>>> readings = list(sayso.read_many([{"id": "a", "text": "The bureau said that two ships had sailed."}]))
>>> table = sayso.tables.to_arrow(readings, "attributions")
>>> table.column("speakers").to_pylist(), table.column("content").to_pylist()
([['bureau']], ['that two ships had sailed'])

Needs pyarrow (`pip install sayso[arrow]`); `to_pandas` and `to_polars` need these as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from ._read import Unread
from ._reading import Reading

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Table = Literal["articles", "attributions", "figures", "dates", "furniture", "unread"]
"""The tables. Rows that belong to a document carry its `id`, `outlet`, `date`, `url` and `language`, and the model's name."""

Row = dict[str, Any]


def to_arrow(readings: Iterable[Reading | Unread], table: Table = "attributions") -> pa.Table:
    """A table as Arrow."""
    import pyarrow as pa

    schema = _schema(table)
    return pa.Table.from_pylist(list(rows(readings, table)), schema=schema)


def to_batches(
    readings: Iterable[Reading | Unread], table: Table = "attributions", size: int = 4096
) -> Iterator[pa.RecordBatch]:
    """A table in batches of at most so many rows, in bounded memory: to write Parquet, or to hand on."""
    import pyarrow as pa

    schema = _schema(table)
    lot: list[Row] = []
    for row in rows(readings, table):
        lot.append(row)
        if len(lot) == size:
            yield pa.RecordBatch.from_pylist(lot, schema=schema)
            lot = []
    if lot:
        yield pa.RecordBatch.from_pylist(lot, schema=schema)


def to_pandas(readings: Iterable[Reading | Unread], table: Table = "attributions") -> pd.DataFrame:
    """A table as pandas, with columns of Arrow types."""
    import pandas as pd

    return to_arrow(readings, table).to_pandas(types_mapper=pd.ArrowDtype)


def to_polars(readings: Iterable[Reading | Unread], table: Table = "attributions") -> pl.DataFrame:
    """A table as polars."""
    import polars as pl

    frame = pl.from_arrow(to_arrow(readings, table))
    assert isinstance(frame, pl.DataFrame)
    return frame


def rows(readings: Iterable[Reading | Unread], table: Table = "attributions") -> Iterator[Row]:
    """The rows of a table."""
    if table not in _ROWS:
        raise ValueError(f"there is no table '{table}'; there are {', '.join(_ROWS)}")
    for one in readings:
        if isinstance(one, Unread):
            if table == "unread":
                yield {"id": _text(one.id), "line": one.line, "error": one.error}
        else:
            yield from _ROWS[table](one)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _shared(reading: Reading) -> Row:
    article = reading.article
    return {
        "document": str(reading.id),
        "outlet": article.publisher,
        "date": article.published,
        "url": article.url,
        "language": article.language,
        "model": f"{reading.model.name} {reading.model.version}" if reading.model else None,
    }


def _articles(reading: Reading) -> Iterator[Row]:
    article = reading.article
    yield _shared(reading) | {
        "title": article.title,
        "byline": list(article.byline),
        "modified": article.modified,
        "text": reading.text,
        "warnings": [warning.message for warning in reading.warnings],
    }


def _attributions(reading: Reading) -> Iterator[Row]:
    shared = _shared(reading)
    for one in reading.attributions:
        yield shared | {
            "attribution": one.id,
            "parent": one.parent,
            "speakers": [speaker.name for speaker in one.speakers],
            "kinds": [speaker.kind for speaker in one.speakers],
            "role": one.role,
            "source_type": one.source_type,
            "source": reading.slice(one.source) if one.source else None,
            "cue": reading.slice(one.cue) if one.cue else None,
            "content": reading.slice(one.content),
            "quote_type": one.quote_type,
            "stance": one.stance,
            "certainty": one.certainty,
            "via": list(one.via),
            "confidence": one.confidence,
            **{f"{name}_at": [list(span) for span in getattr(one, name)] for name in ("source", "cue", "content")},
        }


def _figures(reading: Reading) -> Iterator[Row]:
    shared = _shared(reading)
    for index, one in enumerate(reading.figures):
        numbers = {name: _number(getattr(one, name)) for name in ("value", "low", "high")}
        yield shared | numbers | {
            "figure": index,
            "start": one.start,
            "end": one.end,
            "written": reading.slice((one.start, one.end)),
            "approximate": one.approximate,
            "unit": one.unit,
            "counted": one.counted,
            "part_of": one.part_of,
            "attributions": [said.id for said in reading.attributions if index in said.figures],
        }


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def _dates(reading: Reading) -> Iterator[Row]:
    shared = _shared(reading)
    for index, one in enumerate(reading.dates):
        yield shared | {
            "expression": index,
            "start": one.start,
            "end": one.end,
            "written": reading.slice((one.start, one.end)),
            "type": one.type,
            "value": one.value,
            "mod": one.mod,
            "attributions": [said.id for said in reading.attributions if index in said.dates],
        }


def _furniture(reading: Reading) -> Iterator[Row]:
    shared = _shared(reading)
    for one in reading.furniture:
        written = reading.slice((one.start, one.end))
        yield shared | {"start": one.start, "end": one.end, "kind": one.kind, "written": written}


_ROWS: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "articles": _articles,
    "attributions": _attributions,
    "figures": _figures,
    "dates": _dates,
    "furniture": _furniture,
    "unread": lambda _: iter(()),
}


def _schema(table: Table) -> pa.Schema:
    import pyarrow as pa

    text, texts, whole, number = pa.string(), pa.list_(pa.string()), pa.int64(), pa.float64()
    spans = pa.list_(pa.list_(pa.int64(), 2))
    shared = {name: text for name in ("document", "outlet", "date", "url", "language", "model")}
    place = {"start": whole, "end": whole, "written": text}
    own: dict[str, dict[str, pa.DataType]] = {
        "articles": {"title": text, "byline": texts, "modified": text, "text": text, "warnings": texts},
        "attributions": {
            **dict.fromkeys(("attribution", "parent"), text),
            **dict.fromkeys(("speakers", "kinds"), texts),
            **dict.fromkeys(
                ("role", "source_type", "source", "cue", "content", "quote_type", "stance", "certainty"), text
            ),
            "via": texts,
            "confidence": number,
            **dict.fromkeys(("source_at", "cue_at", "content_at"), spans),
        },
        "figures": {
            **dict.fromkeys(("value", "low", "high"), number),
            "figure": whole,
            **place,
            "approximate": pa.bool_(),
            "unit": text,
            "counted": text,
            "part_of": whole,
            "attributions": texts,
        },
        "dates": {"expression": whole, **place, "type": text, "value": text, "mod": text, "attributions": texts},
        "furniture": {**place, "kind": text},
    }
    if table == "unread":
        return pa.schema({"id": text, "line": whole, "error": text})
    return pa.schema({**shared, **own[table]})
