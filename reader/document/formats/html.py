"""Web pages: read within bounds, told from other text; what is too much for a page is read as bare text instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.text import clean
from reader.document.formats.format import Content, Glance, Raw
from reader.document.formats.plain import decoded
from reader.errors import MissingExtraError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LARGEST = 20_000_000
"""Characters of a page without its embedded pictures; the longest real pages have two million."""
_MOST_ELEMENTS = 60_000
"""A long live report has ten thousand."""
_MOST_ATTRIBUTES = 1_000
_DATA_URI = re.compile(r"data:[\w/+.;=-]{1,80},[A-Za-z0-9+/=%]{64,}")
_LONG_TAG = re.compile(r"<[A-Za-z!?/][^<>]{8000,}")
_UNREAD = re.compile(r"<(?:!--|(script|style|noscript|template|svg|head)\b)", re.IGNORECASE)
_PARTING_TAG = re.compile(
    r"</?(?:p|div|br|li|tr|h[1-6]|section|article|header|footer|ul|ol|dl|dt|dd|table|blockquote|pre|title)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-z/!?][^<>]*>", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]{2,}")


def read(raw: Raw) -> Content:
    """A web page's story with its title, byline, headings, captions, links and emphasis.

    Raises:
        SourceError: it is no text.
        MissingExtraError: the packages that read pages are not installed.
    """
    try:
        import lxml.html
        import trafilatura
    except ImportError as error:
        raise MissingExtraError(raw.source, "html") from error
    del lxml, trafilatura
    from reader.document.formats.facts import charset_of
    from reader.document.formats.page import content_of

    text, warnings = decoded(raw, charset_of(raw.data))
    text = _DATA_URI.sub("", text.replace("\0", "\ufffd"))
    excess = _excess(text)
    root = None if excess else _tree(text)
    excess = excess or (root is not None and _tangle(root)) or None
    if excess or root is None:
        said = f"the page {excess or 'holds no elements'}: its bare text is shown"
        return Content(bare_text(text), warnings=(*warnings, said))
    content = content_of(root, raw.source, warnings, raw.address)
    if content.text:
        return content
    # The parser leaves out a single text of more than ten megabytes.
    return content._replace(text=bare_text(text), hints=None, marks=(), images=())


def glance(raw: Raw) -> Glance:
    """What the page says of itself, and how many words of prose it has, without looking for the story."""
    try:
        import lxml.html
    except ImportError as error:
        raise MissingExtraError(raw.source, "html") from error
    del lxml
    from reader.document.formats.body import prose
    from reader.document.formats.dom import lines_of
    from reader.document.formats.facts import charset_of, facts_of
    from reader.document.formats.headline import without_site

    text = _DATA_URI.sub("", decoded(raw, charset_of(raw.data))[0].replace("\0", "\ufffd"))
    root = None if _excess(text) else _tree(text)
    if root is None or _tangle(root):
        return Glance(None, words=len(bare_text(text).split()))
    facts = facts_of(root, raw.address or raw.source)
    title = without_site(facts.headlines[0], facts.metadata.publisher) if facts.headlines else None
    words = sum(len(line.text.split()) for line in prose(lines_of(root).lines))
    return Glance(title, facts.metadata.published, facts.metadata.publisher, words)


def bare_text(page: str) -> str:
    """A page's text without its tags, in time linear in its length: for pages that no parser should be given."""
    from html import unescape

    text = _TAG.sub("", _PARTING_TAG.sub("\n\n", _without_unread(page)))
    text = clean(unescape(_BLANKS.sub(" ", text)))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", text)).strip()


def _without_unread(page: str) -> str:
    """The page without comments, scripts and the like; one that is never closed goes on to the end."""
    parts: list[str] = []
    at = 0
    while found := _UNREAD.search(page, at):
        parts.append(page[at : found.start()])
        end = "-->" if found[1] is None else f"</{found[1]}"
        closed = re.compile(re.escape(end), re.IGNORECASE).search(page, found.end())
        if closed is None:
            return "".join(parts)
        at = closed.end() if found[1] is None else closed.start()
    return "".join((*parts, page[at:]))


def _excess(text: str) -> str | None:
    """Why a page should not be parsed; None where it may be."""
    if len(text) > _LARGEST:
        return f"is larger than {_LARGEST // 1_000_000} MB"
    if any(tag[0].count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        return "has a tag with thousands of attributes"
    return None


def _tree(text: str) -> HtmlElement | None:
    """The page's tree; None where there is none, or where it nests deeper than is safe."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None
    return root if root.find("body") is not None else None


def _tangle(root: HtmlElement) -> str | None:
    """Why a tree should not be judged as a page; None where it may be. The parser cuts what nests deeper than 255."""
    import lxml.etree

    depth = deepest = count = 0
    for event, _ in lxml.etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            count += 1
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    if deepest >= 250:
        return "nests too deeply"
    return f"has more than {_MOST_ELEMENTS:,} elements" if count > _MOST_ELEMENTS else None


def is_tangled(root: HtmlElement) -> bool:
    """Whether a tree nests too deeply, or has too many elements, to be walked."""
    return _tangle(root) is not None
