"""What a page says of itself, and what happens where it or the extraction of its text is wrong."""

from __future__ import annotations

import json

import lxml.html
import pytest

from reader.document.formats import body, html
from reader.document.formats.facts import facts_of
from reader.document.formats.format import Content, Raw
from reader.document.formats.headline import signature, without_site
from reader.document.model import Metadata

from .page import HEAD, PARAGRAPHS, page


def read(source: str) -> Content:
    """The content of a page."""
    return html.read(Raw("page.html", source.encode()))


def paragraphs(content: Content) -> list[str]:
    """The texts of the paragraphs."""
    return [content.text[b.start : b.end] for b in content.hints or () if b.kind == "paragraph"]


def said_by(head: str, source: str = "page.html") -> Metadata:
    """The metadata of a page with this head."""
    return facts_of(
        lxml.html.document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>"), source
    ).metadata


def test_the_classifier_steps_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where extraction finds nothing, or a line of the footer, the page's prose is still read."""
    for found in ("", "© The Norrvik Post. All rights reserved. Terms of use. Privacy policy."):
        monkeypatch.setattr(body, "extracted", lambda _, found=found: found)
        assert paragraphs(read(page())) == list(PARAGRAPHS)


def test_the_pages_own_data_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where extraction took half of the story, the text that the page gives as data brings the rest."""
    monkeypatch.setattr(body, "extracted", lambda _: "\n".join(PARAGRAPHS[:2]))
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(PARAGRAPHS)})
    head = HEAD.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    assert paragraphs(read(page(head=head))) == list(PARAGRAPHS)


def test_extraction_may_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error inside the library that extracts text never reaches the reader."""

    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    assert paragraphs(read(page())) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "[[[[1]]]]",
        '{"@type": 3}',
        '{"@type": ["Article"], "author": [[], {"name": {}}]}',
        "[" * 50_000,
        '"\\ud800"',
        "null",
    ],
)
def test_broken_data(data: str) -> None:
    """JSON-LD that is broken, odd or bottomless is passed over."""
    content = read(
        page(
            head=f"<!DOCTYPE html><html><head><script type='application/ld+json'>{data}</script></head><body>"
        )
    )
    assert paragraphs(content)[-5:] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("2031-02-03T08:15:00Z", "2031-02-03T08:15:00+00:00"),
        ("2031-02-03", "2031-02-03"),
        ("2031-02-03 08:15:00 +0100", "2031-02-03T08:15:00+01:00"),
        ("1927959300000", "2031-02-04T08:15:00+00:00"),
        ("Monday, 3 February 2031", "Monday, 3 February 2031"),
        ("yesterday", None),
        ("99999999999999999999", None),
        ("", None),
    ],
)
def test_dates(told: str, published: str | None) -> None:
    """A date becomes ISO 8601 where it can be understood, and is left out where it tells nothing."""
    assert said_by(f"<meta property='article:published_time' content='{told}'>").published == published


def test_people_and_publishers() -> None:
    """Names come from wherever the page puts them; an address is no name."""
    graph = [
        {
            "@type": "NewsArticle",
            "headline": "x",
            "author": [{"@id": "#a"}, "Kari Dahl"],
            "publisher": {"@id": "#p"},
        },
        {"@id": "#a", "@type": "Person", "name": "Arne &amp; Lund"},
        {"@id": "#p", "@type": "Organization", "name": "The Norrvik Post"},
    ]
    found = said_by(f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>")
    assert (found.author, found.publisher) == ("Arne & Lund, Kari Dahl", "The Norrvik Post")
    by_meta = "<meta name='author' content='https://post.example/arne'><meta name='byl' content='Arne Lund'>"
    assert said_by(by_meta).author == "Arne Lund"


def test_addresses() -> None:
    """The canonical address goes first; only a web address counts; a fetched page at least has where it came from."""
    assert (
        said_by("<link rel='canonical' href='/a'>", "https://post.example/b").url == "https://post.example/a"
    )
    assert said_by("<link rel='canonical' href='javascript:x'>").url is None
    assert said_by("", "https://post.example/b").url == "https://post.example/b"


@pytest.mark.parametrize(
    ("headline", "publisher", "expected"),
    [
        ("A bridge | The Norrvik Post", "The Norrvik Post", "A bridge"),
        ("A bridge - Norrvik Post", "The Norrvik Post", "A bridge"),
        ("Norrvik votes for the bridge | News", None, "Norrvik votes for the bridge"),
        (
            "Budget 2031 | Council finds the money for a bridge",
            None,
            "Budget 2031 | Council finds the money for a bridge",
        ),
        ("Well-planned", None, "Well-planned"),
    ],
)
def test_the_sites_name_is_no_title(headline: str, publisher: str | None, expected: str) -> None:
    """The name of the site at a window title's end goes; a bar within a headline stays."""
    assert without_site(headline, publisher) == expected


def test_signatures() -> None:
    """A byline is made of what is known, and of nothing else."""
    assert signature(Metadata()) == ""
    assert signature(Metadata(author="Arne Lund")) == "By Arne Lund"
    assert signature(Metadata(published="2031-02-03T08:15:00+00:00")) == "3 February 2031"
    assert signature(Metadata(published="2031-99-99")) == ""
