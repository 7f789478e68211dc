"""The long work on an article, as pure functions over picklable values: what the analysis process runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from annotations.model import Annotation, Correction
from reader.placed import Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

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


@dataclass(frozen=True, slots=True)
class Again:
    """What the study of an article that has changed gives: all that is shown of it, so that it can be shown at once.

    Attributes:
        found: what was put on the text before.
        reading: blocks without the reader's corrections; who said what with the blocks that were corrected.
        placed: the annotations where they stand now.
        corrections: likewise.
    """

    found: Found
    reading: Reading
    placed: Placed
    corrections: tuple[Correction, ...]


def study_again(document: Document, found: Found) -> Again:
    """Study a text that takes another's place, and find in it what was put on that one."""
    from reader.document.blocks import classify
    from reader.document.outline import corrected

    now = find_again(document.text, document.sha256, found)
    blocks = classify(document)
    analysis = study(document, corrected(blocks, now.corrections)).analysis
    return Again(found, Reading(blocks, analysis), Placed(now.annotations), now.corrections)


def carried(document: Document, again: Again, now: Found) -> tuple[Placed, tuple[Correction, ...]]:
    """What is put on the text by now, where it stands in the new one: what the reader did meanwhile is looked for too.

    Args:
        document: the new text.
        again: what was found in it; its annotations are taken over.
        now: what is put on the old text by now.
    """
    placed, was = again.placed, {row.id: row for row in again.found.annotations}
    late = tuple(row for row in now.annotations if was.pop(row.id, None) != row)
    for gone in was:
        placed.discard(gone)
    same = now.corrections == again.found.corrections
    looked = replace(now, annotations=late, corrections=() if same else now.corrections)
    found = find_again(document.text, document.sha256, looked)
    for row in found.annotations:
        placed.put(row)
    return placed, again.corrections if same else found.corrections


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


def is_still(known: DocumentRef, document: Document, text: Callable[[str], str | None]) -> bool:
    """Whether an article found by text, place or address is this one, and not another that was saved over its file.

    Args:
        text: gives the kept text of a SHA-256, where it was kept.
    """
    if document.sha256 in (known.sha256, *known.earlier) or (
        known.url and known.url == document.metadata.url
    ):
        return True
    old = text(known.sha256)
    return old is None or same_article(old, document.text)


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
