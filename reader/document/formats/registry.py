"""The one list of input formats: told by content, then by the file's name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.document.formats import sniff
from reader.document.formats.format import Format
from reader.errors import SourceError

if TYPE_CHECKING:
    from reader.document.formats.format import Raw

FORMATS: tuple[Format, ...] = (
    Format("plain", "plain text", (".txt", ".text", ".asc"), sniff.plain),
    Format("markdown", "Markdown", (".md", ".markdown", ".mdown", ".mkd"), sniff.markdown),
    Format("html", "web page", (".html", ".htm", ".xhtml", ".shtml"), sniff.html),
    Format("mhtml", "web archive", (".mhtml", ".mht"), sniff.mhtml),
    Format("epub", "EPUB book", (".epub",), sniff.epub),
    Format("pdf", "PDF document", (".pdf",), sniff.pdf),
)
_HEAD = 8192


def format_names() -> tuple[str, ...]:
    """The names that `--from` takes."""
    return tuple(format.name for format in FORMATS)


def article_suffixes() -> frozenset[str]:
    """The suffixes, with the dot and in lower case, of files that count as articles in a folder."""
    return frozenset(suffix for format in FORMATS for suffix in format.suffixes)


def by_name(name: str, source: str) -> Format:
    """The format of that name.

    Raises:
        SourceError: there is none (a wrong call).
    """
    for format in FORMATS:
        if format.name == name.lower():
            return format
    names = ", ".join(format_names())
    raise SourceError(source, f"there is no input format '{name}'; there are {names}", wrong_call=True)


def told(raw: Raw) -> Format:
    """The format that the content speaks for most; plain text where none does."""
    sample = _sample(raw)
    scores = [format.sniff(sample._replace(named=sample.suffix in format.suffixes)) for format in FORMATS]
    return FORMATS[scores.index(max(scores))]


def _sample(raw: Raw) -> sniff.Sample:
    head = raw.data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    else:
        text = head.replace(b"\0", b"").decode("utf-8", "replace")
    path = raw.source.split("?")[0] if "://" in raw.source else raw.source
    return sniff.Sample(head, text.lstrip("\ufeff \t\r\n").lower(), os.path.splitext(path)[1].lower())
