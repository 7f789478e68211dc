"""Alignment: which stretches of an old text stand, in the same order, in a new one, and where a range went.

Whole sentences that stayed are matched first, then words inside what changed; characters only where a boundary falls
inside a change. Offsets are code points of the folded texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_LONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKENS = re.compile(rf"[^\W{_LONE}]+|[^\s]")
"""Words; single characters in scripts that write without spaces; single marks."""

_ENDS = frozenset(".!?。！？")
_CLOSERS = frozenset("\"')]")

_SLIDE = 4
"""How many tokens an insertion is shifted by at most."""

MAX_CELLS = 400_000_000
"""Bound on old times new tokens of one stretch, a bit each in memory; a larger stretch stays unaligned."""

MAX_GAP = 2000
"""Bound, in characters, on a changed stretch that is aligned by characters."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A folded text cut into tokens.

    Attributes:
        text: the folded text.
        words: the tokens.
        starts: where each begins, in code points.
    """

    text: str
    words: list[str]
    starts: list[int]

    def end(self, number: int) -> int:
        """Where a token ends, exclusive."""
        return self.starts[number] + len(self.words[number])


def tokens(text: str) -> Tokens:
    """Cut a folded text into words and marks."""
    found = [(m.group(), m.start()) for m in TOKENS.finditer(text)]
    return Tokens(text, [word for word, _ in found], [start for _, start in found])


@dataclass(frozen=True, slots=True)
class Match:
    """The same characters in both texts, from `old` and `new` on."""

    old: int
    new: int
    size: int


class Alignment:
    """Matches between an old and a new folded text, in order in both, never overlapping.

    Attributes:
        old: the old folded text.
        new: the new one.
        matches: in order.
    """

    def __init__(self, old: str, new: str, matches: Sequence[Match]) -> None:
        self.old = old
        self.new = new
        self.matches = matches
        self._olds = [m.old for m in matches]

    @cached_property
    def _news(self) -> list[int]:
        return [m.new for m in self.matches]

    def kept(self, start: int, end: int) -> int:
        """How many characters of a range of the old text are matched."""
        return sum(
            min(end, m.old + m.size) - max(start, m.old)
            for m in self._between(self._olds, start, end)
            if m.old < end and m.old + m.size > start
        )

    def sources(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges of the old text that a range of the new text comes from, in order."""
        found = []
        for m in self._between(self._news, start, end):
            first, last = max(start, m.new), min(end, m.new + m.size)
            if first < last:
                found.append((m.old + first - m.new, m.old + last - m.new))
        return found

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of the new text that a range of the old one became; empty where nothing of it is left.

        What was put in directly before or after the range stays outside.
        """
        first, last = self._moved(start, late=True), self._moved(end, late=False)
        return (first, last) if first <= last else (last, last)

    def _between(self, keys: list[int], start: int, end: int) -> Sequence[Match]:
        return self.matches[max(0, bisect_right(keys, start) - 1) : bisect_left(keys, end)]

    def _moved(self, offset: int, *, late: bool) -> int:
        """Where a boundary went; `late` for a start, which lies behind what was put in at it."""
        at = bisect_right(self._olds, offset) - 1 if late else bisect_left(self._olds, offset) - 1
        before = self.matches[at] if at >= 0 else Match(0, 0, 0)
        if offset < before.old + before.size or (not late and offset == before.old + before.size and at >= 0):
            return before.new + offset - before.old
        after = self.matches[at + 1] if at + 1 < len(self.matches) else Match(len(self.old), len(self.new), 0)
        old_from, new_from = before.old + before.size, before.new + before.size
        old_gap, new_gap = self.old[old_from : after.old], self.new[new_from : after.new]
        return new_from + _within(old_gap, new_gap, offset - old_from, late=late)


def _within(old: str, new: str, offset: int, *, late: bool) -> int:
    """Where a boundary inside a changed stretch went, by its characters."""
    if not old or not new:
        return len(new) if late and offset == len(old) else 0
    if len(old) > MAX_GAP or len(new) > MAX_GAP:
        return round(offset * len(new) / len(old))
    found = 0
    for op in Levenshtein.opcodes(old, new):
        if op.src_start > offset or (op.src_start == offset and not late):
            break
        inside = min(offset - op.src_start, op.dest_end - op.dest_start)
        found = op.dest_end if offset >= op.src_end else op.dest_start + inside
    return found


def align(old: Tokens, new: Tokens) -> Alignment:
    """Align two texts.

    Source: longest common subsequence by bit-parallel computation (Hyyrö 2004), as rapidfuzz provides it, first over
    sentences, as in a patience diff, then over the words between those that stayed.
    """
    olds, news = _sentences(old), _sentences(new)
    pairs: list[tuple[int, int, int]] = []
    for a1, a2, b1, b2, same in _blocks([s for s, _ in olds], [s for s, _ in news]):
        a_from, a_to = _bounds(olds, a1, a2, len(old.words))
        b_from, b_to = _bounds(news, b1, b2, len(new.words))
        if same:
            pairs.append((a_from, b_from, a_to - a_from))
        else:
            pairs += align_words(old, new, (a_from, a_to), (b_from, b_to))
    return Alignment(old.text, new.text, list(_matches(old, new, pairs)))


def align_part(old: Tokens, new: Tokens, part: tuple[int, int]) -> Alignment:
    """Align a whole old text with a range of tokens of a new one, by words."""
    pairs = align_words(old, new, (0, len(old.words)), part)
    return Alignment(old.text, new.text, list(_matches(old, new, pairs)))


def align_words(
    old: Tokens, new: Tokens, a: tuple[int, int], b: tuple[int, int]
) -> list[tuple[int, int, int]]:
    """Runs of equal tokens of two token ranges: old index, new index, count."""
    olds, news = old.words[slice(*a)], new.words[slice(*b)]
    runs = [(a[0] + a1, b[0] + b1, a2 - a1) for a1, a2, b1, _, same in _blocks(olds, news) if same]
    return _slid(new, runs)


def _slid(new: Tokens, runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The runs with what was put in between two of them shifted, where it can be, to begin like a sentence.

    "He left. [She stayed.]" and "He left[. She stayed]." are one insertion; the first is what was meant.
    """
    for at in range(len(runs) - 1):
        (a, b, count), (a2, b2, count2) = runs[at], runs[at + 1]
        if a + count != a2 or _begins(new, b + count):
            continue
        for shift in range(1, _SLIDE + 1):
            right, left = b + count + shift, b + count - shift
            if (
                shift < count2
                and _begins(new, right)
                and new.words[right - shift : right] == new.words[b2 : b2 + shift]
            ):
                runs[at : at + 2] = [(a, b, count + shift), (a2 + shift, b2 + shift, count2 - shift)]
                break
            if (
                shift < count
                and _begins(new, left)
                and new.words[left : left + shift] == new.words[b2 - shift : b2]
            ):
                runs[at : at + 2] = [(a, b, count - shift), (a2 - shift, b2 - shift, count2 + shift)]
                break
    return runs


def _begins(of: Tokens, number: int) -> bool:
    """Whether a sentence ends before this token."""
    before = of.text[of.end(number - 1) - 1 : of.starts[number]] if 0 < number < len(of.words) else ""
    return len(before) > 1 and (before[0] in _ENDS or before[0] in _CLOSERS)


def _blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int, int, bool]]:
    """The two sequences as stretches that are the same or not: old start and end, new start and end, whether."""
    if not old and not new:
        return
    if len(old) * len(new) > MAX_CELLS:
        yield 0, len(old), 0, len(new), False
        return
    pending = (0, 0, 0, 0)
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if pending[1] > pending[0] or pending[3] > pending[2]:
                yield (*pending, False)
            yield op.src_start, op.src_end, op.dest_start, op.dest_end, True
            pending = (op.src_end, op.src_end, op.dest_end, op.dest_end)
        else:
            pending = (pending[0], op.src_end, pending[2], op.dest_end)
    if pending[1] > pending[0] or pending[3] > pending[2]:
        yield (*pending, False)


def _sentences(of: Tokens) -> list[tuple[tuple[str, ...], int]]:
    """The tokens cut after each end of a sentence, each stretch with the number of its first token."""
    cuts = [0]
    for number, word in enumerate(of.words):
        if word in _ENDS:
            end = number + 1
            while end < len(of.words) and of.words[end] in _CLOSERS and of.starts[end] == of.end(end - 1):
                end += 1
            cuts.append(end)
    cuts = sorted({*cuts, len(of.words)})
    return [(tuple(of.words[start:end]), start) for start, end in pairwise(cuts)]


def _bounds(
    stretches: list[tuple[tuple[str, ...], int]], first: int, last: int, total: int
) -> tuple[int, int]:
    """The range of tokens of a range of stretches."""
    start = stretches[first][1] if first < len(stretches) else total
    return start, stretches[last][1] if last < len(stretches) else total


def _matches(old: Tokens, new: Tokens, pairs: list[tuple[int, int, int]]) -> Iterator[Match]:
    """Runs of tokens as runs of characters; a run is split where only one side has a space."""
    for a, b, count in pairs:
        start, shift = old.starts[a], new.starts[b] - old.starts[a]
        for number in range(1, count):
            if new.starts[b + number] - old.starts[a + number] != shift:
                yield Match(start, start + shift, old.end(a + number - 1) - start)
                start, shift = old.starts[a + number], new.starts[b + number] - old.starts[a + number]
        yield Match(start, start + shift, old.end(a + count - 1) - start)
