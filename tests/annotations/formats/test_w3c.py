"""W3C Web Annotations: what the model demands is there, what we write we read, and anybody's file can be read."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats import FORMATS, Broken, Item
from annotations.formats.format import in_order
from annotations.formats.w3c import annotation, uri
from tests.annotations.items import ARTICLE, ITEMS, items

FORMAT = FORMATS["w3c"]
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
_URI = r"[A-Za-z][A-Za-z0-9+.-]*:[!#$&-;=?-Z_a-z~%]+"


def test_one_annotation_is_as_agreed() -> None:
    """The whole object, as other programs read it."""
    assert annotation(Item(ITEMS[3].annotation, ARTICLE)) == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:00000000-0000-4000-8000-000000000004",
        "type": "Annotation",
        "motivation": "bookmarking",
        "created": "2026-03-03T10:00:00+01:00",
        "modified": "2026-03-03T10:05:00+01:00",
        "body": [{"type": "TextualBody", "purpose": "bookmarking", "value": "a", "format": "text/plain"}],
        "stylesheet": {"type": "CssStylesheet", "value": ".yellow { background-color: #ffe680 }"},
        "target": {
            "type": "SpecificResource",
            "source": "file:///home/ada/harbour%20bridge.txt",
            "dcterms:title": 'Bridge *will* close: "no choice", says council',
            "styleClass": "yellow",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "marked",
                    "prefix": "before it ",
                    "suffix": " after it",
                },
                {"type": "TextPositionSelector", "start": 120, "end": 126},
            ],
            "state": {
                "type": "TimeState",
                "sourceDate": "2026-03-03T10:00:00+01:00",
                "cached": "ni:///sha-256;q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s",
            },
        },
    }


def test_languages_are_told_where_they_are_known() -> None:
    """The article's language goes with the passage, the note's with its words; nothing is said of the others."""
    note = replace(ITEMS[0].annotation, note="Wer sagt das?", tags=("a",))
    told = annotation(Item(note, ARTICLE, language="en", note_language="de"))
    assert told["target"]["language"] == "en"
    assert [body.get("language") for body in told["body"]] == ["de", None]
    assert "language" not in json.dumps(annotation(Item(note, ARTICLE)))


@given(items())
def test_each_annotation_keeps_the_models_demands(given: list[Item]) -> None:
    """Ids and sources are URIs, times have a zone, no list is empty, positions are in order."""
    [whole] = [json.loads(text) for text in FORMAT.dump(given).values()]
    rows = whole["first"]["items"] if whole["total"] else []
    assert whole["total"] == len(rows) == sum(i.annotation.deleted is None for i in given)
    for row in rows:
        target = row["target"]
        assert row["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert row["type"] == "Annotation"
        assert re.fullmatch(_URI, row["id"])
        assert re.fullmatch(_URI, target["source"])
        assert all(re.fullmatch(_TIME, row[key]) for key in ("created", "modified") if key in row)
        assert row.get("body") != []
        quoted, place = target["selector"]
        assert quoted["type"] == "TextQuoteSelector"
        assert 0 <= place["start"] <= place["end"]


@given(items())
def test_what_it_has_a_place_for_comes_back(given: list[Item]) -> None:
    """Everything that the format says it keeps survives the way out and in; tags and notes as they stand."""
    tidy = [Item(_tidy(i.annotation), i.article) for i in given if i.annotation.deleted is None]
    loaded = FORMAT.load(FORMAT.dump(tidy))
    assert (loaded.broken, [i.annotation.id for i in loaded.items]) == (
        (),
        [i.annotation.id for i in in_order(tidy)],
    )
    for item, back in zip(in_order(tidy), loaded.items, strict=True):
        for name in FORMAT.fields:
            assert getattr(back.annotation, name) == getattr(item.annotation, name), name


def _tidy(note):
    """Without what the model cannot tell from nothing: blank texts, tags twice, white space in tags."""
    tags = tuple(dict.fromkeys(" ".join(tag.split()) for tag in note.tags if tag.strip()))
    note = replace(
        note,
        tags=tags,
        note=note.note if note.note.strip() else "",
        creator=(note.creator or "").strip() or None,
    )
    return replace(note, anchor=replace(note.anchor, sha256="ef" * 32))


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/1",
    "type": ["Annotation", "Other"],
    "creator": {"id": "https://people.example/ada", "nickname": "ada"},
    "created": "2026-01-02T03:04:05",
    "bodyValue": "A plain remark",
    "target": {
        "source": {"id": "https://post.example/ferry"},
        "selector": {
            "type": "FragmentSelector",
            "value": "p3",
            "refinedBy": [
                {"type": "TextQuoteSelector", "exact": "every ten minutes"},
                {"type": "TextPositionSelector", "start": 12, "end": 29},
            ],
        },
    },
}


def test_another_programs_annotation_is_read() -> None:
    """Refined selectors, a bare body, a source as an object, a time without a zone."""
    loaded = FORMAT.load({"a.jsonld": json.dumps(FOREIGN)})
    [item] = loaded.items
    note = item.annotation
    assert (note.id, note.kind, note.note, note.creator) == (
        "https://notes.example/1",
        "note",
        "A plain remark",
        "ada",
    )
    assert (note.anchor.exact, note.anchor.start, note.anchor.end) == ("every ten minutes", 12, 29)
    assert (note.created, item.article.uri) == ("2026-01-02T03:04:05Z", "https://post.example/ferry")
    assert loaded.notices == ("a.jsonld: its created has no time zone and is read as UTC.",)


@pytest.mark.parametrize(
    ("body", "note", "tags"),
    [
        (
            {"type": "TextualBody", "value": "<p>One</p><p>Two &amp; three</p>", "format": "text/html"},
            "One\nTwo & three",
            (),
        ),
        (
            [{"type": "TextualBody", "value": "a b", "purpose": "tagging"}, {"value": "said"}],
            "said",
            ("a b",),
        ),
        ({"type": "Choice", "items": [{"value": "first"}, {"value": "second"}]}, "first", ()),
        ("https://post.example/more", "<https://post.example/more>", ()),
        ({"id": "https://post.example/clip", "type": "Video"}, "<https://post.example/clip>", ()),
        ([], "", ()),
    ],
)
def test_bodies_of_every_shape(body: object, note: str, tags: tuple[str, ...]) -> None:
    """Comments, tags, choices, links: each becomes what a reader would write."""
    row = {**FOREIGN, "body": body}
    del row["bodyValue"]
    [item] = FORMAT.load({"a": json.dumps(row)}).items
    assert (item.annotation.note, item.annotation.tags) == (note, tags)


@pytest.mark.parametrize(
    "whole",
    [
        [FOREIGN, FOREIGN],
        {"type": "AnnotationPage", "items": [FOREIGN, FOREIGN]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [FOREIGN, FOREIGN]}},
        {"@context": "x", "@graph": [FOREIGN, FOREIGN]},
    ],
)
def test_lists_pages_and_collections(whole: object) -> None:
    """However the annotations are held together, all are read."""
    assert len(FORMAT.load({"a": json.dumps(whole)}).items) == 2


def test_a_broken_one_is_named_and_the_rest_taken() -> None:
    """One bad annotation costs that one only."""
    rows = [
        FOREIGN,
        {"type": "Annotation"},
        7,
        {**FOREIGN, "id": "a b"},
        {**FOREIGN, "target": {"selector": 1}},
        {"type": "Note"},
    ]
    loaded = FORMAT.load({"a": json.dumps(rows), "b": "{", "c": '{"type": "AnnotationCollection"}', "d": "3"})
    assert len(loaded.items) == 1
    assert [str(b).split(" (")[0] for b in loaded.broken] == [
        "a: [1]: it has no target",
        "a: [2]: it must be an object",
        "a: [3]: its id must be an address without spaces of at most 500 characters",
        "a: [4]: its target names no source",
        'a: [5]: its type must be "Annotation"',
        "b: it is no JSON",
        "d: there is no annotation in it",
    ]
    assert isinstance(loaded.broken[0], Broken)


def test_an_annotation_without_an_id_gets_the_same_each_time() -> None:
    """Importing a file twice must not double its notes."""
    row = {key: value for key, value in FOREIGN.items() if key != "id"}
    ids = {FORMAT.load({"a": json.dumps(row)}).items[0].annotation.id for _ in range(2)}
    assert len(ids) == 1
    assert ids.pop().startswith("urn:uuid:")


def test_what_is_nested_too_deeply_for_an_id_is_named() -> None:
    """Protects an import from one row that cannot be told apart by what it says; the others are taken."""
    deep: object = 1
    for _ in range(300):
        deep = [deep]
    row = {key: value for key, value in FOREIGN.items() if key != "id"} | {"x": deep}
    loaded = FORMAT.load({"a": json.dumps([row, FOREIGN])})
    assert len(loaded.items) == 1
    assert "nested too deeply" in str(loaded.broken[0])


def test_addresses_become_uris() -> None:
    """What is nearly a URI is percent-encoded; what is none gets a name of its own, the same each time."""
    assert uri("https://a.example/x y?é=1#b#c") == "https://a.example/x%20y?%C3%A9=1#b%23c"
    assert uri("file:///a%20b%") == "file:///a%20b%25"
    assert uri("notes.txt") == uri("notes.txt")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", uri("notes.txt"))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from([*FOREIGN, "body", "motivation", "@graph", "items", "first"]), _JSON)
def test_no_value_of_any_key_raises(key: str, value: object) -> None:
    """Whatever stands in an annotation, it is taken or named."""
    FORMAT.load({"a": json.dumps({**FOREIGN, key: value}), "b": json.dumps(value)})


@given(st.sampled_from(["source", "selector", "state", "styleClass", "dcterms:title"]), _JSON)
def test_no_target_raises(key: str, value: object) -> None:
    """Likewise in its target."""
    FORMAT.load({"a": json.dumps({**FOREIGN, "target": {**FOREIGN["target"], key: value}})})
