"""The screens beside the reading screen: the desk, all notes, the orphan desk; each alone, as a reader would use it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.color import Color
from textual.pilot import Pilot

from annotations.anchor import make
from annotations.model import Annotation, DocumentRef
from annotations.store import Store
from annotations.text import sha256
from reader.background import InPlace, Keeper
from reader.document.model import Document
from reader.library import Library
from reader.session import Session
from reader.ui.screens.all_notes import AllNotes, Found
from reader.ui.screens.desk import Desk
from reader.ui.screens.orphans import ByHand, OrphanDesk
from reader.ui.theme import Look

LOOK = Look(Color(220, 220, 220), Color(20, 20, 20))
Script = Callable[[App[Any], Pilot[Any]], Awaitable[None]]


def sit(screen: Any, script: Script, size: tuple[int, int] = (100, 24)) -> list[Any]:
    """Show a screen, do what the script says, and give back what the screen gave back."""
    given: list[Any] = []

    class Alone(App[None]):
        CSS_PATH = str(Path(__file__).parents[3] / "reader" / "ui" / "reader.tcss")

        def on_mount(self) -> None:
            self.push_screen(screen, given.append)

    async def sitting() -> None:
        app = Alone()
        async with app.run_test(size=size) as pilot:
            await settle(app, pilot)
            await script(app, pilot)
            await settle(app, pilot)

    asyncio.run(sitting())
    return given


async def settle(app: App[Any], pilot: Pilot[Any]) -> None:
    for _ in range(4):
        await app.workers.wait_for_complete()
        await pilot.pause()


def rows(app: App[Any]) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def desk(tmp_path: Path, **known: Any) -> Desk:
    for name, title in (
        ("a", "Ferry fares rise again in June"),
        ("b", "School roof [leaks] after the storm"),
        ("c", "Mayor resigns over ferry vote"),
    ):
        (tmp_path / f"{name}.txt").write_text(
            f"{title}\n\nBy Ana Ruiz\n\nIt happened on Monday, said Tom Okafor.\n"
        )
    return Desk(LOOK, Library(), [str(tmp_path)], "A folder", read={}, **known)


def test_the_desk_lists_what_is_in_the_folder_and_opens_it(tmp_path: Path) -> None:
    """Titles fill in; typing narrows; enter gives back the path."""

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        assert "School roof [leaks]" in rows(app)
        assert "3 articles" in rows(app)
        await pilot.press(*"mayor")
        await settle(app, pilot)
        assert "School roof" not in rows(app)
        await pilot.press("enter")

    assert sit(desk(tmp_path), script) == [str(tmp_path / "c.txt")]


def test_the_foot_shows_the_keys_that_work(tmp_path: Path) -> None:
    """While letters are typed into the line none of them closes or moves, and the foot does not say so."""

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        assert "q close" in rows(app)
        await pilot.press("slash")
        await settle(app, pilot)
        assert "esc whole list" in rows(app)
        assert "q close" not in rows(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert "q close" in rows(app)

    sit(desk(tmp_path), script)


def test_no_file_name_commands_the_terminal(tmp_path: Path) -> None:
    """Names and reasons are shown as text, whatever is in them."""
    (tmp_path / "x\x1b]0;owned\x07.txt").write_bytes(b"")

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        assert not {"\x1b", "\x07"} & {*rows(app)}
        assert "x\ufffd]0;owned\ufffd.txt: it is empty" in rows(app)
        assert "Ferry fares rise" in rows(app)

    sit(desk(tmp_path), script)


def many(folder: Path, count: int) -> str:
    """A folder of notes with their own titles."""
    for number in range(count):
        (folder / f"{number:03}.md").write_text(f"# Ferry number {number}\n\nIt sails.\n")
    return str(folder)


def test_the_desk_fills_in_what_is_not_on_the_screen(tmp_path: Path) -> None:
    """All titles come in the end, those off the screen from another process, and are kept for the next time."""
    (tmp_path / "in").mkdir()
    library = Library(tmp_path / "cache")
    worker = InPlace()
    asked: list[int] = []

    def run(work: Any, *args: Any, **after: Any) -> None:
        asked.append(len(args[0]))
        InPlace.run(worker, work, *args, **after)

    worker.run = run  # type: ignore[method-assign]
    screen = Desk(LOOK, library, [many(tmp_path / "in", 250)], "A folder", read={}, worker=worker)

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press(*"number 249")
        await settle(app, pilot)
        assert "Ferry number 249" in rows(app)

    sit(screen, script)
    assert sum(asked) > 200
    assert all(entry.title for entry in Library(tmp_path / "cache").listed([str(tmp_path / "in")]))


def test_the_desk_lives_on_without_its_process(tmp_path: Path) -> None:
    """A file that brings the process down leaves names in the list, and the reader at the desk."""
    worker = InPlace()
    worker.run = lambda work, *args, then, failed: failed(EOFError())  # type: ignore[method-assign]
    screen = Desk(LOOK, Library(), [many(tmp_path, 60)], "A folder", read={}, worker=worker)

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        assert "Ferry number 3" in rows(app)
        await pilot.press(*"059")
        await settle(app, pilot)
        assert "059.md" in rows(app)
        await pilot.press("enter")

    assert sit(screen, script) == [str(tmp_path / "059.md")]


def test_the_desk_is_left_in_two_steps(tmp_path: Path) -> None:
    """Escape clears what was typed first, and leaves then."""

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("z", "z", "z")
        await settle(app, pilot)
        assert "nothing matches" in rows(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert "Ferry fares rise" in rows(app)
        await pilot.press("escape")

    assert sit(desk(tmp_path), script) == [None]


def test_the_desk_begins_on_the_article_that_was_open(tmp_path: Path) -> None:
    """Who works through a long folder goes on where he was, and not at its top."""

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("down", "enter")

    (tmp_path / "in").mkdir()
    folder = many(tmp_path / "in", 90)
    screen = Desk(LOOK, Library(), [folder], "A folder", read={}, at=f"{folder}/070.md")
    assert sit(screen, script) == [f"{folder}/071.md"]


def test_the_desk_sorts_and_is_clicked(tmp_path: Path) -> None:
    """Tab sorts by title; a click opens what it is on."""

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("tab", "down")
        await settle(app, pilot)
        assert "by title" in rows(app)
        row = next(y for y, line in enumerate(rows(app).split("\n")) if "School roof" in line)
        await pilot.click(offset=(10, row))

    assert sit(desk(tmp_path), script, (60, 20)) == [str(tmp_path / "b.txt")]


def found(number: int, article: DocumentRef, exact: str, **fields: Any) -> Found:
    anchor = make(exact, 0, len(exact))
    return Found(Annotation(f"urn:uuid:{number}", article.id, anchor, **fields), article)


def test_all_notes_answer_a_query() -> None:
    """Notes stand under their articles; a query narrows them; enter goes to one; a bad query is said, not raised."""
    ferry = DocumentRef("f", "file:///ferry.txt", "", title="Ferry fares rise")
    school = DocumentRef("s", "file:///school.txt", "", title="School roof leaks")
    notes = [
        found(1, ferry, "Fares rise", note="why [now]?", tags=("money",), speaker="Ana Ruiz"),
        found(2, ferry, "in June", state="orphan"),
        found(3, school, "The roof leaks", colour="red"),
    ]

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        assert "why [now]?" in rows(app)
        assert "Ferry fares rise" in rows(app)
        await pilot.press(*"is:nonsense")
        await settle(app, pilot)
        assert "not understood" in rows(app)
        await pilot.press("escape")
        await pilot.press(*"colour:red")
        await settle(app, pilot)
        assert "1 of 3" in rows(app)
        assert "Ferry fares rise" not in rows(app)
        await pilot.press("enter")

    assert sit(AllNotes(LOOK, notes, {}), script) == [notes[2]]


OLD = (
    "The council met on Monday in the old school.\n\n"
    "The mayor said the company had known about the cracks since 2019 and had told nobody.\n\n"
    "Reporters were asked to leave at nine.\n"
)
NEW = OLD.replace(
    OLD.split("\n\n")[1], "Ana Ruiz says no such thing was ever put to members, who were told nothing."
)


def orphaned(tmp_path: Path) -> Session:
    """An article that was marked and then rewritten, so that the note has no place."""
    for text in (OLD, NEW):
        session = Session(
            Document(str(tmp_path / "a.txt"), text, sha256(text)),
            Keeper(lambda: Store(tmp_path / "annotations.json")),
            InPlace(),
        )
        session.start()
        if text == OLD:
            session.notes.annotate(OLD.index("The mayor"), OLD.index("\n\nReporters"), note="who knew?")
    return session


def test_an_orphan_is_attached_in_two_keys(tmp_path: Path) -> None:
    """Old and new stand side by side; enter attaches the note to the place shown, and it can be undone."""
    session = orphaned(tmp_path)
    assert [a.state for a in session.notes.annotations] == ["orphan"]

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        assert "who knew?" in rows(app)
        assert "told nobody" in rows(app)
        assert "was ever put to" in rows(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "attached" in rows(app)

    desk = OrphanDesk(session, LOOK, {sha256(OLD): OLD})
    sit(desk, script)
    (note,) = session.notes.annotations
    assert (note.state, NEW[note.start : note.end]) == ("exact", NEW.split("\n\n")[1])
    session.notes.undo()
    assert [a.state for a in session.notes.annotations] == ["orphan"]


def test_an_orphan_is_kept_deleted_or_chosen_by_hand(tmp_path: Path) -> None:
    """Nothing is ever thrown away without being asked."""
    session = orphaned(tmp_path)

    async def by_hand(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press(".", "v")

    (given,) = sit(OrphanDesk(session, LOOK, {}), by_hand, (80, 24))
    assert isinstance(given, ByHand)

    async def delete(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("x")
        await settle(app, pilot)
        assert "no note is without its place" in rows(app)
        await pilot.press("escape")

    assert sit(OrphanDesk(session, LOOK, {}), delete) == [None]
    assert session.notes.annotations == ()


def test_each_of_several_orphans_is_dealt_with_alone(tmp_path: Path) -> None:
    """One key settles one note; the others stay on the desk, with a listening app as well as alone."""
    for text in (OLD, NEW):
        desk: list[OrphanDesk] = []
        session = Session(
            Document(str(tmp_path / "a.txt"), text, sha256(text)),
            Keeper(lambda: Store(tmp_path / "annotations.json")),
            InPlace(),
            lambda change, desk=desk: [d.changed() for d in desk if d.is_mounted] and None,  # type: ignore[misc]
        )
        session.start()
        if text == OLD:
            first = OLD.index("The mayor")
            session.notes.annotate(first, first + 38, note="one")
            session.notes.annotate(first + 39, OLD.index("\n\nReporters"), note="two")
    lost = [note.id for note in session.notes.orphans]
    assert len(lost) == 2
    desk.append(OrphanDesk(session, LOOK, {sha256(OLD): OLD}))

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("enter")
        await settle(app, pilot)
        assert "1 of 1" in rows(app)
        await pilot.press("x")
        await settle(app, pilot)
        assert "no note is without its place" in rows(app)

    sit(desk[0], script)
    assert [(a.id, a.state) for a in session.notes.annotations] == [(lost[0], "exact")]


def test_a_list_has_the_keys_until_its_line_is_begun(tmp_path: Path) -> None:
    """`j` and `k` move, `q` closes; `/` begins the line, which takes those letters too; `escape` ends it."""

    async def closed(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("j", "k", "j", "q")

    assert sit(desk(tmp_path), closed) == [None]

    async def typed(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("slash", *"quake")
        await settle(app, pilot)
        assert "nothing matches" in rows(app)
        await pilot.press("escape", "j", "j")
        await settle(app, pilot)
        assert "› Mayor resigns" in rows(app)
        await pilot.press("enter")

    assert sit(desk(tmp_path), typed) == [str(tmp_path / "c.txt")]

    async def all_closed(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.press("q")

    assert sit(AllNotes(LOOK, [], {}), all_closed) == [None]


def test_the_foot_of_a_list_and_of_the_orphan_desk_is_clicked(tmp_path: Path) -> None:
    """By mouse alone one sorts, opens the line, and gets back."""

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        def foot(word: str) -> tuple[int, int]:
            return rows(app).split("\n")[-1].index(word), 23

        await pilot.click(offset=foot("sort"))
        await settle(app, pilot)
        assert "by title" in rows(app)
        await pilot.click(offset=foot("close"))

    assert sit(desk(tmp_path), script) == [None]
    session = orphaned(tmp_path)

    async def attach(app: App[Any], pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(rows(app).split("\n")[-1].index("attach"), 23))
        await settle(app, pilot)
        assert "attached" in rows(app)

    sit(OrphanDesk(session, LOOK, {sha256(OLD): OLD}), attach)
    assert [a.state for a in session.notes.annotations] == ["exact"]


def test_the_passage_stands_out_on_the_orphan_desk_without_colour(tmp_path: Path) -> None:
    """Old and new passage each have rows of their own, and a bar beside them."""
    session = orphaned(tmp_path)

    async def script(app: App[Any], pilot: Pilot[Any]) -> None:
        sides = [row.split("│") for row in rows(app).split("\n") if "│" in row]
        for side, first, last in (
            (0, "The mayor said", "told nobody."),
            (1, "Ana Ruiz says", "told nothing."),
        ):
            barred = [row[side].strip() for row in sides if "▍" in row[side]]
            assert barred[0].startswith(f"▍ {first}")
            assert " ".join(row.lstrip("▍ ") for row in barred).endswith(last)

    sit(OrphanDesk(session, LOOK, {sha256(OLD): OLD}), script, (80, 24))

    async def small(app: App[Any], pilot: Pilot[Any]) -> None:
        sides = [row.split("│") for row in rows(app).split("\n") if "│" in row]
        assert [any("▍" in row[side] for row in sides) for side in (0, 1)] == [True, True]

    sit(OrphanDesk(session, LOOK, {sha256(OLD): OLD}), small, (40, 16))
