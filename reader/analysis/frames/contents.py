"""What a cue's source says: the stretches of a sentence that may be its content, and what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.analysis.words import cues
from reader.analysis.words.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.frames.clauses import Clause, Cue
    from reader.analysis.frames.phrases import Phrase
    from reader.analysis.frames.subjects import Candidate, Features

_ENDS = 7
_STARTS = 5
_BREAKS = frozenset(",;-c:(")
_OPENERS = words_of(
    """
    as after when while before because during although though since despite who which
    """
)
_MEDIA = words_of(
    """
    in on at during by to after from via through before of for with over
    """
)
_CLOSING = frozenset(".,;:-")


@dataclass(frozen=True, slots=True)
class Content:
    """A reading of a cue's content.

    Attributes:
        parts: half-open item ranges, in order, disjoint; empty where the cue has no content in its sentence.
        side: R after the cue, L before it, B both, "" none.
    """

    parts: tuple[tuple[int, int], ...]
    side: str
    features: Features


def content_candidates(clause: Clause, cue: Cue, subject: Candidate) -> list[Content]:
    """The readings of a cue's content, each with its features; the first one is "none"."""
    k = cue.kind
    found = [
        Content((), "", [f"{k}.empty", f"{cue.lemma}.empty", f"empty.after={clause.code(cue.item + 1)}"])
    ]
    first, last = _frame(cue, subject)
    around = _around(clause, cue, subject, first, last)
    start = _after(clause, cue, subject, last)
    rights = _rights(clause, cue, start, around, "s")
    for later, why in _later_starts(clause, start):
        rights += _rights(clause, cue, later, around, why)
    lefts = _lefts(clause, cue, first, around)
    found += rights + lefts
    if lefts and rights and clause.code(last) in ",-:":
        found.append(_both(clause, cue, lefts[0], rights[0], around))
    return found


def _frame(cue: Cue, subject: Candidate) -> tuple[int, int]:
    """The items that the cue and its source take up."""
    first, last = cue.group, cue.item + 1
    if subject.phrase and subject.side in "LG":
        first = min(first, subject.phrase.low)
    if subject.phrase and subject.side in "RB":
        last = max(last, subject.phrase.high)
    return first, last


def _around(clause: Clause, cue: Cue, subject: Candidate, first: int, last: int) -> str:
    """The shape of the frame: its source's side, what stands before and after it."""
    return f"{cue.kind}{subject.side}{clause.code(first - 1)}{clause.code(last)}"


def _after(clause: Clause, cue: Cue, subject: Candidate, last: int) -> int:
    """Where the content right of the cue begins: past a particle, the hearer, "on Monday", "that", a colon."""
    item = last
    if clause.tag(item) == "RP":
        item += 1
    if cue.lemma in cues.WITH_HEARER and subject.side != "R":
        item = _past(clause, item, clause.phrases)
    for _ in range(2):
        if clause.word(item) in _MEDIA or clause.code(item) in "n":
            later = _past_circumstance(clause, item)
            if later == item:
                break
            item = later
    while clause.code(item) in ",:t" and item < clause.high:
        item += 1
    return item


def _later_starts(clause: Clause, start: int) -> list[tuple[int, str]]:
    """Where the content may begin further on: after a "that", after a preposition (talked about X)."""
    found = []
    if clause.code(start) == "i":
        found.append((start + 1, "i"))
    that = clause.codes[:-1].find("t", start + 1 - clause.low, start + 9 - clause.low)
    if that >= 0:
        found.append((clause.low + that + 1, "t"))
    return found


def _past(clause: Clause, item: int, phrases: list[Phrase]) -> int:
    for phrase in phrases:
        if phrase.low == item:
            following = clause.code(phrase.high)
            return phrase.high if following not in ".$c" else item
    return item


def _past_circumstance(clause: Clause, item: int) -> int:
    """Past "on Monday" or "in a statement", where "that", a quotation or a comma follows."""
    start = item + (clause.word(item) in _MEDIA)
    for phrase in clause.phrases:
        if phrase.low == start:
            follows = clause.code(phrase.high)
            if phrase.time or follows in "tQ:" or (start > item and follows == ","):
                return phrase.high
            return item
    return item


def _rights(clause: Clause, cue: Cue, start: int, around: str, why: str) -> list[Content]:
    end = clause.high
    while end > start and clause.code(end - 1) == ".":
        end -= 1
    if start >= end:
        return []
    opening = [
        f"R.{around}",
        f"R.{why}",
        f"R.{why}.{cue.lemma}",
        f"R.{why}.{clause.word(start - 1)}.{cue.kind}",
        f"R.{why}.skipped={clause.shape(cue.item + 1, start)}",
        f"R.{cue.lemma}",
        f"R.{cue.kind}.opens={clause.tag(start)}",
        f"R.after={clause.code(cue.item + 1)}",
        f"R.{cue.lemma}.opens={clause.code(start)}",
    ]
    found = [
        Content(((start, end),), "R", [*opening, "R.whole", f"R.whole.{cue.kind}", f"R.whole.{cue.lemma}"])
    ]
    breaks = islice(_breaks(clause, start + 1, end), _ENDS)
    cuts = [(item, [*opening, *_cut(clause, cue, start, item, end)]) for item in breaks]
    return found + [Content(((start, item),), "R", features) for item, features in cuts]


def _breaks(clause: Clause, start: int, end: int) -> Iterator[int]:
    """The items from `start` to before `end` that a content may end before."""
    codes, lower, low = clause.codes, clause.paragraph.lower, clause.low
    for item in range(start, end):
        code = codes[item - low]
        if code == "c":
            if clause.code(item + 1) in "nv" and codes[item - 1 - low] != ",":
                yield item
        elif code in _BREAKS or lower[item] in _OPENERS:
            yield item


def _cut(clause: Clause, cue: Cue, start: int, item: int, end: int) -> Features:
    word, following = clause.word(item), clause.word(item + 1)
    length = min(item - start, 12)
    key = f"{word} {following}" if clause.code(item) in ",-;" else word
    return [
        "R.cut",
        f"R.cut.{cue.kind}",
        f"R.cut={key}",
        f"R.cut={clause.code(item)}{clause.code(item + 1)}{clause.code(item + 2)}",
        f"R.cut={clause.code(item)}.{cue.kind}",
        f"R.cut={clause.code(item)}.then={_then(clause, item)}",
        f"R.cut={clause.code(item)}.to={clause.code(start)}{clause.code(item + 1)}",
        f"R.cut.length={length}",
        f"R.cut.rest={min(end - item, 10)}",
        f"R.cut.shape={clause.shape(start, item)[:4]}",
        f"R.cut.verb={'v' in clause.codes[start - clause.low : item - clause.low]}{'v' in clause.codes[item - clause.low : end - clause.low]}",
    ]


def _then(clause: Clause, item: int) -> str:
    """The first verb after a break, where it is near, as a verb of speech, of thought or another; what comes first."""
    for place in range(item + 1, min(item + 8, clause.high)):
        code = clause.code(place)
        if code in "vmgp" and clause.word(place) not in cues.AUXILIARIES:
            word = clause.word(place)
            known = (
                "speech" if word in cues.SPEECH_FORMS else "belief" if word in cues.BELIEF_FORMS else "other"
            )
            return f"{clause.code(item + 1)}{code}{known}"
    return f"{clause.code(item + 1)}none"


def _lefts(clause: Clause, cue: Cue, first: int, around: str) -> list[Content]:
    end = first
    while end > clause.low and clause.code(end - 1) in _CLOSING:
        end -= 1
    if end <= clause.low:
        return []
    opening = [
        f"L.{around}",
        f"L.{cue.lemma}",
        f"L.before={clause.code(first - 1)}.{cue.kind}",
        f"L.before={clause.code(first - 1)}.after={clause.code(cue.item + 1)}",
        f"L.ends={clause.code(end - 1)}",
    ]
    before = clause.codes[: end - 1 - clause.low]
    starts = [i for i, code in enumerate(before, clause.low + 1) if code in _BREAKS]
    found = [Content(((clause.low, end),), "L", [*opening, "L.whole", f"L.whole.{cue.kind}"])]
    for item in starts[-_STARTS:]:
        word = clause.word(item - 1)
        features = [
            "L.cut",
            f"L.cut={word} {clause.word(item)}",
            f"L.cut={clause.code(item - 1)}{clause.code(item)}{clause.code(item + 1)}",
            f"L.cut.length={min(end - item, 12)}",
            f"L.cut.verb={'v' in clause.codes[item - clause.low : end - clause.low]}",
        ]
        found.append(Content(((item, end),), "L", [*opening, *features]))
    return found


def _both(clause: Clause, cue: Cue, left: Content, right: Content, around: str) -> Content:
    features = [
        f"B.{around}",
        f"B.{cue.kind}",
        f"B.{cue.lemma}",
        f"B.opens={clause.code(right.parts[0][0])}",
        f"B.length={min(10, right.parts[0][1] - right.parts[0][0])}",
    ]
    return Content(left.parts + right.parts, "B", features)
