"""Marking, as a reader does it: notes with tags, drafts, reshaping, bookmarks, deletion, copying, export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.ui.app import PullquoteApp
from reader.ui.clipboard import for_tmux, hand_over, program
from reader.ui.screens.note import NoteEditor, tags_of
from tests.reader.ui.conftest import ARTICLE, Reader, article, marked, on_screen, shown

SHE = (
    "She said the ferry company had known about the cracks in the pier since 2019, "
    "and that its own engineers had warned it twice."
)


async def type_in(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if c == " " else c for c in text))


def test_a_note_with_tags_stands_beside_its_passage_and_comes_back(reader: Reader) -> None:
    """What is written is shown level with its passage, saved, and there on reopening."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "a")
        await type_in(pilot, "known since?")
        await pilot.press("tab")
        await type_in(pilot, "check #doubt")
        await pilot.press("ctrl+s")
        assert marked(app) == [("note", SHE, "known since?")]
        assert article(app).session.notes.annotations[0].tags == ("check", "doubt")
        assert article(app).session.notes.annotations[0].speaker == "Ana Ruiz"

    reader(script)

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        rows = on_screen(app).split("\n")
        row = next(row for row in rows if "She said the ferry" in row)
        assert row.endswith("known since?")

    reader(again)


def test_a_tag_is_added_to_those_there_are(reader: Reader) -> None:
    """Typing a tag never puts the others away."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "t", *"check", "enter")
        await pilot.press("t", *"budget", "enter")
        (note,) = article(app).session.notes.annotations
        assert note.tags == ("check", "budget")
        await pilot.press("a", "tab", "space", *"third", "enter")
        (note,) = article(app).session.notes.annotations
        assert note.tags == ("check", "budget", "third")

    reader(script)


def test_a_note_lands_on_its_words_though_the_article_changed_meanwhile(reader: Reader) -> None:
    """The editor is open, the file grows above the passage: the note is on the words that the editor showed."""
    from dataclasses import replace

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen = article(app)
        document = screen.session.document

        def change(text: str) -> None:
            screen.session.reload(replace(document, text=text, sha256=str(hash(text))))

        await pilot.press("s", "s", "a")
        await type_in(pilot, "since when?")
        change("A line that was added above.\n\n" + ARTICLE)
        await pilot.press("ctrl+s")
        here = screen.sheet.focus.sentence
        words = screen.sheet.text[here.start : here.end].strip()
        await pilot.press("m")
        change("Two lines.\n\n" + ARTICLE)
        await pilot.press("k")
        notes = screen.session.notes.annotations
        found = {(a.kind, screen.sheet.text[a.start or 0 : a.end]) for a in notes}
        assert found == {("note", SHE), ("bookmark", words)}

    reader(script)


def test_a_draft_is_offered_in_the_changed_article(reader: Reader) -> None:
    """What was typed is offered on its passage again, wherever that stands now."""

    async def begin(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "a")
        await type_in(pilot, "half a thought")
        await pilot.press("ctrl+q")

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "an unfinished note waits here" in on_screen(app)
        await pilot.press("a")
        assert app.screen.query_one(TextArea).text == "half a thought"
        await pilot.press("ctrl+s")
        (note,) = article(app).session.notes.annotations
        assert article(app).sheet.text[note.start or 0 : note.end] == SHE

    reader(begin)
    reader.text = "A line that was added above.\n\n" + ARTICLE
    reader(again)


def test_a_draft_says_what_it_is_and_can_be_given_up(reader: Reader) -> None:
    """The newest draft is offered first, it is told from what is saved, and `ctrl+r` brings that back."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "a")
        await type_in(pilot, "saved words")
        await pilot.press("ctrl+s", "a")
        await type_in(pilot, " and more")
        await pilot.press("escape", "s", "a")
        await type_in(pilot, "another")
        await pilot.press("escape")

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "2 unfinished notes, the newest here: “another”" in on_screen(app)
        await pilot.press("S", "a")
        assert app.screen.query_one(TextArea).text == "saved words and more"
        assert "a draft, not saved yet" in on_screen(app)
        await pilot.press("ctrl+r")
        assert app.screen.query_one(TextArea).text == "saved words"
        await pilot.press("escape", "a")
        assert app.screen.query_one(TextArea).text == "saved words"
        assert "a draft" not in on_screen(app).replace("as a draft", "")

    reader(script)
    reader(again)


def test_escape_keeps_a_draft_that_is_offered_again(reader: Reader) -> None:
    """What was typed is never lost: neither by escape nor by leaving the app."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "a")
        await type_in(pilot, "half a thou")
        await pilot.press("escape")
        assert marked(app) == []
        await pilot.press("a")
        assert app.screen.query_one(TextArea).text == "half a thou"
        await type_in(pilot, "ght")

    reader(script)

    async def again(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "an unfinished note waits here: “half a thought”" in on_screen(app)
        await pilot.press("a")
        assert app.screen.query_one(TextArea).text == "half a thought"
        await pilot.press("ctrl+s")
        assert marked(app) == [("note", SHE, "half a thought")]
        await pilot.press("q")

    reader(again)

    async def last(app: PullquoteApp, pilot: Pilot[None]) -> None:
        assert "unfinished" not in on_screen(app)

    reader(last)


def test_tags_are_ended_from_those_in_use(reader: Reader) -> None:
    """A tag is typed once; after that its first letters do."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "t")
        await type_in(pilot, "harbour")
        await pilot.press("ctrl+s", "s", "t")
        assert isinstance(app.screen, NoteEditor)
        await type_in(pilot, "har")
        await pilot.pause()
        await pilot.press("right")
        assert app.screen.query_one(Input).value == "harbour"

    reader(script)


def test_tags_are_read_as_people_type_them() -> None:
    """With the sign or without, by spaces or by commas."""
    assert tags_of("#check, doubt  check") == ("check", "doubt")


def test_reshaping_moves_an_end_and_keeps_the_note(reader: Reader) -> None:
    """A highlight's passage can be mended; escape leaves it as it was."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "h", "r", "o", "w", "w", "enter")
        start = ARTICLE.index(SHE)
        assert [(a.start, a.end) for a in article(app).session.notes.annotations] == [
            (start + len("She said"), start + len(SHE))
        ] or ARTICLE[article(app).session.notes.annotations[0].start or 0 :].lstrip().startswith("the ferry")
        before = marked(app)
        await pilot.press("r", "right", "right", "escape")
        assert marked(app) == before

    reader(script)


def test_a_bookmark_is_set_and_gone_to_by_its_letter(reader: Reader) -> None:
    """`m` and a letter, `'` and the letter; a click or another key ends the waiting."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "m")
        assert "a letter for the bookmark" in on_screen(app)
        await pilot.press("q", "g", "'", "q")
        assert ARTICLE[article(app).sheet.cursor :].startswith("She said")
        await pilot.press("ctrl+o")
        assert article(app).sheet.cursor == 0
        await pilot.press("m", "escape", "j")
        assert len(marked(app)) == 1

    reader(script)


def test_overlapping_notes_are_gone_through_with_enter(reader: Reader) -> None:
    """Where several lie, the card says which of how many."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "h", "V", "w", "2", "enter")
        assert "1 of 2" in on_screen(app)
        await pilot.press("enter")
        assert "2 of 2" in on_screen(app)
        await pilot.press("enter")
        assert "2 of 2" not in on_screen(app)
        await pilot.press("enter", "x")
        assert len(marked(app)) == 1
        await pilot.press("u")
        assert len(marked(app)) == 2

    reader(script)


def test_copying_brings_the_citation_and_says_where_it_went(reader: Reader) -> None:
    """`y` gives words that can stand in another text, and claims no more than it knows."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "y")
        assert app.clipboard.split("\n")[:2] == [f"“{SHE}”", "— Ana Ruiz"]
        assert "Ferry line to close its northern route" in app.clipboard
        assert "sent to the terminal's clipboard" in on_screen(app)

    reader(script)


def test_the_notes_are_exported_to_a_file(reader: Reader) -> None:
    """`e`, a format, a path: the notes are there, and the status line says where."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        target = reader.folder / "out.json"
        await pilot.press("s", "h", "e")
        await type_in(pilot, "json")
        await pilot.press("enter")
        await pilot.pause()
        line = app.screen.query_one(Input)
        line.value = str(target)
        await pilot.press("enter")
        assert '"not pay twice' in target.read_text(encoding="utf-8").replace('\\"', '"')
        assert "exported 1 annotation to" in on_screen(app)

    reader(script, (120, 40))


def test_an_export_goes_over_no_file_unasked(reader: Reader) -> None:
    """A file that is none of its earlier exports is written over at the reader's word only; article and store never."""
    other = reader.folder / "draft.md"

    async def export_to(name: str, pilot: Pilot[None], *, kind: str) -> None:
        await pilot.press("e")
        await type_in(pilot, kind)
        await pilot.press("enter")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = name
        await pilot.press("enter")

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "h")
        for kind, name in (("markdown", "draft.md"), ("json", "draft.md")):
            other.write_text("A chapter of a novel.")
            await export_to(name, pilot, kind=kind)
            assert "draft.md is there already; w writes over it" in on_screen(app)
            await pilot.press("n")
            assert "not exported" in on_screen(app)
            assert other.read_text() == "A chapter of a novel."
            await export_to(name, pilot, kind=kind)
            await pilot.press("w")
            assert "exported 1 annotation to draft.md" in on_screen(app)
        await export_to("draft.md", pilot, kind="json")
        assert "exported 1 annotation to draft.md" in on_screen(app)
        for name in ("ferry.txt", "notes.json"):
            file = reader.folder / name
            before = file.read_bytes() if file.exists() else None
            await export_to(name, pilot, kind="json")
            assert f"{name} is the article itself, or holds your notes" in on_screen(app)
            assert (file.read_bytes() if file.exists() else None) == before

    reader(script)


def test_an_export_from_the_app_keeps_what_was_deleted(reader: Reader) -> None:
    """`json` holds the same from the app as from the command line, so that an import brings nothing back that was deleted."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        target = reader.folder / "out.json"
        notes = app.screen.session.notes
        gone = notes.annotate(0, 10)
        notes.correct("rename", old="Lind", value="Mara Lind")
        notes.correct("rename", old="Lind", value="Ola Lind")
        notes.delete(gone.id)
        await pilot.press("s", "h", "e")
        await type_in(pilot, "json")
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        whole = json.loads(target.read_text(encoding="utf-8"))
        assert [bool(row["deleted"]) for row in whole["annotations"]] == [True, False]
        assert sorted((row["value"], bool(row["deleted"])) for row in whole["corrections"]) == [
            ("Mara Lind", True),
            ("Ola Lind", False),
        ]
        assert "exported 1 annotation and 1 correction to" in on_screen(app)

    reader(script, (120, 40))


def test_corrections_are_exported_with_or_without_notes(reader: Reader) -> None:
    """What the reader corrected can be handed on from the app, where there is no note too."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        target = reader.folder / "out.json"
        app.screen.session.notes.correct("rename", old="Lind", value="Mara Lind")
        await pilot.press("e")
        await type_in(pilot, "json")
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        whole = json.loads(target.read_text(encoding="utf-8"))
        assert [(row["old"], row["value"]) for row in whole["corrections"]] == [("Lind", "Mara Lind")]
        assert "exported 0 annotations and 1 correction to" in on_screen(app)

    reader(script, (120, 40))


def test_nothing_to_export_and_nothing_to_delete_are_said(reader: Reader) -> None:
    """A key that can do nothing says why."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("e")
        assert "nothing to export yet" in on_screen(app)
        await pilot.press("x")
        assert "no annotation here to delete" in on_screen(app)

    reader(script)


def test_the_clipboard_is_reached_from_within_tmux_and_by_the_desktops_program(tmp_path: Path) -> None:
    """tmux lets nothing through that is not wrapped for it; a program is taken only where it can work."""
    assert for_tmux("é") == "\x1bPtmux;\x1b\x1b]52;c;w6k=\x07\x1b\\"
    for name in ("xclip", "wl-copy", "pbcopy"):
        (tmp_path / name).write_text('#!/bin/sh\ncat > "$0.got"\n', encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    here = {"PATH": str(tmp_path)}
    assert program(here, "linux") is None
    assert program({**here, "DISPLAY": ":0"}, "linux") == ["xclip", "-selection", "clipboard"]
    assert program({**here, "DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux") == ["wl-copy"]
    assert program(here, "darwin") == ["pbcopy"]
    assert program({"PATH": str(tmp_path / "none"), "DISPLAY": ":0"}, "linux") is None
    assert hand_over([str(tmp_path / "xclip")], "“pier”")
    assert (tmp_path / "xclip.got").read_text(encoding="utf-8") == "“pier”"
    assert not hand_over([str(tmp_path / "none")], "pier")
    assert not hand_over(["false"], "pier")


def test_without_a_margin_the_status_line_begins_with_the_note_in_focus(reader: Reader) -> None:
    """At 80 columns a note is read without opening it; beside a margin the line keeps to the speaker."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("g", "s", "s")
        start = ARTICLE.index("the ferry company")
        article(app).session.notes.annotate(start, start + 20, note="cracks known\nsince when?")
        article(app).update()
        await pilot.pause()
        wide = app.size.width >= 120
        assert ("▍ cracks known since when?" in shown(app)[-2]) is not wide
        assert ("Ana Ruiz" in shown(app)[-2]) is wide
        await pilot.press("enter")
        assert "Ana Ruiz" in shown(app)[-2]

    reader(script, (80, 24))
    reader(script, (120, 40))


def test_the_footer_is_clicked_as_its_keys_are_pressed(reader: Reader) -> None:
    """Reading and marking by mouse alone: a click on what the footer says does it."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        foot = shown(app)[-1]
        await pilot.click(offset=(foot.index("highlight"), 39))
        await pilot.pause()
        assert [kind for kind, _, _ in marked(app)] == ["highlight"]
        foot = shown(app)[-1]
        await pilot.click(offset=(foot.index("delete"), 39))
        await pilot.pause()
        assert marked(app) == []

    reader(script)


def test_a_note_is_shown_in_its_plain_words(reader: Reader) -> None:
    """Margin, contents, status line and card show what was meant; the editor shows what was typed."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        start = ARTICLE.index("the ferry company")
        typed = "**Known** since [2019](https://a.b/c)?"
        article(app).session.notes.annotate(start, start + 20, note=typed)
        await pilot.press("g", "s", "s", "enter")
        await pilot.pause()
        assert "](" not in on_screen(app)
        places = 3 if app.size.width >= 120 else 1
        assert " ".join(on_screen(app).split()).count("Known since") == places
        await pilot.press("escape", "k", "j")
        assert "**" not in on_screen(app)
        await pilot.press("a")
        assert app.screen.query_one(TextArea).text == typed

    for size in ((80, 24), (120, 40)):
        reader.store = f"{size}.json"
        reader(script, size)


def test_a_note_is_opened_and_kept_by_mouse(reader: Reader) -> None:
    """A click on a note in the margin opens its card; the keys below the editor are clicked too."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "s", "a")
        await type_in(pilot, "known since?")
        row = next(y for y, line in enumerate(shown(app)) if "ctrl+s save" in line)
        await pilot.click(offset=(shown(app)[row].index("save"), row))
        await pilot.pause()
        assert marked(app) == [("note", SHE, "known since?")]
        await pilot.press("g")
        row = next(y for y, line in enumerate(shown(app)) if line.endswith("known since?"))
        await pilot.click(offset=(shown(app)[row].rindex("known"), row))
        await pilot.pause()
        assert "note on “She said" in on_screen(app)
        assert article(app).sheet.cursor == ARTICLE.index(SHE)

    reader(script)


def test_colours_go_by_the_readers_own_names(reader: Reader) -> None:
    """What a colour means to the reader stands in the list of keys, the status line and the card."""
    reader.config = '[colours]\nred = "doubt"\n'

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark", "slash", *"doubt")
        await pilot.pause()
        assert "Highlight in red: doubt" in on_screen(app)
        await pilot.press("escape", "s", "2")
        assert "doubt (red)" in shown(app)[-2]
        await pilot.press("enter")
        await pilot.pause()
        assert any(row.startswith("▎ highlight on") and row.endswith("doubt") for row in shown(app))

    reader(script)


@pytest.mark.parametrize("size", [(120, 40), (80, 18), (60, 16), (40, 12)])
def test_the_editor_fits_its_window(reader: Reader, size: tuple[int, int]) -> None:
    """Passage, note, tags and the keys that save and lead to the tags are in sight, however low the window is."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        await pilot.press("s", "a", *"thought")
        for words in ("“The council", "thought", "tags; →", "ctrl+s save", "tab tags"):
            assert words in on_screen(app)
        await pilot.press("escape", "a")
        assert "a draft, not saved yet" in on_screen(app)
        assert "tab tags" in on_screen(app)

    reader(script, size)
