"""A note's plain words, where there is no room to set its Markdown: the marks go, what they stood on stays."""

from __future__ import annotations

import re
from functools import cache, lru_cache

LONGEST = 20_000
"""Characters of a note that are looked at; more is never shown in one place."""
_INNER = r"(?=\S)(?:.{0,600}?\S)"
"""What stands between two marks: bounded, so that a note full of marks costs little."""
_MARK = (
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>[^`\n]{1,600})(?P=ticks)(?!`)"
    r"|!?\[(?P<link>[^\]\[\n]{0,600})\](?:\([^()\s]{0,2000}(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"\n]{0,600}\")?\)|\[[^\]\n]{0,200}\])"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    rf"|\*\*(?P<strong>{_INNER})\*\*"
    rf"|(?<!\w)__(?P<heavy>{_INNER})__(?!\w)"
    rf"|~~(?P<struck>{_INNER})~~"
    rf"|(?<!\*)\*(?P<emphasis>{_INNER})\*(?!\*)"
    rf"|(?<!\w)_(?P<leaning>{_INNER})_(?!\w)"
)
_SIGNS = re.compile(r"[\\`\[<*_~]")
_NESTED = ("link", "strong", "heavy", "struck", "emphasis", "leaning")
_START = re.compile(
    r"(?P<heading>\s{0,3}#{1,6}\s+)|(?P<quote>\s{0,3}(?:>\s?)+)|(?P<item>(?P<indent>\s*)[-*+]\s+)"
)
_DROPPED = re.compile(r"\s{0,3}(?:```|~~~).*|\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)")


@lru_cache(maxsize=4096)
def plain_words(markdown: str) -> str:
    """The words of a note, line by line: emphasis, links, headings and code without their marks, items with a dot."""
    lines = [_line(line) for line in markdown[:LONGEST].split("\n") if not _DROPPED.fullmatch(line)]
    return "\n".join(lines).strip()


def _line(line: str) -> str:
    start = _START.match(line)
    if start is None:
        return _inline(line)
    lead = f"{start['indent']}• " if start["item"] else ""
    return lead + _inline(line[start.end() :])


def _inline(text: str) -> str:
    return _mark().sub(_bare, text) if _SIGNS.search(text) else text


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_MARK)  # the first note that has marks pays, not the start of the app


def _bare(match: re.Match[str]) -> str:
    name = match.lastgroup or ""
    if name in _NESTED:
        return _inline(match[name])
    return match["escaped"] or match["code"] or match["address"] or ""
