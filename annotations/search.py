"""Search: one changed text, prepared once, in which any number of passages is found again."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from annotations.alignment import Alignment, align, tokens
from annotations.anchor import Resolution
from annotations.candidates import NEAR, Candidate, Index
from annotations.folding import Folded, fold
from annotations.judgement import (
    ALIKE,
    HINTS,
    LEAST,
    MOVED_OR_REPEATED,
    STANDS,
    Verdict,
    accept,
    doubtful,
    evidence,
    floor,
    judge,
    supported,
)
from annotations.pattern import Pattern, pattern
from annotations.text import sha256

if TYPE_CHECKING:
    from annotations.model import Anchor

_ALIGNED = 12.0
"""Characters' worth of evidence that a place needs which the alignment of the old text gives."""


class Search:
    """A text to search in, and the old text where it is kept."""

    def __init__(self, text: str, was: str | None = None) -> None:
        self._text = text
        self._index = Index(fold(text))
        self._was = was
        self._digest = None if was is None else sha256(was)

    @cached_property
    def _old(self) -> Folded:
        return fold(self._was or "")

    @cached_property
    def _alignment(self) -> Alignment:
        return align(tokens(self._old.text), self._index.tokens)

    def resolve(self, anchor: Anchor) -> Resolution:
        """Where the passage stands now."""
        wanted = pattern(anchor)
        known = (
            self._was is not None
            and anchor.sha256 == self._digest
            and self._was[anchor.start : anchor.end] == anchor.exact
        )
        if not known and self._stands(anchor):
            return Resolution(
                anchor.start, anchor.end, "exact", 1.0, "it stands where it stood", anchor.start
            )
        verdict = self._followed(anchor, wanted) if known else self._searched(wanted)
        if verdict.start is None or verdict.end is None:
            near = None if verdict.near is None else self._index.folded.at[verdict.near]
            return Resolution(None, None, verdict.state, verdict.score, verdict.reason, near)
        start, end = self._index.folded.original(verdict.start, verdict.end)
        return Resolution(start, end, verdict.state, verdict.score, verdict.reason, start)

    def candidates(self, anchor: Anchor) -> list[Candidate]:
        """The places worth a reader's look, in no order; ranges count in the folded text."""
        wanted = pattern(anchor)
        found = list(self._index.search(wanted))
        if self._was is not None and anchor.sha256 == self._digest:
            start, end = self._old.folded(anchor.start, anchor.end)
            place = self._alignment.place(start, end)
            found += (
                [self._index.measure(wanted, *self._index.trim(wanted, *place))]
                if place[0] < place[1]
                else []
            )
        return found

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A range of the folded text as one of the text itself."""
        return self._index.folded.original(start, end)

    def _stands(self, anchor: Anchor) -> bool:
        """Whether the passage stands at its old offset between its old neighbours, to the letter."""
        around = anchor.prefix + anchor.exact + anchor.suffix
        start = anchor.start - len(anchor.prefix)
        return bool(around) and start >= 0 and self._text.startswith(around, start)

    def _searched(self, wanted: Pattern) -> Verdict:
        """Without the old text."""
        size = len(wanted.exact)
        at = self._between_neighbours(wanted)
        if at is not None:
            return accept(wanted, self._index.measure(wanted, at, at + size))
        at = self._only(wanted)
        if at is not None:
            return Verdict(at, at + size, "exact", 1.0, "the only place with these words")
        return judge(wanted, self._index.search(wanted))

    def _between_neighbours(self, wanted: Pattern) -> int | None:
        """The one place where the passage stands with both its neighbours to the letter."""
        before, after = wanted.before[-NEAR:], wanted.after[:NEAR]
        if not before or not after:
            return None
        whole = before + wanted.exact + after
        at = self._index.text.find(whole)
        if at < 0 or self._index.text.find(whole, at + 1) >= 0:
            return None
        return at + len(before)

    def _only(self, wanted: Pattern) -> int | None:
        """The one place of a passage that came without any surroundings, as other programs may send it."""
        places = [] if wanted.before or wanted.after else self._index.copies(wanted)
        return places[0] if len(places) == 1 else None

    def _followed(self, anchor: Anchor, wanted: Pattern) -> Verdict:
        """With the old text: where the alignment takes the passage, else where it is new."""
        start, end = self._old.folded(anchor.start, anchor.end)
        place = self._index.trim(wanted, *self._alignment.place(start, end))
        here = self._index.measure(wanted, *place)
        certain = self._certain(wanted, here, self._alignment.kept(start, end))
        if certain and (here.quote >= ALIKE or min(here.sides) >= STANDS):
            return accept(wanted, here)
        others = [c for c in self._index.search(wanted) if not self._claimed(c.start, c.end, start, end)]
        if certain:
            overlapping = [c for c in others if not _apart(c.start, c.end, place)]
            return accept(wanted, max([here, *overlapping], key=lambda c: evidence(wanted, c)))
        found = judge(wanted, others, settled=True)
        if found.start is None or found.end is None:
            return replace(found, near=place[0])
        if (
            here.quote >= HINTS
            and min(here.near_before, here.near_after) >= STANDS
            and _apart(found.start, found.end, place)
        ):
            return doubtful(wanted, self._index.measure(wanted, found.start, found.end), MOVED_OR_REPEATED)
        return found

    def _certain(self, wanted: Pattern, here: Candidate, kept: int) -> bool:
        """Whether the place that the alignment gives needs no search for another."""
        size = len(wanted.exact)
        if here.quote < floor(wanted, here) or (here.start == here.end and size):
            return False
        if kept >= max(LEAST, size / 3):
            return True
        return evidence(wanted, here) >= _ALIGNED and max(here.sides) >= HINTS and supported(wanted, here)

    def _claimed(self, start: int, end: int, own_start: int, own_end: int) -> bool:
        """Whether a place of the new text is known to be another passage of the old one."""
        others = sum(
            last - first
            for first, last in self._alignment.sources(start, end)
            if last <= own_start or first >= own_end
        )
        return 2 * others > end - start


def _apart(start: int, end: int, place: tuple[int, int]) -> bool:
    """Whether two ranges share nothing."""
    return start >= place[1] or end <= place[0]
