"""Who says this, and why; and the reader's own word on statements, speakers and kinds of blocks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from annotations.anchor import resolve
from reader.analysis.why import behind_name, why
from reader.document.model import BlockKind, Span
from reader.layout.cells import cut
from reader.sheet.lines import clip_line, wrap_words
from reader.ui.part import Part
from reader.ui.screens.chooser import Choice, Chooser
from reader.wording import in_words

if TYPE_CHECKING:
    from annotations.model import CorrectionKind
    from reader.analysis.model import Statement
    from reader.sheet.lines import Line
    from reader.ui.screens.reading import ReadingScreen

What = Literal["speaker", "dismiss", "statement", "merge", "rename"]
INTRO_CELLS = 66
Where = Callable[[], Span | None]
"""Asks where a passage stands now."""


class Correcting(Part):
    """Shows why, and takes corrections, on a reading screen."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {"reading.why": self._why, "reading.block": self._block}

    def _why(self) -> None:
        screen = self._screen
        selected = screen.sheet.target if screen.sheet.selected else None
        statement = None if selected else screen.sheet.focus.statement
        choices = _actions(statement, selected)
        if not choices:
            screen.say("no statement here; select words and press i to add one")
            return
        intro = partial(why_lines, screen, statement) if statement else _quoted(screen, selected)
        where = _held(screen, Span(statement.start, statement.end) if statement else selected or Span(0, 0))

        def chosen(what: What | None) -> None:
            if what == "dismiss":
                self._put("dismiss", where, None)
            elif what is not None:
                self._ask_name(what, statement.speaker if statement else None, where)

        screen.app.push_screen(Chooser("Who says this, and why", choices, screen.look, intro=intro), chosen)

    def _ask_name(self, what: What, speaker: str | None, where: Where) -> None:
        screen = self._screen
        known = [s for s in screen.session.analysis.speakers if what != "merge" or s.name != speaker]
        titles = {
            "speaker": "Who says it? Choose, or type a name",
            "statement": "Who says it? Choose, or type a name",
            "merge": f"{speaker} is the same as",
            "rename": f"The right name of {speaker}: type it",
        }
        renamed = (speaker or "") if what == "rename" else ""
        choices = (
            [] if what == "rename" else [Choice(s.name, s.name, behind_name(s.role or "")) for s in known]
        )

        def given(name: str | None) -> None:
            if name and name != renamed:
                self._name(what, speaker, where, name)

        chooser: Chooser[str] = Chooser(titles[what], choices, screen.look, free=str, written=renamed)
        screen.app.push_screen(chooser, given)

    def _name(self, what: What, speaker: str | None, where: Where, name: str) -> None:
        screen = self._screen
        if what == "speaker":
            self._put("speaker", where, name)
        elif what == "statement":
            screen.sheet.selected = None
            self._put("statement", where, name)
        elif speaker is not None:
            walked = screen.sheet.chosen == speaker
            known = any(name == other.name for other in screen.session.analysis.speakers)
            row = screen.session.notes.correct("merge" if known else "rename", value=name, old=speaker)
            if walked:
                screen.sheet.chosen = name
            screen.say(f"{in_words(row)}; u takes that back")
            screen.update()

    def _put(self, kind: CorrectionKind, where: Where, value: str | None) -> None:
        """Correct what stands at a passage, wherever that is by now."""
        screen, place = self._screen, where()
        if place is None:
            screen.say("nothing corrected: these words are gone from the article")
        else:
            row = screen.session.notes.correct(kind, start=place.start, end=place.end, value=value)
            screen.say(f"{in_words(row)}; u takes that back")
        screen.update()

    def _block(self) -> None:
        screen = self._screen
        index = screen.sheet.boundaries.block_at(screen.sheet.cursor)
        if index < 0:
            screen.say("there is no block here")
            return
        block = screen.session.blocks[index]
        kinds = list(get_args(BlockKind))
        choices = [Choice(kind, kind, "as it is" if kind == block.kind else "") for kind in kinds]
        intro = _quoted(screen, Span(block.start, block.end))
        where = _held(screen, Span(block.start, block.end))

        def chosen(kind: str | None) -> None:
            if kind is not None and kind != block.kind:
                self._put("block", where, kind)

        title = "What kind of block is this?"
        chooser: Chooser[str] = Chooser(
            title, choices, screen.look, intro=intro, start=kinds.index(block.kind)
        )
        screen.app.push_screen(chooser, chosen)


def _held(screen: ReadingScreen, span: Span) -> Where:
    """Tells where a passage stands, although the article may change while the reader thinks; None where it is gone."""
    was = screen.sheet.text
    anchor = screen.session.notes.anchor(span.start, span.end)

    def where() -> Span | None:
        text = screen.sheet.text
        if text is was:
            return span
        found = resolve(text, anchor, was)
        if found.start is None or found.end is None:
            return None
        return Span(found.start, found.end)

    return where


def why_lines(screen: ReadingScreen, statement: Statement, width: int) -> list[Line]:
    """Who says a statement, by which cue and which rule, and how sure that is; in rows of at most `width` cells."""
    width = min(width, INTRO_CELLS)
    text = screen.sheet.text
    said = " … ".join(" ".join(text[p.start : p.end].split()) for p in statement.spans)
    said = said if statement.kind == "direct" else f"“{said}”"
    voice = screen.sheet.voices.of(statement.speaker)
    role = next((s.role for s in screen.session.analysis.speakers if s.name == statement.speaker), None)
    lines: list[Line] = [((row, ("dim",)),) for row in wrap_words(cut(said, 3 * width - 6), width)]
    name = f"{voice.mark} {statement.speaker}" if statement.speaker else "speaker not known"
    inked: tuple[str, ...] = (f"source.{voice.colour}",) if statement.speaker else ()
    lines += [(), clip_line(((name, inked), (f", {behind_name(role)}" if role else "", ())), width)]
    reasons = (f"{statement.kind.capitalize()} speech.", *why(screen.session.document, statement))
    lines += [((row, ()),) for reason in reasons for row in wrap_words(reason, width)]
    return [*lines, ()]


def _quoted(screen: ReadingScreen, span: Span | None) -> Callable[[int], list[Line]] | None:
    if span is None:
        return None
    words = " ".join(screen.sheet.text[span.start : span.end].split())
    return lambda width: [((f"“{cut(words, min(width, INTRO_CELLS) - 2)}”", ("dim",)),), ()]


def _actions(statement: Statement | None, selected: Span | None) -> list[Choice]:
    if selected is not None:
        return [Choice("This is a statement", "statement", "add it: choose or type who says it")]
    if statement is None:
        return []
    choices = [
        Choice(
            "Somebody else says this" if statement.speaker else "Somebody says this",
            "speaker",
            "correct it: choose or type who",
        ),
        Choice("This is no statement", "dismiss", "dismiss it: nobody says it"),
    ]
    if statement.speaker is not None:
        choices += [
            Choice("The same as another speaker", "merge", "merge two names for one"),
            Choice("Give the speaker another name", "rename", "rename them in all that they say"),
        ]
    return choices
