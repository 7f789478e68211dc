"""From one screen and one article to another, in the app: all notes, the orphan desk, the desk; what is kept on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from annotations.anchor import make
from annotations.model import Annotation, DocumentRef
from annotations.store import Store
from annotations.text import sha256
from reader.ui.screens.all_notes import AllNotes
from reader.ui.screens.desk import Desk
from reader.ui.screens.orphans import OrphanDesk
from tests.reader.ui.conftest import ARTICLE, Reader, article, marked, on_screen, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import PullquoteApp

OTHER = """The school roof leaks

The roof of the old school leaks again, said Tom Okafor. "Bring a bucket," he added.
"""


async def settle(app: PullquoteApp, pilot: Pilot[None]) -> None:
    for _ in range(3):
        await app.workers.wait_for_complete()
        await pilot.pause()


def test_a_query_in_all_notes_leads_to_a_passage_of_another_article(reader: Reader) -> None:
    """`A`, a query, `enter`: the other article opens at the note's place; its colour and tags are known there."""
    (reader.folder / "school.txt").write_text(OTHER, encoding="utf-8")

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("}", "t", *"harbour", "enter", "}", "3")
        app.elsewhere.open(str(reader.folder / "school.txt"))
        await settle(app, pilot)
        assert "Bring a bucket" in on_screen(app)
        await pilot.press("}", "h", "t", *"har")
        await settle(app, pilot)
        await pilot.press("right")
        assert app.screen.query_one(Input).value == "harbour"
        await pilot.press("ctrl+s")
        (mark,) = article(app).session.notes.annotations
        assert (mark.colour, mark.tags) == ("green", ("harbour",))
        await pilot.press("A")
        await settle(app, pilot)
        assert isinstance(app.screen, AllNotes)
        await pilot.press("slash", *"tag:harbour", "space", *"council", "enter")
        await settle(app, pilot)
        assert "not pay twice" in on_screen(app)
        assert article(app).sheet.cursor == ARTICLE.index("The council will")
        await pilot.press("A", "q")
        await settle(app, pilot)
        assert article(app).sheet.cursor == ARTICLE.index("The council will")

    reader(script)


def test_all_notes_lead_to_where_a_note_stands_now(reader: Reader) -> None:
    """The other article changed while it was closed: the cursor stands on the note's passage, not where that was."""
    path = reader.folder / "school.txt"
    path.write_text(OTHER, encoding="utf-8")

    async def mark(app: PullquoteApp, pilot: Pilot[None]) -> None:
        app.elsewhere.open(str(path))
        await settle(app, pilot)
        at = OTHER.index("Bring a bucket")
        article(app).session.notes.annotate(at, at + 14)

    async def follow(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("A")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        sheet = article(app).sheet
        assert sheet.text[sheet.cursor :].startswith("Bring a bucket")
        assert not article(app).jumps.offsets

    reader(mark)
    head, tail = OTHER.split("\n\n")
    path.write_text(
        "\n\n".join([head, *(f"{n} more pupils stay at home." for n in range(20)), tail]), encoding="utf-8"
    )
    reader(follow)


def test_a_note_on_an_article_that_was_piped_in_is_followed(reader: Reader) -> None:
    """It lies nowhere: its kept text is opened, with the note; where none was kept, a sentence says what to do."""
    uri = f"urn:sha256:{sha256(OTHER)}"
    at = OTHER.index("Bring a bucket")
    store = Store(reader.folder / reader.store)
    note = Annotation("urn:uuid:n", "urn:uuid:a", make(OTHER, at, at + 14), start=at, end=at + 14)
    with store.transaction("") as change:
        change.put(DocumentRef("urn:uuid:a", uri, sha256(OTHER), title="The roof"))
        change.put(note)
    store.close()

    async def follow(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("A")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        if article(app).session.document.text == ARTICLE:
            assert "came from standard input and its text was not kept" in " ".join(on_screen(app).split())
            app.keeper.do(lambda store: store.keep_text(OTHER))
            await follow(app, pilot)
            return
        sheet = article(app).sheet
        assert sheet.text == OTHER
        assert sheet.cursor == at
        assert [row.id for row in article(app).session.notes.annotations] == [note.id]
        assert "shown as it was kept" in on_screen(app)

    reader(follow)


def test_a_note_on_a_file_that_holds_another_article_now_is_told(reader: Reader) -> None:
    """The cursor is not put somewhere in a text that the note was never on."""
    path = reader.folder / "school.txt"
    path.write_text(OTHER, encoding="utf-8")

    async def mark(app: PullquoteApp, pilot: Pilot[None]) -> None:
        app.elsewhere.open(str(path))
        await settle(app, pilot)
        article(app).session.notes.annotate(0, 5)

    async def follow(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("A")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "this note is not on the article that lies there now" in on_screen(app)

    reader(mark)
    path.write_text(
        "Snow on the pass\n\nNobody crossed the mountains in the night to Sunday.\n", encoding="utf-8"
    )
    reader(follow)


def test_a_lost_note_is_given_its_place_by_hand(reader: Reader) -> None:
    """`R`, `v`, a selection, `enter`: the note stands there, and undo makes it an orphan again."""
    lost = ARTICLE.index("The council will")

    async def mark(app: PullquoteApp, pilot: Pilot[None]) -> None:
        article(app).session.notes.annotate(lost, ARTICLE.index(" It met at noon"), note="twice?")

    async def place(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("R")
        await settle(app, pilot)
        assert isinstance(app.screen, OrphanDesk)
        await pilot.press("v")
        await settle(app, pilot)
        assert "choose its passage" in shown(app)[-2]
        article(app).sheet.selected = None
        sheet = article(app).sheet
        start = sheet.text.index("Nothing of the kind")
        sheet.select(start, start + 7, article(app).session.notes.orphans[0].id)
        await pilot.press("w", "w", "enter")
        (note,) = article(app).session.notes.annotations
        assert (note.state, sheet.text[note.start or 0 : note.end]) == ("exact", "Nothing of the")
        assert "attached" in shown(app)[-2]
        await pilot.press("u")
        assert [a.state for a in article(app).session.notes.annotations] == ["orphan"]
        assert "undid: re-attachment" in shown(app)[-2]

    reader(mark)
    reader.text = ARTICLE.replace(ARTICLE[lost : ARTICLE.index(" It met at noon")], "Nothing of the kind.")
    reader(place)


def test_place_and_way_back_are_kept_for_each_article(reader: Reader) -> None:
    """Where one was, and where one had jumped from, are there in the next sitting."""

    async def first(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("}", "}", "G", "k")

    async def second(app: PullquoteApp, pilot: Pilot[None]) -> None:
        sheet = article(app).sheet
        assert sheet.cursor > ARTICLE.index("Tom Okafor")
        await pilot.press("ctrl+o")
        assert sheet.boundaries.paragraph(sheet.cursor).start == ARTICLE.index("She said")

    reader(first)
    reader(second)


def test_the_desk_leads_to_another_article_and_q_back(reader: Reader) -> None:
    """`O` lists what was read last; `q` closes it again, and quits from the article."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("}", "h", "O")
        await settle(app, pilot)
        assert isinstance(app.screen, Desk)
        assert "1 highlight" in on_screen(app)
        await pilot.press("q")
        await settle(app, pilot)
        assert marked(app)
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running or app.return_code == 0

    reader(script)
