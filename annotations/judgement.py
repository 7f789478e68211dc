"""Judgement: which candidate a passage is, in which state, how sure, and why; or that none will do.

It prefers saying nothing to saying something wrong. What speaks for a place is counted in characters: those of the
passage and of its surroundings that are more alike than unrelated text is. Offsets are of the folded text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.candidates import COPIES
from annotations.pattern import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.candidates import Candidate
    from annotations.model import State
    from annotations.pattern import Pattern

WEIGHTY = 96
"""A longer passage counts as one of this length, or an exact copy would outweigh any surroundings."""

LEAST = 24.0
"""Characters' worth of evidence below which nothing is believed."""

MANY = 40.0
"""Characters' worth of a changed passage that one neighbour is enough for."""

MARGIN = 12.0
"""Characters' worth of evidence by which the best must lead."""

STANDS = 0.35
"""Likeness from which a neighbour counts as still standing."""

ALIKE = 0.8
"""Likeness from which the words of a passage are as good as the same."""

HINTS = 0.2
"""Likeness from which a neighbour at least does not contradict."""

MOVED_OR_REPEATED = "the words stand elsewhere in other surroundings: moved there, or only repeated?"

ONE_SIDED = "it is only somewhat like it, and the text on one side is another"

BOTH = 0.6
"""Likeness of both neighbours together that is enough."""

BOTH_OF_FEW = 1.05
"""Likewise for few words whose nearest neighbour on one side is another."""

BOTH_OF_MANY = 0.45
"""Likewise for many words."""

SOME = 8
"""Length, in characters, from which the rest of its sentence speaks for many words."""

ONE = 0.5
"""Likeness of one neighbour that is enough for many words."""

TELLING = 20
"""Length, in characters, from which words alone, without surroundings, tell one passage from another."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided; `start` and `end` are None for an orphan, which may have stood `near` a place."""

    start: int | None
    end: int | None
    state: State
    score: float
    reason: str
    near: int | None = None


def floor(wanted: Pattern, found: Candidate) -> float:
    """The likeness from which the words at a place are believed to be the passage's; it falls with their number.

    Between neighbours that stand to the letter a few words may have changed by more, and wholly where the rest of
    their sentence stands, since nothing else can stand there. Where many words changed so much and nothing around
    them did, others were put in their place.
    """
    length = len(wanted.exact)
    between = min(found.sides) >= ALIKE
    if length < TELLING and between and in_sentence(wanted, found):
        return 0.0
    if length < 30:
        return (0.5 if length < 12 else 0.35) * (0.6 if between else 1)
    return 0.35 if between and length >= 60 else 0.25


def evidence(wanted: Pattern, found: Candidate) -> float:
    """What speaks for the place, in characters."""
    return found.quote * min(len(wanted.exact), WEIGHTY) + (found.before + found.after) * REACH


def judge(wanted: Pattern, candidates: Sequence[Candidate], *, settled: bool = False) -> Verdict:
    """Decide between candidates that were found by search.

    Args:
        settled: the old text has shown that each candidate is new where it stands, so that a copy without its old
            surroundings was moved there.
    """
    good = [c for c in candidates if c.quote >= floor(wanted, c) and evidence(wanted, c) >= LEAST]
    if not good:
        return lost(wanted, candidates)
    ranked = sorted(good, key=lambda c: (-evidence(wanted, c), c.start))
    best = ranked[0]
    rivals = [c for c in ranked[1:] if c.start >= best.end or c.end <= best.start]
    if rivals and evidence(wanted, best) - evidence(wanted, rivals[0]) < MARGIN:
        return _tied(wanted, ranked)
    if best.around:
        return accept(wanted, best)
    if supported(wanted, best) or (settled and best.same and len(wanted.exact) >= TELLING):
        return accept(wanted, best)
    if max(best.sides) < STANDS:
        return _homeless(wanted, best)
    return doubtful(wanted, best, MOVED_OR_REPEATED if best.same else ONE_SIDED)


def supported(wanted: Pattern, found: Candidate) -> bool:
    """Whether enough of the surroundings stands for what the words themselves tell.

    Both neighbours, of a few words the nearest; or one, where the words are many and alike; or, for the very words,
    their own sentence: text is put in and taken out between sentences, while another neighbour inside the sentence
    means another sentence.
    """
    before, after = found.sides
    many = tells(wanted, found)
    few = len(wanted.exact) < TELLING
    lone = few and min(found.near_before, found.near_after) < HINTS
    enough = BOTH_OF_FEW if lone else BOTH_OF_MANY if many else BOTH
    wide = not few or found.before + found.after >= ONE
    if wide and min(before, after) >= HINTS and before + after >= enough:
        return True
    if many and max(found.before, found.after) >= ONE:
        return True
    if not found.same:
        return False
    if in_sentence(wanted, found, SOME if many else TELLING):
        return True
    return (found.led and after >= ALIKE) or (found.trailed and before >= ALIKE)


def in_sentence(wanted: Pattern, found: Candidate, least: int = TELLING) -> bool:
    """Whether the rest of its own sentence stands around the place, that many characters of it at least."""
    return found.led and found.trailed and len(wanted.lead or "") + len(wanted.tail or "") >= least


def tells(wanted: Pattern, found: Candidate) -> bool:
    """Whether the words are so many and so alike that one neighbour is enough."""
    size = len(wanted.exact)
    return size >= TELLING and (found.quote >= ALIKE or found.quote * size >= MANY)


def accept(wanted: Pattern, best: Candidate) -> Verdict:
    """The verdict on a place that is certain."""
    stands = (best.near_before >= STANDS, best.near_after >= STANDS)
    if not best.same:
        score = min(0.99, 0.7 * best.quote + 0.15 * best.before + 0.15 * best.after)
        return Verdict(best.start, best.end, "edited", score, _changes(best.quote))
    if all(stands):
        return Verdict(best.start, best.end, "exact", 1.0, "the same words between the same neighbours")
    score = min(0.99, 0.6 + 0.2 * best.before + 0.2 * best.after)
    side = "before it" if stands[1] else "after it" if stands[0] else "on both sides"
    return Verdict(best.start, best.end, "moved", score, f"the same words, but the text {side} is another")


def doubtful(wanted: Pattern, best: Candidate, reason: str) -> Verdict:
    """The verdict on a place that the reader should look at."""
    return Verdict(best.start, best.end, "ambiguous", _score(wanted, best), reason)


def lost(wanted: Pattern, candidates: Sequence[Candidate]) -> Verdict:
    """The verdict where nothing is good enough."""
    score = max((_score(wanted, c) for c in candidates), default=0.0)
    home = max(candidates, key=lambda c: sum(c.sides), default=None)
    if home is None or max(home.sides) < STANDS:
        return Verdict(None, None, "orphan", score, "neither its words nor its surroundings are in the text")
    around = "its surroundings are" if min(home.sides) >= STANDS else "the text on one side of it is"
    return Verdict(None, None, "orphan", score, f"{around} there, but its words are not", home.start)


def _homeless(wanted: Pattern, best: Candidate) -> Verdict:
    """The words are there, and nothing of what stood around them."""
    if best.quote < ALIKE or len(wanted.exact) < TELLING:
        return lost(wanted, [best])
    return doubtful(wanted, best, MOVED_OR_REPEATED)


def _tied(wanted: Pattern, ranked: Sequence[Candidate]) -> Verdict:
    best = ranked[0]
    close = sum(evidence(wanted, best) - evidence(wanted, c) < MARGIN for c in ranked)
    number = f"{close}" if close < COPIES else "many"
    return doubtful(wanted, best, f"{number} places are as good as each other")


def _score(wanted: Pattern, found: Candidate) -> float:
    most = min(len(wanted.exact), WEIGHTY) + 2 * REACH
    return min(0.99, evidence(wanted, found) / most)


def _changes(quote: float) -> str:
    if quote < HINTS:
        return "other words stand in its place"
    how_much = "a few letters" if quote >= 0.9 else "some words" if quote >= 0.5 else "many words"
    return f"{how_much} of it changed"
