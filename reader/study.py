"""The long work on an article, as pure functions over picklable values: what the analysis process runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from annotations.model import Annotation, Correction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotations.model import DocumentRef
    from reader.analysis.model import Analysis
    from reader.document.model import Block, Document

Row = TypeVar("Row", Annotation, Correction)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article's study gives: its blocks, and who said what in them."""

    blocks: tuple[Block, ...]
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Found:
    """What the store holds of an article.

    Attributes:
        ref: None where it holds nothing.
        texts: by sha256, the texts that the anchors were made on; None where one is not kept.
    """

    ref: DocumentRef | None
    annotations: tuple[Annotation, ...]
    corrections: tuple[Correction, ...]
    texts: Mapping[str, str | None]

    @property
    def rows(self) -> tuple[Annotation | Correction, ...]:
        """The annotations and the corrections."""
        return (*self.annotations, *self.corrections)


def study(document: Document, blocks: tuple[Block, ...] | None = None) -> Reading:
    """Classify (unless that is done) and analyse an article."""
    from reader.analysis.analyse import analyse
    from reader.document.blocks import classify

    blocks = classify(document) if blocks is None else blocks
    return Reading(blocks, analyse(document, blocks))


def find_again(text: str, sha256: str, found: Found) -> Found:
    """The same rows with the state, score and place that their passages have in this text."""
    return replace(
        found,
        annotations=_resolved(text, sha256, found.annotations, found.texts),
        corrections=_resolved(text, sha256, found.corrections, found.texts),
    )


def _resolved(
    text: str, sha256: str, rows: Iterable[Row], texts: Mapping[str, str | None]
) -> tuple[Row, ...]:
    """Resolve the rows that have an anchor, those of one old text together, so that its index is made once."""
    from annotations.anchor import resolve_all

    rows = tuple(rows)
    places = {}
    for sha in {row.anchor.sha256 for row in rows if row.anchor}:
        group = [row for row in rows if row.anchor and row.anchor.sha256 == sha]
        was = text if sha == sha256 else texts.get(sha)
        found = resolve_all(text, [row.anchor for row in group if row.anchor], was)
        places.update({row.id: place for row, place in zip(group, found, strict=True)})

    def placed(row: Row) -> Row:
        place = places.get(row.id)
        if place is None:
            return row
        return replace(row, state=place.state, score=place.score, start=place.start, end=place.end)

    return tuple(placed(row) for row in rows)


def same_article(old: str, new: str) -> bool:
    """Whether a text can be a later state of another, rather than another article saved under its name.

    A rewritten article keeps some runs of three words; two different ones share next to none.
    """
    before, after = _runs(old), _runs(new)
    return not before or not after or len(before & after) >= _KEPT * min(len(before), len(after))


_KEPT = 0.08
"""The share of runs that unrelated articles, even of one paper and one topic, stay well below."""


def _runs(text: str) -> set[tuple[str, str, str]]:
    words = text.casefold().split()
    return set(zip(words, words[1:], words[2:], strict=False))
