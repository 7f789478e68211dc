"""Who a cue belongs to: the noun phrases that may be its subject, and what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.frames.phrases import Phrase
from reader.analysis.words.sorts import sort_of_name, sort_of_noun
from reader.analysis.words.spelled import is_seat

if TYPE_CHECKING:
    from reader.analysis.frames.clauses import Clause, Cue

_OBJECTS = frozenset({"him", "me", "us", "them"})
_LEFT = 6
_RIGHT_SKIP = frozenset("riou")
Features = list[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be the source of a cue, or None for "nobody is named".

    Attributes:
        side: L left of the cue, R right of it, B after "by" and the like, G before a possessive mark, "" for none.
    """

    phrase: Phrase | None
    side: str
    features: Features


def subject_candidates(clause: Clause, cue: Cue) -> list[Candidate]:
    """The candidates for a cue's source, "nobody" first, each with its features."""
    found = [Candidate(None, "", _nobody(clause, cue))]
    if cue.kind in "SJ":
        found += _possessors(clause, cue)
    if cue.kind not in "AS":
        left = _before(clause, cue)[-_LEFT:]
        first = left[0].low if left else -1
        for rank, phrase in enumerate(reversed(left)):
            if is_seat(clause.paragraph.words[phrase.low]):
                continue  # "Ana Ruiz, D-Lund, said"
            found.append(Candidate(phrase, "L", _left(clause, cue, phrase, rank, phrase.low == first)))
    right = _right(clause, cue)
    if right:
        found.append(right)
    if cue.kind in "SPNJ":
        found += _by(clause, cue)
    return found


def left_candidate(clause: Clause, cue: Cue, phrase: Phrase) -> Candidate:
    """A phrase left of a cue as the candidate for its source that it is, however far."""
    left = _before(clause, cue)
    rank = len(left) - 1 - left.index(phrase)
    return Candidate(phrase, "L", _left(clause, cue, phrase, rank, phrase == left[0]))


def _before(clause: Clause, cue: Cue) -> list[Phrase]:
    """The noun phrases left of a cue's verb group."""
    return [p for p in clause.phrases if p.high <= cue.group and p.kind != "there"]


def _nobody(clause: Clause, cue: Cue) -> Features:
    k = cue.kind
    return [
        f"{k}.none",
        f"{k}.{cue.lemma}.none",
        f"none.before={clause.code(cue.group - 1)}",
        f"{k}.none.{clause.tag(cue.item)}",
    ]


def _common(clause: Clause, cue: Cue, phrase: Phrase, side: str) -> Features:
    k = cue.kind
    head = clause.paragraph.lower[phrase.head]
    before = clause.code(phrase.low - 1)
    features = [
        f"{k}.{side}",
        f"{k}.{side}.{phrase.kind}",
        f"{side}.before={before}",
        f"{k}.{side}.before={before}",
        f"{cue.lemma}.{side}",
        f"{side}.after={clause.code(phrase.high)}",
    ]
    if phrase.kind != "name":
        features.append(f"head={head}")
        features.append(f"{side}.head={head}")
    if phrase.sort:
        features += [
            f"{side}.{phrase.sort}",
            f"{k}.{side}.{phrase.sort}",
            f"{side}.before={before}.{phrase.sort}",
        ]
    if before == "i":
        features.append(f"{side}.in={clause.word(phrase.low - 1)}")
    if head in _OBJECTS:
        features.append(f"{side}.object")
    if phrase.time:
        features.append(f"{side}.time")
    if phrase.kind != "pronoun":
        features.append(f"{side}.opens={clause.tag(phrase.low)}")
    return features


def _left(clause: Clause, cue: Cue, phrase: Phrase, rank: int, first: bool) -> Features:
    k = cue.kind
    shape = clause.shape(phrase.high, cue.group)
    bare = clause.bare(phrase.high, cue.group)
    features = _common(clause, cue, phrase, "L")
    before = clause.code(phrase.low - 1)
    features += [
        f"{k}.gap={shape}",
        f"gap={shape}",
        f"gap={shape}.{phrase.kind}",
        f"gap={shape}.before={before}",
        f"{k}.bare={bare}",
        f"bare={bare}.{phrase.kind}",
        f"bare={bare}.before={before}",
        f"{k}.rank={rank}",
        f"{k}.rank={rank}.{phrase.kind}",
    ]
    verbs, commas = _crossed(clause, phrase.high, cue.group)
    after = clause.code(phrase.high)
    features += [
        f"{k}.verbs={verbs}.commas={commas}",
        f"{phrase.kind}.verbs={verbs}.commas={commas}",
        f"{phrase.kind}.first={first}.verbs={verbs}",
        f"{k}.verbs={verbs}.{phrase.kind}.before={before}",
        f"after={after}.verbs={verbs}.{k}",
        f"verbs={verbs}.last={clause.code(cue.group - 1)}.{k}.{phrase.kind}",
    ]
    if first:
        features.append(f"{k}.first")
        features.append(f"{k}.first.before={before}")
    if phrase.high == cue.group:
        features.append(f"touches.{phrase.kind}.{k}")
    return features


def _crossed(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """How many finite verbs and commas stand between, up to three each."""
    between = clause.codes[start - clause.low : end - clause.low]
    verbs = between.count("v") + between.count("m")
    return min(verbs, 3), min(between.count(","), 3)


def _right(clause: Clause, cue: Cue) -> Candidate | None:
    """The phrase right after the cue (said X; according to X), a few adverbs between them."""
    start = cue.item + (2 if cue.kind == "A" else 1)
    start += clause.code(start) == "Q" and clause.code(start + 1) == "n"  # said “Night Ferry” star Ana Ruiz
    for phrase in clause.phrases:
        if phrase.low >= start:
            gap = clause.shape(start, phrase.low)
            if len(gap) > 2 or not set(gap) <= _RIGHT_SKIP:
                return None
            before = clause.code(cue.group - 1)
            features = _common(clause, cue, phrase, "R")
            features += [
                f"{cue.kind}.R.gap={gap}",
                f"R.cue.before={before}",
                f"R.cue.before={before}.{phrase.kind}",
                f"R.cue.before={before}.{cue.lemma}",
                f"R.after={clause.code(phrase.high)}.cue.before={before}",
                f"R.tag={clause.tag(cue.item)}.cue.before={before}",
            ]
            return Candidate(phrase, "R", features)
    return None


def _by(clause: Clause, cue: Cue) -> list[Candidate]:
    """Phrases after "by", "of", "from", "among" right of a passive, a noun or an adjective."""
    found = []
    for phrase in clause.phrases:
        if phrase.low > cue.item and phrase.low - cue.item <= 6:
            word = clause.word(phrase.low - 1)
            if word in ("by", "of", "from", "among", "for", "to"):
                features = _common(clause, cue, phrase, "B")
                features += [
                    f"{cue.kind}.B.{word}",
                    f"{cue.lemma}.B.{word}",
                    f"B.gap={clause.shape(cue.item + 1, phrase.low)}",
                ]
                found.append(Candidate(phrase, "B", features))
    return found


def _possessors(clause: Clause, cue: Cue) -> list[Candidate]:
    """The possessor in the cue's own phrase (Lee's claim, her vow), and subjects left of it."""
    found = []
    for phrase in clause.phrases:
        if phrase.low <= cue.item < phrase.high:
            whose = possessor(clause, phrase)
            if whose:
                features = _common(clause, cue, whose, "G")
                found.append(Candidate(whose, "G", features))
    if cue.kind == "S":
        left = [p for p in clause.phrases if p.high <= cue.item and p.kind != "there"][-2:]
        for rank, phrase in enumerate(reversed(left)):
            if not phrase.low <= cue.item < phrase.high:
                found.append(Candidate(phrase, "L", _left(clause, cue, phrase, rank, False)))
    return found


def possessor(clause: Clause, phrase: Phrase) -> Phrase | None:
    """Whose a phrase is, by a name or a pronoun within it: Lee's claim, her vow."""
    tags = clause.paragraph.tags
    if phrase.possessor > phrase.low:
        end = phrase.possessor - 1
        head = max(phrase.low, end - 1)
        words = clause.paragraph.words[phrase.low : end]
        if tags[head] in ("NNP", "NNPS"):
            return Phrase(phrase.low, end, head, "name", phrase.low, sort=sort_of_name(words or [""]))
        return Phrase(phrase.low, end, head, "noun", phrase.low, sort=sort_of_noun(clause.word(head)))
    if tags[phrase.low] == "PRP$":
        return Phrase(phrase.low, phrase.low + 1, phrase.low, "pronoun", phrase.low)
    return None
