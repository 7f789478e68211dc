"""Pattern: an anchor in the form in which it is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.alignment import Tokens, tokens
from annotations.folding import fold

if TYPE_CHECKING:
    from annotations.model import Anchor

REACH = 64
"""Characters of context that are compared on each side."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """An anchor, folded.

    Attributes:
        exact: the passage, without white space around it.
        before: up to `REACH` characters before it.
        after: likewise after it.
        whole: all three, with the context as far as the anchor has it.
        start: where the passage begins in `whole`.
        end: where it ends.
        from_word: it begins between words, as nearly all do.
        to_word: it ends between words.
        lead: the rest of its first sentence, before it; None where that begins before the context.
        tail: the rest of its last sentence, after it; None where that ends after the context.
        whole_context: it was made on a text, so that no context means the edge of that text; another program may only
            have sent none.
    """

    exact: str
    before: str
    after: str
    whole: Tokens
    start: int
    end: int
    from_word: bool
    to_word: bool
    lead: str | None
    tail: str | None
    whole_context: bool


def pattern(anchor: Anchor) -> Pattern:
    """The anchor in the form in which it is compared."""
    prefix, exact, suffix = (fold(part).text for part in (anchor.prefix, anchor.exact, anchor.suffix))
    core = exact.strip()
    lead = exact[: len(exact) - len(exact.lstrip())]
    prefix = (prefix + lead).replace("  ", " ")
    suffix = (exact[len(exact.rstrip()) :] + suffix).replace("  ", " ") if core else suffix
    whole = tokens(prefix + core + suffix)
    start = len(prefix)
    end = start + len(core)
    from_word, to_word = (not inside_word(whole.text, at) for at in (start, end))
    return Pattern(
        core,
        prefix[-REACH:],
        suffix[:REACH],
        whole,
        start,
        end,
        from_word,
        to_word,
        _lead(anchor),
        _tail(anchor),
        bool(anchor.sha256),
    )


_BREAK = re.compile(r"[.!?。！？][\"'”’»)\]]*(?:\s+|$)|\n\s*\n\s*")


def _lead(anchor: Anchor) -> str | None:
    """What stands before the passage in its own sentence, folded."""
    start = 0 if anchor.start <= len(anchor.prefix) else None
    for found in _BREAK.finditer(anchor.prefix):
        start = found.end()
    return None if start is None else fold(anchor.prefix[start:]).text[-REACH:]


def _tail(anchor: Anchor) -> str | None:
    """What stands after the passage in its own sentence, folded."""
    ended = _BREAK.search(anchor.exact[-4:] + anchor.suffix[:2], max(0, len(anchor.exact[-4:]) - 3))
    if ended and ended.end() >= len(anchor.exact[-4:]):
        return ""
    found = _BREAK.search(anchor.suffix)
    return None if found is None else fold(anchor.suffix[: found.end()].rstrip()).text[:REACH]


def inside_word(text: str, at: int) -> bool:
    """Whether a boundary cuts a word in two."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
