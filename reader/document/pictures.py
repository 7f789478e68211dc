"""The pictures of an article: the bytes of one, from the page's folder, the book, the page itself or the web.

Nothing of a picture is read before the reader asks for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from reader.errors import SourceError

if TYPE_CHECKING:
    from reader.document.model import Document, Image

MOST = 40_000_000
"""Bytes of a picture, at most; a photograph has a tenth of it."""


def picture(document: Document, image: Image) -> bytes:
    """The bytes of an article's picture.

    Raises:
        SourceError: it is not there, lies outside the article's folder, is too large, or cannot be fetched.
    """
    href = image.href
    if document.format == "epub":
        return _packed(document.source, href)
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError as error:
        raise SourceError(href, "it is no valid address") from error
    if scheme in ("http", "https"):
        from reader.document.web import fetch_picture

        return fetch_picture(href)
    if scheme == "data":
        return _inline(href)
    return _beside(document.source, href, scheme)


def _packed(source: str, name: str) -> bytes:
    """A file of a zip archive."""
    import zlib
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(source) as archive, archive.open(name) as file:
            return _bounded(name, file.read(MOST + 1))
    except KeyError as error:
        raise SourceError(name, "the book does not hold it") from error
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise SourceError(name, "the book is damaged, or is not there any more") from error


def _inline(href: str) -> bytes:
    """What a data URI holds."""
    import base64
    import binascii

    head, _, body = href.partition(",")
    raw = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        try:
            raw = base64.b64decode(raw)
        except (binascii.Error, ValueError) as error:
            raise SourceError("the picture", "it is damaged in the page") from error
    return _bounded("the picture", raw)


def _beside(source: str, href: str, scheme: str) -> bytes:
    """A local file in the article's folder or below it; a page has no say over any other."""
    if scheme not in ("", "file") or "\0" in href:
        raise SourceError(href[:80], "it is neither a file nor a web address")
    folder = Path(source).resolve().parent
    path = urlsplit(href).path if scheme else href
    places = [(folder / name).resolve() for name in (path, unquote(path))]
    inside = [place for place in places if place.is_relative_to(folder)]
    if not inside:
        raise SourceError(href[:80], "it lies outside the article's folder")
    try:
        wanted = next((place for place in inside if place.is_file()), None)
        if wanted is None:
            raise SourceError(Path(path).name, "it was not saved with the page")
        with wanted.open("rb") as file:
            return _bounded(wanted.name, file.read(MOST + 1))
    except (OSError, ValueError) as error:
        raise SourceError(Path(path).name, "it cannot be opened") from error


def _bounded(name: str, data: bytes) -> bytes:
    if len(data) > MOST:
        raise SourceError(name, f"it is too large; pictures up to {MOST // 1_000_000} MB are shown")
    return data
