"""Opening: every input becomes a document or one clear sentence, never a traceback and never a wait."""

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from reader.document import Document, load
from reader.document import file as local
from reader.document.source import is_url
from reader.errors import SourceError

STORY = "A bridge for Norrvik\n\nThe council of Norrvik voted for the bridge on Monday.\n"


def refusal(source: str, *, format: str | None = None) -> tuple[str, int]:
    """The reason why a source cannot be read, and the exit status."""
    with pytest.raises(SourceError) as caught:
        load(source, format=format)
    return caught.value.reason, caught.value.exit_status


def test_plain_text(tmp_path: Path) -> None:
    """A plain file's offsets are its own; its hash is that of the text."""
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    assert load(str(path)) == Document(str(path), STORY, digest, "plain")


def test_line_ends_and_unsafe_characters(tmp_path: Path) -> None:
    """What a terminal would obey is gone before anyone sees the text."""
    path = tmp_path / "unsafe.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree \x1b[2J\tfour \xe2\x80\xae")
    assert load(str(path)).text == "one\ntwo\nthree \ufffd[2J four \ufffd"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\r\n\t", "it holds no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "it looks like a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)), "it looks like a JPEG image"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "it looks like a program"),
        (b"\x1f\x8b\x08\0" + bytes(range(200)), "it looks like a gzip archive; unpack it first"),
        (b"PK\x03\x04\x14\0\0\0" + bytes(60), "it looks like a zip archive; unpack it first"),
        (
            b"PK\x03\x04\x14\0\0\0" + bytes(20) + b"word/document.xml" + bytes(60),
            "it looks like a Word document; save it as text, HTML or PDF",
        ),
        (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(60), "it looks like a WebP image"),
        (bytes(range(256)) * 8, "it is binary data, not text"),
    ],
)
def test_what_is_no_article_is_named(tmp_path: Path, raw: bytes, reason: str) -> None:
    """Empty and binary files get a sentence that says what they are."""
    path = tmp_path / "thing.txt"
    path.write_bytes(raw)
    assert refusal(str(path)) == (reason, 1)


def test_wrong_calls(tmp_path: Path) -> None:
    """A missing file, a folder, an unknown format and an impossible name are the caller's to mend: status 2."""
    (tmp_path / "Bridge.txt").write_text(STORY)
    near = tmp_path / "bridg.txt"
    assert refusal(str(near)) == (f"there is no such file; did you mean {tmp_path / 'Bridge.txt'}?", 2)
    assert refusal(str(tmp_path / "zzz")) == ("there is no such file", 2)
    assert refusal(str(tmp_path / "no" / "a.txt")) == (f"there is no folder {tmp_path / 'no'}", 2)
    assert refusal(str(tmp_path)) == ("it is a folder, and a file is needed", 2)
    assert refusal("a\0b") == ("this is no file name", 2)
    reason, status = refusal(str(tmp_path / "Bridge.txt"), format="word")
    assert status == 2
    assert reason.startswith("there is no input format 'word'; there are plain")


@pytest.mark.skipif(os.name != "posix", reason="pipes and sockets in the file system")
def test_special_files_are_never_waited_for(tmp_path: Path) -> None:
    """A pipe, a socket and a device are refused at once instead of blocking the reader."""
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        assert refusal(str(tmp_path / "s")) == ("it is a socket, not a file", 2)
    assert "it is a pipe" in refusal(str(tmp_path / "pipe"))[0]
    assert refusal("/dev/zero") == ("it is a device, not a file", 2)


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is named as such."""
    path = tmp_path / "secret.txt"
    path.write_text(STORY)

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert refusal(str(path)) == ("you may not read it: permission denied", 1)


def test_too_large(tmp_path: Path) -> None:
    """A file above the limit is refused before it is read, with its size and the limit."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(local.LIMIT + 20_000_000)
    assert refusal(str(path)) == ("it is too large (120 MB); articles up to 100 MB are read", 1)


def test_changed_while_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is written to meanwhile is read again; one that never rests is refused."""
    path = tmp_path / "growing.txt"
    path.write_text("a\n")
    grown = 0
    real = local._read_up_to

    def growing(descriptor: int, limit: int) -> bytes:
        nonlocal grown
        if grown < grow_until:
            grown += 1
            with path.open("a") as file:
                file.write("more\n")
        return real(descriptor, limit)

    monkeypatch.setattr(local, "_read_up_to", growing)
    grow_until = 1
    assert load(str(path)).text == "a\nmore\n"
    grow_until = 9
    assert refusal(str(path)) == ("it changes while it is read; try again when it is complete", 1)


def run_reading_standard_input(raw: bytes) -> str:
    """What a fresh interpreter reads from its standard input."""
    code = "from reader.document import load; d = load('-'); print(ascii((d.source, d.text)))"
    return (
        subprocess.run([sys.executable, "-c", code], input=raw, capture_output=True, check=True)
        .stdout.decode()
        .strip()
    )


def test_standard_input() -> None:
    """An article piped in is read from file descriptor 0."""
    assert run_reading_standard_input("Ünder way\r\n".encode()) == ascii(("-", "Ünder way\n"))


def test_standard_input_that_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left before a program that silently waits for typing."""
    monkeypatch.setattr(os, "isatty", lambda _: True)
    assert refusal("-") == ("standard input is a terminal; pipe an article into it", 2)


def test_plain_text_imports_nothing_heavy(tmp_path: Path) -> None:
    """The first paint does not wait for packages that plain text does not need."""
    path = tmp_path / "plain.txt"
    path.write_text(STORY, encoding="utf-8")
    code = (
        "import sys; from reader.document import load; load(sys.argv[1]);"
        "heavy = {'lxml', 'trafilatura', 'charset_normalizer', 'markdown_it', 'email', 'zipfile', 'urllib.request',"
        "'difflib', 'unicodedata', 'json', 'html', 'asyncio', 'pypdfium2', 'socket'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True
    ).stdout
    assert out.strip() == "[]"


def test_what_is_a_url() -> None:
    """Only web addresses are fetched; everything else is a path."""
    assert [
        is_url(s) for s in ("http://a.example/x", "HTTPS://a.example", "ftp://a.example", "http.txt", "-")
    ] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_fifty_megabytes_in_one_line(tmp_path: Path) -> None:
    """A huge line is only text: it is read whole, at once."""
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000_000)
    assert len(load(str(path)).text) == 50_000_000


def test_truncated_and_wide_files(tmp_path: Path) -> None:
    """A cut download and a file that lost its byte order mark are read, and the reader is told what is uncertain."""
    path = tmp_path / "cut.txt"
    path.write_bytes("The mayor of Halsø".encode()[:-1])
    assert load(str(path)).warnings == (
        "the file ends in the middle of a character: it may have been cut off",
    )
    path.write_bytes(STORY.encode("utf-16-le"))
    assert (load(str(path)).text, load(str(path)).warnings) == (STORY, ())


@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
def test_a_format_can_be_named(tmp_path: Path, format: str) -> None:
    """A named format is used whatever the file looks like."""
    path = tmp_path / "thing"
    path.write_text(STORY)
    assert load(str(path), format=format).format == format


@pytest.mark.parametrize(
    ("format", "reason"),
    [
        ("mhtml", "there is no page in this web archive"),
        ("epub", "this EPUB is damaged; get it again"),
        ("pdf", "this PDF is damaged, or no PDF at all"),
    ],
)
def test_a_wrong_format_is_said(tmp_path: Path, format: str, reason: str) -> None:
    """A file that is not in the format named is refused in that format's words."""
    path = tmp_path / "thing.txt"
    path.write_text(STORY)
    assert refusal(str(path), format=format) == (reason, 1)


@pytest.mark.parametrize("source", ["ftp://a.example/x", "gopher://a.example"])
def test_other_addresses(source: str) -> None:
    """An address that is neither of the web nor of a file is not taken for a missing file."""
    reason, status = refusal(source)
    assert status == 2
    assert "addresses are not opened" in reason


def test_a_file_address(tmp_path: Path) -> None:
    """A file manager's address of a file opens it."""
    path = tmp_path / "a bridge.txt"
    path.write_text(STORY)
    assert load(path.as_uri()).text == STORY


def test_a_link_to_nothing_is_named_as_one(tmp_path: Path) -> None:
    """A file that was moved away from under its link is told from one that never was."""
    link = tmp_path / "story.txt"
    link.symlink_to(tmp_path / "gone.txt")
    with pytest.raises(SourceError) as caught:
        load(str(link))
    assert caught.value.reason == f"it is a link to {tmp_path / 'gone.txt'}, which is not there"
    assert caught.value.exit_status == 2
