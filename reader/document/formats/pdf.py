"""PDF documents: lines from PDFium, paragraphs from where they stand."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

from annotations.text import clean
from reader.document.formats.compose import Composer, Run, tidy
from reader.document.formats.format import Content, Glance, Raw
from reader.document.formats.typeset import TypeLine, passages
from reader.document.model import Document, Metadata
from reader.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument, PdfTextPage

    from reader.document.formats.typeset import Passage
    from reader.document.model import BlockKind

_LONGEST_S = 60.0
"""After which no further page is begun."""
_MOST = 20_000_000
"""Characters."""
_GLANCED = 2
"""Pages in which a list looks for a title."""
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\r": "",
    "\0": "",
}
_ARTICLE = 8
"""Pages up to which a document may be a news article, in which captions and page noise are looked for by their words."""
_CUT = frozenset("\x02\ufffe")
"""What PDFium gives for the hyphen of a word that is cut at a line's end; it does not give the line's end then."""
_JUNK_TITLE = re.compile(r"\.\w{2,5}$|^microsoft|^untitled|^about:|://", re.IGNORECASE)
_TOLD_BY_WORDS: frozenset[BlockKind] = frozenset(
    {"caption", "credit", "ad", "promo", "boilerplate", "byline"}
)


def read(raw: Raw) -> Content:
    """The document's text in paragraphs, with its title and headings where the setting shows them.

    Raises:
        SourceError: it is encrypted, damaged, or made of pictures alone.
        MissingExtraError: the package that reads PDF is not installed.
    """
    with _opened(raw) as document:
        lines, warnings = _lines(document, len(document))
        told = _told(document)
        pages = len(document)
    found = passages(lines)
    if not found:
        reason = "its pages are pictures without text, as scanners make them" if pages else "it has no pages"
        raise raw.refuse(reason)
    made = Composer()
    kinds = _kinds(found) if pages <= _ARTICLE else [passage.kind for passage in found]
    for passage, kind in zip(found, kinds, strict=True):
        made.add(kind, tidy([Run(passage.text)]), level=passage.level)
    title = next(
        (p.text for p, b in zip(found, made.blocks, strict=False) if b.kind == "title"), told.get("Title")
    )
    metadata = Metadata(author=told.get("Author"))
    return Content(made.text, title, metadata, hints=tuple(made.blocks), warnings=warnings)


def glance(raw: Raw) -> Glance:
    """The title that the first pages show, and how many words there are if the other pages are like them."""
    with _opened(raw) as document:
        lines, _ = _lines(document, _GLANCED)
        told, pages = _told(document), len(document)
    title = next((passage.text for passage in passages(lines) if passage.kind == "title"), told.get("Title"))
    words = sum(len(line.text.split()) for line in lines)
    return Glance(title, words=words * pages // max(1, min(_GLANCED, pages)))


def _opened(raw: Raw) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError(raw.source, "pdf") from error
    try:
        return pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise raw.refuse("this PDF is encrypted; save a copy without a password first") from error
        raise raw.refuse("this PDF is damaged, or no PDF at all") from error


def _told(document: PdfDocument) -> dict[str, str]:
    """Title and author that the document gives of itself, where they look like ones."""
    found: dict[str, str] = {}
    for name in ("Title", "Author"):
        value = clean(" ".join(document.get_metadata_value(name).split()))
        if value and len(value) < 300 and not _JUNK_TITLE.search(value):
            found[name] = value
    return found


def _lines(document: PdfDocument, most_pages: int) -> tuple[list[TypeLine], tuple[str, ...]]:
    """The lines of the first pages, and a warning where the document was too long, or a page too damaged, to be read."""
    from pypdfium2 import PdfiumError

    lines: list[TypeLine] = []
    broken = length = 0
    end = time.monotonic() + _LONGEST_S
    for number in range(min(len(document), most_pages)):
        if time.monotonic() > end or length > _MOST:
            return lines, (
                f"only the first {number} of {len(document)} pages are read: the document is too long",
            )
        try:
            page = document[number]
            text_page = page.get_textpage()
            new = list(_page_lines(text_page, number))
            text_page.close()
            page.close()
        except PdfiumError:
            broken += 1
            continue
        lines += new
        length += sum(len(line.text) for line in new)
    return lines, (f"{broken} pages are damaged and left out",) if broken else ()


def _page_lines(page: PdfTextPage, number: int) -> Iterator[TypeLine]:
    """The lines of a page, as PDFium parts them."""
    import pypdfium2.raw as pdfium

    characters: list[str] = []
    places: list[int] = []
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        character = chr(code) if code < 0x110000 else "\ufffd"
        if character in _CUT:
            characters.append("-")
            places.append(index)
        if character == "\n" or character in _CUT:
            yield from _line(page, number, characters, places)
            characters, places = [], []
        elif text := _LIGATURES.get(character, character):
            characters.append(text)
            if not text.isspace():
                places.append(index)
    yield from _line(page, number, characters, places)


def _line(
    page: PdfTextPage, number: int, characters: Sequence[str], places: Sequence[int]
) -> Iterator[TypeLine]:
    import pypdfium2.raw as pdfium

    text = " ".join("".join(characters).split())
    if not text or not places:
        return
    left, _, _, top = page.get_charbox(places[0], loose=True)
    right = page.get_charbox(places[-1], loose=True)[2]
    size = _size(page, places, pdfium)
    yield TypeLine(number, text, left, right, top, size, _is_strong(page, places[len(places) // 2], pdfium))


def _size(page: PdfTextPage, places: Sequence[int], pdfium: Any) -> float:
    """The size of a line's middle character, as it is shown: a font of one point may be scaled up."""
    _, bottom, _, top = page.get_charbox(places[len(places) // 2], loose=True)
    size = float(pdfium.FPDFText_GetFontSize(page, places[len(places) // 2]))
    return size if size > 3 else max(1.0, abs(top - bottom) / 1.2)


def _is_strong(page: PdfTextPage, index: int, pdfium: Any) -> bool:
    import ctypes

    if pdfium.FPDFText_GetFontWeight(page, index) >= 600:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(page, index, name, 128, ctypes.c_int())
    return b"bold" in name.value.lower()


def _kinds(found: Sequence[Passage]) -> list[BlockKind]:
    """Each passage's kind: by its setting; for paragraphs also by what their words tell of captions and page noise."""
    from reader.document.blocks import classify

    text = "\n\n".join(passage.text for passage in found)
    blocks = classify(Document("", text, ""))
    kinds: list[BlockKind] = []
    start = at = 0
    for passage in found:
        end = start + len(passage.text)
        counts: dict[BlockKind, int] = {}
        while at < len(blocks) and blocks[at].start < end:
            block = blocks[at]
            if not block.doubtful:
                counts[block.kind] = counts.get(block.kind, 0) + min(block.end, end) - max(block.start, start)
            if block.end > end:
                break
            at += 1
        likely = max(counts, key=lambda kind: counts[kind], default=passage.kind)
        by_words = (
            passage.kind == "paragraph" and likely in _TOLD_BY_WORDS and 2 * counts[likely] > end - start
        )
        kinds.append(likely if by_words else passage.kind)
        start = end + 2
    return kinds
