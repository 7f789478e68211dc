"""Which of the articles that a store knows one is that comes along: by text, place and canonical URL together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import DocumentRef


def find(
    known: Sequence[DocumentRef],
    *,
    uri: str | None = None,
    sha256: str | None = None,
    url: str | None = None,
) -> DocumentRef | None:
    """The article that this text, place or canonical URL belongs to; None for one that is new.

    The same text is the same article, wherever it lies now; of several, the one at this place. Then the article
    at this place, unless both name a canonical URL and these differ; then that of this URL; then the one that had
    this text earlier.
    """
    same = [ref for ref in known if sha256 is not None and ref.sha256 == sha256]
    if same:
        return max(
            same, key=lambda ref: (ref.uri == uri, ref.url is not None and ref.url == url, ref.modified)
        )
    for ref in reversed(known):
        if uri is not None and ref.uri == uri and (url is None or ref.url is None or ref.url == url):
            return ref
    for ref in reversed(known):
        if (url is not None and ref.url == url) or (sha256 is not None and sha256 in ref.earlier):
            return ref
    return None
