"""A web page's title, its standfirst, and who wrote it and when."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.document.formats.body import link_share
from reader.document.formats.dom import is_heading, letters, tag

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lxml.html import HtmlElement

    from reader.document.formats.dom import Line
    from reader.document.formats.facts import Facts
    from reader.document.model import Metadata

_STANDFIRST_CLASS = re.compile(
    r"standfirst|\bdeck\b|\bdek\b|excerpt|summary|sub-?(?:head|title|deck|line)|(?:^|[-_ ])(?:intro|lead|lede)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BYLINE_CLASS = re.compile(r"by-?line|author|date|publish|timestamp|\bmeta\b|written", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d+ (?:minute|hour|day|week|month|year)s? ago\b"
    r"|\b(?:published|updated|posted)\b",
    re.IGNORECASE,
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # as English articles write them, whatever the reader's locale
_NAMES = re.compile(
    r"(?:by )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}(?:(?: and |, | & |/)[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}){0,3}"
)
"""A line of names alone, as some pages set above the first paragraph."""
_LONGEST_BYLINE = 30
"""Words."""


def title_of(lines: list[Line], story: list[Line], facts: Facts) -> tuple[str | None, Line | None]:
    """The article's title, and the line of the page where it stands; None where the page has none."""
    last = story[-1].index if story else len(lines)
    lines = lines[: last + 1]
    headings = [line for line in lines if tag(line.element) == "h1"]
    keys = [letters(headline) for headline in facts.headlines]
    for line in headings:
        if any(
            line.key == key or _alike(line.text, told) >= 0.5
            for key, told in zip(keys, facts.headlines, strict=True)
        ):
            return line.text, line
    for line in lines:
        if len(line.key) > 12 and line.key in keys:
            return line.text, line
    before = [
        line for line in headings if not story or (line.index <= story[0].index and line.text.count(" ") > 1)
    ]
    if before:
        return before[-1].text, before[-1]
    return (
        (without_site(facts.headlines[0], facts.metadata.publisher), None)
        if facts.headlines
        else (None, None)
    )


def bylines_of(lines: list[Line], story: list[Line], title: Line | None, facts: Facts) -> set[int]:
    """The indices of lines near the title that say who wrote it and when; a repeated one counts once."""
    if not story:
        return set()
    start = max(0, title.index - 4) if title else max(0, story[0].index - 8)
    names = [letters(name) for name in (facts.metadata.author or "").split(",") if len(name.strip()) > 3]
    found: dict[str, int] = {}
    for line in lines[start : min(story[0].index + 3, len(lines))]:
        by_name = line is story[0] and not is_heading(line) and _NAMES.fullmatch(line.text)
        if line is not title and (by_name or _is_byline(line, names)):
            found.setdefault(line.key, line.index)
    return set(found.values())


def signature(metadata: Metadata) -> str:
    """A byline made of what the page says of itself, for a page that shows none; empty where it says nothing."""
    parts = [f"By {metadata.author}" if metadata.author else ""]
    if metadata.published:
        from datetime import date

        with suppress(ValueError):
            day = date.fromisoformat(metadata.published[:10])
            parts.append(f"{day.day} {_MONTHS[day.month - 1]} {day.year}")
    return " · ".join(filter(None, parts))


def standfirsts_of(
    lines: list[Line], story: list[Line], title: Line | None, facts: Facts, taken: AbstractSet[int]
) -> set[int]:
    """The indices of lines between title and story that sum it up.

    Args:
        taken: lines that are something else already: bylines and captions.
    """
    if not story or title is None:
        return set()
    told = [key for key in map(letters, facts.descriptions) if len(key) > 20]
    found: set[int] = set()
    for line in lines[title.index + 1 : story[0].index]:
        if line.index in taken or link_share(line) > 0.3 or line.key == title.key:
            continue
        named = any(line.key in key or key[:60] in line.key for key in told) and len(line.key) > 20
        if named or _is_standfirst(line):
            found.add(line.index)
    return found


def _is_standfirst(line: Line) -> bool:
    words = len(line.text.split())
    marked = any(_STANDFIRST_CLASS.search(e.get("class") or "") for e in _near(line))
    return (words >= 4 and (marked or tag(line.element) in ("h2", "h3"))) or (
        words >= 12 and tag(line.element) == "p"
    )


def _is_byline(line: Line, names: list[str]) -> bool:
    words = line.text.split()
    if len(words) > _LONGEST_BYLINE:
        return False
    if any(name in line.key for name in names) and len(line.key) < 4 * max(map(len, names)) + 20:
        return len(words) <= 12 or bool(_DATE.search(line.text))
    marked = any(
        _BYLINE_CLASS.search(f"{e.get('class') or ''} {e.get('itemprop') or ''}") for e in _near(line)
    )
    if _DATE.search(line.text):
        return len(words) <= 12 or marked
    return marked and len(words) <= 8 and re.match(r"by\b", line.text, re.IGNORECASE) is not None


def _near(line: Line) -> list[HtmlElement]:
    """The line's element and the two around it."""
    return [line.element, *list(line.element.iterancestors())[:2]]


def _alike(one: str, other: str) -> float:
    """Share of the words of two titles that they have in common, 0 to 1."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def without_site(headline: str, publisher: str | None) -> str:
    """A headline without the name of the site at its end."""
    head, mark, tail = headline.rpartition(" | " if " | " in headline else " - ")
    site = letters(publisher or "")
    named = site and letters(tail) in (site, site.removeprefix("the"))
    return head if mark and (named or len(tail.split()) <= 3 < len(head.split())) else headline
