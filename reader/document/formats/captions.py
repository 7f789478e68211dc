"""The captions of a web page's pictures, and the pictures themselves."""

from __future__ import annotations

import os
import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.document.blocks.looks import look
from reader.document.formats.body import link_share, stands_apart
from reader.document.formats.compose import Run
from reader.document.formats.dom import absolute, is_heading, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from reader.document.formats.body import Story
    from reader.document.formats.dom import Line

_CLASS = re.compile(
    r"caption|cutline|legend|(?:image|img|photo|picture|pic|media|figure)[-_]*(?:desc|text|credit|copyright)",
    re.IGNORECASE,
)
_NAMED = ("class", "itemprop", "data-testid", "data-component")
"""Attributes by which pages name what an element is."""
_PICTURES = frozenset({"img", "amp-img"})
_OTHER_FIGURES = frozenset({"blockquote", "table", "pre", "ul", "ol", "video", "iframe"})
_LONGEST = 1500
"""Characters beyond which an element is no caption, whatever it is called."""
_NO_CLASS = re.compile(
    r"captions-|closed-?caption|no-caption|has-caption|with-caption|caption-?(?:toggle|button)", re.IGNORECASE
)
_GALLERY = re.compile(r"carousel|slide-?show|gallery", re.IGNORECASE)
_PICTURE = re.compile(r"image|photo|picture|(?:^|[-_ ])img", re.IGNORECASE)
_BOX = 900
"""Characters in a box up to which its text can be a picture's caption alone."""
_ELSEWHERE = frozenset({"nav", "footer", "aside", "menu"})
_CREDIT = re.compile(
    r"(?:^|[(\[\n])\s*(?:image|photo|picture|photograph|graphic|illustration|pic|foto)s?"
    r"(?: (?:by|credit|courtesy))?(?: of)?\s*[:/|]|getty images|/ ?(?:getty|reuters|afp|ap|epa)\b",
    re.IGNORECASE,
)
_ICON = 60
"""Pixels."""
_NO_PICTURE = re.compile(
    r"gravatar|avatar|[/_-](?:logo|icons?|spacer|pixel|blank)[/_.-]|placeholder|\.svg\b", re.IGNORECASE
)
_ABOVE = 12
"""Lines above the title in which the leading picture's caption may stand."""


def captions_of(
    lines: list[Line], pictures: dict[int, list[HtmlElement]], story: Story, title: Line | None
) -> dict[int, tuple[Run, ...]]:
    """Caption texts by the index of the line where each begins; further lines of a caption map to nothing.

    Args:
        pictures: image elements by the index of the line that follows them.
    """
    first, last = story.lines[0].index, story.lines[-1].index
    if title is not None:
        first = min(first, title.index - _ABOVE)
    groups: dict[HtmlElement, list[Line]] = {}
    for line in lines[max(0, first) : last + 2]:
        element = caption_element(line.element, story.main)
        if element is None:
            below = not pictures.keys().isdisjoint((line.index, line.index - 1))
            element = _boxed(line, story.main, below=below)
        if element is None:
            element = _uncalled(line, lines, pictures)
        if element is None:
            element = _worded(line, lines, groups)
        if element is not None and line is not title and not look(line.text).furniture:
            groups.setdefault(_figure(element), []).append(line)
    found: dict[int, tuple[Run, ...]] = {}
    seen: list[str] = []
    for group in groups.values():
        key = "".join(line.key for line in group)
        repeated = any(_repeats(key, other) for other in seen)
        for line in group:
            found[line.index] = ()
        if not repeated:
            seen.append(key)
            found[group[0].index] = _joined(group)
    return found


def _figure(element: HtmlElement) -> HtmlElement:
    """The figure of one picture that a caption or credit stands in, else the element itself."""
    for at in islice(element.iterancestors(), 4):
        if tag(at) == "figure":
            return at if sum(1 for _ in at.iter("img")) <= 2 else element
    return element


def _repeats(key: str, other: str) -> bool:
    """Whether two captions are one, perhaps with and without its credit."""
    short, long = sorted((key, other), key=len)
    return short == long or (len(short) > 30 and long.startswith(short))


def caption_element(element: HtmlElement, main: HtmlElement) -> HtmlElement | None:
    """The innermost element around it that is marked as a caption; None within a navigation or a box beside the story."""
    found = None
    inside = element is main or any(at is main for at in element.iterancestors())
    for at in (element, *element.iterancestors()):
        if inside and at is main:
            break
        name = tag(at)
        if name in _ELSEWHERE and not (inside and name == "aside"):
            return None
        figured = name == "figcaption" or (name == "figure" and _holds_picture(at))
        if found is None and name != "body" and (figured or _named_caption(at)):
            found = at if len(at.text_content()) <= _LONGEST else None
    return found


def _holds_picture(figure: HtmlElement) -> bool:
    """Whether a figure holds a picture and no part of it is called its caption; nor a quotation, a table, a list."""
    inside = {tag(at) for at in figure.iter()}
    called = "figcaption" in inside or any(map(_named_caption, figure.iterdescendants()))
    return not (called or inside.isdisjoint(_PICTURES) or inside & _OTHER_FIGURES)


def _named_caption(element: HtmlElement) -> bool:
    """Whether an attribute calls an element a caption."""
    names = " ".join(filter(None, map(element.get, _NAMED)))
    return bool(_CLASS.search(names)) and not _NO_CLASS.search(names)


def _boxed(line: Line, main: HtmlElement, *, below: bool) -> HtmlElement | None:
    """The element of a text that shares a box with a picture: in a gallery, or in a small box below it or named for it.

    Args:
        below: the line, or the one above it, comes right after a picture.
    """
    words = len(line.text.split())
    if words < 4 or link_share(line) > 0.5:
        return None
    for at in (line.element, *line.element.iterancestors()):
        if at is main or any(outer is at for outer in main.iterancestors()):
            return None
        classes = at.get("class") or ""
        if _GALLERY.search(classes) and words >= 8 and line.text[-1] in ".)":
            return line.element
        named = _PICTURE.search(classes) is not None
        sentence = below and words >= 8 and line.text[-1] in ".)" and not line.text[0].isdigit()
        if (named or sentence) and at.find(".//img") is not None:
            small = len(at.text_content()) < (_BOX if named else _BOX // 2)
            if small and (named or not is_heading(line)) and not stands_apart(line, main):
                return at
    return None


def _uncalled(line: Line, lines: list[Line], pictures: dict[int, list[HtmlElement]]) -> HtmlElement | None:
    """The element of a caption that nothing marks: right below a picture, with a credit in it or right below it."""
    for at in (line.index, line.index - 1):
        if at not in pictures or at < 0 or len(lines[at].text) > 400:
            continue
        credit = line if at < line.index else lines[min(at + 1, len(lines) - 1)]
        if _CREDIT.search(lines[at].text) or (len(credit.text) < 80 and _CREDIT.search(credit.text)):
            whole = at == line.index or (len(line.text) < 80 and _CREDIT.search(line.text))
            return lines[at].element if whole else None
    return None


def _worded(line: Line, lines: list[Line], groups: Iterable[HtmlElement]) -> HtmlElement | None:
    """The element of a caption that its words alone tell: the credit of a picture at its end, or on the next line."""
    seen = look(line.text)
    if is_heading(line) or (seen.body and "speech" in seen.cues) or link_share(line) > 0.5:
        return None
    if seen.only_credit:
        above = lines[line.index - 1].element if line.index else line.element
        return above if above in groups else line.element
    return line.element if seen.credited else None


def _joined(group: list[Line]) -> tuple[Run, ...]:
    """The lines of a caption as one; a bare credit above the caption goes behind it."""
    if len(group) > 1 and len(group[0].text.split()) <= 4 < len(group[1].text.split()):
        group = [*group[1:], group[0]]
    runs: list[Run] = []
    for line in group:
        if runs:
            runs.append(Run(" "))
        runs.extend(line.runs)
    return tuple(runs)


def shown_pictures(
    pictures: dict[int, list[HtmlElement]], story: Story, title: Line | None
) -> dict[int, list[HtmlElement]]:
    """The pictures that belong to the story, by the index of the line that follows them; icons and the like left out."""
    first, last = story.lines[0].index, story.lines[-1].index
    first = min(first, title.index - _ABOVE) if title is not None else first
    return {
        at: [picture for picture in found if _large(picture)]
        for at, found in pictures.items()
        if first <= at <= last
    }


def picture_address(picture: HtmlElement, base: str | None, source: str) -> str | None:
    """Where a picture can be had: a file beside the saved page, else its address on the web; None where neither."""
    for name in ("data-src", "data-original", "data-lazy-src", "src"):
        href = picture.get(name)
        if not href or href.startswith(("data:", "blob:", "#")) or _NO_PICTURE.search(href):
            continue
        if "://" not in source and "://" not in href:
            folder = os.path.dirname(os.path.abspath(source))
            beside = os.path.normpath(os.path.join(folder, unquote(href)))
            if os.path.commonpath([folder, beside]) == folder and os.path.isfile(beside):
                return beside
        if found := absolute(base, href):
            return found
    return None


def _large(picture: HtmlElement) -> bool:
    """Whether no attribute says that the picture is an icon or a counting pixel."""
    sizes = [picture.get(name) or "" for name in ("width", "height")]
    return not any(size.isdigit() and len(size) < 6 and int(size) < _ICON for size in sizes)
