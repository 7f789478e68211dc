"""The registry of formats and what the command line prints of a note."""

import pytest

from annotations.formats import FORMATS as OF_ANNOTATIONS
from reader.errors import ExchangeError
from reader.exchange import FORMATS, export, load, note_row
from tests.annotations.items import ARTICLE, CORRECTIONS, ITEMS


def test_every_format_is_what_it_says() -> None:
    """A name, an extension, files named by it, and what it keeps of each living annotation when read back."""
    assert OF_ANNOTATIONS.items() <= FORMATS.items()
    for name, one in FORMATS.items():
        assert one.name == name
        assert one.extension.startswith(".")
        files = export(ITEMS, name)
        assert files
        assert all(file.endswith(one.extension) for file in files)
        if one.load is None:
            continue
        wanted = {i.annotation.id: i.annotation for i in ITEMS if one.tombstones or not i.annotation.deleted}
        loaded = load(files, name)
        assert loaded.broken == ()
        assert {i.annotation.id for i in loaded.items} == set(wanted)
        for item in loaded.items:
            for field in one.fields:
                assert getattr(item.annotation, field) == getattr(wanted[item.annotation.id], field), (
                    name,
                    field,
                )


def test_corrections_go_where_there_is_a_place_for_them() -> None:
    """The complete formats carry them; the files of the others are the same with and without."""
    for name, one in FORMATS.items():
        if one.dump_corrected is None:
            assert export(ITEMS, name, CORRECTIONS) == export(ITEMS, name)
        else:
            loaded = load(export(ITEMS, name, CORRECTIONS), name)
            assert {c.correction.id for c in loaded.corrections} == {c.correction.id for c in CORRECTIONS}
    assert [name for name, one in FORMATS.items() if one.dump_corrected] == ["json", "jsonl"]


def test_a_format_that_is_none() -> None:
    """The sentence names the ones there are, and the call was wrong."""
    with pytest.raises(ExchangeError, match="format docx: it is not one of markdown, json") as raised:
        export(ITEMS, "docx")
    assert raised.value.exit_status == 2
    with pytest.raises(
        ExchangeError, match="format markdown: it can be written only; those that can be read are json"
    ):
        load({}, "markdown")


def test_the_flat_view_of_a_note() -> None:
    """Scripts build on these keys."""
    assert note_row(ITEMS[2].annotation, ARTICLE) == {
        "id": "urn:uuid:00000000-0000-4000-8000-000000000003",
        "article": {
            "uri": "file:///home/ada/harbour%20bridge.txt",
            "sha256": "ab" * 32,
            "title": 'Bridge *will* close: "no choice", says council',
        },
        "start": None,
        "end": None,
        "exact": "It stood here once",
        "prefix": "before it ",
        "suffix": " after it",
        "state": "orphan",
        "score": 0.25,
        "kind": "note",
        "note": "<!-- where is it now?",
        "tags": [],
        "colour": "yellow",
        "mark": None,
        "speaker": None,
        "created": "2026-03-03T10:00:00+01:00",
        "modified": "2026-03-03T10:05:00+01:00",
    }
