"""What the contents pane lists: speakers with counts, captions, notes. Pure: from a sheet to items."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.cells import cut, fit, width_of
from reader.sheet.gutter import bar_of
from reader.sheet.plain_words import plain_words

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.sheet.lines import Line
    from reader.sheet.sheet import Sheet


_PARTICLES = ("della", "delle", "dalla", "dall'", "degli")
"""Longer than three letters, and yet the beginning of a family name."""


class Item(NamedTuple):
    """One row of the contents.

    Attributes:
        line: as it is shown, at the width that it was made for.
        offset: where it leads; None for a heading.
        speaker: the name, for a speaker.
        annotation: the id, for a note.
    """

    line: Line
    offset: int | None = None
    speaker: str | None = None
    annotation: str | None = None


class Outline:
    """The contents at a width in cells: headings in capitals, a blank row between the parts.

    There may be very many notes: their items are made when they are shown.
    """

    def __init__(self, sheet: Sheet | None = None, width: int = 0) -> None:
        self._width = width
        self._notes: tuple[Annotation, ...] = sheet.annotations if sheet is not None else ()
        self._head: list[Item] = []
        if sheet is None:
            return
        parts = [
            ("SPEAKERS", _speakers(sheet, width)),
            ("CAPTIONS", _captions(sheet, width)),
            ("NOTES", []),
        ]
        for heading, rows in parts:
            if rows or (heading == "NOTES" and self._notes):
                if self._head:
                    self._head.append(Item(()))
                self._head += [Item(((f"  {heading}", ("dim", "bold")),)), *rows]
        if not self._head:
            waiting = "" if sheet.session.analysed else "reading…"
            self._head.append(Item(((f"  {waiting}", ("dim",)),)))

    def __len__(self) -> int:
        return len(self._head) + len(self._notes)

    def __getitem__(self, at: int) -> Item:
        if at < len(self._head):
            return self._head[at]
        return _note(self._notes[at - len(self._head)], self._width)

    def row_of(self, speaker: str) -> int | None:
        """The index of a speaker's item; None where they are not listed."""
        return next((i for i, item in enumerate(self._head) if item.speaker == speaker), None)

    def between(self, low: int, high: int) -> list[Item]:
        """The items from one index to another, that one excluded, as far as there are any."""
        return [self[at] for at in range(low, min(high, len(self)))]


def lit(item: Item, speaker: str | None, chosen: str | None) -> Line:
    """An item's line as it is shown: the speaker in focus in colour, the chosen one pointed at."""
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
            )
        )
    return items


def capital(name: str) -> str:
    """A speaker's name as it is shown at a line's start: "county report" as "County report", "de Ruiz" as it is."""
    first = name.split(" ", 1)[0]
    described = name.islower() or (first.islower() and len(first) > 3 and first not in _PARTICLES)
    return name[:1].upper() + name[1:] if described else name


def _captions(sheet: Sheet, width: int) -> list[Item]:
    captions = [sheet.boundaries.paragraph(b.start) for b in sheet.session.blocks if b.kind == "caption"]
    return [
        Item((("  ▣ ", ("dim",)), (_words(sheet.text[c.start : c.end], width - 5), ())), c.start)
        for c in captions
    ]


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
