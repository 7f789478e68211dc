"""The sources around a quotation: frames beside it, the sentences next to it, plain phrases; and what speaks for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import (
    Choice,
    Section,
    Source,
    Surroundings,
    Trail,
    alone,
    describe,
    sureness,
)
from reader.analysis.answers.continuation import add_continued

if TYPE_CHECKING:
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.frames import Frame
    from reader.analysis.frames.subjects import Features

_PHRASES = 3


def choices(around: Surroundings, trail: Trail) -> list[Choice]:
    """The answers for one quotation, "nobody" first; their features hold what tells them apart."""
    own = describe(around)
    around.own = own
    found = [Choice(None, None, "none", ["none", *["none." + f for f in own]])]
    seen: set[tuple[int, int]] = set()
    for frame in around.here.frames[around.clause]:
        _add_frame(found, seen, around, frame, "here")
    _neighbours(found, seen, around)
    add_continued(found, around, trail)
    _plain(found, seen, around)
    return found


def _add_frame(
    found: list[Choice], seen: set[tuple[int, int]], around: Surroundings, frame: Frame, where: str
) -> None:
    phrase = frame.subject.phrase
    paragraph = frame.clause.paragraph
    features = _here(around, frame) if where == "here" else _there(around, frame, where)
    if phrase is not None:
        seen.add((paragraph.number, phrase.low))
        found.append(
            Choice(Source(paragraph, phrase), frame, "frame" if where == "here" else "near", features)
        )


def _about(frame: Frame) -> Features:
    phrase = frame.subject.phrase
    kind = phrase.kind if phrase else ""
    return [
        f"sure={sureness(frame.probability)}",
        f"kind={kind}",
        f"{frame.cue.kind}.{frame.subject.side}",
        f"cue={frame.cue.lemma}",
        f"sort={phrase.sort if phrase else ''}",
    ]


def _here(around: Surroundings, frame: Frame) -> Features:
    """Features of a frame in the quotation's own sentence."""
    clause, item = frame.clause, around.item
    inside = any(low <= item < high for low, high in frame.parts)
    place = "L" if frame.last <= item else "R" if frame.first > item else "M"
    gap = clause.shape(frame.last, item) if place == "L" else clause.shape(item + 1, frame.first)
    sure = sureness(frame.probability)
    rank = _rank(around, frame, place)
    length = around.own[0]
    side = frame.subject.side
    base = [
        *_about(frame),
        f"{place}.in={inside}.sure={sure}",
        f"{place}.gap={gap}.{side}",
        f"{place}.rank={rank}",
    ]
    extra = [
        f"{place}.{length}.in={inside}.sure={sure}",
        f"{place}.{frame.cue.kind}{side}.in={inside}",
        f"{place}.{around.own[1]}",
        f"{place}.lemma={frame.cue.lemma}",
        f"{place}.gap={gap}.{length}",
        f"{place}.rank={rank}.in={inside}",
        f"{place}.alone={len(around.here.frames[around.clause]) == 1}.sure={sure}",
        f"{place}.before={clause.code(frame.first - 1)}",
        f"{place}.{around.own[10]}",
        f"{place}.Q={'Q' in gap}.in={inside}",
        f"share={int(frame.share * 5)}.sure={sure}",
    ]
    return ["here", *base, *["here." + f for f in base + extra]]


def _rank(around: Surroundings, frame: Frame, place: str) -> int:
    """How many surer frames stand between the quotation and this one."""
    between = 0
    for other in around.here.frames[around.clause]:
        item = other.cue.item
        if item != frame.cue.item and other.probability > 0.3:
            between += (place == "L" and frame.cue.item < item < around.item) or (
                place == "R" and around.item < item < frame.cue.item
            )
    return min(between, 3)


def _there(around: Surroundings, frame: Frame, where: str) -> Features:
    """Features of a frame in another sentence or paragraph."""
    sure = sureness(frame.probability)
    clause = frame.clause
    quoted = "Q" in clause.codes
    lonely = alone(around)
    colon = clause.codes.rstrip(".").endswith((":", "x:", "-"))
    final = clause.codes[-1:]
    base = [
        *_about(frame),
        f"sure={sure}.{lonely}",
        f"colon={colon}",
        f"quoted={quoted}.{lonely}",
        f"end={final}",
    ]
    extra = [
        f"{frame.side or 'empty'}.{lonely}",
        around.own[1],
        f"{around.own[0]}.{lonely}.sure={sure}",
        f"to={min(3, len(clause.codes) - (frame.last - clause.low))}",
        f"from={min(3, frame.first - clause.low)}",
        f"parts={len(frame.parts)}.{frame.side}.colon={colon}",
    ]
    return [where, *[f"{where}.{f}" for f in base + extra]]


def _neighbours(found: list[Choice], seen: set[tuple[int, int]], around: Surroundings) -> None:
    section = around.here
    if around.clause > 0:
        for frame in _main(section.frames[around.clause - 1])[-2:]:
            _add_frame(found, seen, around, frame, "prev")
    elif around.section > 0:
        earlier = around.sections[around.section - 1]
        if earlier.clauses:
            for frame in _main(earlier.frames[-1])[-2:]:
                _add_frame(found, seen, around, frame, "above")
            _opening(found, earlier, around, "above")
    if around.clause + 1 < len(section.clauses):
        for frame in _main(section.frames[around.clause + 1])[:1]:
            _add_frame(found, seen, around, frame, "after")
        if around.clause == 0:
            _subject(found, seen, section.clauses[1], around, "after")
    elif around.section + 1 < len(around.sections):
        later = around.sections[around.section + 1]
        if later.clauses:
            for frame in _main(later.frames[0])[:1]:
                _add_frame(found, seen, around, frame, "below")
            _signature(found, later, around)
    if around.clause > 0:
        _subject(found, seen, section.clauses[around.clause - 1], around, "prev")
        if around.clause > 1:
            _subject(found, seen, section.clauses[0], around, "top")


def _signature(found: list[Choice], section: Section, around: Surroundings) -> None:
    """The name that a short paragraph below begins with, after a dash or by itself: — Ann Lee, of Leeds."""
    clause = section.clauses[0]
    phrase = clause.phrases[0] if clause.phrases else None
    dash = clause.codes[:1] == "-"
    if phrase is None or phrase.low != clause.low + dash or set(clause.codes) & set("vmQ"):
        return
    if len(section.clauses) > 1 or phrase.kind not in ("name", "noun"):
        return
    base = [f"dash={dash}", f"dash={dash}.{alone(around)}", f"{phrase.kind}.{alone(around)}.dash={dash}"]
    base += [f"dash={dash}.{phrase.kind}.after={clause.code(phrase.high)}", around.own[1]]
    features = ["signature", *["signature." + f for f in base]]
    found.append(Choice(Source(clause.paragraph, phrase), None, "near", features))


def _main(frames: list[Frame]) -> list[Frame]:
    return [f for f in frames if f.probability > 0.15 and f.subject.phrase]


def _opening(found: list[Choice], section: Section, around: Surroundings, where: str) -> None:
    """The subject of the last sentence of the paragraph above, where that leads in with a colon."""
    _subject(found, set(), section.clauses[-1], around, where)


def _subject(
    found: list[Choice], seen: set[tuple[int, int]], clause: Clause, around: Surroundings, where: str
) -> None:
    """The first phrase of another sentence that could be a person's."""
    for phrase in clause.phrases[:3]:
        if phrase.kind in ("relative", "there") or phrase.time or clause.code(phrase.low - 1) == "i":
            continue
        if (clause.paragraph.number, phrase.low) not in seen:
            colon = ":" in clause.codes[-2:]
            after = clause.code(phrase.high)
            base = [
                phrase.kind,
                f"{phrase.kind}.{alone(around)}",
                f"colon={colon}",
                f"after={after}",
                around.own[1],
            ]
            base += [f"quoted={'Q' in clause.codes}.{phrase.kind}", f"{phrase.sort}.{alone(around)}"]
            if phrase.kind != "name":
                base.append(f"head={clause.paragraph.lower[phrase.head]}")
            features = [f"{where}.subject", *[f"{where}.subject.{f}" for f in base]]
            found.append(Choice(Source(clause.paragraph, phrase), None, "near", features))
        return


def _plain(found: list[Choice], seen: set[tuple[int, int]], around: Surroundings) -> None:
    """Phrases of the same sentence that no frame claims."""
    clause = around.here.clauses[around.clause]
    number = clause.paragraph.number
    usable = [p for p in clause.phrases if p.kind != "there" and not p.time and (number, p.low) not in seen]
    left = [p for p in usable if p.high <= around.item][-_PHRASES:]
    right = [p for p in usable if p.low > around.item][:_PHRASES]
    first = usable[0] if usable else None
    if first and first not in left and first.high <= around.item:
        left.insert(0, first)
    for side, phrases in (("L", left[::-1]), ("R", right)):
        for rank, phrase in enumerate(phrases):
            gap = (
                clause.shape(phrase.high, around.item)
                if side == "L"
                else clause.shape(around.item + 1, phrase.low)
            )
            base = [
                f"{side}.{rank}",
                f"{side}.{phrase.kind}",
                f"{side}.gap={gap}",
                f"{side}.gap={gap}.{phrase.kind}",
                f"{side}.before={clause.code(phrase.low - 1)}",
                f"{side}.before={clause.code(phrase.low - 1)}.after={clause.code(phrase.high)}.{phrase.kind}",
                f"{side}.{around.own[1]}",
                f"{side}.first={phrase is first}.{phrase.kind}",
                f"{side}.in={clause.word(phrase.low - 1)}",
                f"{side}.{phrase.sort}",
                f"{side}.gap={gap}.{phrase.sort}",
            ]
            if phrase.kind != "name":
                base.append(f"{side}.head={clause.paragraph.lower[phrase.head]}")
            features = ["phrase", *["phrase." + f for f in base]]
            found.append(Choice(Source(clause.paragraph, phrase), None, "phrase", features))
