"""What a web page says of itself: headline, author, date, publisher, address, from JSON-LD and meta elements."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.text import clean
from reader.document.formats.dom import absolute
from reader.document.model import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting)$")
_MOST = 5000
"""JSON-LD objects that are looked at; a page has some dozens."""
_HEADLINES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_AUTHORS = (
    "author",
    "byl",
    "article:author_name",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "article:author",
)
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "og:article:published_time",
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


class Facts(NamedTuple):
    """What a page says of itself.

    Attributes:
        headlines: its titles, the likeliest first; the last are those of the window, with the site's name.
        descriptions: summaries, as for previews.
        metadata: author, date, publisher, address.
        body: the article's text as JSON-LD gives it; None where it does not.
    """

    headlines: tuple[str, ...]
    descriptions: tuple[str, ...]
    metadata: Metadata
    body: str | None


def facts_of(root: HtmlElement, source: str) -> Facts:
    """Read a page's own account of itself; `source` is its path or URL."""
    meta = _meta(root)
    articles, by_id = _linked_data(root)
    article = max(articles, key=lambda item: (bool(item.get("headline")), len(item)), default={})
    headlines = [
        _text(article.get("headline")),
        *(meta.get(name) for name in _HEADLINES),
        _window_title(root),
    ]
    descriptions = [_text(article.get("description")), *(meta.get(name) for name in _DESCRIPTIONS)]
    metadata = Metadata(
        author=_author(article, by_id) or _first(meta, _AUTHORS, web=False),
        published=_date(_text(article.get("datePublished")))
        or _date(_first(meta, _DATES))
        or _time_element(root),
        publisher=_names(article.get("publisher"), by_id) or meta.get("og:site_name"),
        url=_address(root, meta, article, source),
    )
    bodies = (_text(item.get("articleBody"), most=2_000_000) for item in (article, *articles))
    body = next(filter(None, bodies), None)
    return Facts(_unique(headlines), _unique(descriptions), metadata, body)


def charset_of(raw: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = re.search(
        rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", raw[:4096], re.IGNORECASE
    )
    found = found or re.match(rb"""\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w:.-]{2,40})""", raw[:200])
    return found[1].decode("ascii", "replace") if found else None


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = _text(element.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...], *, web: bool = True) -> str | None:
    values = (meta[name] for name in names if name in meta)
    return next((value for value in values if web or "://" not in value), None)


def _linked_data(root: HtmlElement) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The JSON-LD objects that are articles, and all of them by their identifier."""
    articles: list[dict[str, Any]] = []
    by_id: dict[str, dict[str, Any]] = {}
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            for item in _objects(element.text or ""):
                kinds = item.get("@type")
                if any(
                    isinstance(k, str) and _ARTICLE.search(k)
                    for k in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    articles.append(item)
                if isinstance(item.get("@id"), str) and "name" in item:
                    by_id.setdefault(item["@id"], item)
    return articles, by_id


def _objects(source: str) -> Iterator[dict[str, Any]]:
    try:
        stack = [json.loads(source.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(reversed(item.values()))
        elif isinstance(item, list):
            stack.extend(reversed(item))


def _text(value: object, *, most: int = 1000) -> str | None:
    """A string in one line without entities; the first of a list; None for anything else."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return clean(" ".join(unescape(value[:most]).split())) or None


def _author(article: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> str | None:
    return _names(article.get("author"), by_id) or _names(article.get("creator"), by_id)


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> str | None:
    """The names of one or more persons or organizations, with commas between."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            known = item if "name" in item else by_id.get(str(item.get("@id")), {})
            item = known.get("name")
        name = _text(item, most=200)
        if name and "://" not in name:
            found.append(name)
    return ", ".join(dict.fromkeys(found)) or None


def _date(value: str | None) -> str | None:
    """A date in ISO 8601 where it can be understood, as it is where it at least names a year."""
    if not value:
        return None
    from datetime import UTC, datetime

    if value.isdigit() and len(value) in (10, 13):
        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    try:
        found = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)", "", value))
    except ValueError:
        return value[:60] if re.search(r"\b(?:19|20)\d\d\b", value) else None
    return found.isoformat() if "T" in value or ":" in value else found.date().isoformat()


def _time_element(root: HtmlElement) -> str | None:
    dates = (_date(_text(element.get("datetime"))) for element in root.iter("time"))
    return next((date for date in dates if date), None)


def _window_title(root: HtmlElement) -> str | None:
    element = next(root.iter("title"), None)
    return _text(element.text_content()) if element is not None else None


def _address(root: HtmlElement, meta: dict[str, str], article: dict[str, Any], source: str) -> str | None:
    base = source if "://" in source else None
    links = (e.get("href") for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical")
    page = article.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    found = (
        absolute(base, _text(href)) for href in (*links, meta.get("og:url"), article.get("url"), named, base)
    )
    return next((url for url in found if url and url.startswith("http")), None)


def _unique(values: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
