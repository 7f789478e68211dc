"""The reader's word over the analysis: statements given to another, dismissed, added; speakers merged and renamed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.model import Analysis, Speaker, Statement
from reader.analysis.why import RULE
from reader.document.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from annotations.model import Correction
    from reader.analysis.model import StatementKind
    from reader.document.model import Document

_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»")


def correct(analysis: Analysis, corrections: Iterable[Correction], document: Document) -> Analysis:
    """The analysis with the reader's corrections, the later ones over the earlier.

    Args:
        corrections: resolved in this document's text; those that lost their place change nothing.

    Returns:
        Statements numbered anew in document order, and the speakers that then have one.
    """
    words = sorted((c for c in corrections if c.kind != "block"), key=lambda c: c.created or "~")
    if not words:
        return analysis
    statements = list(analysis.statements)
    names: dict[str, str] = {}
    for word in words:
        if word.kind in ("merge", "rename"):
            if word.old and word.value:
                names = {old: word.value if new == word.old else new for old, new in names.items()}
                names[word.old] = word.value
        elif word.start is not None and word.end is not None:
            statements = _with(statements, word, document)
    statements = [
        replace(s, speaker=names.get(s.speaker, s.speaker) if s.speaker else None) for s in statements
    ]
    statements.sort(key=lambda s: (s.start, s.end))
    statements = [replace(s, id=number) for number, s in enumerate(statements)]
    given = {word.value for word in words if word.kind in ("speaker", "statement")} | set(names.values())
    speakers = _speakers(statements, analysis.speakers, names, given)
    return replace(analysis, statements=tuple(statements), speakers=speakers)


def _with(statements: Sequence[Statement], word: Correction, document: Document) -> list[Statement]:
    start, end = word.start or 0, word.end or 0
    known = any(_meant(s, start, end) for s in statements)
    if word.kind == "statement" or (word.kind == "speaker" and not known):
        # who says it is told by the reader, whether or not it is still found to be said
        others = [s for s in statements if 2 * (min(end, s.end) - max(start, s.start)) <= s.end - s.start]
        return [*others, _added(word, document)]
    if word.kind == "dismiss":
        return [s for s in statements if not _meant(s, start, end)]
    return [
        replace(s, speaker=word.value, certainty=1.0, rule=RULE) if _meant(s, start, end) else s
        for s in statements
    ]


def _meant(statement: Statement, start: int, end: int) -> bool:
    """Whether a passage means a statement: they share over half of what both cover, so small edits do no harm."""
    shared = min(end, statement.end) - max(start, statement.start)
    whole = max(end, statement.end) - min(start, statement.start)
    return 2 * shared > whole


def _added(word: Correction, document: Document) -> Statement:
    start, end = word.start or 0, word.end or 0
    text = document.text
    inside = tuple(Span(q.start(), q.end()) for q in _QUOTED.finditer(text, start, end))
    outside = text[start:end] if not inside else text[start : inside[0].start] + text[inside[-1].end : end]
    words = len(outside.split())
    kind: StatementKind = "indirect" if not inside else "direct" if words <= 2 else "mixed"
    return Statement(0, start, end, (Span(start, end),), kind, inside, speaker=word.value, rule=RULE)


def _speakers(
    statements: Iterable[Statement], known: Sequence[Speaker], names: dict[str, str], given: Set[str | None]
) -> tuple[Speaker, ...]:
    """The speakers in order of their first statement, with what was known of those who were merged or renamed.

    Whoever was in no list before, since nothing is said aloud by them, is in none now, unless the reader names them.
    """
    listed = {names.get(speaker.name, speaker.name) for speaker in known} | given
    counts: dict[str, int] = {}
    for statement in statements:
        if statement.speaker and statement.speaker in listed:
            counts[statement.speaker] = counts.get(statement.speaker, 0) + 1
    roles: dict[str, str | None] = {}
    mentions: dict[str, set[Span]] = {}
    for speaker in known:
        name = names.get(speaker.name, speaker.name)
        own = speaker.name == name
        roles[name] = (speaker.role or roles.get(name)) if own else roles.get(name) or speaker.role
        mentions.setdefault(name, set()).update(speaker.mentions)
    return tuple(
        Speaker(
            name,
            _beside(name, roles.get(name)),
            tuple(sorted(mentions.get(name, ()), key=lambda m: (m.start, m.end))),
            count,
        )
        for name, count in counts.items()
    )


def _beside(name: str, role: str | None) -> str | None:
    """A role to stand beside a name; none where the reader has put it into the name ("Mayor Ruiz")."""
    words = set(name.lower().split())
    return None if role and set(role.lower().split()) <= words else role
