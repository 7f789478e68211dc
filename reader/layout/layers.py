"""What is known of an article, as stretches with roles: who speaks, what is marked, what the format says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.model import STORY
from reader.layout.paint import Paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import Annotation
    from reader.analysis.model import Analysis, Statement
    from reader.document.model import Block, Mark
    from reader.layout.voices import Voices

UNSURE_STATES = frozenset({"edited", "ambiguous"})
"""States in which a passage was found again, but may not be quite the one that was marked."""


def block_paints(blocks: Iterable[Block]) -> Iterator[Paint]:
    """Each block that is no plain paragraph, by its kind or its role; page noise that may be none looks like none."""
    for block in blocks:
        if block.doubtful and block.kind not in STORY:
            continue
        name = block.role if block.kind == "paragraph" else block.kind
        if name is not None:
            yield Paint(block.start, block.end, f"block.{name}")


def mark_paints(marks: Iterable[Mark]) -> Iterator[Paint]:
    """Links, emphasis and code: `mark.KIND`; a link by its number among the marks, `mark.link.N`, so that each is one."""
    for number, mark in enumerate(marks):
        role = f"mark.link.{number}" if mark.kind == "link" else f"mark.{mark.kind}"
        yield Paint(mark.start, mark.end, role)


def statement_paints(analysis: Analysis, voices: Voices) -> Iterator[Paint]:
    """Who says what: `voice.N` for quoted words, `voice.N.soft` for the rest of a statement, `source.N` for its source.

    N is the number of the speaker's colour; `voice` and `source` alone where the speaker is not known.
    """
    for statement in analysis.statements:
        colour = voices.of(statement.speaker).colour
        suffix = "" if colour < 0 else f".{colour}"
        for span in statement.spans:
            if statement.kind != "direct":
                yield Paint(span.start, span.end, f"voice{suffix}.soft")
            else:
                yield Paint(span.start, span.end, f"voice{suffix}")
        for quotation in statement.quotations:
            yield Paint(quotation.start, quotation.end, f"voice{suffix}")
        if statement.source is not None:
            yield Paint(statement.source.start, statement.source.end, f"source{suffix}")


def annotation_paints(annotations: Iterable[Annotation]) -> Iterator[Paint]:
    """Highlights and notes, the longest lowest, so that a nested one stays to be seen; bookmarks paint nothing.

    A passage whose words changed is underlined twice; one whose place is in doubt is only that.
    """
    placed = [a for a in annotations if a.start is not None and a.end is not None and a.kind != "bookmark"]
    placed.sort(key=lambda a: (a.start or 0) - (a.end or 0))
    for annotation in placed:
        start, end = annotation.start or 0, annotation.end or 0
        if annotation.state != "ambiguous":
            yield Paint(start, end, f"highlight.{annotation.colour}")
        if annotation.state in UNSURE_STATES:
            yield Paint(start, end, "unsure")


def statement_focus_paints(statement: Statement | None) -> list[Paint]:
    """The statement in focus, and its source."""
    if statement is None:
        return []
    parts = [*statement.spans, *([statement.source] if statement.source else [])]
    return [Paint(span.start, span.end, "statement") for span in parts]


def first_rows(text: str, analysis: Analysis) -> list[tuple[int, Statement]]:
    """Where the mark of each statement belongs: at its first character, and again where it goes on in a new line."""
    found: list[tuple[int, Statement]] = []
    for statement in analysis.statements:
        end = None
        for span in statement.spans:
            if end is None or "\n" in text[end : span.start]:
                found.append((span.start, statement))
            end = span.end
    return sorted(found, key=lambda pair: pair[0])
