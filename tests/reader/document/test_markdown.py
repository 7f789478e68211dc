"""Markdown: the words without the markup, and what the markup meant over the right words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import Document, Image, Metadata, load
from reader.document.formats import by_name
from reader.document.formats.format import Raw
from reader.document.source import glance

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """---
title: "Seals counted: at last"
author: [Arne Lund, 'Kari Dahl']
date: 2031-05-06
tags:
  - sea
  - counting
url: https://post.example/seals
---

There are **four hundred and *twelve*** seals in the sound,
said [the counters](/people "who"), in `seals.csv`.

## How they counted

1. By boat
2. By night

> They looked at us\\
> as if we were the seals.

![A seal](seal.jpg "A seal on a rock. Photo: Kari Dahl")

| Place | Seals |
|-------|-------|
| Halsø | 12    |

```
seals = 412
  + 1
```

<div class="note">Counted <b>twice</b>.</div>
"""


def opened(tmp_path: Path, source: str, name: str = "article.md") -> Document:
    """The document of a Markdown file."""
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    return load(str(path))


def said(document: Document) -> list[tuple[str, str | None, str]]:
    """Kind, role and text of each block."""
    assert document.hints is not None
    return [(block.kind, block.role, document.text[block.start : block.end]) for block in document.hints]


def test_an_article(tmp_path: Path) -> None:
    """Every kind of block keeps what it is; front matter becomes title, byline and metadata, never text."""
    document = opened(tmp_path, ARTICLE)
    assert said(document) == [
        ("title", None, "Seals counted: at last"),
        ("byline", None, "By Arne Lund, Kari Dahl · 6 May 2031"),
        (
            "paragraph",
            None,
            "There are four hundred and twelve seals in the sound, said the counters, in seals.csv.",
        ),
        ("heading", None, "How they counted"),
        ("paragraph", "list-item", "1. By boat"),
        ("paragraph", "list-item", "2. By night"),
        ("paragraph", "quote", "They looked at us\nas if we were the seals."),
        ("caption", None, "A seal on a rock. Photo: Kari Dahl"),
        ("paragraph", None, "Place | Seals"),
        ("paragraph", None, "Halsø | 12"),
        ("paragraph", "code", "seals = 412\n  + 1"),
        ("paragraph", None, "Counted twice."),
    ]
    assert (document.format, document.title) == ("markdown", "Seals counted: at last")
    assert document.metadata == Metadata(
        "Arne Lund, Kari Dahl", "2031-05-06", None, "https://post.example/seals"
    )
    assert document.images == (Image(document.text.index("A seal on"), "seal.jpg", "A seal"),)
    assert [(m.kind, document.text[m.start : m.end], m.href) for m in document.marks] == [
        ("strong", "four hundred and twelve", None),
        ("emphasis", "twelve", None),
        ("link", "the counters", "https://post.example/people"),
        ("code", "seals.csv", None),
    ]


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    """Without front matter the first heading is the title, and a byline below it is one; the next are headings."""
    document = opened(
        tmp_path, "# A bridge\n\n*By Arne Lund*\n\nThe council voted.\n\n# Later\n\nIt rained.\n"
    )
    assert [(kind, text) for kind, _, text in said(document)] == [
        ("title", "A bridge"),
        ("byline", "By Arne Lund"),
        ("paragraph", "The council voted."),
        ("heading", "Later"),
        ("paragraph", "It rained."),
    ]


def test_a_title_is_said_once(tmp_path: Path) -> None:
    """A title both in the front matter and as a heading stands once."""
    document = opened(tmp_path, "---\ntitle: A bridge\n---\n# A bridge\n\nThe council voted.\n")
    assert [text for _, _, text in said(document)] == ["A bridge", "The council voted."]


@pytest.mark.parametrize(
    ("source", "name", "format"),
    [
        ("# Title\n\nText with [a link](https://a.example/) and **bold**.\n", "piped", "markdown"),
        ("---\ntitle: x\n---\nText.\n", "piped", "markdown"),
        ("# Not Markdown\n\n- by its [name](https://a.example/)\n", "notes.txt", "plain"),
        ("# A comment, no more\n", "piped", "plain"),
        ("<!DOCTYPE html><p>Text</p>", "page.md", "html"),
    ],
)
def test_told_by_name_or_looks(tmp_path: Path, source: str, name: str, format: str) -> None:
    """A .txt file keeps its own offsets whatever is in it; a pipe is Markdown when it clearly is."""
    assert opened(tmp_path, source, name).format == format


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: never closed\n\nText.",
        "+++\ntitle = 'Toml'\n+++\nText.",
        "---\n---\nText.",
        "---\n: : :\n- x\n---\nText.",
    ],
)
def test_odd_front_matter(tmp_path: Path, source: str) -> None:
    """Front matter that is broken, empty or of another kind loses no text."""
    assert "Text." in opened(tmp_path, source).text


def test_a_list_sees_the_title(tmp_path: Path) -> None:
    """The desk shows front matter, or the first heading."""
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, encoding="utf-8")
    assert glance(str(path))[:3] == ("Seals counted: at last", "2031-05-06", None)
    path.write_text("Intro\n\n# *A bridge* #\n\nText")
    assert glance(str(path)).title == "A bridge"


@pytest.mark.parametrize(
    "bomb",
    ["[" * 20_000, "> " * 5_000 + "x", "*a **b " * 5_000, "`" * 20_001, "- " * 5_000, "![[]()" * 3_000],
)
def test_bombs(bomb: str) -> None:
    """Markup made to blow up is read like any other."""
    by_name("markdown", "").read(Raw("bomb.md", bomb.encode()))


def test_too_long(tmp_path: Path) -> None:
    """A file too long for the parser is shown as it is written, and the reader is told."""
    document = opened(tmp_path, "word *word*\n" * 300_000)
    assert document.text.startswith("word *word*\n")
    assert "its Markdown is shown as it is written" in document.warnings[0]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab *_`#>-![]()<>|\n\\1.:&;\"'", max_size=200))
def test_any_markup_is_read(text: str) -> None:
    """Blocks tile the text and marks lie within it, whatever is written."""
    content = by_name("markdown", "").read(Raw("x.md", text.encode()))
    blocks = content.hints or ()
    assert "\n\n".join(content.text[block.start : block.end] for block in blocks) == content.text
    assert all(0 <= mark.start < mark.end <= len(content.text) for mark in content.marks)
