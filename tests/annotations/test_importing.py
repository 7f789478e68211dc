"""Imports: ids are kept, the newer wins, the deleted stay deleted, and nothing that came is lost."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import make
from annotations.formats import Corrected, Item
from annotations.importing import Import, plan
from annotations.model import Anchor, Annotation, Correction, DocumentRef, State
from annotations.text import sha256
from tests.annotations.items import ARTICLE, ITEMS, annotations

NOW = "2026-05-01T12:00:00Z"
TEXT = "The ferry runs every ten minutes. The bridge is closed, and the ferry is full by noon.\n"
HERE = DocumentRef("urn:uuid:here", "file:///b.txt", sha256(TEXT), url="https://post.example/ferry")


def _note(number: int, words: str, **more: object) -> Annotation:
    start = TEXT.find(words)
    anchor = make(TEXT, start, start + len(words)) if start >= 0 else Anchor(words, "", "", 0, len(words), "")
    fields = {"created": "2026-04-01T12:00:00Z", "modified": "2026-04-01T12:00:00Z", **more}
    return Annotation(f"urn:uuid:{number}", ARTICLE.id, anchor, **fields)


def _plan(*notes: Annotation, known: tuple[Annotation, ...] = (), **more: object) -> Import:
    options = {"into": HERE, "articles": [HERE], "texts": {HERE.id: TEXT}, **more}
    here = {note.id: note for note in known}
    return plan([Item(note, ARTICLE) for note in notes], known=here, now=NOW, **options)


def _here(known: tuple[Annotation, ...]) -> dict[str, Any]:
    """A store with these notes on the article."""
    return {"known": {n.id: n for n in known}, "articles": [HERE], "texts": {HERE.id: TEXT}, "into": HERE}


def test_into_an_article() -> None:
    """All items go to the article that was named, each at its place; what has none is an orphan and taken."""
    found = _plan(_note(1, "every ten minutes"), _note(2, "not in the text"))
    assert [(n.id, n.article, n.state, n.start, n.end) for n in found.annotations] == [
        ("urn:uuid:1", HERE.id, "exact", 15, 32),
        ("urn:uuid:2", HERE.id, "orphan", None, None),
    ]
    assert found.articles == ()
    assert found.summary() == "2 new, 1 without a place in the text."


def test_what_is_here_already() -> None:
    """The newer of two wins, whichever side it comes from; what says the same changes nothing."""
    here = replace(_note(1, "The bridge"), article=HERE.id)
    newer = replace(here, note="now with a note", modified="2026-04-02T00:00:00+02:00")
    older = replace(here, note="an older note", modified="2026-03-31T00:00:00Z")
    assert [fate for _, fate in _plan(here, known=(here,)).fates] == ["same"]
    assert [fate for _, fate in _plan(older, known=(here,)).fates] == ["older"]
    taken = _plan(newer, known=(here,))
    assert (taken.fates, taken.annotations) == (
        (("urn:uuid:1", "newer"),),
        (replace(newer, start=34, end=44),),
    )
    assert _plan(here, known=(here,)).summary() == "1 here already."


def test_of_two_in_the_files_the_newer_counts() -> None:
    """A file that holds an annotation twice, as a merge by hand may leave it, gives it once."""
    first, second = _note(1, "ferry", note="a"), _note(1, "ferry", note="b", modified="2026-04-01T13:00:00Z")
    assert [n.note for n in _plan(second, first).annotations] == ["b"]


def test_deleted_is_deleted() -> None:
    """A tombstone here is never undone by an old copy; a tombstone that comes deletes what is older."""
    here = replace(_note(1, "ferry"), article=HERE.id)
    gone = replace(here, deleted="2026-04-03T00:00:00Z")
    assert _plan(replace(here, modified="2026-04-09T00:00:00Z"), known=(gone,)).fates == (
        ("urn:uuid:1", "deleted here"),
    )
    assert _plan(gone, known=(here,)).annotations == (gone,)
    assert _plan(gone).fates == (("urn:uuid:1", "deleted there"),)
    later = replace(here, modified="2026-04-09T00:00:00Z")
    assert _plan(gone, known=(later,)).annotations == ()


def _word(number: int, words: str | None, **more: object) -> Correction:
    anchor = None if words is None else _note(number, words).anchor
    fields = {"kind": "speaker", "value": "Ruth Abara", "created": "2026-04-01T12:00:00Z", **more}
    return Correction(
        f"urn:uuid:{number}", ARTICLE.id, anchor=anchor, **{"modified": fields["created"], **fields}
    )


def _plan_words(*words: Correction, known: tuple[Correction, ...] = ()) -> Import:
    here = {word.id: word for word in known}
    given = [Corrected(word, ARTICLE) for word in words]
    return plan(
        (),
        given,
        known={},
        known_corrections=here,
        articles=[HERE],
        texts={HERE.id: TEXT},
        now=NOW,
        into=HERE,
    )


def test_corrections_are_placed_like_annotations() -> None:
    """Each comes to the article at its place; what is not found is an orphan; a merge has no place and needs none."""
    found = _plan_words(
        _word(1, "The bridge is closed"),
        _word(2, "not in the text"),
        _word(3, None, kind="merge", old="Abara"),
    )
    assert [(c.id, c.article, c.state, c.start, c.end) for c in found.corrections] == [
        ("urn:uuid:1", HERE.id, "exact", 34, 54),
        ("urn:uuid:2", HERE.id, "orphan", None, None),
        ("urn:uuid:3", HERE.id, "exact", None, None),
    ]
    assert (found.annotations, found.articles, found.rows) == ((), (), found.corrections)
    assert found.summary() == "corrections: 3 new, 1 without a place in the text."


def test_the_newer_correction_wins_and_the_deleted_stays_deleted() -> None:
    """Between two stores the later word holds, and no old copy brings back what was taken back."""
    here = replace(_word(1, "The bridge is closed"), article=HERE.id)
    newer = replace(here, value="Tom Okafor", modified="2026-04-02T00:00:00Z")
    older = replace(here, value="Tom Okafor", modified="2026-03-31T00:00:00Z", created="2026-03-31T00:00:00Z")
    gone = replace(here, deleted="2026-04-03T00:00:00Z")

    def told(word: Correction, known: Correction) -> tuple[str, tuple[str | None, ...]]:
        found = _plan_words(word, known=(known,))
        return found.corrected[0][1], tuple(c.value for c in found.corrections)

    assert told(newer, here) == ("newer", ("Tom Okafor",))
    assert told(older, here) == ("older", ())
    assert told(here, here) == ("same", ())
    assert told(replace(newer, modified="2026-04-09T00:00:00Z"), gone) == ("deleted here", ())
    assert _plan_words(gone, known=(here,)).corrections == (gone,)


def test_an_article_comes_for_its_corrections_alone() -> None:
    """An article that was corrected and never annotated is put into the store all the same."""
    words = [Corrected(_word(1, "The bridge"), ARTICLE)]
    found = plan([Item(_note(2, "ferry"), HERE)], words, known={}, articles=[HERE], texts={}, now=NOW)
    assert [a.id for a in found.articles] == [ARTICLE.id]
    assert [c.article for c in found.corrections] == [ARTICLE.id]
    assert found.summary() == "1 new; corrections: 1 new."


def test_articles_are_known_by_text_and_address() -> None:
    """Without a named article each item finds its own among those here, or brings it."""
    same_text = replace(ARTICLE, id="urn:uuid:a", sha256=HERE.sha256)
    same_url = replace(ARTICLE, id="urn:uuid:b", uri="https://post.example/ferry")
    other = replace(ARTICLE, id="urn:uuid:c", created="", modified="")
    items = [Item(_note(n, "ferry"), a) for n, a in enumerate((same_text, same_url, other))]
    found = plan(items, known={}, articles=[HERE], texts={}, now=NOW)
    assert [n.article for n in found.annotations] == [HERE.id, HERE.id, "urn:uuid:c"]
    assert found.articles == (replace(other, created=NOW, modified=NOW),)


def test_without_the_text_things_stay_as_they_came() -> None:
    """What another Pullquote resolved is kept until the article is opened."""
    item = ITEMS[0]
    found = plan([item], known={}, articles=[item.article], texts={}, now=NOW)
    assert found.annotations == (item.annotation,)


def test_without_the_text_no_place_of_another_text_is_taken() -> None:
    """A place counts only in the text it was found in; what was marked in the text that the article has is placed by that."""
    made = replace(_note(1, "The bridge"), state="orphan", score=0.0, start=None, end=None)
    elsewhere = replace(made, id="urn:uuid:2", anchor=replace(made.anchor, sha256="cd" * 32), start=5, end=15)
    bare = replace(made, id="urn:uuid:3", anchor=replace(made.anchor, sha256=""))
    here, other = replace(HERE, id="urn:uuid:theirs"), replace(HERE, id="urn:uuid:old", sha256="cd" * 32)
    items = [Item(made, here), Item(elsewhere, other), Item(bare, replace(other, sha256=""))]
    found = plan(items, known={}, articles=[HERE], texts={}, now=NOW)
    assert [(n.article, n.state, n.start, n.end) for n in found.annotations] == [
        (HERE.id, "exact", 34, 44),
        (HERE.id, "ambiguous", None, None),
        (HERE.id, "ambiguous", None, None),
    ]
    assert found.summary() == "3 new, 2 to be placed when the article is opened."


@pytest.mark.parametrize(
    ("state", "start", "end"),
    [("exact", 10, 4), ("exact", 10, 10_000_000), ("moved", -3, 4), ("moved", 3, None)],
)
def test_without_the_text_no_impossible_place_is_taken(state: State, start: int, end: int | None) -> None:
    """Protects the margin and the scripts that read places from what a broken file says of them."""
    made = replace(_note(1, "The bridge"), state=state, start=start, end=end)
    found = plan([Item(made, HERE)], known={}, articles=[HERE], texts={}, now=NOW)
    assert [(n.state, n.start, n.end) for n in found.annotations] == [("ambiguous", None, None)]


def test_an_orphan_has_no_place() -> None:
    """Protects the contract: what is not in the text stands nowhere in it."""
    lost = replace(_note(1, "The bridge"), state="orphan", start=3, end=13)
    found = plan([Item(lost, HERE)], known={}, articles=[HERE], texts={}, now=NOW)
    assert [(n.state, n.start, n.end) for n in found.annotations] == [("orphan", None, None)]


def test_words_without_surroundings() -> None:
    """A bare quote is placed where it stands once, and asked about where it stands twice; then it is anchored here."""
    once = replace(_note(1, ""), anchor=Anchor("The bridge is closed", "", "", 0, 20, ""))
    twice = replace(_note(2, ""), anchor=Anchor("ferry", "", "", 0, 5, ""))
    first, second = _plan(once, twice).annotations
    assert (first.state, first.start, first.anchor) == ("exact", 34, make(TEXT, 34, 54))
    assert second.state in ("ambiguous", "orphan")


def test_a_position_without_words() -> None:
    """It is certain in the very text it was counted in, else the reader is asked."""
    sure = replace(_note(1, ""), anchor=Anchor("", "", "", 4, 9, sha256(TEXT)))
    unsure = replace(_note(2, ""), anchor=Anchor("", "", "", 4, 9, "cd" * 32))
    first, second = _plan(sure, unsure).annotations
    assert (first.state, first.anchor.exact, first.start, first.end) == ("exact", "ferry", 4, 9)
    assert (second.state, second.score, second.anchor.exact) == ("ambiguous", 0.5, "ferry")


def test_what_has_no_time_gets_this_one() -> None:
    """Lists sort by time, so every row has one."""
    [note] = _plan(_note(1, "ferry", created="", modified="")).annotations
    assert (note.created, note.modified) == (NOW, NOW)


def test_what_came_without_its_text_or_a_time_is_known_again() -> None:
    """Another program's file, taken in twice: its bare quotes and positions were anchored here, and stay what they are."""
    given = (
        replace(
            _note(1, "", created="", modified=""), anchor=Anchor("The  bridge is closed", "", "", 0, 21, "")
        ),
        replace(_note(2, "", created="", modified=""), anchor=Anchor("", "", "", 4, 9, "")),
        replace(_note(3, ""), anchor=Anchor("every ten minutes", "", "", 0, 17, "")),
    )
    known = _plan(*given).annotations
    again = plan([Item(note, ARTICLE) for note in given], **_here(known), now="2026-06-01T12:00:00Z")
    assert (again.summary(), again.annotations) == ("3 here already.", ())


def test_what_has_no_time_changes_nothing_here() -> None:
    """A file without times, taken in again, does not undo what the reader wrote since."""
    bare = _note(1, "The bridge", created="", modified="")
    [taken] = _plan(bare).annotations
    written = replace(taken, note="mine", modified="2026-05-02T12:00:00Z")
    again = plan([Item(bare, ARTICLE)], **_here((written,)), now="2026-06-01T12:00:00Z")
    assert (again.summary(), again.annotations) == ("1 older than here.", ())


def test_who_says_it_is_no_news() -> None:
    """A format without a place for the speaker does not make a note that comes back another one."""
    here = replace(_note(1, "The bridge"), article=HERE.id, speaker="Ruth Abara", statement=(34, 54))
    assert _plan(replace(here, speaker=None, statement=None), known=(here,)).summary() == "1 here already."


@given(st.lists(annotations(ARTICLE), max_size=5), st.lists(annotations(ARTICLE), max_size=3))
def test_importing_twice_is_importing_once(given: list[Annotation], before: list[Annotation]) -> None:
    """Every id has one fate, and a second import of the same finds nothing to take."""
    known = {note.id: replace(note, article=HERE.id) for note in before}
    first = _plan(*given, known=tuple(known.values()))
    assert {key for key, _ in first.fates} == {note.id for note in given}
    known.update({note.id: note for note in first.annotations})
    assert _plan(*given, known=tuple(known.values())).annotations == ()
