"""The article changes under the reader: rewritten, deleted, put back; what they see says so and stays calm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.analysis.model import Analysis
from reader.background import InPlace
from reader.document.model import Document, Span
from reader.ui.app import PullquoteApp
from tests.reader.ui.conftest import ANALYSIS, ARTICLE, STATEMENTS, Reader, article, marked, on_screen, shown


def look(app: PullquoteApp, times: int = 2) -> None:
    """What the clock does each second."""
    for _ in range(times):
        app.elsewhere.look_at_file()


def test_a_file_that_is_deleted_while_it_is_open_is_told_and_comes_back(reader: Reader) -> None:
    """One sentence, the article and its notes stay and can be added to; the file's return is told, changed or not."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        path = reader.folder / "ferry.txt"
        await pilot.press("s", "h")
        path.unlink()
        look(app)
        await pilot.pause()
        assert "the file is gone from the disk" in shown(app)[-2]
        await pilot.press("s", "s", "h")
        assert len(marked(app)) == 2
        look(app)
        await pilot.pause()
        assert "gone" not in shown(app)[-2]
        path.write_text(ARTICLE, encoding="utf-8")
        look(app)
        await pilot.pause()
        assert "the file is there again" in shown(app)[-2]
        path.unlink()
        look(app)
        path.write_text("A line above.\n\n" + ARTICLE, encoding="utf-8")
        look(app)
        await pilot.pause()
        assert "the article changed and was read again" in on_screen(app)
        text = article(app).sheet.text
        found = [text[a.start or 0 : a.end] for a in article(app).session.notes.annotations]
        assert len(found) == 2
        assert found[0].startswith("The council will")

    reader(script)


def test_speakers_keep_their_marks_when_the_article_changes(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody new speaks first: who was known keeps the mark and the colour that the reader has learned."""
    above = 'The pier is "safe," the harbour office wrote.\n\n'
    shift = len(above)

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.end + shift)

    office = replace(
        STATEMENTS[0],
        start=12,
        end=19,
        spans=(Span(12, 19),),
        quotations=(Span(12, 19),),
        source=None,
        speaker="harbour office",
    )
    later = [
        replace(
            s,
            start=s.start + shift,
            end=s.end + shift,
            spans=tuple(map(moved, s.spans)),
            quotations=tuple(map(moved, s.quotations)),
            source=moved(s.source) if s.source else None,
        )
        for s in STATEMENTS
    ]
    speakers = (replace(ANALYSIS.speakers[0], name="harbour office", role=None), *ANALYSIS.speakers)
    known = {ARTICLE: ANALYSIS, above + ARTICLE: Analysis("en", (office, *later), speakers)}

    def analyse(document: Document, blocks: object) -> Analysis:
        return known[document.text]

    monkeypatch.setattr("reader.analysis.analyse.analyse", analyse)

    def marks(app: PullquoteApp) -> dict[str, str]:
        voices = article(app).sheet.voices
        return {s.name: voices.of(s.name).mark for s in article(app).session.analysis.speakers}

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        before = marks(app)
        assert before == {"Ana Ruiz": "●", "Tom Okafor": "▲", "Residents": "■"}
        (reader.folder / "ferry.txt").write_text(above + ARTICLE, encoding="utf-8")
        look(app)
        await pilot.pause()
        assert marks(app) == {**before, "harbour office": "◆"}
        row = next(row for row in shown(app) if "The council will" in row)
        assert "● The council will" in row

    reader(script)


class Waiting(InPlace):
    """A worker whose work waits until the test has it done."""

    def __init__(self) -> None:
        self.work: list[Callable[[], None]] = []

    def run(self, *work: Any, **then: Any) -> None:
        self.work.append(lambda: super(Waiting, self).run(*work, **then))

    def finish(self) -> None:
        """Do all of it, what comes up meanwhile too."""
        while self.work:
            self.work.pop(0)()


def test_an_article_that_changed_is_shown_with_speakers_and_notes_at_one_stroke(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the new text is studied the old one stays, whole; at no moment are there no colours, or a note elsewhere."""
    above = "A line above.\n\n"
    shift = len(above)
    there = tuple(
        replace(s, start=s.start + shift, end=s.end + shift, spans=tuple(s.spans), source=None)
        for s in STATEMENTS
    )
    known = {ARTICLE: ANALYSIS, above + ARTICLE: replace(ANALYSIS, statements=there)}
    monkeypatch.setattr("reader.analysis.analyse.analyse", lambda document, blocks: known[document.text])

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen, worker = article(app), Waiting()
        session = screen.session
        seen: list[tuple[bool, int, set[str]]] = []

        def watched(change: object) -> None:
            text = session.document.text
            words = {text[a.start or 0 : a.end] for a in session.notes.annotations}
            seen.append((text == ARTICLE, len(session.analysis.statements), words))

        await pilot.press("s", "h")
        (_, first, _) = marked(app)[0]
        session._worker = session.notes._shelf._worker = worker
        (reader.folder / "ferry.txt").write_text(above + ARTICLE, encoding="utf-8")
        look(app)
        assert "A line above." not in on_screen(app)
        await pilot.press("s", "s", "h", "}")
        (second,) = {words for _, words, _ in marked(app)} - {first}
        at = ARTICLE[screen.sheet.cursor :]
        monkeypatch.setattr(screen, "changed", watched)
        worker.finish()
        monkeypatch.undo()
        assert session.document.text == above + ARTICLE
        assert seen
        assert all(count == 4 and words == {first, second} for _, count, words in seen)
        assert [old for old, *_ in seen] == sorted((old for old, *_ in seen), reverse=True)
        assert screen.sheet.text[screen.sheet.cursor :] == at

    reader(script)


def test_a_second_change_while_the_first_is_studied_is_read_too(reader: Reader) -> None:
    """An editor saves twice in a row: what is shown in the end is what the file holds."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen, worker = article(app), Waiting()
        screen.session._worker = worker
        path = reader.folder / "ferry.txt"
        path.write_text("Once.\n\n" + ARTICLE, encoding="utf-8")
        look(app)
        path.write_text("And twice.\n\n" + ARTICLE, encoding="utf-8")
        look(app)
        worker.finish()
        look(app)
        worker.finish()
        assert screen.session.document.text == "And twice.\n\n" + ARTICLE

    reader(script)


def test_each_way_of_being_found_again_is_painted_and_named(reader: Reader) -> None:
    """A passage that moved has a broken bar; one whose words changed is underlined twice as well; both are named."""
    said = "She said the ferry company had known about the cracks in the pier since 2019"
    moved = "Residents say the closure would cut them off."

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen = article(app)
        for words in (said, moved):
            start = ARTICLE.index(words)
            screen.session.notes.annotate(start, start + len(words), note="look")
        text = ARTICLE.replace("had known about the cracks", "knew of the wide cracks").replace(
            moved, "Nothing."
        )
        text = text.replace(
            "\n\nThe council will", f"\n\nA letter came. {moved} It was short.\n\nThe council will"
        )
        (reader.folder / "ferry.txt").write_text(text, encoding="utf-8")
        look(app)
        await pilot.pause()
        assert {a.state for a in screen.session.notes.annotations} == {"moved", "edited"}
        for words, state in (("cut them off", "moved"), ("of the wide cracks", "edited")):
            screen.sheet.go(screen.sheet.text.index(words))
            screen.say("")
            screen.update()
            await pilot.pause()
            assert f"note {state}" in shown(app)[-2]
            row = next(row for row in shown(app)[3:-3] if words[:9] in row)
            assert "┋" in row
            assert f"({state})" in on_screen(app)
            await pilot.press("enter")
            assert f"{state}, " in on_screen(app)
            await pilot.press("escape")

    reader(script)


def test_a_correction_lands_on_its_words_though_the_article_changed_meanwhile(reader: Reader) -> None:
    """The list of kinds, or of reasons, is open while the file grows above: what was asked about is corrected."""
    passage = "Residents say the closure would cut them off. The price [red]rises[/] in May."

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        screen = article(app)
        path = reader.folder / "ferry.txt"
        screen.sheet.go(ARTICLE.index(passage))
        await pilot.press("K")
        path.write_text("A line above.\n\n" + ARTICLE, encoding="utf-8")
        look(app)
        await pilot.press("slash", *"promo", "enter")
        (correction,) = screen.session.notes.corrections
        assert screen.sheet.text[correction.start or 0 : correction.end] == passage
        await pilot.press("K")
        path.write_text(ARTICLE.replace(passage, "Gone."), encoding="utf-8")
        look(app)
        await pilot.press("slash", *"credit", "enter")
        assert len(screen.session.notes.corrections) == 1

    reader(script)


def test_selection_search_and_filter_outlive_a_change_of_the_article(reader: Reader) -> None:
    """What was being selected stays so, hits are found anew, and the filter shows what matches now."""

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        sheet = article(app).sheet
        path = reader.folder / "ferry.txt"

        async def change(text: str) -> None:
            path.write_text(text, encoding="utf-8")
            look(app)
            await pilot.pause()

        sheet.go(ARTICLE.index("Residents say"))
        await pilot.press("v", "o")
        await change("A pier was added above.\n\n" + ARTICLE)
        span = sheet.target
        assert sheet.text[span.start : span.end] == "Residents say the closure would cut them off."
        assert sheet.selected is not None
        assert sheet.selected.head < sheet.selected.anchor
        await pilot.press("escape", "slash", *"pier", "enter")
        before = len(sheet.hits)
        await change("A pier was added above, and a pier.\n\n" + ARTICLE)
        assert len(sheet.hits) == before + 1
        await pilot.press("escape", "ampersand", *"pier", "enter")
        assert "was added above" in on_screen(app)
        assert "Residents say" not in on_screen(app)
        await change("Nothing here.\n\n" + ARTICLE)
        assert "Nothing here" not in "\n".join(shown(app)[3:])
        assert "not pay twice" in on_screen(app)
        assert "Residents say" not in on_screen(app)

    reader(script)


def test_a_passage_in_doubt_is_told_and_settled_on_the_desk(reader: Reader) -> None:
    """Two places alike: the reader is told, neither is painted as certain, and three keys choose the second."""
    words = "The pier is not safe."
    last = "\n\nThe mayor left at nine and said that she would write to the county in the morning.\n"
    reader.text = (
        f"Pier stays shut\n\nThe council met on Monday. {words} Nobody asked why it took so long.{last}"
    )

    async def script(app: PullquoteApp, pilot: Pilot[None]) -> None:
        start = reader.text.index(words)
        article(app).session.notes.annotate(start, start + len(words), note="safe?")
        text = f"Pier stays shut\n\nA crowd came to hear it on the quay. {words} They went home."
        text += f"\n\nSome had brought umbrellas for the rain. {words} Others had not.{last}"
        (reader.folder / "ferry.txt").write_text(text, encoding="utf-8")
        look(app)
        await pilot.pause()
        assert "1 of 1 notes may stand elsewhere: R shows them" in shown(app)[-2]
        assert [a.state for a in article(app).session.notes.annotations] == ["ambiguous"]
        assert any("?" in row[:30] for row in shown(app)[3:-3] if words in row)
        await pilot.press("R", "right_square_bracket", "enter", "q")
        (note,) = article(app).session.notes.annotations
        assert note.state == "exact"
        assert note.start in (text.index(words), text.rindex(words))

    reader(script)
