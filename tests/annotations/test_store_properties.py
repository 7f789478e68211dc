"""Invariants of the store's parts under whatever comes: stored rows, journal lines, files, sequences of acts."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import schema
from annotations.ledger import journal, snapshot
from annotations.ledger.rows import Change, Rows, apply, apply_back, difference, pack, patched, unpack
from annotations.model import Annotation, Correction, DocumentRef
from annotations.store import Store
from tests.annotations.store_rows import ARTICLE, note

TEXT = st.text(max_size=20)
VALUES: Any = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | TEXT
    | st.sampled_from(["", "note", "exact"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
FIELDS = sorted(
    {field.name for row in (Annotation, Correction, DocumentRef) for field in dataclasses.fields(row)}
)
OBJECTS = st.dictionaries(st.sampled_from(FIELDS) | TEXT, VALUES, max_size=9)


@given(st.sampled_from(schema.TABLES), OBJECTS | VALUES)
def test_any_stored_object_decodes_or_is_refused(table: str, stored: Any) -> None:
    """Whatever another program put into a table, decoding gives a row or None, never an exception."""
    row = schema.decode(table, stored)
    assert row is None or schema.decode(table, schema.encode(row)) == row


@given(
    st.sampled_from(
        [ARTICLE, note(1), note(2, tags=("a", "b"), statement=(1, 9), mark="m", start=None, end=None)]
    ),
    OBJECTS,
)
def test_one_odd_field_never_hides_behind_a_row(row: schema.Row, odd: dict[str, Any]) -> None:
    """A row with odd fields decodes to what it says, or not at all; fields unknown here do not matter."""
    table = schema.table_of(row)
    found = schema.decode(table, {**schema.encode(row), **odd})
    if found is not None:
        known = {name: value for name, value in odd.items() if name in schema.encode(row)}
        assert schema.encode(found) == {**schema.encode(row), **known}


@given(OBJECTS, OBJECTS)
def test_a_difference_leads_there_and_back(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Putting the changed fields on a row gives the other row, in both directions."""
    before, after = difference(old, new)
    assert patched(old, before, after) == new
    assert patched(new, after, before) == old


@given(TEXT, TEXT, st.none() | TEXT, st.lists(OBJECTS, max_size=3))
def test_a_journal_line_is_read_as_it_was_written(
    label: str, key: str, article: str | None, rows: list[Any]
) -> None:
    """A line holds its entry whole, on one line, and no beginning of it passes for one."""
    changes = [Change("annotations", key, at, None, row) for at, row in enumerate(rows)]
    entry = journal.Draft(label, article, changes=changes).entry(7)
    line = journal.line(entry)
    assert journal.parse(line[:-1]) == entry
    assert line.count(b"\n") == 1
    assert all(journal.parse(line[:size]) is None for size in range(len(line) - 1))


@given(
    st.lists(OBJECTS | VALUES, max_size=5), st.dictionaries(TEXT, st.lists(OBJECTS, max_size=2), max_size=2)
)
def test_a_file_is_read_as_it_was_written(rows: list[Any], others: dict[str, list[Any]]) -> None:
    """All tables survive the way through the file, those of other programs too."""
    others.pop("meta", None)
    tables = snapshot.empty()
    for name, stored in {**others, "annotations": rows}.items():
        table = tables.setdefault(name, Rows())
        for doc, row in enumerate(stored, 1):
            table.put(doc, row)
    found = snapshot.read(b"".join(snapshot.Writer(tables, {"sequence": 3}).chunks()))
    assert found.own
    assert found.sequence == 3
    assert {n: t.raw for n, t in found.tables.items()} == {n: t.raw for n, t in tables.items()}


@given(st.lists(st.tuples(st.integers(1, 4), st.none() | OBJECTS), max_size=8))
def test_changes_can_be_taken_back(steps: list[tuple[int, Any]]) -> None:
    """Applying changes and taking them back leaves the rows, and the indexes over them, as they were."""
    tables = {"annotations": Rows()}
    for doc in (1, 2):
        tables["annotations"].put(doc, {"id": f"urn:{doc}", "article": "a"})
    changes = []
    current: dict[str, Any] = {key: tables["annotations"].get(int(key[4:])) for key in ("urn:1", "urn:2")}
    before_all = dict(current)
    for number, fields in steps:
        key = f"urn:{number}"
        old, new = current.get(key), None if fields is None else {**fields, "id": key, "article": "a"}
        if old is None and new is None:
            continue
        pair = difference(old, new) if old is not None and new is not None else (old, new)
        changes.append(Change("annotations", key, number, *pair))
        current[key] = new
    apply(tables, changes)
    assert contents(tables["annotations"]) == {key: row for key, row in current.items() if row is not None}
    apply_back(tables, changes)
    assert contents(tables["annotations"]) == before_all
    assert sorted(tables["annotations"].of_article("a")) == sorted(tables["annotations"].raw)


def contents(rows: Rows) -> dict[str, Any]:
    """The rows by their own ids."""
    return {rows.key(doc): rows.get(doc) for doc in rows}


@given(OBJECTS | VALUES)
def test_packing_keeps_values(value: Any) -> None:
    """What goes into a row's bytes comes out of them, numbers beyond 64 bits and lone surrogates included."""
    assert unpack(pack(value)) == value
    assert unpack(pack([2**90, "\ud800"])) == [2**90, "\ud800"]
    assert unpack(pack(-(2**63) - 1)) == -(2**63) - 1


ACTS = st.lists(
    st.sampled_from(
        ["put", "edit", "delete", "undo", "redo", "fold", "reopen", "window edit", "window put", "refresh"]
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_any_sequence_of_acts_is_on_the_disk(acts: list[str]) -> None:
    """After each act of two windows, a store opened anew holds what the last writer shows; undo ends at nothing."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "annotations.json"
        store, window = Store(path), Store(path)
        for number, act in enumerate(["put", *acts]):
            store = perform(act, number, store, window, path)
            store.refresh()
            fresh = Store(path)
            assert fresh.annotations(deleted=True) == store.annotations(deleted=True)
            assert (fresh.notices, fresh.status) == ((), store.status)
        while store.undo(ARTICLE.id):
            pass
        assert store.annotations() == ()
        assert store.check() == ()


def perform(act: str, number: int, store: Store, window: Store, path: Path) -> Store:
    """One act; the store to go on with."""
    if act.startswith("window"):
        window.refresh()
    writer = window if act.startswith("window") else store
    rows = writer.annotations(ARTICLE.id)
    match act.split()[-1]:
        case "put" | "edit" | "delete":
            with writer.transaction(act, ARTICLE.id) as change:
                change.put(ARTICLE)
                if act.endswith("put"):
                    change.put(note(number))
                elif rows and act.endswith("edit"):
                    change.put(dataclasses.replace(rows[number % len(rows)], note=f"edited {number}"))
                elif rows:
                    change.delete(rows[number % len(rows)].id)
        case "undo" | "redo":
            getattr(store, act)(ARTICLE.id)
        case "fold":
            store.fold_if_due(9.0)
        case "reopen":
            store.close()
            return Store(path)
    return store


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 60), st.integers(0, 20), st.booleans(), OBJECTS), max_size=6
    ),
    st.integers(0, 60),
    st.integers(0, 30),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_look_at_a_range_finds_what_a_look_at_all_finds(
    rows: list[tuple[int | None, int, bool, dict[str, Any]]], start: int, length: int
) -> None:
    """What stands in a range is told from the bytes of rows: none is missed or made up, whoever wrote them."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "annotations.json")
        for number, (at, size, gone, odd) in enumerate(rows):
            end = None if at is None else at + size
            row = note(number, start=at, end=end, note='"start":1,"end":2', deleted="" if gone else None)
            stored = {
                **schema.encode(row),
                **{name: value for name, value in odd.items() if name not in ("id", "article")},
            }
            store.database.table("annotations").insert(
                stored if number % 2 else dict(reversed(stored.items()))
            )
        end = start + length
        assert store.annotations_over(ARTICLE.id, start, end) == tuple(
            row
            for row in store.annotations(ARTICLE.id)
            if row.start is not None and row.end is not None and row.start < end and start < row.end
        )
        store.close()


def test_the_tags_in_use_are_counted(tmp_path: Path) -> None:
    """Each annotation that lives counts once for each of its tags, in all articles."""
    store = Store(tmp_path / "annotations.json")
    with store.transaction("tags", ARTICLE.id) as change:
        change.put(note(11, tags=("a", "b"), note='"tags":[]'))
        change.put(note(12, tags=("b",), article="urn:uuid:other"))
        change.put(note(13, tags=("c",)))
        change.put(note(14))
        change.delete(note(13).id)
    assert store.tags() == {"a": 1, "b": 2}
    store.close()
