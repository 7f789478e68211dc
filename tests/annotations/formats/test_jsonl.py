"""JSON Lines: as lossless as the one file, and a broken line costs that line only."""

import json

from hypothesis import given
from hypothesis import strategies as st

from annotations.formats import FORMATS, Corrected, Item
from annotations.formats.format import corrections_in_order, in_order
from tests.annotations.items import ARTICLE, CORRECTIONS, ITEMS, corrections, items

FORMAT = FORMATS["jsonl"]


@given(items())
def test_nothing_is_lost_on_the_way_out_and_back(given: list[Item]) -> None:
    """Every field of every annotation, tombstones included, comes back, one line each."""
    [text] = FORMAT.dump(given).values()
    assert text.count("\n") == len(given)
    loaded = FORMAT.load({"a": text})
    assert (loaded.items, loaded.broken, loaded.notices) == (tuple(in_order(given)), (), ())


@given(items(), corrections())
def test_corrections_go_out_and_come_back(given: list[Item], words: list[Corrected]) -> None:
    """Every field of every correction comes back beside the annotations, whose lines stay what they were."""
    [plain] = FORMAT.files(given).values()
    [text] = FORMAT.files(given, words).values()
    assert text.startswith(plain)
    assert text.count("\n") == len(given) + len(words)
    loaded = FORMAT.load({"a": text})
    assert (loaded.items, loaded.broken, loaded.notices) == (tuple(in_order(given)), (), ())
    assert loaded.corrections == tuple(corrections_in_order(words))


def test_a_broken_correction_is_named_and_the_rest_taken() -> None:
    """A line that is a correction gone wrong, or two things at once, costs that line only."""
    [text] = FORMAT.files(ITEMS[:1], CORRECTIONS).values()
    lines = text.splitlines()
    strange = json.loads(lines[1]) | {"article": json.loads(lines[1])["article"] | {"id": "urn:other"}}
    both = json.loads(lines[0]) | json.loads(lines[1])
    odd = json.loads(lines[1])
    odd["correction"]["mood"] = "blue"
    loaded = FORMAT.load(
        {"a": "\n".join([json.dumps(odd), json.dumps(strange), json.dumps(both), *lines[2:]])}
    )
    assert [(b.where, b.reason) for b in loaded.broken] == [
        ("line 2", f"its article is {ARTICLE.id}, and urn:other stands beside it"),
        ("line 3", 'it must be an object with "article" and either "annotation" or "correction"'),
    ]
    assert loaded.notices == ("a: line 1: left out what has no place here: mood.",)
    assert {c.correction.id for c in loaded.corrections} == {c.correction.id for c in CORRECTIONS}


def test_a_broken_line_is_named_and_the_rest_taken() -> None:
    """A cut-off file gives all but its last line."""
    [text] = FORMAT.dump(ITEMS).values()
    row = json.loads(text.split("\n")[0])
    row["article"]["id"] = "urn:uuid:other"
    lines = ["[]", json.dumps(row), "", text[:-20]]
    loaded = FORMAT.load({"a": "\n".join(lines)})
    assert len(loaded.items) == len(ITEMS) - 1
    assert [(b.where, b.reason.split(" (")[0]) for b in loaded.broken] == [
        ("line 1", 'it must be an object with "article" and either "annotation" or "correction"'),
        ("line 2", f"its article is {ITEMS[0].article.id}, and urn:uuid:other stands beside it"),
        ("line 8", "it is no JSON"),
    ]


@given(st.text())
def test_any_file_gives_a_reason(text: str) -> None:
    """Whatever stands in a line, it is taken or named."""
    assert FORMAT.load({"a": text}).items == ()
