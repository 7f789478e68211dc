"""The bytes of a picture: from beside the article, inside it or the web; a page has no say over other files."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

import pytest

from reader.document.model import Document, Image
from reader.document.pictures import MOST, picture
from reader.errors import SourceError

DATA = b"\x89PNG pixels"


def document(folder: Path, format: str = "html") -> Document:
    return Document(str(folder / "pages" / "page.html"), "text", "ab", format)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages" / "page_files").mkdir(parents=True)
    (tmp_path / "pages" / "page_files" / "a pier?.png").write_bytes(DATA)
    (tmp_path / "secret.png").write_bytes(DATA)
    (tmp_path / "pages" / "link.png").symlink_to(tmp_path / "secret.png")
    return tmp_path


def test_what_was_saved_beside_the_page(folder: Path) -> None:
    """By its name, by its name as a page writes it, and by where it lies."""
    path = folder / "pages" / "page_files" / "a pier?.png"
    for href in ("page_files/a pier?.png", "page_files/a%20pier%3F.png", str(path), path.as_uri()):
        assert picture(document(folder), Image(0, href)) == DATA


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("../secret.png", "outside"),
        ("page_files/../../secret.png", "outside"),
        ("%2e%2e/secret.png", "not saved"),
        ("/etc/passwd", "outside"),
        ("file:///etc/passwd", "outside"),
        ("link.png", "outside"),
        ("gone.png", "not saved"),
        ("page_files", "not saved"),
        ("ftp://example.org/a.png", "neither"),
        ("a\0b", "neither"),
        ("http://[", "no valid address"),
    ],
)
def test_no_other_file_is_read(folder: Path, href: str, why: str) -> None:
    """One clear sentence for whatever a page names."""
    with pytest.raises(SourceError, match=why):
        picture(document(folder), Image(0, href))


def test_what_the_page_itself_holds(folder: Path) -> None:
    """A data URI, encoded either way."""
    packed = "data:image/png;base64," + base64.b64encode(DATA).decode()
    assert picture(document(folder), Image(0, packed)) == DATA
    assert picture(document(folder), Image(0, "data:image/gif,GIF%20")) == b"GIF "
    with pytest.raises(SourceError, match="damaged"):
        picture(document(folder), Image(0, "data:image/png;base64,a"))


def test_what_a_book_holds(tmp_path: Path) -> None:
    """A picture inside an EPUB; a bomb is stopped at the limit."""
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("images/pier.png", DATA)
        archive.writestr("images/bomb.png", bytes(MOST + 10))
    book = Document(str(path), "text", "ab", "epub")
    assert picture(book, Image(0, "images/pier.png")) == DATA
    for href, why in (("images/gone.png", "does not hold"), ("images/bomb.png", "too large")):
        with pytest.raises(SourceError, match=why):
            picture(book, Image(0, href))
