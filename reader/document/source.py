"""Open a path, a URL or standard input, and hand the bytes to the input format that knows them."""

from __future__ import annotations

from annotations.text import sha256
from reader.document.file import read_file, read_standard_input
from reader.document.formats import by_name, told
from reader.document.formats.format import Glance, Raw
from reader.document.model import Document
from reader.errors import SourceError


def load(source: str, *, format: str | None = None) -> Document:
    """Read an article.

    Args:
        source: a path, an http(s) URL, or "-" for standard input.
        format: the name of an input format; None to tell it from the content.

    Raises:
        SourceError: it cannot be read; one clear sentence. Exit status 2 where the call was wrong (a missing file, a
            folder, an unknown format), else 1.
        MissingExtraError: its format needs an optional package.
    """
    chosen = by_name(format, source) if format else None
    raw = _fetched(source)
    if not raw.data:
        raise SourceError(source, "it is empty")
    reader = chosen or told(raw)
    content = reader.read(raw)
    if not content.text.strip():
        raise SourceError(source, "it holds no text")
    return Document(
        source,
        content.text,
        sha256(content.text),
        reader.name,
        content.title,
        content.metadata,
        content.marks,
        content.hints,
        content.images,
        (*raw.warnings, *content.warnings),
    )


def glance(path: str) -> Glance:
    """What a list shows of a local article, more cheaply than by reading it.

    Raises:
        SourceError: it cannot be read.
        MissingExtraError: its format needs an optional package.
    """
    raw = Raw(path, read_file(path))
    if not raw.data:
        raise SourceError(path, "it is empty")
    return told(raw).glance(raw)


def is_url(source: str) -> bool:
    """Whether the source is an address on the web rather than a path."""
    return source[:8].lower().startswith(("http://", "https://"))


def local(source: str) -> str:
    """The path that a `file:` address names; anything else as it is."""
    scheme, mark, rest = source.partition("://")
    if not mark or scheme.lower() != "file":
        return source
    from urllib.request import url2pathname

    return url2pathname(rest.removeprefix("localhost"))


def _fetched(source: str) -> Raw:
    if source == "-":
        return Raw(source, read_standard_input())
    if is_url(source):
        from reader.document.web import fetch

        return fetch(source)
    scheme, mark, _ = source.partition("://")
    if mark and scheme.isalpha() and scheme.lower() != "file":
        reason = f"{scheme} addresses are not opened, only http, https and files"
        raise SourceError(source, reason, wrong_call=True)
    return Raw(source, read_file(local(source)))
