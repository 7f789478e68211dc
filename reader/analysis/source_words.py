"""The words that name who says a statement, in code points: as they are asked about, and as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.frames.rows import row_end
from reader.document.model import Span

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Source
    from reader.analysis.statements import Draft


def source_span(source: Source) -> Span:
    """The code points of a source; a name with the place it hails from (Vogt of Elmsford)."""
    paragraph, phrase = source.paragraph, source.phrase
    return Span(paragraph.starts[phrase.low], paragraph.ends[_hailing(source, phrase.high, phrase.kind) - 1])


def _hailing(source: Source, high: int, kind: str) -> int:
    """The item after a name with what it hails from, where that follows: a place, a paper, the rest of its own name."""
    lower, tags = source.paragraph.lower, source.paragraph.tags
    if kind != "name" or lower[high : high + 1] != ["of"]:
        return high
    start = high + 1 + (lower[high + 1 : high + 2] == ["the"])
    end = start
    while end < len(tags) and tags[end] in ("NNP", "NNPS"):
        end += 1
    return end if end > start else high


def told_source(draft: Draft) -> Span | None:
    """The code points of a draft's source as they are shown: with the names joined to it, "Ruiz, Lund and Vogt said"."""
    source = draft.source
    if source is None:
        return None
    span = source_span(source)
    paragraph, phrase = source.paragraph, source.phrase
    high = _hailing(source, phrase.high, phrase.kind)
    if phrase.kind not in ("name", "noun"):
        return span
    phrases = next((found for found in paragraph.phrases if phrase in found), [])
    row = row_end(paragraph.words, phrases, phrase, high)
    end = _hailing(source, row, "name")
    return Span(span.start, paragraph.ends[end - 1]) if row > high and _ends_source(draft, end) else span


def _ends_source(draft: Draft, end: int) -> bool:
    """Whether a source that several names make up can end before an item: no verb but its own cue follows."""
    frame, paragraph = draft.frame, draft.source.paragraph if draft.source else None
    if paragraph is None or end >= len(paragraph.tags):
        return True
    if frame and frame.clause.paragraph is paragraph and frame.cue.group == end:
        return True
    return paragraph.words[end] in (",", ".", ":", "—", "–", "(")
