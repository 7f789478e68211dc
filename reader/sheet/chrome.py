"""What stands around the article: top line, rules, status. Pure: from a sheet to lines of text with roles."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from annotations.text import clean
from reader.layout.cells import cut, width_of
from reader.layout.frame import bands
from reader.sheet.lines import clip_line, justify, length
from reader.sheet.plain_words import plain_words
from reader.sheet.who import listed_line, who_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.document.model import Document
    from reader.layout.frame import Frame
    from reader.saving import Status
    from reader.sheet.lines import Cell, Line
    from reader.sheet.sheet import Sheet

WORDS_A_MINUTE = 230
CHARACTERS_A_WORD = 5.9
TROUBLED = ("unsaved", "read-only")
"""States of saving that stay in sight whatever is said."""
COUNTED = 200_000
"""Characters of a selection whose words are counted at each key; those of a longer one are estimated."""


def title_of(document: Document, blocks_title: str | None) -> str:
    """The article's title; without one its file's name and its first words."""
    if title := document.title or blocks_title:
        return " ".join(title.split())
    name = document.source
    if "://" in name:
        name = urlsplit(name).hostname or name
    name = "standard input" if name == "-" else " ".join(clean(PurePath(name).name or name).split())
    return f"{name}: {' '.join(document.text[:200].split())}"


def minutes(characters: int) -> int:
    """Minutes that a text of so many characters takes to read, at least one."""
    return max(1, round(characters / CHARACTERS_A_WORD / WORDS_A_MINUTE))


def day(published: str, today: date) -> str:
    """A date as one says it, without the year where it is this one's; as it stands where it cannot be read."""
    try:
        found = datetime.fromisoformat(published.strip())
    except ValueError:
        return published.strip()
    year = "" if found.year == today.year else f" {found.year}"
    return f"{found.day} {found:%b}{year}"


def top_line(sheet: Sheet, width: int, today: date) -> Line:
    """Title at the left; publisher, date and reading time at the right."""
    session = sheet.session
    titles = (sheet.text[b.start : b.end] for b in session.blocks[:8] if b.kind == "title")
    title = title_of(session.document, next(titles, None))
    page = session.document.metadata
    parts = [page.publisher or "", day(page.published, today) if page.published else ""]
    parts.append(f"{minutes(len(sheet.text))} min")
    if width < 72:
        parts = parts[-1:]
    right = cut(" · ".join(part for part in parts if part), max(8, width // 2))
    pad = pad_of(width)
    return (pad, *justify(((title, ("bold",)),), ((right, ("dim",)),), width - 2 * len(pad[0])))


def status_line(
    sheet: Sheet,
    width: int,
    status: Status,
    message: str = "",
    *,
    error: bool = False,
    note: bool = False,
    listed: str = "",
) -> Line:
    """Who speaks in focus and how sure that is; place, time left, notes and saved state at the right.

    A message takes the left part, and as much of the right as it needs.

    Args:
        note: the note in focus begins the line, for want of a margin to show it in.
        listed: the speaker at the cursor of the contents, where those have the keys.
    """
    pad = pad_of(width)
    room = width - 2 * len(pad[0])
    right = _place(sheet, status, room)
    if message:
        left: Line = ((message, ("error",) if error else ("accent",)),)
        if length(left) + length(right) + 2 > room:
            right = ((status.state, ("error",)),) if status.state in TROUBLED else ()
        return (pad, *(justify(left, right, room) if right else clip_line(left, room)))
    doubt = _doubt(sheet)
    free = room - length(right) - length(doubt) - 2
    if listed:
        return (pad, *justify(listed_line(sheet, listed, free + length(doubt)), right, room))
    left = selection_line(sheet, free) or (_note(sheet) if note else ()) or who_line(sheet, free)
    return (pad, *justify((*left, *doubt), right, room))


def top_lines(
    sheet: Sheet, found: Frame, width: int, height: int, today: date, *, ascii_only: bool = False
) -> list[Line]:
    """The rows above the article: the top line, and a rule where the window is framed."""
    rule = _rule(width, found.joints(width), "┬", ascii_only=ascii_only)
    return [top_line(sheet, width, today), rule][: bands(width, height).top]


def foot_rule(found: Frame, width: int, height: int, *, ascii_only: bool = False) -> list[Line]:
    """What parts the article from the status: a rule where the window is framed, a blank row, or nothing."""
    _, foot, framed = bands(width, height)
    rule = _rule(width, found.joints(width), "┴", ascii_only=ascii_only) if framed else ()
    return [rule] if foot > 2 else []


def left_rule(rows: int, *, ascii_only: bool = False) -> list[Line]:
    """The rule between contents and article, row by row."""
    return [(("|" if ascii_only else "│", ("rule",)),)] * rows


def right_rule(sheet: Sheet, rows: int, *, ascii_only: bool = False) -> list[Line]:
    """The rule between article and margin: it shows which part of the article is on the screen."""
    low, high = thumb(sheet, rows)
    heavy: Line = (("#" if ascii_only else "┃", ("dim",)),)
    return [
        heavy if low <= y < high else plain for y, plain in enumerate(left_rule(rows, ascii_only=ascii_only))
    ]


def thumb(sheet: Sheet, height: int) -> tuple[int, int]:
    """Which rows of the right rule stand for what is on the screen; none where that is all of it."""
    window, length = sheet.view.window, max(1, len(sheet.text))
    low, high = window[0].start / length, window[-1].stop / length
    if low <= 0 and high >= 1:
        return 0, 0
    first = min(round(low * height), height - 1)
    return first, max(first + 1, round(high * height))


def _rule(width: int, at: Sequence[int], joint: str, *, ascii_only: bool) -> Line:
    cells = ["-" if ascii_only else "─"] * width
    for x in at:
        if 0 <= x < width:
            cells[x] = "+" if ascii_only else joint
    return (("".join(cells), ("rule",)),)


def pad_of(width: int) -> Cell:
    """The blank cells at the left of the top line, the status and the footer."""
    return ("  " if width >= 60 else " " if width >= 44 else "", ())


def selection_line(sheet: Sheet, room: int) -> Line:
    """How much is selected, and, as far as `room` cells go, how to take more; empty without a selection."""
    if sheet.selected is None:
        return ()
    span = sheet.target
    text = sheet.text[span.start : span.end]
    words = len(text.split()) if len(text) < COUNTED else round(len(text) / CHARACTERS_A_WORD / 1000) * 1000
    about = "" if len(text) < COUNTED else "about "
    first, last = (
        sheet.boundaries.block_at(span.start),
        sheet.boundaries.block_at(max(span.start, span.end - 1)),
    )
    over = f" in {last - first + 1} paragraphs" if last > first else ""
    said: Line = ((f"{about}{words:,} {'word' if words == 1 else 'words'} selected{over}", ("accent",)),)
    hints = ("  ← → w b ) ( } { s P shape it, esc leaves", "  esc leaves")
    fitting = (hint for hint in hints if length(said) + width_of(hint) <= room)
    return (*said, (next(fitting, ""), ("dim",)))


def _doubt(sheet: Sheet) -> Line:
    """How the passage of the annotation in focus was found again, where it does not stand as it was marked."""
    annotation = None if sheet.selected or sheet.card else sheet.annotation
    if annotation is None or annotation.state == "exact":
        return ()
    return ((f"  {annotation.kind} {annotation.state}", ("accent",)),)


def _note(sheet: Sheet) -> Line:
    """The first words of the note in focus, unless its card shows them."""
    annotation = sheet.annotation
    words = (
        " ".join(plain_words(annotation.note).split()) if annotation is not None and not sheet.card else ""
    )
    return (("▍ ", (annotation.colour,)), (words, ())) if annotation is not None and words else ()


def counted(kinds: Mapping[str, int]) -> str:
    """How many annotations there are: "2 notes, 5 highlights"; empty without any.

    Args:
        kinds: how many there are of each kind of annotation.
    """
    named = ((kinds.get(kind, 0), kind) for kind in ("note", "highlight", "bookmark"))
    return ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for number, kind in named if number)


def percent(sheet: Sheet) -> int:
    """How far the cursor is, 0 to 100."""
    if sheet.view.spot == sheet.view.page.last:
        return 100
    return min(99, 100 * sheet.cursor // max(1, len(sheet.text)))


def hit_count(sheet: Sheet) -> str:
    """Which hit of how many was gone to; empty without a search."""
    if not sheet.hits:
        return ""
    return f"hit {sheet.hit + 1} of {len(sheet.hits)}" if sheet.hit >= 0 else f"{len(sheet.hits)} hits"


def _place(sheet: Sheet, status: Status, room: int) -> Line:
    done = percent(sheet)
    left = "the end" if done == 100 else f"{minutes(len(sheet.text) - sheet.cursor)} min left"
    parts: list[Cell] = [(f"{done} %", ("dim",))]
    troubled = status.state in TROUBLED
    if room >= 56 and not troubled:
        parts.append((left, ("dim",)))
    whole = sheet.placed.whole and not troubled
    if room >= 90 and whole and (marked := counted(sheet.placed.kinds)):
        parts.append((marked, ("dim",)))
    if sheet.only is not None:
        shown = f"{len(sheet.only)} of {len(sheet.session.blocks)}"
        parts.insert(0, (f"{shown} paragraphs" if room >= 90 else f"{shown} shown", ("accent",)))
    if count := hit_count(sheet):
        parts.insert(0, (count, ("accent",)))
    if troubled:
        why = f"{status.state}: {status.reason}" if status.reason and room >= 56 else status.state
        parts.append((cut(why, max(len(status.state), room // 2)), ("error",)))
    elif room >= 56:
        parts.append((status.state, ("dim",)))
    cells: list[Cell] = []
    for part in parts:
        cells += [part, ("   " if room >= 90 else "  ", ())]
    return tuple(cells[:-1])
