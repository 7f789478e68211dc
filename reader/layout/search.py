"""Search in an article's text as it reads: over its line breaks, and whatever quotation marks and dashes it uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

MOST = 10_000
"""Hits; no more are looked for."""
PATIENCE_S = 0.3
"""Seconds that a pattern may take over an article."""

_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u3000", " "),
}
_NONE = "\0"
"""No article's text has it."""


class Impatient(Exception):
    """A pattern took too long; its text is one sentence for the reader."""


def readable(text: str) -> str:
    """The text as a search reads it, one code point for one: single line breaks as spaces, marks of one kind alike."""
    # Whole passes of `replace` read fifty megabytes in a moment; a regular expression or `translate` takes seconds.
    runs = text.replace("\n\n", _NONE * 2).replace(_NONE + "\n", _NONE * 2)
    return _alike(runs.replace("\n", " ").replace(_NONE, "\n"))


def _alike(text: str) -> str:
    for mark, plain in _ALIKE.items():
        text = text.replace(mark, plain)
    return text


def find(text: str, pattern: str, *, smart_case: bool = True) -> list[Span]:
    """All hits of a regular expression, in order; none is empty.

    What is no regular expression (yet) is looked for as it stands. With `smart_case`, capitals count only where the
    pattern has one.

    Args:
        text: as `readable` gives it.

    Raises:
        Impatient: the pattern takes too long.
    """
    if not pattern:
        return []
    return list(_hits(text, _compiled(_alike(pattern), smart_case)))


def _compiled(pattern: str, smart_case: bool) -> regex.Pattern[str]:
    import regex

    flags = (
        regex.IGNORECASE if smart_case and not any(c.isupper() for c in re.sub(r"\\.", "", pattern)) else 0
    )
    try:
        return regex.compile(pattern, flags)
    except (regex.error, OverflowError, RecursionError):
        return regex.compile(regex.escape(pattern), flags)


def _hits(text: str, pattern: regex.Pattern[str]) -> Iterator[Span]:
    found = 0
    try:
        for match in pattern.finditer(text, timeout=PATIENCE_S):
            if match.end() > match.start():
                yield Span(match.start(), match.end())
                found += 1
                if found >= MOST:
                    return
    except TimeoutError as error:
        raise Impatient("this pattern takes too long here; make it simpler") from error
