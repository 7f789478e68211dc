"""The desk's list: quick to fill, quick to search, and no file in a folder can spoil it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader import library
from reader.library import Entry, Library, matching, ordered

STORY = "The council of Norrvik voted for the bridge on Monday, ending a quarrel of nine years.\n\n" * 5
PAGE = """<!DOCTYPE html><html><head><title>Seals counted at last | The Norrvik Post</title>
<meta property="og:site_name" content="The Norrvik Post"><meta property="article:published_time" content="2031-05-06">
</head><body><p>There are four hundred and twelve seals in the sound, said the people who went out to count them.</p></body>"""


def folder(tmp_path: Path) -> Path:
    """A folder with two articles, and what is none."""
    (tmp_path / "bridge.txt").write_text(STORY)
    (tmp_path / "seals.HTML").write_text(PAGE)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".hidden.txt").write_text(STORY)
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "ferry.txt").write_text(STORY)
    return tmp_path


def test_a_folder_gives_its_articles(tmp_path: Path) -> None:
    """Articles are told by their names, without opening them; hidden files and folders within are left alone."""
    entries = Library().listed([str(folder(tmp_path))])
    assert [os.path.basename(entry.path) for entry in entries] == ["bridge.txt", "seals.HTML"]
    assert [entry.described for entry in entries] == [False, False]
    assert entries[0].size == len(STORY)


def test_what_is_named_is_listed(tmp_path: Path) -> None:
    """A file that is named is listed whatever its suffix, once; what is missing says so; a URL stands for itself."""
    photo = str(folder(tmp_path) / "photo.jpg")
    entries = Library().listed([photo, photo, str(tmp_path / "no.txt"), "https://post.example/a"])
    assert [(entry.path, entry.error) for entry in entries] == [
        (photo, None),
        (str(tmp_path / "no.txt"), f"cannot read {tmp_path / 'no.txt'}: no such file or directory"),
        ("https://post.example/a", None),
    ]


def test_descriptions(tmp_path: Path) -> None:
    """Title, date, publisher and length are looked up; a file that cannot be read says why."""
    here = folder(tmp_path)
    seals, photo = Library().described(Library().listed([str(here / "seals.HTML"), str(here / "photo.jpg")]))
    assert (seals.title, seals.published, seals.publisher) == (
        "Seals counted at last",
        "2031-05-06",
        "The Norrvik Post",
    )
    assert (seals.words, seals.minutes, seals.error) == (19, 1, None)
    assert photo.error == f"cannot read {here / 'photo.jpg'}: it looks like a JPEG image"
    assert (photo.name, photo.minutes) == ("photo.jpg", 0)


def test_the_cache_spares_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was looked up once is known at the next start, until the file changes."""
    here, cache = folder(tmp_path), tmp_path / "cache"
    first = Library(cache)
    described = list(first.described(first.listed([str(here)])))
    first.save()
    monkeypatch.setattr(library, "glance", None)
    assert Library(cache).listed([str(here)]) == described
    with (here / "bridge.txt").open("a") as file:
        file.write("More.\n")
    assert [entry.described for entry in Library(cache).listed([str(here)])] == [False, True]


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"version": 99}', b'{"version": 1, "articles": [[1]]}', b"\xff"]
)
def test_a_damaged_cache_is_no_cache(tmp_path: Path, damage: bytes) -> None:
    """The cache is only a convenience: whatever is in it, the list comes up."""
    here, cache = folder(tmp_path), tmp_path / "cache"
    cache.mkdir()
    (cache / "articles.json").write_bytes(damage)
    assert len(Library(cache).listed([str(here)])) == 2


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """A cache folder that is a file is no reason to fail."""
    here = folder(tmp_path)
    desk = Library(here / "bridge.txt")
    list(desk.described(desk.listed([str(here)])))
    desk.save()
    assert (here / "bridge.txt").read_text() == STORY


ENTRIES = [
    Entry("a/quay.txt", 1, 3, True, "Élan at the quay", None, "Harbour News", 900),
    Entry("a/bridge.html", 1, 2, True, "A bridge for Norrvik", "2031-02-03T08:00", "The Norrvik Post", 100),
    Entry("a/unread.txt", 1, 1),
    Entry("a/seals.html", 1, 4, True, "Seals counted", "2030-12-01", None, 400),
]


@pytest.mark.parametrize(
    ("by", "reverse", "expected"),
    [
        ("title", False, "bridge quay seals unread"),
        ("date", True, "bridge seals quay unread"),
        ("date", False, "seals bridge quay unread"),
        ("publisher", False, "quay bridge unread seals"),
        ("length", True, "quay seals bridge unread"),
        ("modified", True, "seals quay bridge unread"),
        ("path", False, "bridge quay seals unread"),
    ],
)
def test_orders(by: library.Order, reverse: bool, expected: str) -> None:
    """Every column sorts; what has no value in it comes last, whichever way it sorts."""
    found = ordered(ENTRIES, by, reverse=reverse)
    assert " ".join(Path(entry.path).stem for entry in found) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "quay bridge unread seals"),
        ("elan", "quay"),
        ("POST norr", "bridge"),
        ("2030", "seals"),
        ("unread.t", "unread"),
        ("brigde", "bridge"),
        ("xyzzy", ""),
    ],
)
def test_filter(typed: str, expected: str) -> None:
    """Words find titles, publishers, dates and file names, whatever their case, accents or a slip of the fingers."""
    assert " ".join(Path(entry.path).stem for entry in matching(ENTRIES, typed)) == expected


def test_a_large_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing a large folder opens no file: only what is asked for is read."""
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(STORY)
    read: list[str] = []
    real = library.glance
    monkeypatch.setattr(library, "glance", lambda path: (read.append(path), real(path))[1])
    desk = Library()
    entries = desk.listed([str(tmp_path)])
    assert (len(entries), read) == (300, [])
    assert [entry.words for entry in desk.described(entries[100:103])] == [80, 80, 80]
    assert read == [entry.path for entry in entries[100:103]]


def test_a_fault_in_a_format_spoils_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a library stumbles over is named as unreadable; the list goes on."""

    def stumbles(path: str) -> None:
        raise RecursionError

    entries = Library().listed([str(folder(tmp_path))])
    monkeypatch.setattr(library, "glance", stumbles)
    assert [entry.error for entry in Library().described(entries)] == [
        f"cannot read {entry.path}: RecursionError" for entry in entries
    ]


def test_a_name_or_a_reason_is_one_safe_line() -> None:
    """A file's name cannot command the terminal, and a long folder does not push the reason off the row."""
    entry = Entry(
        "/deep/folder/a\x1b[2Jb\n.txt", error="cannot read /deep/folder/a\x1b[2Jb\n.txt: it is empty"
    )
    assert entry.name == "a\ufffd[2Jb .txt"
    assert entry.trouble == "a\ufffd[2Jb .txt: it is empty"
    assert Entry("/deep/a.txt").trouble is None


def test_a_name_that_is_no_text_does_not_cost_the_cache(tmp_path: Path) -> None:
    """One file from a system with another encoding is looked into again; the others are remembered."""
    here = folder(tmp_path)
    try:
        Path(os.fsdecode(os.fsencode(here) + b"/caf\xe9.txt")).write_text(STORY)
    except OSError:
        pytest.skip("this file system has no such names")
    shelf = Library(tmp_path / "cache")
    assert len(list(shelf.described(shelf.listed([str(here)])))) == 3
    shelf.save()
    again = Library(tmp_path / "cache").listed([str(here)])
    assert sum(entry.described for entry in again) == 2
