"""Where a report comes from, before its first word: "OSLO (News) — ", "Lund: "."""

from __future__ import annotations

import re

_PLACE = r"[A-Z][\w.’'-]*,?[ /]"
_DATELINE = re.compile(
    rf"(?:(?=[A-Z]{{2,}})(?:{_PLACE}){{1,5}}(?:\d{{1,2}},? )?|(?:{_PLACE}){{1,4}}(?=\())"
    r"(?:\([A-Z][\w .]{1,30}\) ?)?(?:—|–|--|-|:)\s+(?=[\"“'‘A-Z])"
    r"|[A-Z][a-z]{3,}: (?=[A-Z][a-z]+ [a-z][^\n]{90})"
)


def dateline_end(paragraph: str) -> int:
    """Where the dateline that opens a paragraph ends, with the blanks behind it; 0 where there is none."""
    opening = _DATELINE.match(paragraph)
    return opening.end() if opening else 0
