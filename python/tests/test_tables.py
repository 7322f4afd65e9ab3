"""Tables have one schema, whatever is in them."""

import pytest
import sayso
import sayso.tables

pyarrow = pytest.importorskip("pyarrow")
TABLES: tuple[sayso.tables.Table, ...] = ("articles", "attributions", "figures", "dates", "furniture", "unread")
DOCUMENTS = [
    {"id": "a", "text": "The office said on 3 February 2025 that 12 boats were missing.", "outlet": "Harbour News"},
    {"id": "b", "text": "Nothing here."},
    {"id": "c"},
]


@pytest.fixture(scope="module")
def readings() -> list[sayso.Reading | sayso.Unread]:
    return list(sayso.read_many(DOCUMENTS))


@pytest.mark.parametrize("table", TABLES)
def test_types_are_the_same_with_and_without_rows(readings, table) -> None:  # type: ignore[no-untyped-def]
    full, empty = sayso.tables.to_arrow(readings, table), sayso.tables.to_arrow([], table)
    assert full.schema == empty.schema
    assert full.num_rows == {"articles": 2, "attributions": 1, "figures": 1, "dates": 1, "furniture": 0, "unread": 1}[table]
    batches = list(sayso.tables.to_batches(iter(readings), table, size=1))
    assert pyarrow.Table.from_batches(batches, full.schema).equals(full)


def test_offsets_slice_to_their_words(readings) -> None:  # type: ignore[no-untyped-def]
    [row] = sayso.tables.to_arrow(readings, "attributions").to_pylist()
    texts = {one["document"]: one["text"] for one in sayso.tables.to_arrow(readings, "articles").to_pylist()}
    [[start, end]] = row["content_at"]
    assert texts[row["document"]][start:end] == row["content"]
    assert row["speakers"] == ["office"] and row["model"].startswith("standard")


def test_pandas_and_polars(readings) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("pandas"), pytest.importorskip("polars")
    frame, other = sayso.tables.to_pandas(readings, "figures"), sayso.tables.to_polars(readings, "figures")
    assert frame["value"].tolist() == other["value"].to_list() == [12.0]


def test_an_unknown_table_is_said() -> None:
    with pytest.raises(ValueError, match="there is no table 'claims'"):
        list(sayso.tables.rows([], "claims"))  # type: ignore[arg-type]
