"""An article's blocks, statements and speakers as plain data: the contract of `analyze`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import Analysis, Speaker, Statement
    from reader.document.model import Block, Document, Mark, Span


def as_dict(
    document: Document, blocks: Sequence[Block], analysis: Analysis, *, with_text: bool = False
) -> dict[str, Any]:
    """One article as the object that `analyze --format jsonl` prints on a line.

    Args:
        with_text: add "text" to each block, statement, quotation, cue and source.
    """
    parts = _Parts(document.text if with_text else None)
    titles = (document.text[b.start : b.end] for b in blocks if b.kind == "title")
    return {
        "path": document.source,
        "sha256": document.sha256,
        "title": document.title or next(titles, None),
        "language": analysis.language,
        "length": len(document.text),
        "blocks": [{"kind": b.kind, "role": b.role, **parts.of(b)} for b in blocks],
        "marks": [{"kind": m.kind, **_bare(m), "href": m.href} for m in document.marks],
        "statements": [parts.statement(s) for s in analysis.statements],
        "speakers": [_speaker(s) for s in analysis.speakers],
        "quotations": [parts.of(q) for q in analysis.quotations],
        "warnings": [*document.warnings, *analysis.warnings],
    }


class _Parts:
    """Parts of an article as plain data, with their words where there is a text to take them from."""

    def __init__(self, text: str | None) -> None:
        self._text = text

    def of(self, part: Span | Block | Statement) -> dict[str, Any]:
        found: dict[str, Any] = _bare(part)
        return found if self._text is None else found | {"text": self._text[part.start : part.end]}

    def statement(self, of: Statement) -> dict[str, Any]:
        return {
            "id": of.id,
            **self.of(of),
            "spans": [_bare(s) for s in of.spans],
            "kind": of.kind,
            "quotations": [self.of(q) for q in of.quotations],
            "cue": self.of(of.cue) if of.cue else None,
            "source": self.of(of.source) if of.source else None,
            "speaker": of.speaker,
            "certainty": round(of.certainty, 3),
            "rule": of.rule,
        }


def _speaker(of: Speaker) -> dict[str, Any]:
    mentions = [_bare(mention) for mention in of.mentions]
    return {"name": of.name, "role": of.role, "mentions": mentions, "statements": of.statements}


def _bare(of: Span | Block | Statement | Mark) -> dict[str, int]:
    return {"start": of.start, "end": of.end}
