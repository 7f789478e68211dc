"""Anchors: what is kept of a passage so that it can be found again, and how it is found in a text that has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.model import Anchor, State
from annotations.text import sha256

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTEXT = 64
"""Code points kept on each side of a passage, before they are rounded up to whole words."""

_WORD = 24
"""How far, in code points, the context is lengthened to end between words."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a passage stands now, and how sure that is.

    Attributes:
        start: code point offset into the text; None for an orphan.
        end: likewise, exclusive.
        state: exact: the same text where it stood, or where its neighbours on both sides still stand; moved: the same
            text, but its neighbours changed; edited: its words changed in place; ambiguous: candidates too close to
            call, of which `start` and `end` give the best; orphan: nothing good enough.
        score: 0 to 1; of the best candidate where the state is ambiguous or orphan.
        reason: a clause for the reader, without a full stop.
        near: where it would stand, as far as its surroundings tell; None where nothing does.
    """

    start: int | None
    end: int | None
    state: State
    score: float
    reason: str
    near: int | None = None


def make(text: str, start: int, end: int, *, digest: str | None = None) -> Anchor:
    """The anchor of a passage.

    Args:
        text: the article's cleaned text.
        start: code point offset of the passage.
        end: likewise, exclusive; not before `start`.
        digest: the text's SHA-256 where it is known already.

    Raises:
        ValueError: the range does not lie in the text.
    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"the range {start}-{end} does not lie in a text of {len(text)} characters")
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    while first > max(0, start - CONTEXT - _WORD) and not text[first - 1].isspace():
        first -= 1
    while last < min(len(text), end + CONTEXT + _WORD) and not text[last].isspace():
        last += 1
    return Anchor(text[start:end], text[first:start], text[end:last], start, end, digest or sha256(text))


def resolve(text: str, anchor: Anchor, was: str | None = None) -> Resolution:
    """Find one passage again: `resolve_all` for a single anchor."""
    return resolve_all(text, [anchor], was)[0]


def resolve_all(text: str, anchors: Sequence[Anchor], was: str | None = None) -> list[Resolution]:
    """Find passages again in a text that may have changed.

    Args:
        text: the article's cleaned text as it is now.
        anchors: in any order, made on any texts.
        was: the text that the anchors were made on, where it is kept; anchors made on another one are resolved
            without it.

    Returns:
        One resolution an anchor, in the order given.
    """
    digest = sha256(text)
    changed = [a for a in anchors if not _stands(a, text, digest)]
    if not changed:
        return [_unchanged(anchor) for anchor in anchors]
    from annotations.search import Search

    search = Search(text, was)
    return [
        _unchanged(anchor) if _stands(anchor, text, digest) else search.resolve(anchor) for anchor in anchors
    ]


def _stands(anchor: Anchor, text: str, digest: str) -> bool:
    """Whether the text is the one that the anchor was made on."""
    return anchor.sha256 == digest and text[anchor.start : anchor.end] == anchor.exact


def _unchanged(anchor: Anchor) -> Resolution:
    return Resolution(anchor.start, anchor.end, "exact", 1.0, "the text has not changed", anchor.start)
