"""Web pages: the story, the whole story, and nothing but the story, with its links and captions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import Block, Document, Image, Mark, Metadata, load
from reader.document.formats import html
from reader.document.formats.format import Raw
from reader.errors import MissingExtraError

from .page import FOOT, HEAD, PARAGRAPHS, page

if TYPE_CHECKING:
    from pathlib import Path

BYLINE = '<div class="byline">By Arne Lund</div><time datetime="2031-02-03">3 February 2031</time>'


def opened(tmp_path: Path, source: str | bytes, name: str = "page.html") -> Document:
    """The document of a saved page."""
    path = tmp_path / name
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return load(str(path))


def said(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    assert document.hints is not None
    return [(block.kind, document.text[block.start : block.end]) for block in document.hints]


def story(*inserted: tuple[str, str]) -> list[tuple[str, str]]:
    """The blocks of `page`, with others after the third paragraph."""
    body = [("paragraph", text) for text in PARAGRAPHS]
    return [
        ("title", "Norrvik votes for the bridge to Halsø"),
        ("byline", "By Arne Lund"),
        ("byline", "3 February 2031"),
    ] + (body[:3] + list(inserted) + body[3:])


def test_a_page_is_its_story(tmp_path: Path) -> None:
    """Menus and footers are gone; title, byline, date and paragraphs stay, in order; the page's own account is kept."""
    document = opened(tmp_path, page(top=BYLINE))
    assert said(document) == story()
    assert document.title == "Norrvik votes for the bridge to Halsø"
    assert document.format == "html"
    assert document.metadata == Metadata(
        author="Arne Lund",
        published="2031-02-03T08:15:00+01:00",
        publisher="The Norrvik Post",
        url="https://post.example/news/bridge",
    )


def test_blocks_tile_the_text(tmp_path: Path) -> None:
    """Blocks are the text's paragraphs, a blank line apart; nothing lies outside them."""
    document = opened(tmp_path, page(top=BYLINE))
    assert document.hints is not None
    assert document.text == "\n\n".join(text for _, text in said(document))
    assert document.hints[0].start == 0
    assert all(after.start == before.end + 2 for before, after in pairwise(document.hints))


def test_roles_levels_and_marks(tmp_path: Path) -> None:
    """Headings, lists, quotes and code keep what they are, and emphasis and links lie over the right characters."""
    inside = (
        '<h2>The <em>seals</em></h2><ul><li>Grey <a href="/seals?x=1#top">seals</a> of the sound</li></ul>'
        "<blockquote><p>The sound belongs to the seals, and the seals belong to the sound.</p></blockquote>"
        "<pre>one\n  two</pre>"
    )
    document = opened(tmp_path, page(top=BYLINE, body=inside))
    assert document.hints is not None
    found = {document.text[b.start : b.end]: (b.kind, b.role, b.level) for b in document.hints}
    assert found["The seals"] == ("heading", None, 2)
    assert found["Grey seals of the sound"] == ("paragraph", "list-item", 0)
    assert found["The sound belongs to the seals, and the seals belong to the sound."] == (
        "paragraph",
        "quote",
        0,
    )
    assert [(m.kind, document.text[m.start : m.end], m.href) for m in document.marks] == [
        ("emphasis", "seals", None),
        ("link", "seals", "https://post.example/seals?x=1#top"),
    ]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "JaVa\tScript:x",
        "vbscript:x",
        "//[",
    ],
)
def test_only_harmless_links_are_kept(tmp_path: Path, href: str) -> None:
    """A link that could do anything but open a web page or a letter is plain text."""
    document = opened(
        tmp_path,
        page(body=f"<p>The harbour office has the plans on show <a href='{href}'>all day</a> this week.</p>"),
    )
    assert "on show all day this week" in document.text
    assert document.marks == ()


CAPTION = "Mayor Ingrid Solheim at the ferry landing in Norrvik. Photograph: Kari Dahl"


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure><img src='/ferry.jpg' alt='A landing'><figcaption>{CAPTION}</figcaption></figure>",
        f"<div><img src='/ferry.jpg' alt='A landing'><p class='wp-caption-text'>{CAPTION}</p></div>",
        f"<div class='story-image'><a href='/big'><img src='/ferry.jpg' alt='A landing'></a><span>{CAPTION}</span></div>",
        f"<span><picture><img src='/ferry.jpg' alt='A landing'></picture></span><p>{CAPTION.partition(' Photo')[0]}</p>"
        f"<p>Photograph: Kari Dahl</p>",
        f"<figure><img src='/ferry.jpg' alt='A landing'><div class='x1'>{CAPTION}</div></figure>",
        f"<div><img src='/ferry.jpg' alt='A landing'><p data-testid='caption'>{CAPTION}</p></div>",
        f"<div><img src='/ferry.jpg' alt='A landing'><div itemprop='caption'>{CAPTION}</div></div>",
    ],
    ids=["figcaption", "class", "box", "credit below", "bare figure", "test id", "item property"],
)
def test_captions(tmp_path: Path, markup: str) -> None:
    """A caption is one, however the page marks it, and its picture stands with it."""
    document = opened(tmp_path, page(top=BYLINE, body=markup))
    assert said(document) == story(("caption", CAPTION))
    at = document.text.index(CAPTION)
    assert document.images == (Image(at, "https://post.example/ferry.jpg", "A landing"),)


def test_a_caption_by_its_words(tmp_path: Path) -> None:
    """Where neither an element nor a picture tells a caption, the photographer and agency at its end do."""
    caption = "The landing in Norrvik, seen from the council’s own boat on Monday Kari Dahl/Norrvik Press"
    document = opened(tmp_path, page(top=BYLINE, body=f"<p>{caption}</p>"))
    assert said(document) == story(("caption", caption))


def test_a_credit_joins_its_caption(tmp_path: Path) -> None:
    """A credit that the page sets above its caption is read behind it; an icon is no picture of the story."""
    figure = (
        "<figure><div><img src='/ferry.jpg'><img src='/img/logo/small.png'><figcaption>Kari Dahl</figcaption></div>"
        "<figcaption><p>The ferry landing in Norrvik on a Monday morning</p></figcaption></figure>"
    )
    document = opened(tmp_path, page(top=BYLINE, body=figure))
    assert said(document) == story(("caption", "The ferry landing in Norrvik on a Monday morning Kari Dahl"))
    assert [image.href for image in document.images] == ["https://post.example/ferry.jpg"]


def test_a_gallery_above_the_story(tmp_path: Path) -> None:
    """The texts of a picture gallery are captions even if nothing but its name tells so."""
    slides = "".join(
        f"<div class='slide'><img src='/{n}.jpg'><div class='info'><p>Ferry number {n} lies at the landing in Norrvik.</p></div></div>"
        for n in range(3)
    )
    document = opened(tmp_path, page(top=f"<div class='Carousel'>{slides}</div>" + BYLINE))
    assert [text for kind, text in said(document) if kind == "caption"] == [
        f"Ferry number {n} lies at the landing in Norrvik." for n in range(3)
    ]
    assert [text for kind, text in said(document) if kind == "paragraph"] == list(PARAGRAPHS)


def test_a_picture_beside_the_page(tmp_path: Path) -> None:
    """A browser keeps a saved page's pictures in a folder beside it; no path leads out of that."""
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "ferry 1.jpg").write_bytes(b"x")
    (tmp_path.parent / "secret.jpg").write_bytes(b"x")
    figures = "".join(
        f"<figure><img src='{src}'><figcaption>Caption of picture number {n}.</figcaption></figure>"
        for n, src in enumerate(("./page_files/ferry%201.jpg", "../secret.jpg"))
    )
    document = opened(tmp_path, page(top=BYLINE, body=figures))
    assert [image.href for image in document.images] == [
        str(tmp_path / "page_files" / "ferry 1.jpg"),
        "https://post.example/secret.jpg",
    ]


def test_a_story_in_two_boxes(tmp_path: Path) -> None:
    """A story that the page goes on with in a second box is read to its end; a note on the author is not the story."""
    more = "".join(f"<p>{text}</p>" for text in MORE)
    author = "<div class='writer'><p>Arne Lund has written about boats and bridges for the Post since he was twenty-two years old.</p></div>"
    first = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 3)
    source = f"{HEAD}<main><h1>Norrvik votes for the bridge to Halsø</h1>{BYLINE}<div>{first}</div><div>{more}</div>{author}</main>{FOOT}"
    paragraphs = [text for kind, text in said(opened(tmp_path, source)) if kind == "paragraph"]
    assert paragraphs == [*PARAGRAPHS * 3, *MORE]


MORE = (
    "On the island itself the vote was watched on a single television in the only shop, which stayed open for it.",
    "“Now we will have to lock our doors,” said Sigrid Moe, who has sold bread there for as long as anyone remembers.",
)


def test_a_repeated_caption_counts_once(tmp_path: Path) -> None:
    """A page that gives a caption once for phones and once for desks shows it once."""
    twice = f"<figure><figcaption>{CAPTION}</figcaption></figure>" * 2
    assert said(opened(tmp_path, page(top=BYLINE, body=twice))) == story(("caption", CAPTION))


def test_inserts_are_no_story(tmp_path: Path) -> None:
    """A pointer to another article is folded away as a promo; a newsletter box is gone."""
    inside = (
        '<p><strong>READ MORE:</strong> <a href="/x">Ferry captain retires after forty years at sea</a></p>'
        '<div class="newsletter-signup"><p>Sign up for our morning newsletter and never miss a story from the coast.</p></div>'
    )
    expected = story(("promo", "READ MORE: Ferry captain retires after forty years at sea"))
    assert said(opened(tmp_path, page(top=BYLINE, body=inside))) == expected


def test_what_follows_the_story_is_cut(tmp_path: Path) -> None:
    """A list of other articles below the story, with a teaser each, is no part of it."""
    more = "<section><h2>More from the coast</h2>" + "".join(
        f'<div><h3><a href="/{n}">Another headline about boat number {n}</a></h3>'
        f"<p>What happened to boat number {n} is a story that has never been told before in these pages.</p></div>"
        for n in range(4)
    )
    assert said(opened(tmp_path, page(top=BYLINE, foot=more + "</section>" + FOOT))) == story()


def test_a_heading_that_only_begins_like_an_offer(tmp_path: Path) -> None:
    """A heading of the story stays one even if it begins with "Most" or "Latest"."""
    heading = "<h2>Most islanders are for it</h2>"
    assert said(opened(tmp_path, page(top=BYLINE, body=heading))) == story(
        ("heading", "Most islanders are for it")
    )


def test_a_standfirst_stays(tmp_path: Path) -> None:
    """The summary between title and story is read with it."""
    top = '<p class="standfirst">After nine years of quarrel the island gets its road.</p>' + BYLINE
    assert said(opened(tmp_path, page(top=top)))[1] == (
        "paragraph",
        "After nine years of quarrel the island gets its road.",
    )


def test_a_byline_is_made_where_the_page_shows_none(tmp_path: Path) -> None:
    """Who wrote it and when is said even if only the page's data says it."""
    assert said(opened(tmp_path, page()))[1] == ("byline", "By Arne Lund · 3 February 2031")


def test_two_line_breaks_part_paragraphs(tmp_path: Path) -> None:
    """Old pages that set paragraphs by line breaks are read in paragraphs; a single break stays in its block."""
    broken = "<br><br>".join(PARAGRAPHS) + "<br><br>Harbour Office<br>Norrvik"
    source = (
        f"{HEAD}<div id='text'><h1>Norrvik votes for the bridge to Halsø</h1><div>{broken}</div></div>{FOOT}"
    )
    document = opened(tmp_path, source)
    assert [text for kind, text in said(document) if kind == "paragraph"][: len(PARAGRAPHS)] == list(
        PARAGRAPHS
    )


def test_a_bold_line_is_a_heading(tmp_path: Path) -> None:
    """Pages often set headings as bold paragraphs."""
    assert said(opened(tmp_path, page(top=BYLINE, body="<p><b>What the seals say</b></p>"))) == story(
        ("heading", "What the seals say")
    )


def test_markup_and_controls_are_harmless(tmp_path: Path) -> None:
    """Square brackets stay text; an escape written as an entity never reaches the terminal."""
    document = opened(
        tmp_path,
        page(body="<p>The [red]seal[/red] barked at the &#27;[2J boats that came by &#x202e;night.</p>"),
    )
    assert "The [red]seal[/red] barked" in document.text
    assert "\x1b" not in document.text
    assert "\u202e" not in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_declared_encodings(tmp_path: Path, encoding: str) -> None:
    """A page in another encoding reads the same when it says which."""
    source = page(top=BYLINE).replace("<head>", f'<head><meta charset="{encoding}">')
    raw = source.replace("“", "'").replace("”", "'").encode(encoding)
    document = opened(tmp_path, raw)
    assert document.title == "Norrvik votes for the bridge to Halsø"
    assert document.warnings == ()


def test_told_by_content(tmp_path: Path) -> None:
    """A page is one whatever its file is called, and a plain text named .html stays plain."""
    assert opened(tmp_path, page(), "page.txt").format == "html"
    assert opened(tmp_path, "Just a line of text, 3 < 4.\n", "notes.html").format == "plain"


def test_no_article(tmp_path: Path) -> None:
    """A page that is no article shows what text it has, and says so."""
    links = "".join(f"<li><a href='/{n}'>The {n}th link of all</a></li>" for n in range(3))
    document = opened(tmp_path, f"<!DOCTYPE html><html><body><ul>{links}</ul></body></html>")
    assert document.text == "The 0th link of all\n\nThe 1th link of all\n\nThe 2th link of all"
    assert document.warnings == ("no article was found in the page: all its text is shown",)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("<div>" * 5000, "", "nests too deeply"),
        ("<b>" * 60_000, "", "nests too deeply"),
        (
            "",
            "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">",
            "has a tag with thousands of attributes",
        ),
        ("", "<i></i>" * 61_000, "has more than 60,000 elements"),
    ],
    ids=["deep", "deep inline", "attributes", "elements"],
)
def test_bombs_are_read_as_bare_text(tmp_path: Path, before: str, after: str, reason: str) -> None:
    """A page made to exhaust a parser gives its text in bounded time, and the reader is told."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    source = f"<html><head><title>x</title><script>var a = '<p>no</p>';</script></head><body>{before}{body}{after}</body></html>"
    document = opened(tmp_path, source)
    assert document.text.split("\n\n") == list(PARAGRAPHS)
    assert document.warnings == (f"the page {reason}: its bare text is shown",)


def test_entities_are_not_expanded_without_end(tmp_path: Path) -> None:
    """Entities that a page defines for itself are never expanded."""
    source = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + page(body="<p>&b;&b;&b;&b;</p>")
    assert "haha" not in opened(tmp_path, source).text


def test_embedded_pictures_cost_nothing(tmp_path: Path) -> None:
    """A page with megabytes of pictures in it is read like one without."""
    picture = "<img src='data:image/png;base64," + "iVBORw0KGgo" * 200_000 + "'>"
    assert said(opened(tmp_path, page(top=BYLINE, body=picture))) == story()


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional packages the reader is told what to install."""
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'pullquote\[html\]'"):
        opened(tmp_path, page())


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/!-&;=\"' abdefhilmnoprstuvy\n", max_size=300))
def test_any_tag_soup_is_read(soup: str) -> None:
    """Whatever stands in a page, it gives blocks within the text and marks within the blocks, or bare text."""
    content = html.read(Raw("soup.html", f"<html><body>{soup}".encode()))
    for block in content.hints or ():
        assert isinstance(block, Block)
        assert content.text[block.start : block.end].strip()
    for mark in content.marks:
        assert isinstance(mark, Mark)
        assert 0 <= mark.start < mark.end <= len(content.text)


MESSAGE = """From: <Saved by a browser>
Snapshot-Content-Location: https://post.example/news/bridge
Subject: Norrvik
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

--cut
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64
Content-Location: https://post.example/news/bridge

{page}
--cut
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--cut--
"""


def test_web_archives(tmp_path: Path) -> None:
    """The page inside an .mhtml file reads as the page would; links start from where it was saved."""
    import base64

    source = page(
        top=BYLINE,
        body='<p>The plans hang in the <a href="office">harbour office</a> until the end of May.</p>',
    )
    encoded = base64.encodebytes(source.encode()).decode()
    document = opened(tmp_path, MESSAGE.format(page=encoded), "saved.mhtml")
    assert document.format == "mhtml"
    assert document.title == "Norrvik votes for the bridge to Halsø"
    assert [mark.href for mark in document.marks] == ["https://post.example/news/office"]
    assert document.warnings == ()
    broken = opened(tmp_path, MESSAGE.format(page=encoded).rsplit("\n--cut", 1)[0], "broken.mhtml")
    assert broken.warnings == ("the web archive has no end: the page may be cut off",)


def test_an_archive_without_a_page(tmp_path: Path) -> None:
    """An archive that holds no page is refused in a sentence."""
    with pytest.raises(Exception, match="there is no page in this web archive"):
        opened(tmp_path, MESSAGE.format(page=""), "empty.mhtml")


def test_an_archive_of_parts_within_parts(tmp_path: Path) -> None:
    """An archive that nests without end is refused in a sentence, and does not exhaust the stack."""
    part = "Content-Type: multipart/mixed; boundary={0}\n\n--{0}\n"
    message = "MIME-Version: 1.0\n" + "".join(part.format(f"cut{depth}") for depth in range(3000))
    with pytest.raises(Exception, match="parts within parts without end"):
        opened(tmp_path, f"{message}Content-Type: text/html\n\n{page()}", "nested.mhtml")
