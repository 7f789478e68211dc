"""How an article is known: by text, place and address together."""

from pathlib import Path

from reader.document import load
from reader.reference import reference, updated, uri_of


def test_a_text_from_a_pipe_leaves_the_article_its_place(tmp_path: Path) -> None:
    """Looking at an article's notes through standard input must not make the store forget where its file lies."""
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry is full.\n", encoding="utf-8")
    known = reference(load(str(path)), uri_of(str(path)))
    path.write_text("The ferry is empty.\n", encoding="utf-8")
    piped = reference(load(str(path)), uri_of("-"))
    now = updated(known, piped)
    assert (now.uri, now.sha256, now.earlier) == (known.uri, piped.sha256, (known.sha256,))


def test_a_files_address_is_its_path(tmp_path: Path) -> None:
    """Protects an article's notes from being kept under two names, or under one that no file has."""
    path = tmp_path / "the ferry, ü.txt"
    path.write_text("The ferry is full.\n", encoding="utf-8")
    assert uri_of(path.as_uri()) == uri_of(str(path)) == path.as_uri()
    assert load(path.as_uri()).text == "The ferry is full.\n"
