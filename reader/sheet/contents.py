"""What the contents pane lists: speakers with counts, headings, captions, notes. Pure: from a sheet to items."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from annotations.text import bare
from reader.layout.cells import cut, fit, width_of
from reader.sheet.gutter import bar_of
from reader.sheet.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.model import Annotation
    from reader.document.model import Block
    from reader.sheet.lines import Line
    from reader.sheet.sheet import Sheet


_PARTICLES = ("della", "delle", "dalla", "dall'", "degli")
"""Longer than three letters, and yet the beginning of a family name."""
_DEEPEST = 2
"""Levels of headings that are set in from those above them."""


class Item(NamedTuple):
    """One row of the contents.

    Attributes:
        line: as it is shown, at the width that it was made for.
        offset: where it leads; None for a heading.
        speaker: the name, for a speaker.
        annotation: the id, for a note.
        heading: it is one of the article's.
        sought: the words by which it is found.
    """

    line: Line
    offset: int | None = None
    speaker: str | None = None
    annotation: str | None = None
    heading: bool = False
    sought: str = ""


class Outline:
    """The contents at a width in cells: headings in capitals, a blank row between the parts.

    There may be very many notes: their items are made when they are shown.

    Args:
        typed: words that an item must have to be listed; empty for all items.
    """

    def __init__(self, sheet: Sheet | None = None, width: int = 0, typed: str = "") -> None:
        self._width = width
        self._notes: tuple[Annotation, ...] = ()
        self._head: list[Item] = []
        self._headings: list[int] = []
        if sheet is None:
            return
        words = bare(typed).split()
        self._notes = tuple(note for note in sheet.annotations if not words or _has(_told(note), words))
        headings = _headings(sheet, width)
        self._headings = [item.offset or 0 for item in headings]
        speakers = _speakers(sheet, width)
        if not speakers and not sheet.session.analysed:
            speakers = [Item((("  reading…", ("dim",)),), sought=typed)]
        captions = _captions(sheet, width)
        for heading, rows in (("SPEAKERS", speakers), ("HEADINGS", headings), ("CAPTIONS", captions)):
            self._add(heading, [row for row in rows if not words or _has(row.sought, words)])
        if self._notes:
            self._add("NOTES", [], always=True)
        if not self._head:
            self._head.append(Item((("  nothing like it" if typed else "", ("dim",)),)))

    def _add(self, heading: str, rows: list[Item], *, always: bool = False) -> None:
        if rows or always:
            before = [Item(())] if self._head else []
            self._head += [*before, Item(((f"  {heading}", ("dim", "bold")),)), *rows]

    def __len__(self) -> int:
        return len(self._head) + len(self._notes)

    def __getitem__(self, at: int) -> Item:
        if at < len(self._head):
            return self._head[at]
        return _note(self._notes[at - len(self._head)], self._width)

    def row_of(self, speaker: str) -> int | None:
        """The index of a speaker's item; None where they are not listed."""
        return next((i for i, item in enumerate(self._head) if item.speaker == speaker), None)

    def row_like(self, item: Item) -> int | None:
        """The index of what an item of another list stands for; None where it is not listed."""
        head, notes = enumerate(self._head), enumerate(self._notes, len(self._head))
        if item.annotation is not None:
            return next((i for i, note in notes if note.id == item.annotation), None)
        meant = (item.speaker, item.speaker is None and item.offset)
        alike = (i for i, o in head if (o.speaker, o.speaker is None and o.offset) == meant)
        return next(alike, None)

    def heading_over(self, offset: int) -> int | None:
        """Where the last heading above an offset stands; None above the first one."""
        at = bisect_right(self._headings, offset)
        return self._headings[at - 1] if at else None

    def between(self, low: int, high: int) -> list[Item]:
        """The items from one index to another, that one excluded, as far as there are any."""
        return [self[at] for at in range(low, min(high, len(self)))]


def lit(item: Item, speaker: str | None, chosen: str | None, heading: int | None = None) -> Line:
    """An item's line as it is shown: the speaker in focus in colour, the chosen one and the heading here pointed at."""
    if item.heading and item.offset == heading:
        return (("› ", ("accent", "bold")), *item.line[1:])
    if item.speaker is None or item.speaker not in (speaker, chosen):
        return item.line
    pointer, mark, (name, _), *rest = item.line
    if item.speaker == chosen:
        pointer = ("› ", ("accent", "bold"))
    return (pointer, mark, (name, mark[1]), *rest)


def _speakers(sheet: Sheet, width: int) -> list[Item]:
    first: dict[str | None, int] = {}
    for statement in sheet.session.analysis.statements:
        first.setdefault(statement.speaker, statement.start)
    items = []
    for speaker in sheet.session.analysis.speakers:
        voice = sheet.voices.of(speaker.name)
        count = str(speaker.statements)
        role = f"source.{voice.colour}"
        name = fit(capital(speaker.name), max(1, width - 6 - len(count)))
        items.append(
            Item(
                (
                    ("  ", ()),
                    (f"{voice.mark} ", (role,)),
                    (name, ()),
                    (f" {count} ", ("dim",)),
                ),
                first.get(speaker.name, 0),
                speaker=speaker.name,
                sought=f"{speaker.name} {speaker.role or ''}",
            )
        )
    return items


def capital(name: str) -> str:
    """A speaker's name as it is shown at a line's start: "county report" as "County report", "de Ruiz" as it is."""
    first = name.split(" ", 1)[0]
    described = name.islower() or (first.islower() and len(first) > 3 and first not in _PARTICLES)
    return name[:1].upper() + name[1:] if described else name


def _headings(sheet: Sheet, width: int) -> list[Item]:
    """The headings, set in by their level, in the order of the text."""
    blocks = [block for block in sheet.session.blocks if block.kind == "heading"]
    highest = min((block.level for block in blocks), default=0)
    items = []
    for block in blocks:
        inset = 2 + 2 * min(block.level - highest, _DEEPEST)
        words = sheet.text[block.start : block.end]
        line: Line = (("  ", ()), (" " * inset, ()), (_words(words, width - inset - 3), ()))
        items.append(Item(line, block.start, heading=True, sought=words))
    return items


def _captions(sheet: Sheet, width: int) -> list[Item]:
    blocks: Iterable[Block] = (b for b in sheet.session.blocks if b.kind == "caption")
    items = []
    for caption in (sheet.boundaries.paragraph(block.start) for block in blocks):
        words = sheet.text[caption.start : caption.end]
        line: Line = (("  ▣ ", ("dim",)), (_words(words, width - 5), ()))
        items.append(Item(line, caption.start, sought=words))
    return items


def _has(text: str, words: Iterable[str]) -> bool:
    told = bare(text)
    return all(word in told for word in words)


def _told(note: Annotation) -> str:
    return " ".join((note.note, note.anchor.exact, *note.tags))


def _note(annotation: Annotation, width: int) -> Item:
    words = plain_words(annotation.note) or annotation.anchor.exact
    mark = f"'{annotation.mark} " if annotation.mark else ""
    lost = annotation.start is None
    line: Line = (
        ("  ", ()),
        (f"{bar_of(annotation.state, note=bool(annotation.note))} ", (annotation.colour,)),
        (_words(mark + words, width - 5), ("dim",) if lost or not annotation.note else ()),
    )
    return Item(line, annotation.start, annotation=annotation.id)


def _words(text: str, width: int) -> str:
    words = " ".join(text[: 4 * max(1, width)].split())
    return cut(words, width) if width_of(words) > width else words
