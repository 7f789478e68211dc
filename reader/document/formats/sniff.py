"""How each input format is told by the beginning of a file: 0 not at all, 1 by its name, 2 by its looks, 3 by its signature."""

from __future__ import annotations

import re
from typing import NamedTuple

_MAIL_HEADERS = (
    "from:",
    "mime-version:",
    "content-type:",
    "snapshot-content-location:",
    "subject:",
    "date:",
    "message-id:",
)
_MARKDOWN_SIGNS = (r"^#{1,6} \S", r"\]\(https?://", r"^\s*[*-] \S", r"^> \S", r"^```", r"\*\*\w")


class Sample(NamedTuple):
    """The beginning of a file.

    Attributes:
        head: its first bytes.
        text: the same, decoded as well as may be, without leading blanks, in lower case.
        named: its name ends as this format's files do.
        suffix: of its name, with the dot, in lower case; empty where it has none.
    """

    head: bytes
    text: str
    suffix: str
    named: bool = False


def plain(sample: Sample) -> int:
    """Plain text has no looks of its own."""
    return int(sample.named)


def markdown(sample: Sample) -> int:
    """By name; without a suffix, by front matter with a title or by three kinds of markup. A .txt file is plain."""
    if sample.named or sample.suffix:
        return 2 * sample.named
    if sample.text.startswith(("---\n", "---\r\n")) and re.search(r"^title\s*:", sample.text, re.MULTILINE):
        return 2
    return 2 * (sum(bool(re.search(sign, sample.text, re.MULTILINE)) for sign in _MARKDOWN_SIGNS) >= 3)


def html(sample: Sample) -> int:
    """By its document type or root; by several tags; by name only where there is a tag at all."""
    text = sample.text
    if text.startswith(("<!doctype html", "<html", "<head")):
        return 3
    if text.startswith(("<?xml", "<!--")) and ("<html" in text or "<!doctype html" in text):
        return 3
    tags = sum(text.count(mark) for mark in ("<p>", "<p ", "<div", "<body", "<head", "<meta", "</a>"))
    if text.startswith("<") and tags > 2:
        return 2
    return int(sample.named and tags > 0)


def mhtml(sample: Sample) -> int:
    """By the headers of a message of related parts."""
    text = sample.text
    if "mime-version:" in text and "multipart/related" in text and text.startswith(_MAIL_HEADERS):
        return 3
    return int(sample.named)


def epub(sample: Sample) -> int:
    """By the first entry of its zip file."""
    if not sample.head.startswith(b"PK\x03\x04"):
        return 0
    told = b"mimetypeapplication/epub+zip" in sample.head[:200] or b"META-INF/container.xml" in sample.head
    return 3 if told else int(sample.named)


def pdf(sample: Sample) -> int:
    """By its signature, which may stand a little after the beginning."""
    return 3 if b"%PDF-" in sample.head[:1024] and not sample.text.startswith("<") else int(sample.named)
