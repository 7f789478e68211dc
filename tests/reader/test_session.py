"""The session: what the reader does is shown at once, is in the store, can be undone, and is found again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.store import Store
from annotations.text import sha256
from reader.background import InPlace, Keeper
from reader.document.model import Document
from reader.saving import Change
from reader.session import Session
from reader.study import Again

TEXT = (
    "The harbour will close on Friday.\n\n"
    '"We have no choice," said Ana Ruiz, the mayor of the town.\n\n'
    "Fishermen say they were not asked.\n"
)

Open = Callable[..., Session]


@pytest.fixture
def open_session(tmp_path: Path) -> Open:
    """Opens the article, as a new start of the app would, on one store."""

    def start(text: str = TEXT, source: str = "harbour.txt") -> Session:
        changes: list[Change] = []
        keeper = Keeper(lambda: Store(tmp_path / "annotations.json"))
        session = Session(
            Document(str(tmp_path / source), text, sha256(text)), keeper, InPlace(), changes.append
        )
        session.changes = changes  # type: ignore[attr-defined]
        session.start()
        return session

    return start


class Waiting(Keeper):
    """A keeper whose jobs wait until the test has them done, each in its turn."""

    def __init__(self, path: Path) -> None:
        super().__init__(lambda: Store(path))
        self.jobs: list[Callable[[], None]] = []

    def do(self, *job: Any) -> None:
        self.jobs.append(lambda: super(Waiting, self).do(*job))

    def finish(self, jobs: int = 100) -> None:
        """Do so many jobs, those that come up meanwhile among them."""
        while self.jobs and jobs:
            jobs -= 1
            self.jobs.pop(0)()


@pytest.fixture
def waiting(open_session: Open, tmp_path: Path) -> tuple[Waiting, Session]:
    """An article with a note at its start and one at its end, being opened at its start."""
    before = open_session()
    before.notes.annotate(0, 11, note="first")
    before.notes.annotate(98, 107, note="last")
    keeper = Waiting(tmp_path / "annotations.json")
    session = Session(before.document, keeper, InPlace())
    session.start((0, 40))
    return keeper, session


def said(session: Session) -> list[str]:
    return [c.message for c in session.changes if c.message]  # type: ignore[attr-defined]


def test_an_annotation_is_there_on_reopening(open_session: Open) -> None:
    """What was marked is shown by the next start, with words, colour, note and tags."""
    session = open_session()
    session.notes.annotate(0, 33, colour="red", note="check the date", tags=["date"])
    assert session.notes.status.state == "saved"
    (found,) = open_session().notes.annotations
    assert (found.anchor.exact, found.colour, found.note, found.tags, found.kind) == (
        *(TEXT[:33], "red", "check the date", ("date",), "note"),
    )
    assert (found.start, found.end, found.state) == (0, 33, "exact")


def test_everything_can_be_undone_and_done_again(open_session: Open) -> None:
    """Create, edit and delete go back one by one, across a restart too, and the reader is told which."""
    session = open_session()
    row = session.notes.annotate(0, 33)
    session.notes.edit(row.id, colour="green")
    session.notes.delete(row.id)
    assert session.notes.annotations == ()
    session.notes.undo()
    assert [a.colour for a in session.notes.annotations] == ["green"]
    session = open_session()
    session.notes.undo()
    assert [a.colour for a in session.notes.annotations] == ["yellow"]
    session.notes.undo()
    assert session.notes.annotations == ()
    session.notes.undo()
    assert said(session)[-1] == "nothing to undo"
    session.notes.redo()
    assert [a.colour for a in session.notes.annotations] == ["yellow"]
    assert said(session)[-1] == "did again: highlight"


def test_a_changed_article_keeps_its_notes(open_session: Open) -> None:
    """A paragraph above moves nothing; a passage that went is listed as an orphan, never dropped."""
    session = open_session()
    kept = session.notes.annotate(TEXT.index("Fishermen"), TEXT.index(" asked"))
    lost = session.notes.annotate(0, 33)
    changed = "A new first paragraph, by the editor.\n\n" + TEXT.split("\n\n", 1)[1]
    again = open_session(changed)
    found = again.notes.get(kept.id)
    assert found is not None
    assert changed[found.start : found.end] == kept.anchor.exact
    assert [a.id for a in again.notes.orphans] == [lost.id]
    assert again.notes.ref.earlier == (sha256(TEXT),)


def test_two_articles_of_one_name_do_not_mix(open_session: Open, tmp_path: Path) -> None:
    """Another text in another folder has no notes of this one's."""
    open_session().notes.annotate(0, 10)
    (tmp_path / "other").mkdir()
    other = open_session("Another article altogether.\n", "other/harbour.txt")
    assert other.notes.annotations == ()


def test_another_article_saved_over_a_file_is_another_article(open_session: Open) -> None:
    """A daily file of one name holds another story each day; yesterday's notes stay with yesterday's text."""
    open_session().notes.annotate(0, 33)
    other = open_session("A ship ran aground.\n\nDivers will look at her hull when the wind has dropped.\n")
    assert other.notes.annotations == ()
    other.notes.annotate(0, 19)
    assert [a.anchor.exact for a in open_session().notes.annotations] == ["The harbour will close on Friday."]


def test_a_renamed_article_keeps_its_notes(open_session: Open) -> None:
    """The text is the same, so it is the same article."""
    open_session().notes.annotate(0, 10)
    assert len(open_session(source="renamed.txt").notes.annotations) == 1


def test_a_letter_marks_one_place(open_session: Open) -> None:
    """Setting a bookmark again moves it."""
    session = open_session()
    session.notes.annotate(0, 3, mark="a")
    session.notes.annotate(40, 44, mark="a")
    assert [a.start for a in session.notes.annotations if a.mark == "a"] == [40]


def test_reloading_keeps_the_notes_in_place(open_session: Open) -> None:
    """The file changed while it was open: the text is new, the note stands at its words."""
    session = open_session()
    row = session.notes.annotate(TEXT.index("Fishermen"), TEXT.index(" asked"))
    text = "Good morning.\n\n" + TEXT
    session.reload(Document(session.document.source, text, sha256(text)))
    found = session.notes.get(row.id)
    assert found is not None
    assert text[found.start : found.end] == row.anchor.exact
    assert "the article changed and was read again" in said(session)


def test_what_is_done_while_a_new_text_is_studied_goes_along(open_session: Open) -> None:
    """A note that was made, one that was changed, one that was deleted and a correction meanwhile: all as they are now."""
    session = open_session()
    kept = session.notes.annotate(0, 11)
    gone = session.notes.annotate(12, 33)
    text = "Good morning.\n\n" + TEXT
    arrived: list[Again | None] = []
    document = Document(session.document.source, text, sha256(text))
    session.study_again(document, arrived.append)
    late = session.notes.annotate(TEXT.index("Fishermen"), TEXT.index(" asked"))
    session.notes.edit(kept.id, note="why then?")
    session.notes.delete(gone.id)
    session.notes.correct("speaker", start=TEXT.index('"We'), end=TEXT.index(" said"), value="Bo Lind")
    session.reload(document, arrived[0])
    found = {a.id: (text[a.start or 0 : a.end], a.note) for a in session.notes.annotations}
    assert found == {kept.id: ("The harbour", "why then?"), late.id: (late.anchor.exact, "")}
    assert session.analysis.statements[0].speaker == "Bo Lind"
    assert session.analysed


def test_a_study_that_fails_shows_the_new_text_all_the_same(
    open_session: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the new text does to the analysis, it is read."""
    session = open_session()
    row = session.notes.annotate(TEXT.index("Fishermen"), TEXT.index(" asked"))
    text = "Good morning.\n\n" + TEXT
    document = Document(session.document.source, text, sha256(text))
    monkeypatch.setattr("reader.session.study_again", lambda *_: 1 / 0)
    session.study_again(document, lambda again: session.reload(document, again))
    found = session.notes.get(row.id)
    assert session.document is document
    assert found is not None
    assert text[found.start : found.end] == row.anchor.exact


def test_a_block_correction_lasts(open_session: Open) -> None:
    """The reader's word on a block holds after a restart, and can be undone."""
    session = open_session()
    block = session.blocks[0]
    session.notes.correct("block", start=block.start, end=block.end, value="promo")
    assert session.blocks[0].kind == "promo"
    session = open_session()
    assert session.blocks[0].kind == "promo"
    session.notes.undo()
    assert session.blocks[0].kind == block.kind


def test_two_windows_on_a_new_article_share_it(open_session: Open) -> None:
    """Neither knows the article when it opens; what each marks is seen by the other, and by the next start."""
    one, other = open_session(), open_session()
    one.notes.annotate(0, 11)
    other.notes.annotate(12, 33)
    one.notes.look_around()
    assert [a.start for a in one.notes.annotations] == [0, 12]
    assert [a.start for a in other.notes.annotations] == [0, 12]
    assert len(open_session().notes.annotations) == 2


def test_a_window_changes_only_what_it_was_asked_to(open_session: Open) -> None:
    """A colour that one window gives leaves the note that another wrote since, and does not bring back what it deleted."""
    first = open_session()
    kept, gone = first.notes.annotate(0, 11), first.notes.annotate(12, 33)
    other = open_session()
    first.notes.edit(kept.id, note="mine", tags=("a",))
    first.notes.delete(gone.id)
    other.notes.edit(kept.id, colour="red")
    other.notes.edit(gone.id, colour="red")
    found = [(a.id, a.note, a.tags, a.colour) for a in open_session().notes.annotations]
    assert found == [(kept.id, "mine", ("a",), "red")]


def test_an_edit_keeps_when_a_note_was_made(open_session: Open) -> None:
    """The time of making is what queries and exports go by; an edit in the same sitting leaves it."""
    session = open_session()
    made = session.notes.annotate(0, 33)
    session.notes.edit(made.id, colour="green")
    (found,) = open_session().notes.annotations
    assert found.created == made.created
    assert found.modified >= found.created


def test_the_notes_in_sight_come_first(waiting: tuple[Waiting, Session]) -> None:
    """The reader need not wait for the notes that are far away; soon all are there."""
    keeper, session = waiting
    keeper.finish(1)
    assert [a.note for a in session.notes.annotations] == ["first"]
    assert not session.notes.loaded
    assert not session.notes.placed.whole
    keeper.finish()
    assert [a.note for a in session.notes.annotations] == ["first", "last"]
    assert session.notes.loaded
    assert session.notes.placed.whole


def test_what_is_done_before_all_notes_are_there_is_kept(
    waiting: tuple[Waiting, Session], open_session: Open
) -> None:
    """An edit, a deletion and a new note among the first notes are neither undone nor in the others' way."""
    keeper, session = waiting
    keeper.finish(1)
    (first,) = session.notes.annotations
    session.notes.edit(first.id, note="changed")
    session.notes.annotate(16, 21, note="new")
    keeper.finish(1)
    session.notes.annotate(20, 33, note="later")
    assert {"changed", "new", "later"} <= {a.note for a in session.notes.annotations}
    keeper.finish()
    assert [a.note for a in session.notes.annotations] == ["changed", "new", "later", "last"]
    session.notes.delete(first.id)
    keeper.finish()
    keeper.close()
    assert [a.note for a in open_session().notes.annotations] == ["new", "later", "last"]


def test_a_mark_made_before_any_note_is_there_stays_in_sight(waiting: tuple[Waiting, Session]) -> None:
    """The first look at the store does not take away what the reader did while it was under way."""
    keeper, session = waiting
    session.notes.annotate(16, 21, note="new")
    keeper.finish(1)
    assert "new" in {a.note for a in session.notes.annotations}
    keeper.finish()
    assert [a.note for a in session.notes.annotations] == ["first", "new", "last"]


def test_a_correction_that_lost_its_place_is_told(open_session: Open) -> None:
    """It changes nothing any more, so the reader hears of it, once, by what it said and on which words."""
    session = open_session()
    first, last = TEXT.index('"We'), TEXT.index("Fishermen")
    session.notes.correct("speaker", start=first, end=TEXT.index(" said"), value="Bo Lind")
    session.notes.correct("speaker", start=last, end=len(TEXT) - 1, value="Jo Vane")
    text = TEXT.replace(TEXT[first:last], "")
    session.reload(Document(session.document.source, text, sha256(text)))
    assert said(session)[-1] == '1 correction lost its place: said by Bo Lind, on “"We have no choice,"”'
    assert [s.speaker for s in session.analysis.statements] == ["Jo Vane"]
    assert not any("lost" in message for message in said(open_session(text)))


def test_undo_says_which_correction_it_took_back(open_session: Open) -> None:
    """Several were made one after the other: each says what it was."""
    session = open_session()
    session.notes.correct("statement", start=0, end=33, value="Bo Lind")
    session.notes.correct("rename", old="Ana Ruiz", value="Ana de Ruiz")
    session.notes.correct("dismiss", start=0, end=33)
    session.notes.undo()
    assert said(session)[-1] == "undid: correction, no statement"
    session.notes.undo()
    assert said(session)[-1] == "undid: correction, Ana Ruiz is now called Ana de Ruiz"
    session.notes.undo()
    assert said(session)[-1] == "undid: correction, a statement by Bo Lind"
