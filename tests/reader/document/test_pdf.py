"""PDF documents: paragraphs as they were written, not lines as they were printed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reader.document import Document, Metadata, load
from reader.document.formats import pdf
from reader.document.formats.typeset import TypeLine, passages
from reader.document.source import glance
from reader.errors import MissingExtraError, SourceError

from .printing import Placed, printed

if TYPE_CHECKING:
    from pathlib import Path

STORY = [
    Placed("A bridge for Norrvik", 770, size=22, bold=True),
    Placed("The council of Norrvik voted on Monday to build a bridge to the is-", 720),
    Placed("land of Halsø, ending a quarrel of nine years that had split families", 706),
    Placed("and a football club.", 692),
    Placed("“We have waited long enough for this,” said Mayor Ingrid Solheim, who", 668),
    Placed("had promised a well-", 654),
    Placed("planned bridge in two elections.", 640),
    Placed("What the seals say", 610, bold=True),
    Placed("Opponents say that the well-planned bridge will cost twice what the", 590),
    Placed("council expects, and that nobody has counted", 576),
]
REST = [
    Placed("the seals.", 720),
    Placed("Work is to begin in March, when the ice has gone.", 696),
]


def page(number: int, lines: list[Placed]) -> list[Placed]:
    """A page with a running head and a number."""
    return [
        Placed(f"The Norrvik Post, page {number}", 815, size=8),
        *lines,
        Placed(str(number), 30, x=290, size=8),
    ]


def opened(tmp_path: Path, raw: bytes) -> Document:
    """The document of a PDF."""
    path = tmp_path / "print.pdf"
    path.write_bytes(raw)
    return load(str(path))


def refusal(tmp_path: Path, raw: bytes) -> str:
    """Why a PDF cannot be read."""
    with pytest.raises(SourceError) as caught:
        opened(tmp_path, raw)
    return caught.value.reason


def test_an_article(tmp_path: Path) -> None:
    """Lines become paragraphs, cut words are whole again, a paragraph goes on over the page, running heads are noise."""
    raw = printed([page(1, STORY), page(2, REST)], info="/Title (Norrvik.pdf) /Author (Arne Lund)")
    document = opened(tmp_path, raw)
    assert document.hints is not None
    said = [(b.kind, b.level, document.text[b.start : b.end]) for b in document.hints]
    assert [each for each in said if each[0] != "boilerplate"] == [
        ("title", 1, "A bridge for Norrvik"),
        (
            "paragraph",
            0,
            "The council of Norrvik voted on Monday to build a bridge to the island of Halsø, ending a quarrel of nine "
            "years that had split families and a football club.",
        ),
        (
            "paragraph",
            0,
            "“We have waited long enough for this,” said Mayor Ingrid Solheim, who had promised a well-planned bridge "
            "in two elections.",
        ),
        ("heading", 2, "What the seals say"),
        (
            "paragraph",
            0,
            "Opponents say that the well-planned bridge will cost twice what the council expects, and that nobody has "
            "counted the seals.",
        ),
        ("paragraph", 0, "Work is to begin in March, when the ice has gone."),
    ]
    assert sorted(text for kind, _, text in said if kind == "boilerplate") == [
        "1",
        "2",
        "The Norrvik Post, page 1",
        "The Norrvik Post, page 2",
    ]
    assert (document.format, document.title) == ("pdf", "A bridge for Norrvik")
    assert document.metadata == Metadata(author="Arne Lund")


def test_the_desk_sees_its_title(tmp_path: Path) -> None:
    """A list reads the first pages alone."""
    path = tmp_path / "print.pdf"
    path.write_bytes(printed([STORY] * 8))
    seen = glance(str(path))
    assert (seen.title, seen.words) == (
        "A bridge for Norrvik",
        8 * sum(len(line.text.split()) for line in STORY),
    )


def test_its_own_title_counts_where_none_is_shown(tmp_path: Path) -> None:
    """A title in the document's information is used, one that is a file's name is not."""
    plain = [Placed("The council voted.", 700)]
    assert (
        opened(tmp_path, printed([plain], info="/Title (A bridge for Norrvik)")).title
        == "A bridge for Norrvik"
    )
    assert opened(tmp_path, printed([plain], info="/Title (bridge_v2.docx)")).title is None


ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]".format(
    "28" * 32
)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (printed([STORY], extra=ENCRYPTED), "this PDF is encrypted; save a copy without a password first"),
        (b"%PDF-1.7\n" + b"garbage " * 50, "this PDF is damaged, or no PDF at all"),
        (printed([[]]), "its pages are pictures without text, as scanners make them"),
    ],
    ids=["encrypted", "broken", "scanned"],
)
def test_what_cannot_be_read(tmp_path: Path, raw: bytes, reason: str) -> None:
    """An encrypted, broken or scanned document gets one sentence."""
    assert refusal(tmp_path, raw) == reason


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_cut_file(tmp_path: Path, share: float) -> None:
    """A download that was cut off is read as far as it goes, or refused in a sentence."""
    raw = printed([page(1, STORY), page(2, REST)])
    with suppress(SourceError):
        document = opened(tmp_path, raw[: int(len(raw) * share)])
        assert "Norrvik" in document.text


def test_a_long_document_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that would take too long is read in part, and the reader is told."""
    monkeypatch.setattr(pdf, "_MOST", 100)
    document = opened(tmp_path, printed([STORY, REST]))
    assert document.warnings == ("only the first 1 of 2 pages are read: the document is too long",)


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional package the reader is told what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'pullquote\[pdf\]'"):
        opened(tmp_path, printed([STORY]))


def test_indented_paragraphs() -> None:
    """Paragraphs set by indenting their first line, without space between, are told apart."""
    lines = [
        TypeLine(0, "The ferry left at seven, as it does on every day of", 84, 300, 700, 10),
        TypeLine(0, "the week that has no storm in it at all.", 72, 250, 688, 10),
        TypeLine(0, "Nobody saw it come back, though many had been", 84, 300, 676, 10),
        TypeLine(0, "watching for it.", 72, 130, 664, 10),
    ]
    assert [passage.text for passage in passages(lines)] == [
        "The ferry left at seven, as it does on every day of the week that has no storm in it at all.",
        "Nobody saw it come back, though many had been watching for it.",
    ]


def test_lists() -> None:
    """Each item of a list is a passage, its further lines hang below it."""
    lines = [
        TypeLine(0, "• The council pays for the bridge itself, and for", 72, 300, 700, 10),
        TypeLine(0, "Halsø to be joined to the power lines.", 84, 250, 688, 10),
        TypeLine(0, "• The island pays for its roads.", 72, 220, 676, 10),
    ]
    assert [passage.text for passage in passages(lines)] == [
        "• The council pays for the bridge itself, and for Halsø to be joined to the power lines.",
        "• The island pays for its roads.",
    ]


def test_columns() -> None:
    """A sentence goes on from the foot of one column to the head of the next."""
    lines = [
        TypeLine(0, "The ferry left at seven, as it does on", 72, 280, 112, 10),
        TypeLine(0, "every day of the week that has no", 72, 270, 100, 10),
        TypeLine(0, "storm in it.", 320, 380, 700, 10),
    ]
    assert [passage.text for passage in passages(lines)] == [
        "The ferry left at seven, as it does on every day of the week that has no storm in it."
    ]


def test_no_lines() -> None:
    """Nothing makes nothing."""
    assert passages([]) == []
