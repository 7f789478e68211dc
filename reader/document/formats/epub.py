"""EPUB books: their chapters in reading order, from a zip file that is trusted in nothing."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from annotations.text import clean
from reader.document.formats.compose import Composer, Run, tidy
from reader.document.formats.dom import is_heading, letters, lines_of, role_of, tag
from reader.document.formats.format import Content, Glance, Raw
from reader.document.model import Metadata
from reader.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zipfile import ZipFile

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from reader.document.formats.dom import Line

_MOST = 60_000_000
"""Bytes that are unpacked of one book in all, whatever its entries claim; the longest novels have five million."""
_MOST_FILES = 20_000
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_OBFUSCATED_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


class _Book(NamedTuple):
    """A book's package document, understood.

    Attributes:
        title: None where it has none.
        metadata: author, date, publisher.
        spine: paths within the zip, in reading order.
        contents: title of a chapter by its path.
        missing: how many chapters are named that are not there.
        listings: paths of the pages that only list the chapters.
    """

    title: str | None
    metadata: Metadata
    spine: tuple[str, ...]
    contents: dict[str, str]
    missing: int
    listings: frozenset[str]


def read(raw: Raw) -> Content:
    """The book's chapters as one text, each under its heading.

    Raises:
        SourceError: it is damaged, protected, or unpacks to more than a book can be.
        MissingExtraError: the package that reads its pages is not installed.
    """
    with _opened(raw) as archive:
        unpacking = _Unpacking(raw, archive)
        book = _book(raw, unpacking)
        made = Composer()
        if book.title:
            made.add("title", tidy([Run(book.title)]), level=1)
        if book.metadata.author:
            made.add("byline", tidy([Run(book.metadata.author)]))
        front = len(made.blocks)
        for path in book.spine:
            _add_chapter(made, unpacking.text(path), path, book)
        if len(made.blocks) == front:
            raise raw.refuse("there is no text in this book")
    lost = f"{book.missing} chapters that the book names are not in it" if book.missing else ""
    return Content(
        made.text,
        book.title,
        book.metadata,
        tuple(made.marks),
        tuple(made.blocks),
        tuple(made.images),
        (lost,) if lost else (),
    )


def glance(raw: Raw) -> Glance:
    """The book's own account of itself; its length is told by the size of its chapters."""
    with _opened(raw) as archive:
        unpacking = _Unpacking(raw, archive)
        book = _book(raw, unpacking)
        size = sum(archive.getinfo(path).file_size for path in book.spine)
    return Glance(book.title, book.metadata.published, book.metadata.publisher, min(size, _MOST) // 7)


class _Unpacking:
    """Takes files out of a zip, within bounds on how much there is in all."""

    def __init__(self, raw: Raw, archive: ZipFile) -> None:
        self._raw = raw
        self._archive = archive
        self._left = _MOST
        self.names = frozenset(archive.namelist())

    def text(self, name: str) -> bytes:
        """The bytes of a file in the zip.

        Raises:
            SourceError: it is not there, is damaged or encrypted, or is too much.
        """
        import zlib
        from zipfile import BadZipFile

        try:
            with self._archive.open(name) as file:
                data = file.read(self._left + 1)
        except KeyError as error:
            raise self._raw.refuse(f"this is no whole EPUB: {name} is missing in it") from error
        except RuntimeError as error:
            raise self._raw.refuse("this EPUB is encrypted, and cannot be read here") from error
        except (BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise self._raw.refuse("this EPUB is damaged; get it again") from error
        self._left -= len(data)
        if self._left < 0:
            raise self._raw.refuse(
                f"this EPUB unpacks to more than {_MOST // 1_000_000} MB, which no book does"
            )
        return data


def _opened(raw: Raw) -> ZipFile:
    try:
        import lxml.html
    except ImportError as error:
        raise MissingExtraError(raw.source, "epub") from error
    del lxml
    import io
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(io.BytesIO(raw.data))
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise raw.refuse("this EPUB is damaged; get it again") from error
    if len(archive.filelist) > _MOST_FILES:
        raise raw.refuse(f"this EPUB holds more than {_MOST_FILES:,} files, which no book does")
    return archive


def _book(raw: Raw, unpacking: _Unpacking) -> _Book:
    container = _xml(raw, unpacking.text("META-INF/container.xml"))
    root = next((e.get("full-path") for e in container.iter("{*}rootfile") if e.get("full-path")), None)
    if root is None:
        raise raw.refuse("this is no whole EPUB: it does not say where its contents are")
    _refuse_protected(raw, unpacking)
    package = _xml(raw, unpacking.text(root))
    folder = posixpath.dirname(root)
    items = {item.get("id"): item for item in package.iter("{*}item")}
    order = [items.get(ref.get("idref")) for ref in package.iter("{*}itemref") if ref.get("linear") != "no"]
    pages = [item for item in order if item is not None and item.get("media-type") in _PAGES]
    paths = [path for path in (_inside(folder, item.get("href")) for item in pages) if path]
    spine = tuple(dict.fromkeys(path for path in paths if path in unpacking.names))
    if not spine:
        raise raw.refuse("there are no chapters in this EPUB")
    contents = dict(_contents(raw, unpacking, folder, items.values(), package))
    metadata = Metadata(
        author=", ".join(_said(package, "creator")) or None,
        published=next(iter(_said(package, "date")), None),
        publisher=next(iter(_said(package, "publisher")), None),
    )
    title = next(iter(_said(package, "title")), None)
    listings = frozenset(path for path in _listings(items.values(), package, folder) if path)
    return _Book(title, metadata, spine, contents, len(order) - len(spine), listings)


def _listings(items: Iterable[_Element], package: _Element, folder: str) -> Iterator[str | None]:
    """The table of contents as a page, of EPUB 3 or 2."""
    for item in items:
        if "nav" in (item.get("properties") or "").split():
            yield _inside(folder, item.get("href"))
    for reference in package.iter("{*}reference"):
        if reference.get("type") == "toc":
            yield _inside(folder, reference.get("href"))


def _refuse_protected(raw: Raw, unpacking: _Unpacking) -> None:
    """Refuse a book whose chapters are encrypted; fonts often are, which is no matter."""
    if "META-INF/encryption.xml" not in unpacking.names:
        return
    encryption = _xml(raw, unpacking.text("META-INF/encryption.xml"))
    methods = [e.get("Algorithm") for e in encryption.iter("{*}EncryptionMethod")]
    if any(method not in _OBFUSCATED_FONTS for method in methods):
        raise raw.refuse("this EPUB is protected against copying, and cannot be read here")


def _contents(
    raw: Raw, unpacking: _Unpacking, folder: str, items: Iterable[_Element], package: _Element
) -> Iterator[tuple[str, str]]:
    """Path and title of each entry of the table of contents, of EPUB 3 or 2."""
    for item in items:
        path = _inside(folder, item.get("href"))
        if path is None or path not in unpacking.names:
            continue
        if "nav" in (item.get("properties") or "").split():
            for link in _html(unpacking.text(path)).iter("a"):
                yield from _entry(path, link.get("href"), link.text_content())
        elif item.get("media-type") == "application/x-dtbncx+xml":
            for point in _xml(raw, unpacking.text(path)).iter("{*}navPoint"):
                target = next((e.get("src") for e in point.iter("{*}content")), None)
                label = next(("".join(e.itertext()) for e in point.iter("{*}navLabel")), "")
                yield from _entry(path, target, label)


def _entry(path: str, href: str | None, label: str) -> Iterator[tuple[str, str]]:
    target = _inside(posixpath.dirname(path), href)
    title = " ".join(label.split())
    if target and title and not urlsplit(href or "").fragment:
        yield target, title


def _inside(folder: str, href: str | None) -> str | None:
    """A path within the zip; None where the reference leads out of it."""
    try:
        path = unquote(urlsplit(href or "").path)
    except ValueError:
        return None
    whole = posixpath.normpath(posixpath.join(folder, path)) if path else ""
    return None if not whole or whole.startswith(("..", "/")) or "\\" in whole or "\0" in whole else whole


def _add_chapter(made: Composer, page: bytes, path: str, book: _Book) -> None:
    from reader.document.formats.html import bare_text, is_tangled

    root = _html(page)
    name = book.contents.get(path)
    if is_tangled(root):
        if name:
            made.add("heading", tidy([Run(name)]), level=1)
        for part in bare_text(page.decode("utf-8", "replace")).split("\n\n"):
            made.add("paragraph", tidy([Run(part)]))
        return
    body = root.find("body")
    lines, pictures = lines_of(root if body is None else body)
    if path in book.listings:
        for line in lines:
            made.add("boilerplate", line.runs)
        return
    if lines and name and not any(is_heading(line) or line.key == letters(name) for line in lines[:4]):
        made.add("heading", tidy([Run(name)]), level=1)
    for line in lines:
        for picture in pictures.get(line.index, ()):
            if inside := _inside(posixpath.dirname(path), picture.get("src")):
                made.image(inside, picture.get("alt") or "")
        _add(made, line, book)


def _add(made: Composer, line: Line, book: _Book) -> None:
    if line.key == letters(book.title or "") and len(made.blocks) < 4:
        return
    if is_heading(line):
        made.add("heading", line.runs, level=int(tag(line.element)[1]))
    elif any(tag(at) == "figcaption" for at in (line.element, *line.element.iterancestors())):
        made.add("caption", line.runs)
    else:
        made.add("paragraph", line.runs, role_of(line.element))


def _said(package: _Element, name: str) -> list[str]:
    found = (
        " ".join("".join(e.itertext()).split())
        for e in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}")
    )
    return [clean(text) for text in found if text]


def _xml(raw: Raw, data: bytes) -> _Element:
    import lxml.etree

    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = lxml.etree.fromstring(data, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise raw.refuse("this EPUB is damaged; get it again") from error
    if root is None:
        raise raw.refuse("this EPUB is damaged; get it again")
    return root


def _html(page: bytes) -> HtmlElement:
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    text = (
        page if not page.startswith((b"\xff\xfe", b"\xfe\xff")) else page.decode("utf-16", "replace").encode()
    )
    try:
        return lxml.html.document_fromstring(text.replace(b"\0", b""), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return lxml.html.document_fromstring("<html><body></body></html>")
