"""Our own JSON: lossless, and proof against any file."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats import FORMATS, Broken, Corrected, Item
from annotations.formats.format import corrections_in_order, in_order
from tests.annotations.items import CORRECTIONS, ITEMS, corrections, items

FORMAT = FORMATS["json"]
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parents[3] / "docs/annotations.schema.json").read_text())
)


@given(items())
def test_nothing_is_lost_on_the_way_out_and_back(given: list[Item]) -> None:
    """Every field of every annotation, tombstones included, comes back; the file keeps to the published schema."""
    files = FORMAT.dump(given)
    loaded = FORMAT.load(files)
    assert loaded.items == tuple(in_order(given))
    assert (loaded.broken, loaded.notices) == ((), ())
    SCHEMA.validate(json.loads(*files.values()))


@given(items(), corrections())
def test_corrections_go_out_and_come_back(given: list[Item], words: list[Corrected]) -> None:
    """Every field of every correction, tombstones included, comes back, with its article where no note has it."""
    files = FORMAT.files(given, words)
    loaded = FORMAT.load(files)
    assert loaded.items == tuple(in_order(given))
    assert {c.correction.id: c for c in loaded.corrections} == {c.correction.id: c for c in words}
    assert (loaded.broken, loaded.notices) == ((), ())
    SCHEMA.validate(json.loads(*files.values()))
    assert FORMAT.files(loaded.items, loaded.corrections) == files


def test_a_file_without_corrections_says_nothing_of_them() -> None:
    """The bytes of an export change with a correction only, and with nothing but the list of them."""
    [plain] = FORMAT.files(ITEMS).values()
    assert FORMAT.files(ITEMS) == FORMAT.dump(ITEMS)
    assert sorted(json.loads(plain)) == ["annotations", "articles", "format", "version"]
    [more] = FORMAT.files(ITEMS, CORRECTIONS).values()
    whole = json.loads(more)
    assert [row["id"] for row in whole.pop("corrections")] == [
        c.correction.id for c in corrections_in_order(CORRECTIONS)
    ]
    assert whole == json.loads(plain)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "mood"}, "kind must be one of speaker, dismiss, statement, merge, rename, block"),
        ({"kind": ["speaker"]}, "kind must be one of speaker, dismiss, statement, merge, rename, block"),
        ({"anchor": None}, "it has no anchor, and one of the kind speaker needs one"),
        ({"kind": "rename"}, "it has no old, and a rename needs one"),
        ({"value": 3}, "value must be text"),
        ({"deleted": "soon"}, "deleted must be a time as RFC 3339 writes it, with a zone"),
        ({"article": "urn:none"}, "its article urn:none is not in the file"),
    ],
)
def test_a_broken_correction_is_named_and_the_rest_taken(change: dict, reason: str) -> None:
    """One bad correction costs that one only; the published schema finds fault with it too, where it can."""
    whole = json.loads(*FORMAT.files(ITEMS, CORRECTIONS).values())
    number = next(n for n, row in enumerate(whole["corrections"]) if row["kind"] == "speaker")
    whole["corrections"][number] |= change
    loaded = FORMAT.load({"a.json": json.dumps(whole)})
    assert loaded.broken == (Broken("a.json", f"corrections[{number}]", reason),)
    assert {c.correction.kind for c in loaded.corrections} == {"merge", "dismiss"}
    assert len(loaded.items) == len(ITEMS)
    if "article" not in change:
        assert not SCHEMA.is_valid(whole)


def test_corrections_that_are_no_list_cost_the_corrections_only() -> None:
    """The annotations of such a file are taken."""
    whole = json.loads(*FORMAT.files(ITEMS).values()) | {"corrections": {"id": 1}}
    loaded = FORMAT.load({"a.json": json.dumps(whole)})
    assert (loaded.broken, loaded.corrections) == (
        (Broken("a.json", "corrections", "it must be a list"),),
        (),
    )
    assert len(loaded.items) == len(ITEMS)


def test_the_same_items_give_the_same_bytes() -> None:
    """An export under version control changes only where a note did, whatever order the store lists them in."""
    assert FORMAT.dump(ITEMS) == FORMAT.dump(ITEMS[::-1])


def _rows() -> dict:
    return json.loads(next(iter(FORMAT.dump(ITEMS).values())))


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("id", None, "id must be an identifier without spaces of at most 500 characters"),
        ("tags", "budget", "tags must be a list of texts"),
        ("tags", [1], "tags must be text"),
        ("colour", "mauve", "colour must be one of yellow, red, green, blue, purple"),
        ("created", "yesterday", "created must be a time as RFC 3339 writes it, with a zone"),
        ("start", -1, "start must be a whole number from 0"),
        ("start", True, "start must be a whole number from 0"),
        ("score", 7, "score must be a number from 0 to 1"),
        ("statement", [1], "statement must be a pair of whole numbers"),
        (
            "anchor",
            {"exact": "x"},
            "anchor must be an anchor: it has no prefix and no suffix and no start and no end and no sha256",
        ),
        ("article", "urn:none", "its article urn:none is not in the file"),
        ("kind", ["note"], "kind must be one of highlight, note, bookmark"),
    ],
)
def test_a_broken_row_is_named_and_the_rest_taken(field: str, value: object, reason: str) -> None:
    """One bad annotation in a file costs that one only, and the reader learns which and why."""
    rows = _rows()
    rows["annotations"][1][field] = value
    loaded = FORMAT.load({"a.json": json.dumps(rows)})
    assert loaded.broken == (Broken("a.json", "annotations[1]", reason),)
    assert [i.annotation.id for i in loaded.items] == [
        row["id"] for number, row in enumerate(_rows()["annotations"]) if number != 1
    ]


def test_a_field_of_a_newer_kind_is_told() -> None:
    """What cannot be kept is not dropped in silence."""
    rows = _rows()
    rows["annotations"][0]["mood"] = "blue"
    loaded = FORMAT.load({"a.json": json.dumps(rows)})
    assert len(loaded.items) == len(ITEMS)
    assert loaded.notices == ("a.json: annotations[0]: left out what has no place here: mood.",)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"format": 3}', "[" * 5000, '"\ud800"', '{"format":"pullquote-annotations","version":2}',
     '{"format":"pullquote-annotations","version":1,"articles":{},"annotations":[]}'],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_one_broken_thing(text: str) -> None:
    """Any file at all gives a reason, never an exception."""
    loaded = FORMAT.load({"x": text})
    assert (loaded.items, len(loaded.broken)) == ((), 1)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.integers(0, len(ITEMS) - 1), st.sampled_from(sorted(_rows()["annotations"][0])), _JSON)
def test_no_value_of_any_field_raises(row: int, field: str, value: object) -> None:
    """Whatever stands in a field, the row is taken or named."""
    rows = _rows()
    rows["annotations"][row][field] = value
    loaded = FORMAT.load({"a.json": json.dumps(rows)})
    assert len(loaded.items) + len(loaded.broken) == len(ITEMS)
