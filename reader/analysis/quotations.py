"""Stretches in quotation marks: every kind of mark, repaired where one is missing, doubled or turned the wrong way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.document.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.document.model import Block

Family = Literal["double", "single"]

_MARK = re.compile("''|``|[\"“”„‟«»‘’‚‛‹›'`]")
_TWICE = re.compile(_MARK.pattern.replace("''|", "''|\"\"|", 1))
"""The same where each straight mark stands twice, as in the cells of a table that was saved as text."""
_STRAIGHT = re.compile('"+')
_DOUBLE_OPEN = frozenset("“„‟") | {"``"}
_ANGLE = frozenset("«»‹›")
_SINGLE = frozenset("‘’‚‛'`")
_BEFORE_OPEN = frozenset("([{—–-/‘'“\"„«…:")
_AFTER_CLOSE = frozenset(".,:;!?)]}—–-…’'”\"»/")
_CUE_AFTER = re.compile(
    r"[,.!?] (?:(?:said|says|added|asked|wrote) [A-Z][\w.'’-]*|(?:he|she|they|I|[A-Z][\w.'’-]+) (?:said|says|added|asked|wrote)\b)"
)
"""A quotation whose close was forgotten ends where its speaker is named."""
_LONG = 60
_FEW = 3
"""A stretch in single marks with fewer spaces is not taken to be unclosed."""
MARKS = "\"“”„‟«»‘’‚‛‹›'`"
"""Every quotation mark, opening, closing or both."""
_EMPTY = MARKS + " \n\t.,"


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost stretch in quotation marks within one block.

    Attributes:
        start: of the opening mark.
        end: after the closing mark, or after the last word where none closes it.
        family: which marks; single ones stand for both British quotations and headline style.
        closed: whether its closing mark is there.
        opened: whether its opening mark is there.
    """

    start: int
    end: int
    family: Family = "double"
    closed: bool = True
    opened: bool = True


def find_quotations(
    text: str, start: int = 0, end: int | None = None, *, resumed: bool = False
) -> list[Quotation]:
    """The outermost quoted stretches of one block, `text[start:end]`.

    Double marks and guillemets are read first; single marks count only outside of them. A stretch whose close is
    missing runs to the block's end, or to the next opening mark where that stands far off. So does one in single marks
    that opens the block, or that a colon or comma leads in where the next block opens with a single mark (`resumed`).

    Returns:
        In order, disjoint, each with a word in it. The time is linear in the length.
    """
    stop = len(text) if end is None else end
    doubles = _Doubles(text, start, stop).scan()
    found = _merge(doubles, _singles(text, start, stop, doubles, resumed))
    return [q for q in found if text[q.start : q.end].strip(_EMPTY)]


def stretches(text: str, parts: Iterable[Span | Block]) -> list[Span]:
    """The quotations of several parts of a text, each read by itself, in order."""
    return [Span(q.start, q.end) for part in parts for q in find_quotations(text, part.start, part.end)]


def _looks_open(text: str, mark: re.Match[str], start: int, stop: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < stop else " "
    return (before.isspace() or before in _BEFORE_OPEN) and not after.isspace() and after not in ".,;:!?)]}"


class _Doubles:
    """The state machine over double marks and guillemets of one block."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.start, self.stop = text, start, stop
        self.open: int | None = None
        self.angle = False
        self.nested = 0
        self.found: list[Quotation] = []

    def scan(self) -> list[Quotation]:
        straight = _STRAIGHT.findall(self.text, self.start, self.stop)
        written = _TWICE if straight and all(len(run) % 2 == 0 for run in straight) else _MARK
        marks = [m for m in written.finditer(self.text, self.start, self.stop) if m.group() not in _SINGLE]
        for place, mark in enumerate(marks):
            self._see(mark, marks, place)
        self._finish()
        return self.found

    def _see(self, mark: re.Match[str], marks: list[re.Match[str]], place: int) -> None:
        if mark.group() in _ANGLE:
            self._see_angle(mark)
        elif self.open is None or not self.angle:
            opening = self._opening(mark)
            if opening and self.open is not None:
                self._open_again(mark, marks, place)
            elif opening:
                self.open = mark.start()
            elif self.open is not None and self.nested and mark.group() == "”":
                self.nested -= 1
            elif self.open is not None:
                self._close(mark.end())

    def _see_angle(self, mark: re.Match[str]) -> None:
        """«…» and »…«: whichever way round, an opening one stands before its word."""
        if self.open is None:
            if _looks_open(self.text, mark, self.start, self.stop) or mark.group() == "«":
                self.open, self.angle = mark.start(), True
        elif self.angle and not _looks_open(self.text, mark, self.start, self.stop):
            self._close(mark.end())

    def _opening(self, mark: re.Match[str]) -> bool:
        name = mark.group()
        looks = _looks_open(self.text, mark, self.start, self.stop)
        if name in _DOUBLE_OPEN:
            return self.open is None or looks or not self._closes_turned(mark)
        if name == "”":
            return self.open is None and (looks or self._is_glued(mark)) and self._is_turned(mark)
        if self.open is None:
            at_end = mark.end() >= self.stop or self.text[mark.end()].isspace()
            return looks or not at_end or self._is_spaced(mark)
        before = self.text[mark.start() - 1] if mark.start() > self.start else " "
        return looks and before not in "—–-'‘…"

    def _is_turned(self, mark: re.Match[str]) -> bool:
        """Whether a closing mark opens all the same: at the block's start, before a new sentence, or where another one closes."""
        behind = self.text[max(self.start, mark.start() - 2) : mark.start()]
        begins = self.text[mark.end() : mark.end() + 1]
        new = behind.rstrip()[-1:] in (".", ",", ":") and begins.isupper()
        closes = begins.isalnum() and self.text.find("”", mark.end(), self.stop) > 0
        return mark.start() == self.start or new or closes

    def _is_glued(self, mark: re.Match[str]) -> bool:
        """Whether the blank before a mark is missing: “…,” Ruiz said.”It …”"""
        before = self.text[max(self.start, mark.start() - 2) : mark.start()]
        begins = self.text[mark.end() : min(mark.end() + 1, self.stop)]
        return before[-1:] in (".", ":") and before[:1].islower() and begins.isupper()

    def _is_spaced(self, mark: re.Match[str]) -> bool:
        """Whether a mark between blanks opens all the same: the next one, right behind a word, closes."""
        following = self.text.find(mark.group(), mark.end(), self.stop)
        return following > 0 and not self.text[following - 1].isspace()

    def _closes_turned(self, mark: re.Match[str]) -> bool:
        """Whether an opening mark closes the open stretch all the same: „…“, and “…“ where it was turned wrongly."""
        if mark.group() != "“" or self.open is None:
            return False
        after = self.text[mark.end() : mark.end() + 1]
        right = not after or after.isspace() or after in ".,;:!?)]}—–"
        return self.text[self.open] == "„" or (right and not self.text[mark.start() - 1].isspace())

    def _open_again(self, mark: re.Match[str], marks: list[re.Match[str]], place: int) -> None:
        """An opening mark inside an open stretch: nested where a second close comes, else the close was forgotten."""
        assert self.open is not None
        if mark.group() in "“„‟``":
            following = [m.group() for m in marks[place + 1 : place + 3]]
            if following == ["”", "”"]:
                self.nested += 1
                return
        before = self.text[self.open : mark.start()].rstrip()
        if mark.start() - self.open > _LONG and before[-1:] in ".,!?…":
            self.found.append(Quotation(self.open, self.open + len(before), "double", closed=False))
        self.open = mark.start()

    def _close(self, end: int) -> None:
        assert self.open is not None
        self.found.append(Quotation(self.open, end))
        self.open, self.angle, self.nested = None, False, 0

    def _finish(self) -> None:
        if self.open is None:
            return
        rest = _unclosed(self.text, self.open, self.stop)
        if len(rest) > 2:
            self.found.append(Quotation(self.open, self.open + len(rest), closed=False))


def _unclosed(text: str, start: int, stop: int) -> str:
    """The stretch that opens at `start` and that nothing closes."""
    rest = text[start:stop].rstrip()
    cue = _CUE_AFTER.search(rest)
    return rest[: cue.start() + 1] if cue else rest


def _singles(text: str, start: int, stop: int, doubles: list[Quotation], resumed: bool) -> list[Quotation]:
    """Stretches in single marks that lie outside every double-marked one; a double inside of one is nested in it."""
    found: list[Quotation] = []
    opened: int | None = None
    marks = [m for m in _MARK.finditer(text, start, stop) if m.group() in _SINGLE]
    place = 0
    for number, mark in enumerate(marks):
        while place < len(doubles) and doubles[place].end <= mark.start():
            place += 1
        if place < len(doubles) and doubles[place].start < mark.start():
            continue
        if opened is None:
            if _opens_single(text, mark, start, stop):
                opened = mark.start()
        elif _closes_single(text, mark, stop) and not _plural(text, mark, marks, number, stop):
            found.append(Quotation(opened, mark.end(), "single"))
            opened = None
    if opened is not None and _runs_on(text, opened, start, stop, resumed):
        found.append(Quotation(opened, opened + len(_unclosed(text, opened, stop)), "single", closed=False))
    return found


def _runs_on(text: str, opened: int, start: int, stop: int, resumed: bool) -> bool:
    """Whether a single mark that nothing closes opens a quotation of several paragraphs, and is no apostrophe."""
    led = resumed and text[start:opened].rstrip()[-1:] in (":", ",")
    if not (led or not text[start:opened].strip()):
        return False
    rest = text[opened + 1 : stop].rstrip()
    return rest[:1].isupper() and rest[-1:] in ".!?…" and rest.count(" ") >= _FEW


def _opens_single(text: str, mark: re.Match[str], start: int, stop: int) -> bool:
    if mark.group() in "’‛" and mark.group() != "‛":
        return False
    if not _looks_open(text, mark, start, stop):
        return False
    after = text[mark.end() : mark.end() + 4]
    return not re.match(r"\d\ds?\b|em\b|til\b|tis\b|n['’]|cause\b", after)


def _closes_single(text: str, mark: re.Match[str], stop: int) -> bool:
    if mark.group() in "‘‚‛":
        return False
    after = text[mark.end()] if mark.end() < stop else " "
    before = text[mark.start() - 1]
    return (after.isspace() or after in _AFTER_CLOSE) and not before.isspace()


def _plural(text: str, mark: re.Match[str], marks: list[re.Match[str]], number: int, stop: int) -> bool:
    """Whether the mark is a plural's apostrophe (the voters' choice), since a true close stands further on."""
    if not re.match(r"\s[^\W\d_A-Z]", text[mark.end() : mark.end() + 2]) or text[mark.start() - 1] != "s":
        return False
    for later in marks[number + 1 : number + 6]:
        if later.group() in "‘‚":
            return False
        if _closes_single(text, later, stop):
            return text[later.start() - 1] in ".,!?…"
    return False


def _merge(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """All of them in order; where two overlap, one that wholly holds the other is kept, else the double one."""
    merged: list[Quotation] = []
    for quotation in sorted([*doubles, *singles], key=lambda q: (q.start, -q.end)):
        last = merged[-1] if merged else None
        if last is None or quotation.start >= last.end:
            merged.append(quotation)
        elif quotation.end > last.end and last.family == "single":
            merged[-1] = quotation
    return merged
