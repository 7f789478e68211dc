"""EPUB books: their chapters in order, and nothing that a zip file can do to harm."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from reader.document import Document, Image, Metadata, load
from reader.document.formats import epub
from reader.document.source import glance
from reader.errors import MissingExtraError, SourceError

if TYPE_CHECKING:
    from pathlib import Path

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Sound</dc:title><dc:creator>Kari Dahl</dc:creator>
<dc:date>2031-06-01</dc:date><dc:publisher>Halsø Books</dc:publisher></metadata>
<manifest><item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="out" href="../../etc/passwd" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="one"/><itemref idref="two"/>{more}<itemref idref="nav" linear="no"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="text/one%20a.xhtml">The ferry</a></li>
<li><a href="text/two.xhtml">The bridge</a></li></ol></nav></body></html>"""
ONE = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
<p>The ferry left at <em>seven</em>.</p><figure><img src="../images/ferry.jpg" alt="A ferry"/><figcaption>The Maren.</figcaption></figure>
</body></html>"""
TWO = "<html><body><h2>The bridge</h2><p>Nobody had asked the seals.</p></body></html>"


def book(changes: dict[str, str | bytes | None] | None = None, more: str = "") -> bytes:
    """A book of two chapters, with files replaced, added or (None) left out."""
    files: dict[str, str | bytes | None] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": PACKAGE.format(more=more),
        "OPS/nav.xhtml": NAV,
        "OPS/text/one a.xhtml": ONE,
        "OPS/text/two.xhtml": TWO,
        **(changes or {}),
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if content is not None:
                method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(name, content, method)
    return whole.getvalue()


def opened(tmp_path: Path, raw: bytes, name: str = "sound.epub") -> Document:
    """The document of a book."""
    path = tmp_path / name
    path.write_bytes(raw)
    return load(str(path))


def refusal(tmp_path: Path, raw: bytes) -> str:
    """Why a book cannot be read."""
    with pytest.raises(SourceError) as caught:
        opened(tmp_path, raw)
    return caught.value.reason


def test_a_book(tmp_path: Path) -> None:
    """Chapters stand in reading order under their headings; a chapter without one gets it from the contents."""
    document = opened(tmp_path, book())
    assert document.hints is not None
    assert [(b.kind, b.level, document.text[b.start : b.end]) for b in document.hints] == [
        ("title", 1, "The Sound"),
        ("byline", 0, "Kari Dahl"),
        ("heading", 1, "The ferry"),
        ("paragraph", 0, "The ferry left at seven."),
        ("caption", 0, "The Maren."),
        ("heading", 2, "The bridge"),
        ("paragraph", 0, "Nobody had asked the seals."),
    ]
    assert (document.format, document.title) == ("epub", "The Sound")
    assert document.metadata == Metadata("Kari Dahl", "2031-06-01", "Halsø Books")
    assert [(m.kind, document.text[m.start : m.end]) for m in document.marks] == [("emphasis", "seven")]
    assert document.images == (Image(document.text.index("The Maren"), "OPS/images/ferry.jpg", "A ferry"),)
    assert document.warnings == ()


def test_the_page_that_lists_the_chapters_is_no_story(tmp_path: Path) -> None:
    """A table of contents among the pages, of EPUB 3 or 2, is page noise; the pane of contents has the chapters."""
    third = opened(tmp_path, book(more='<itemref idref="nav"/>'))
    guide = '</spine><guide><reference type="toc" href="nav.xhtml"/></guide>'
    package = PACKAGE.format(more='<itemref idref="nav"/>').replace(' properties="nav"', "")
    second = opened(tmp_path, book({"OPS/book.opf": package.replace("</spine>", guide)}))
    for document in (third, second):
        assert document.hints is not None
        noise = [document.text[b.start : b.end] for b in document.hints if b.kind == "boilerplate"]
        assert noise == ["The ferry", "The bridge"]


def test_told_by_content(tmp_path: Path) -> None:
    """A book is one whatever it is called."""
    assert opened(tmp_path, book(), "download.zip").format == "epub"


def test_the_desk_sees_its_title(tmp_path: Path) -> None:
    """A list shows title, date and publisher without reading the chapters."""
    (tmp_path / "sound.epub").write_bytes(book())
    assert glance(str(tmp_path / "sound.epub"))[:3] == ("The Sound", "2031-06-01", "Halsø Books")


def test_the_older_table_of_contents(tmp_path: Path) -> None:
    """An EPUB 2 names its chapters in another file."""
    ncx = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>By sea</text></navLabel>
    <content src="text/one%20a.xhtml"/></navPoint></navMap></ncx>"""
    package = PACKAGE.replace(
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    ).format(more="")
    document = opened(tmp_path, book({"OPS/book.opf": package, "OPS/toc.ncx": ncx, "OPS/nav.xhtml": None}))
    assert "By sea\n\nThe ferry left" in document.text


def test_paths_never_lead_out(tmp_path: Path) -> None:
    """A chapter that would lie outside the book is not there, and the reader is told that one is missing."""
    document = opened(tmp_path, book(more='<itemref idref="out"/><itemref idref="none"/>'))
    assert "root:" not in document.text
    assert document.warnings == ("2 chapters that the book names are not in it",)


def test_zip_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than a book can be is given up while it is unpacked, whatever its entries claim."""
    monkeypatch.setattr(epub, "_MOST", 2_000_000)
    bomb = f"<html><body><p>{'a ' * 2_000_000}</p></body></html>"
    assert "unpacks to more than 2 MB" in refusal(tmp_path, book({"OPS/text/two.xhtml": bomb}))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """Entities defined in the book's own files are never expanded."""
    laughs = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 4))
    package = (
        PACKAGE.format(more="")
        .replace(
            '<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE package [<!ENTITY l0 "ha">{laughs}]>'
        )
        .replace("The Sound", "&l3;")
    )
    assert "haha" not in opened(tmp_path, book({"OPS/book.opf": package})).text


ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{method}"/></EncryptedData></encryption>"""


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (book()[:900], "this EPUB is damaged; get it again"),
        (
            book({"META-INF/container.xml": None}),
            "this is no whole EPUB: META-INF/container.xml is missing in it",
        ),
        (
            book({"META-INF/container.xml": "<container/>"}),
            "this is no whole EPUB: it does not say where its contents are",
        ),
        (book({"META-INF/container.xml": ""}), "this EPUB is damaged; get it again"),
        (book({"OPS/book.opf": None}), "this is no whole EPUB: OPS/book.opf is missing in it"),
        (book({"OPS/book.opf": "<package/>"}), "there are no chapters in this EPUB"),
        (
            book({"OPS/text/one a.xhtml": None, "OPS/text/two.xhtml": None}),
            "there are no chapters in this EPUB",
        ),
        (
            book(
                {
                    "META-INF/encryption.xml": ENCRYPTION.format(
                        method="http://www.w3.org/2001/04/xmlenc#aes128-cbc"
                    )
                }
            ),
            "this EPUB is protected against copying, and cannot be read here",
        ),
    ],
    ids=["cut", "no container", "no root", "empty", "no package", "no spine", "no chapters", "protected"],
)
def test_broken_books(tmp_path: Path, raw: bytes, reason: str) -> None:
    """A book that is broken or protected gets one sentence."""
    assert refusal(tmp_path, raw) == reason


def test_obfuscated_fonts_are_no_matter(tmp_path: Path) -> None:
    """Books often encrypt their fonts alone; they are read."""
    encryption = ENCRYPTION.format(method="http://www.idpf.org/2008/embedding")
    assert opened(tmp_path, book({"META-INF/encryption.xml": encryption})).title == "The Sound"


def test_a_damaged_chapter(tmp_path: Path) -> None:
    """A byte flipped inside a chapter is found by its checksum."""
    raw = book({"OPS/text/two.xhtml": TWO + "<p>" + "seal " * 4000 + "</p>"})
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        at = archive.getinfo("OPS/text/two.xhtml").header_offset + 60
    damaged = raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :]
    assert refusal(tmp_path, damaged) == "this EPUB is damaged; get it again"


def test_a_deep_chapter(tmp_path: Path) -> None:
    """A chapter that nests too deeply gives its bare text."""
    document = opened(
        tmp_path, book({"OPS/text/two.xhtml": "<html><body>" + "<div>" * 3000 + "<p>Deep text.</p>"})
    )
    assert document.text.endswith("The bridge\n\nDeep text.")


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional package the reader is told what to install."""
    monkeypatch.setitem(__import__("sys").modules, "lxml.html", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'pullquote\[epub\]'"):
        opened(tmp_path, book())
