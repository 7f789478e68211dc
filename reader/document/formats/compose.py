"""The text of an article made from blocks of marked runs: one place that collapses blanks, counts offsets and joins marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotations.text import clean
from reader.document.model import Block, Image, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.document.model import BlockKind, BlockRole, MarkKind

_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


class Style(NamedTuple):
    """What a run of text is: a kind of mark, and the address where it is a link."""

    kind: MarkKind
    href: str | None = None


class Run(NamedTuple):
    """A stretch of text under the same marks, outermost first. A line break in it is a break that the author set."""

    text: str
    styles: tuple[Style, ...] = ()


def tidy(runs: Iterable[Run], *, verbatim: bool = False) -> tuple[Run, ...]:
    """Runs with clean text, single blanks within and none at either end.

    Args:
        verbatim: keep blanks and line breaks as they are, but for blank lines at either end (code).
    """
    kept: list[Run] = []
    for run in runs:
        text = clean(run.text).replace("\xad", "")
        if not verbatim:
            text = _BREAKS.sub("\n", _BLANKS.sub(" ", text))
            before = kept[-1].text[-1] if kept else "\n"
            if text[:1] == "\n" and before == " ":
                kept[-1] = Run(kept[-1].text[:-1] or "\n", kept[-1].styles)
                text = text if kept[-1].text != "\n" else text[1:]
            elif text[:1] in (" ", "\n") and before in (" ", "\n"):
                text = text[1:]
        if text:
            kept.append(Run(text, run.styles))
    return _stripped(kept)


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip("\n ") if len(runs[0].text.strip()) else "")
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return tuple(runs)


def plain(runs: Iterable[Run]) -> str:
    """The runs' text without its marks."""
    return "".join(run.text for run in runs)


class Composer:
    """Builds an article's text block by block; blocks stand a blank line apart."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.images: list[Image] = []

    @property
    def text(self) -> str:
        """What has been composed so far."""
        return "".join(self._parts)

    @property
    def end(self) -> int:
        """The offset where the next block will start."""
        return self._length + (2 if self.blocks else 0)

    def add(
        self, kind: BlockKind, runs: Sequence[Run], role: BlockRole | None = None, *, level: int = 0
    ) -> Block | None:
        """Append a block of tidied runs; nothing where they hold no text."""
        text = plain(runs)
        if not text.strip():
            return None
        if self.blocks:
            self._parts.append("\n\n")
        start = self.end
        self._parts.append(text)
        self._length = start + len(text)
        block = Block(kind, start, self._length, role, level=level)
        self.blocks.append(block)
        self.marks.extend(_marks(runs, start))
        return block

    def image(self, href: str, alt: str = "") -> None:
        """Place an image before the block that comes next, unless it is there already."""
        if all(image.href != href for image in self.images[-8:]):
            self.images.append(Image(self.end, href, clean(" ".join(alt.split()))))


def _marks(runs: Sequence[Run], start: int) -> list[Mark]:
    """The marks over runs that begin at an offset; runs under one style that touch make one mark."""
    found: list[Mark] = []
    open_at: dict[Style, int] = {}
    at = start
    for run in (*runs, Run("")):
        ended = [style for style in open_at if style not in run.styles]
        found.extend(Mark(style.kind, open_at.pop(style), at, style.href) for style in ended)
        for style in run.styles:
            open_at.setdefault(style, at)
        at += len(run.text)
    found = [mark for mark in found if mark.kind != "link" or mark.href]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))
