"""Cue, source and content of one sentence put together: frames, with how sure each is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Protocol

from reader.analysis.frames.clauses import Clause, Cue, find_cues
from reader.analysis.frames.contents import content_candidates
from reader.analysis.frames.extents import mended
from reader.analysis.frames.overruled import overruled
from reader.analysis.frames.subjects import (
    Candidate,
    Features,
    subject_candidates,
)
from reader.analysis.words import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.frames.phrases import Phrase
    from reader.analysis.learned.weights import Table, Weights

_HOPELESS = -2.25
"""Cues whose own words score below this are not looked at further."""
FAINT = 0.08
"""Frames less probable than this are dropped at once."""
UNLIKELY = 0.14
"""Frames less probable than this have one reading, and are no statements."""
_RIVAL = 0.25
"""From this share on, a source or a content that is not the likeliest is read too."""
_CONTENTS = 2
_NOTHING = repeat(0.0)
"""What a feature weighs that has no weight."""


class Scored(Protocol):
    """Anything that features speak for."""

    @property
    def features(self) -> Features:
        """What speaks for it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its source and its content in one sentence.

    Attributes:
        probability: 0 to 1, that it attributes something.
        parts: item ranges of the content; empty where the sentence holds none.
        side: where the content stands: R, L, B (both), "" none.
        share: of the source among all that the cue could have, 0 to 1.
        settled: the share of the content among all that the cue could have, 0 to 1.
        own: what the cue's own words say for it, as log odds.
        others: what the cue may say besides: the same with another content or another source.
    """

    clause: Clause
    cue: Cue
    subject: Candidate
    probability: float
    parts: tuple[tuple[int, int], ...]
    side: str
    share: float = 1.0
    settled: float = 1.0
    own: float = 0.0
    others: tuple[Frame, ...] = ()

    @property
    def first(self) -> int:
        """The first item of cue and source."""
        phrase = self.subject.phrase
        return min(self.cue.group, phrase.low) if phrase else self.cue.group

    @property
    def last(self) -> int:
        """After the last item of cue and source."""
        phrase = self.subject.phrase
        return max(self.cue.item + 1, phrase.high) if phrase else self.cue.item + 1


def score(features: Features, table: Table) -> float:
    """The sum of the features' weights."""
    return sum(map(table.get, features, _NOTHING))


def best(candidates: Sequence[Scored], table: Table) -> tuple[int, float]:
    """The index of the highest scoring candidate, and its share of all (softmax)."""
    scores = [score(c.features, table) for c in candidates]
    top = max(scores)
    share = 1.0 / sum(math.exp(max(s - top, -40.0)) for s in scores)
    return scores.index(top), share


def ranked(candidates: Sequence[Scored], table: Table, most: int) -> list[tuple[int, float]]:
    """The indices of the highest scoring candidates, the best first, each with its share of all (softmax)."""
    scores = [score(c.features, table) for c in candidates]
    top = max(scores)
    total = sum(math.exp(max(s - top, -40.0)) for s in scores)
    order = sorted(range(len(scores)), key=lambda n: -scores[n])[:most]
    return [(n, math.exp(max(scores[n] - top, -40.0)) / total) for n in order]


def find_frames(clause: Clause, weights: Weights) -> list[Frame]:
    """The frames of a sentence, in the order of their cues, faint ones left out; they may overlap."""
    found = []
    for cue in find_cues(clause):
        words = cue_features(clause, cue)
        own = score(words, weights.cue)
        if own < _HOPELESS:
            continue
        candidates = subject_candidates(clause, cue)
        (place, share), *rest = _speaking(clause, ranked(candidates, weights.subject, 4), candidates)
        subject = overruled(clause, cue, candidates[place], candidates)
        if subject is None:
            continue
        total = own + score(source_features(clause, cue, subject, share), weights.cue)
        probability = 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, total))))
        if probability < FAINT or (cue.lemma == "show" and not _can_show(clause, subject)):
            continue
        others: list[Frame] = []
        if rest and rest[0][1] > _RIVAL and probability > UNLIKELY:
            second = candidates[rest[0][0]]
            if second.phrase is not None:
                others = [_read(clause, cue, second, (probability, rest[0][1], own), weights, [])]
        found.append(_read(clause, cue, subject, (probability, share, own), weights, others))
    return found


def _speaking(
    clause: Clause, order: list[tuple[int, float]], candidates: Sequence[Candidate]
) -> list[tuple[int, float]]:
    """The two likeliest sources, days of the week left out, which say nothing."""
    kept = [(n, share) for n, share in order if not _is_day(clause, candidates[n].phrase)]
    return (kept or order)[:2]


def _is_day(clause: Clause, phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.low == phrase.head and clause.word(phrase.head) in cues.DAYS


def _read(
    clause: Clause,
    cue: Cue,
    subject: Candidate,
    sure: tuple[float, float, float],
    weights: Weights,
    others: list[Frame],
) -> Frame:
    """A frame with the likeliest of its contents, which knows its other readings.

    Args:
        sure: probability, share and own score of the frames.
    """
    probability, share, own = sure
    contents = content_candidates(clause, cue, subject)

    def frame(number: int, settled: float, others: tuple[Frame, ...] = ()) -> Frame:
        content = contents[number]
        parts = mended(clause, cue, subject, content)
        return Frame(clause, cue, subject, probability, parts, content.side, share, settled, own, others)

    (first, settled), *rest = ranked(contents, weights.content, _CONTENTS)
    likely = rest if probability > UNLIKELY else []
    rivals = [frame(number, part) for number, part in likely if part > _RIVAL and contents[number].parts]
    return frame(first, settled, (*rivals, *others))


def _can_show(clause: Clause, subject: Candidate) -> bool:
    """Whether a source is one that shows what is so, and not one that shows a passport."""
    phrase = subject.phrase
    return phrase is not None and clause.paragraph.lower[phrase.head] in cues.DOCUMENTS


def _family(cue: Cue) -> str:
    """What a cue tells of: speech, belief, or neither for sure."""
    if cue.lemma in cues.SPEECH_FORMS:
        return "speech"
    return "belief" if cue.lemma in cues.BELIEF_FORMS else "other"


def cue_features(clause: Clause, cue: Cue) -> Features:
    """What the cue's own words and its neighbours say of it."""
    k, item = cue.kind, cue.item
    word, following = clause.word(item), clause.word(item + 1)
    after = clause.code(item + 1)
    helpers = clause.paragraph.lower[cue.group : item]
    known = _family(cue)
    later = clause.codes[item + 1 - clause.low :]
    features = [
        f"{k}",
        f"{k}.{known}",
        cue.lemma,
        f"{k}.{cue.lemma}",
        f"form={word}",
        f"after={after}",
        f"{known}.after={after}",
        f"{k}.after={after}{clause.code(item + 2)}",
        f"next={following}",
        f"{cue.lemma}.next={following}",
        f"{cue.lemma}.after={after}",
        f"{known}.{k}.before={clause.code(cue.group - 1)}",
        f"{k}.prev={clause.word(cue.group - 1)}" if clause.code(cue.group - 1) not in "nx" else f"{k}.prev",
        f"{known}.that={'t' in later[:6]}",
        f"{k}.Q={'Q' in later[:1]}{'Q' in later}{'Q' in clause.codes[: item - clause.low]}",
        f"{known}.verb={'v' in later or 'm' in later}",
    ]
    features += [f"helper={h}" for h in helpers]
    if helpers:
        features.append(f"{cue.lemma}.helper={helpers[-1]}")
    return features


def source_features(clause: Clause, cue: Cue, subject: Candidate, share: float) -> Features:
    """What a cue's likeliest source says of whether it is a cue."""
    phrase = subject.phrase
    known = _family(cue)
    if phrase is None:
        return [f"{cue.kind}.nobody", f"{known}.nobody", f"{cue.lemma}.nobody", f"{cue.kind}.{known}.nobody"]
    head = clause.paragraph.lower[phrase.head]
    first, last = min(cue.group, phrase.low), max(cue.item + 1, phrase.high)
    kind = f"{subject.side}.{phrase.kind}"
    features = [
        f"source={kind}",
        f"{cue.kind}.source={kind}",
        f"{known}.source={kind}",
        f"sure={int(share * 5)}",
        f"{known}.sure={int(share * 5)}",
        f"frame={clause.code(first - 1)}{subject.side}{clause.code(last)}",
        f"{known}.frame={clause.code(first - 1)}{subject.side}{clause.code(last)}",
        f"{cue.lemma}.source={kind}",
    ]
    if phrase.sort:
        features += [
            f"source.{phrase.sort}",
            f"{known}.source.{phrase.sort}",
            f"{cue.lemma}.source.{phrase.sort}",
        ]
    if phrase.kind != "name":
        features += [f"source.head={head}", f"{known}.head={head}"]
    if subject.side == "L":
        features.append(f"source.gap={clause.shape(phrase.high, cue.group)}")
    return features
