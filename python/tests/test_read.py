"""Reading one document and many."""

import json

import pytest
import sayso

SAID = "The harbour office said on Monday that 12 boats were missing. “We are still counting,” said its head, Ines Maro."


def test_offsets_slice_as_python_slices() -> None:
    reading = sayso.read("🛥 Ñandú, café. " + SAID, date="2025-02-04")
    first = reading.attributions[0]
    assert reading.slice(first.source) == "The harbour office"
    assert reading.slice(first.content) == "that 12 boats were missing"
    assert first.speakers[0].name == "harbour office"
    assert reading.slice((reading.figures[0].start, reading.figures[0].end)) == "12"
    assert reading.dates[0].value == "2025-02-03"


def test_pages_bytes_and_what_is_known() -> None:
    page = f"<html><head><title>Boats missing</title></head><body><article><p>{SAID}</p></article></body></html>"
    for reading in (
        sayso.read(html=page, publisher="Harbour News"),
        sayso.read(html=page.encode(), publisher="Harbour News"),
        sayso.read(data=page.encode(), publisher="Harbour News"),
    ):
        assert reading.article.publisher == "Harbour News"
        assert len(reading.attributions) == 2, reading.text


def test_a_stream_keeps_its_order_and_goes_on_behind_what_cannot_be_read() -> None:
    documents = [{"id": number, "text": SAID} for number in range(300)]
    documents[7] = {"id": "bad"}
    found = list(sayso.read_many(iter(documents), date="2025-02-04"))
    assert [one.id for one in found] == [one["id"] for one in documents]
    bad = found[7]
    assert isinstance(bad, sayso.Unread) and bad.line == 8 and "text" in bad.error
    good = found[299]
    assert isinstance(good, sayso.Reading) and good.article.published == "2025-02-04"
    one = sayso.read(SAID, id=3, date="2025-02-04")
    assert one.record == found[3].record, "one document and many are read alike"


def test_memory_is_bounded_by_lots() -> None:
    drawn = 0

    def endless():  # type: ignore[no-untyped-def]
        nonlocal drawn
        while True:
            drawn += 1
            yield "Nobody said anything."

    found = sayso.read_many(endless())
    next(found)
    assert drawn < 100_000


def test_what_is_wrong_is_said() -> None:
    with pytest.raises(TypeError, match="one of text, html and data"):
        sayso.read()
    with pytest.raises(sayso.Unreadable, match="no model 'nope'"):
        sayso.Model("nope")
    with pytest.raises(sayso.Unreadable):
        sayso.read(data=b"\x00\x01\x02" * 100)


def test_a_feed_has_several() -> None:
    entries = "".join(
        f"<item><title>Boats {n}</title><guid>{n}</guid><description>{SAID}</description></item>" for n in range(2)
    )
    feed = f'<rss version="2.0"><channel><title>Harbour News</title>{entries}</channel></rss>'.encode()
    assert len(sayso.read_all(feed)) == 2
    with pytest.raises(sayso.Unreadable, match="2 documents"):
        sayso.read(data=feed)


def test_a_record_comes_back_as_it_was() -> None:
    reading = sayso.read(SAID)
    assert sayso.Reading.from_json(json.dumps(reading.record)) == reading
    inside = [one for outer in reading.attributions for one in reading.inside(outer)]
    assert all(one.parent for one in inside)
