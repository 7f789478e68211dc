"""Quotations that go on: whether one belongs to the source of the quotation before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, alone, sureness

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Surroundings, Trail


def add_continued(found: list[Choice], around: Surroundings, trail: Trail) -> None:
    """The source of the quotation before this one, and that of the last one proper where it is another."""
    if trail.source is None:
        return
    _add_resumed(found, around, trail)
    away = around.here.paragraph.number - trail.number
    if away > 3:
        return
    apart = around.clause - trail.clause if away == 0 else 9
    lonely = alone(around)
    frames = around.here.frames[around.clause]
    rival = max((f.probability for f in frames), default=0.0)
    place = f"{min(away, 2)}.{min(apart, 3)}"
    kind = trail.source.phrase.kind
    base = [
        place,
        f"{place}.{lonely}",
        f"{place}.rival={sureness(rival)}",
        f"{place}.{lonely}.rival={sureness(rival)}",
        f"{place}.closed={trail.closed}",
        f"{place}.{around.own[1]}",
        f"{place}.{kind}",
        f"{place}.{around.own[10]}",
        f"{place}.{trail.rule}.{lonely}",
    ]
    if away == 0 and apart == 0:
        clause = around.here.clauses[around.clause]
        base.append(f"same.gap={clause.shape(trail.item + 1, around.item)}")
        base.append(f"same.gap={clause.shape(trail.item + 1, around.item)}.{around.own[0]}")
    elif away == 0:
        base.append(f"between={_between(around, trail)}")
        base.append(f"between={_between(around, trail)}.{lonely}")
    features = ["continued", *["continued." + f for f in base]]
    found.append(Choice(trail.source, None, "continued", features))


def _add_resumed(found: list[Choice], around: Surroundings, trail: Trail) -> None:
    """Who spoke before a fragment of someone else's words was put in."""
    if trail.longer is None or trail.words >= 5:
        return
    source, number = trail.longer
    away = around.here.paragraph.number - number
    if away > 1:
        return
    base = [
        f"{away}",
        f"{away}.{alone(around)}",
        f"{away}.{around.own[0]}",
        f"{source.phrase.kind}.{alone(around)}",
    ]
    base.append(f"{away}.{trail.source.phrase.kind if trail.source else ''}.{alone(around)}")
    features = ["resumed", *["resumed." + f for f in base]]
    found.append(Choice(source, None, "continued", features))


def _between(around: Surroundings, trail: Trail) -> str:
    """What stands between the two: nothing, plain narrative, a sentence with another frame."""
    section = around.here
    middle = range(trail.clause + 1, around.clause)
    if not middle:
        return "nothing"
    strongest = max((f.probability for c in middle for f in section.frames[c]), default=0.0)
    opening = section.clauses[around.clause - 1]
    first = opening.phrases[0].kind if opening.phrases else ""
    return f"{len(middle) > 1}.{sureness(strongest)}.{first}"
