"""A web page's tree to an article: which lines are what, and in which order they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.document.formats.body import story_of
from reader.document.formats.captions import captions_of, picture_address, shown_pictures
from reader.document.formats.compose import Composer, Run, tidy
from reader.document.formats.dom import absolute, is_heading, letters, lines_of, role_of, tag
from reader.document.formats.facts import facts_of
from reader.document.formats.format import Content
from reader.document.formats.headline import bylines_of, signature, standfirsts_of, title_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from reader.document.formats.body import Story
    from reader.document.formats.dom import Line
    from reader.document.formats.facts import Facts


def content_of(
    root: HtmlElement, source: str, warnings: tuple[str, ...] = (), base: str | None = None
) -> Content:
    """The article of a page.

    Args:
        source: the page's path or URL.
        base: the address that it was saved from, where something other than the page tells it.
    """
    facts = facts_of(root, base or source)
    given = next((e.get("href") for e in root.iter("base") if e.get("href")), None)
    base = absolute(base or facts.metadata.url, given) or base or facts.metadata.url
    lines, pictures = lines_of(root, base)
    story = story_of(root, lines, facts)
    if story is None:
        return _unsorted(lines, facts, warnings)
    page = _sorted(lines, pictures, story, facts)
    made = Composer()
    if page.title:
        made.add("title", page.title_line.runs if page.title_line else tidy([Run(page.title)]), level=1)
        if not page.bylines:
            made.add("byline", tidy([Run(signature(facts.metadata))]))
    for line in lines:
        for picture in page.pictures.get(line.index, ()):
            if href := picture_address(picture, base, source):
                made.image(href, picture.get("alt") or "")
        _take(made, line, page)
    return _content(made, page.title, facts, warnings)


class _Page(NamedTuple):
    """What each line of a page is, by its index; a line in none of these is left out."""

    title: str | None
    title_line: Line | None
    captions: dict[int, tuple[Run, ...]]
    bylines: frozenset[int]
    promos: frozenset[int]
    body: frozenset[int]
    pictures: dict[int, list[HtmlElement]]


def _sorted(lines: list[Line], pictures: dict[int, list[HtmlElement]], story: Story, facts: Facts) -> _Page:
    title, title_line = title_of(lines, story.lines, facts)
    captions = captions_of(lines, pictures, story, title_line)
    bylines = frozenset(bylines_of(lines, story.lines, title_line, facts) - captions.keys())
    standfirsts = standfirsts_of(lines, story.lines, title_line, facts, bylines | captions.keys())
    body = standfirsts | {line.index for line in story.lines if line.key != letters(title or "")}
    shown = shown_pictures(pictures, story, title_line)
    return _Page(title, title_line, captions, bylines, story.promos, frozenset(body), shown)


def _take(made: Composer, line: Line, page: _Page) -> None:
    """Compose a line as what it is; the title stands already."""
    if line is page.title_line:
        return
    if line.index in page.captions:
        made.add("caption", page.captions[line.index])
    elif line.index in page.bylines:
        made.add("byline", line.runs)
    elif line.index in page.promos:
        made.add("promo", line.runs)
    elif line.index in page.body:
        _add(made, line)


def _unsorted(lines: list[Line], facts: Facts, warnings: tuple[str, ...]) -> Content:
    """All of a page's lines as plain paragraphs, for a page in which no story was found."""
    made = Composer()
    for line in lines:
        _add(made, line)
    title = facts.headlines[0] if facts.headlines else None
    return _content(
        made, title, facts, (*warnings, "no article was found in the page: all its text is shown")
    )


def _content(made: Composer, title: str | None, facts: Facts, warnings: tuple[str, ...]) -> Content:
    return Content(
        made.text, title, facts.metadata, tuple(made.marks), tuple(made.blocks), tuple(made.images), warnings
    )


def _add(made: Composer, line: Line) -> None:
    if is_heading(line):
        made.add("heading", line.runs, level=int(tag(line.element)[1]))
    elif _set_as_heading(line):
        made.add("heading", line.runs, level=3)
    else:
        made.add("paragraph", line.runs, role_of(line.element))


def _set_as_heading(line: Line) -> bool:
    """Whether a paragraph is one short bold line, as many pages set their headings."""
    strong = all(any(style.kind == "strong" for style in run.styles) for run in line.runs if run.text.strip())
    short = len(line.text.split()) <= 12 and "\n" not in line.text
    return strong and short and line.text[-1] not in ".,;:" and tag(line.element) in ("p", "div")
