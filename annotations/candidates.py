"""Candidates: the places of a text where a passage may stand, each with what speaks for it.

Places come from exact copies, and from the surroundings: each word that the passage and its context share with the
text votes for a shift between the two, rare words and pairs of words more than common ones.
Offsets are code points of the folded text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from annotations.alignment import TOKENS, align_part, tokens
from annotations.pattern import inside_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotations.alignment import Tokens
    from annotations.folding import Folded
    from annotations.pattern import Pattern

NEAR = 32
"""Characters of context that make a neighbour."""

LETTERS = 0.4
"""How alike unrelated stretches are at most, as a rule, by normalized Levenshtein similarity."""

WORDS = 0.25
"""Likewise by the weight of common words in order."""

_NOT_FAR = 600
"""How far off, in characters, an old neighbour can be and still be one."""

_PLAIN = 0.75
"""Likeness by letters that needs no look at the words."""

_LONG = 4000
"""Bound, in characters, on what is compared of a stretch."""

_COMMON = 32
"""A word or pair that occurs more often than this does not vote."""

_VOTERS = 240
"""Bound on the words of one passage that vote; of a longer one its two ends do."""

_BIN = 8
"""Width, in words, of the shifts that are counted together."""

_SHIFTS = 5
"""How many shifts are looked at."""

COPIES = 8
"""How many exact copies are looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a passage may stand.

    Likeness is 0 where two stretches are no more alike than unrelated ones, and 1 where they are the same.

    Attributes:
        start: of the place, in the folded text.
        end: likewise, exclusive.
        same: its text is the passage's.
        quote: likeness of its text and the passage.
        before: likeness of the text before it and what stood before the passage.
        after: likewise after it.
        near_before: `before` for the nearest neighbours only.
        near_after: likewise.
        led: the words before it in its own sentence stand to the letter.
        trailed: likewise after it.
        around: its old neighbours stand, in order and not far off, before and after it.
    """

    start: int
    end: int
    same: bool
    quote: float
    before: float
    after: float
    near_before: float
    near_after: float
    led: bool
    trailed: bool
    around: bool

    @property
    def sides(self) -> tuple[float, float]:
        """Likeness of what stands before and after, near by or as a whole, whichever is more."""
        return max(self.before, self.near_before), max(self.after, self.near_after)


class _Weights(dict[object, float]):
    """How telling each word or pair of words of a text is, in bits."""

    def __init__(self, places: Mapping[object, list[int]], total: int) -> None:
        self._places = places
        self._total = total

    def __missing__(self, key: object) -> float:
        weight = log2(1 + self._total / (1 + len(self._places.get(key, ()))))
        self[key] = weight
        return weight


class Index:
    """A text as it is searched."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.text = folded.text

    @cached_property
    def tokens(self) -> Tokens:
        return tokens(self.text)

    @cached_property
    def _places(self) -> dict[object, list[int]]:
        """Where each word and each pair of words stands, by number of its token."""
        places: dict[object, list[int]] = defaultdict(list)
        for number, word in enumerate(self.tokens.words):
            places[word].append(number)
        for number, pair in enumerate(pairwise(self.tokens.words)):
            places[pair].append(number)
        return places

    @cached_property
    def _weights(self) -> _Weights:
        return _Weights(self._places, len(self.tokens.words))

    def copies(self, wanted: Pattern) -> list[int]:
        """Where exact copies begin, at most one more than are worth looking at."""
        found: list[int] = []
        at = self.text.find(wanted.exact) if wanted.exact else -1
        while at >= 0 and len(found) <= COPIES:
            if self.trim(wanted, at, at + len(wanted.exact)) == (at, at + len(wanted.exact)):
                found.append(at)
            at = self.text.find(wanted.exact, at + 1)
        return found

    def measure(self, wanted: Pattern, start: int, end: int) -> Candidate:
        """What speaks for a place."""
        here = self.text[start:end]
        before = self.text[max(0, start - len(wanted.before)) : start]
        after = self.text[end : end + len(wanted.after)]
        first = wanted.whole_context and self.folded.breaks(start)
        last = wanted.whole_context and self.folded.breaks(end)
        near_before = self._beside(wanted.before[-NEAR:], before[-NEAR:], edge=first)
        near_after = self._beside(wanted.after[:NEAR], after[:NEAR], edge=last)
        return Candidate(
            start,
            end,
            here == wanted.exact,
            self.likeness(wanted.exact, here),
            self._beside(wanted.before, before, edge=first),
            self._beside(wanted.after, after, edge=last),
            near_before,
            near_after,
            wanted.lead is not None and self.text.endswith(wanted.lead, 0, start),
            wanted.tail is not None and self.text.startswith(wanted.tail, end),
            self._around(wanted, start, end),
        )

    def likeness(self, wanted: str, found: str) -> float:
        """How alike two stretches are beyond what unrelated ones are, 0 to 1: by letters or by words, rare ones more.

        Letters bear typing errors, words bear that every other one is replaced.
        """
        if wanted == found:
            return 1.0
        wanted, found = _ends(wanted), _ends(found)
        letters = (Levenshtein.normalized_similarity(wanted, found) - LETTERS) / (1 - LETTERS)
        if letters >= _PLAIN:
            return letters
        return max(0.0, letters, (self._words(wanted, found) - WORDS) / (1 - WORDS))

    def _words(self, wanted: str, found: str) -> float:
        """The share of the wanted words, by weight, that were found in the same order."""
        old, new = TOKENS.findall(wanted), TOKENS.findall(found)
        if not old or not new:
            return 0.0
        weights = [self._weights[word] for word in old]
        kept = sum(
            sum(weights[op.src_start : op.src_end]) for op in Indel.opcodes(old, new) if op.tag == "equal"
        )
        return kept / max(sum(weights), 0.85 * sum([self._weights[word] for word in new]))

    def _beside(self, wanted: str, found: str, *, edge: bool) -> float:
        """Likeness of two contexts; a passage that began or ended its text is at home where a line does."""
        if not wanted:
            return 1.0 if edge else 0.0
        return self.likeness(wanted, found)

    def _around(self, wanted: Pattern, start: int, end: int) -> bool:
        before, after = wanted.before[-NEAR:].strip(), wanted.after[:NEAR].strip()
        if min(len(before), len(after)) < NEAR // 2:
            return False
        return (
            self.text.find(before, max(0, start - _NOT_FAR), start) >= 0
            and self.text.find(after, end, end + _NOT_FAR) >= 0
        )

    def search(self, wanted: Pattern) -> list[Candidate]:
        """The places worth looking at, each once, in no order."""
        spots = {(at, at + len(wanted.exact)) for at in self.copies(wanted)[:COPIES]}
        spots.update(self._by_context(wanted))
        return [self.measure(wanted, start, end) for start, end in spots if start < end or not wanted.exact]

    def _by_context(self, wanted: Pattern) -> Iterator[tuple[int, int]]:
        slack = _BIN + len(wanted.whole.words) // 8
        total = len(self.tokens.words)
        for shift in self._shifts(wanted):
            first, last = max(0, shift - slack), min(total, shift + len(wanted.whole.words) + slack)
            local = align_part(wanted.whole, self.tokens, (first, last))
            yield self.trim(wanted, *local.place(wanted.start, wanted.end))

    def _shifts(self, wanted: Pattern) -> list[int]:
        """The likeliest differences between a token's number in the text and in the pattern."""
        words = wanted.whole.words
        numbers = list(range(len(words)))
        if len(words) > _VOTERS:
            numbers = [*numbers[: _VOTERS // 2], *numbers[-_VOTERS // 2 :]]
        votes: dict[int, float] = defaultdict(float)
        for number in numbers:
            for key in (words[number], tuple(words[number : number + 2])):
                places = self._places.get(key, ())
                if places and len(places) <= _COMMON:
                    weight = self._weights[key]
                    for place in places:
                        votes[(place - number) // _BIN] += weight
        sums = [(vote + votes.get(at + 1, 0.0), -at) for at, vote in list(votes.items())]
        best: list[int] = []
        most = max(sums, default=(0.0, 0))[0]
        for vote, at in nlargest(4 * _SHIFTS, sums):
            if len(best) < _SHIFTS and vote >= most / 6 and all(abs(-at - other) > 1 for other in best):
                best.append(-at)
        return [at * _BIN + _BIN // 2 for at in best]

    def trim(self, wanted: Pattern, start: int, end: int) -> tuple[int, int]:
        """The range widened to whole words, where the passage was, and without white space at its ends."""
        while wanted.from_word and start < end and inside_word(self.text, start):
            start -= 1
        while wanted.to_word and start < end and inside_word(self.text, end):
            end += 1
        while start < end and self.text[start] == " ":
            start += 1
        while start < end and self.text[end - 1] == " ":
            end -= 1
        return start, end


def _ends(text: str) -> str:
    """A long text's two ends, since likeness takes the product of two lengths."""
    return text if len(text) <= _LONG else text[: _LONG // 2] + text[-_LONG // 2 :]
