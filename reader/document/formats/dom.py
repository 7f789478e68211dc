"""A page's tree, read within bounds, and the lines of text in it as a browser would break them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from reader.document.formats.compose import Run, Style, plain, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from reader.document.model import BlockRole, MarkKind

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
SKIPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "input",
        "textarea",
        "noscript",
        "map",
        "datalist",
        "meter",
        "progress",
    ]
)
_STYLES: dict[str, MarkKind] = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
_SENTENCE = 80
"""Characters before a line break from which on a sentence that ends there is taken for a paragraph."""
_SENTENCE_ENDS = frozenset('.!?”"')
_SPACE = re.compile(r"[\x00-\x20]+")
_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(slots=True, eq=False)
class Line:
    """A stretch of a page's text that a browser would set apart.

    Attributes:
        element: the block element it stands in.
        runs: its text, tidied, with links and emphasis.
        index: its place among the page's lines.
        key: its letters and digits in lower case, for comparing.
    """

    element: HtmlElement
    runs: tuple[Run, ...]
    index: int = 0
    text: str = field(init=False)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = plain(self.runs)
        self.key = letters(self.text)


def letters(text: str) -> str:
    """The letters and digits of a text in lower case, for comparing what is set differently."""
    return "".join(filter(str.isalnum, text.casefold()))


def tag(element: HtmlElement) -> str:
    """The element's name in lower case; empty for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def absolute(base: str | None, href: str | None) -> str | None:
    """An address made absolute; None where it cannot be, or is not one that is ever opened."""
    if not href:
        return None
    href = _SPACE.sub("", href)
    try:
        whole = href if href.startswith(("https://", "http://")) or not base else urljoin(base, href)
        parts = urlsplit(whole)
    except ValueError:
        return None
    good = parts.scheme.lower() in _SCHEMES and (parts.netloc or parts.scheme.lower() == "mailto")
    return whole if good and len(whole) < 4096 else None


class Lines(NamedTuple):
    """A page as lines of text, with its pictures between them.

    Attributes:
        lines: in document order.
        pictures: image elements by the index of the line that follows them.
    """

    lines: list[Line]
    pictures: dict[int, list[HtmlElement]]


def lines_of(root: HtmlElement, base: str | None = None) -> Lines:
    """All lines of text under an element.

    Args:
        base: the address that relative links start from.
    """
    reading = _Reading(base)
    reading.walk(root)
    for index, line in enumerate(reading.lines):
        line.index = index
    return Lines(reading.lines, reading.pictures)


def is_heading(line: Line) -> bool:
    """Whether the page marks the line as a heading."""
    name = tag(line.element)
    return len(name) == 2 and name[0] == "h" and name[1].isdigit()


def role_of(element: HtmlElement) -> BlockRole | None:
    """The role that the tree gives a line in this element."""
    for at in (element, *element.iterancestors()):
        match tag(at):
            case "li" | "dd" | "dt":
                return "list-item"
            case "blockquote" | "q":
                return "quote"
            case "pre":
                return "code"
    return None


class _Reading:
    """One pass over a tree, without recursion: pages nest as deep as they like."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.lines: list[Line] = []
        self.pictures: dict[int, list[HtmlElement]] = {}
        self._runs: list[Run] = []
        self._length = 0  # of the line so far, and its last character that is no blank
        self._last = ""
        self._styles: list[Style] = []

    def walk(self, root: HtmlElement) -> None:
        stack: list[tuple[HtmlElement, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element, root)
            elif self._enter(element):
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
            elif element is not root:
                self._put(element.tail)

    def _enter(self, element: HtmlElement) -> bool:
        """Begin an element; False where its inside is not read."""
        name = tag(element)
        if not name or name in SKIPPED or (name == "button" and element.find(".//img") is None):
            return False
        if name == "img":
            self.pictures.setdefault(len(self.lines) + bool(self._length), []).append(element)
        if _is_block(element, name):
            self._flush(element.getparent())
        elif name == "br":
            self._break(element)
        elif name in ("td", "th") and self._length:
            self._runs.append(Run(" | "))
        elif style := self._style(element, name):
            self._styles.append(style)
        self._put(element.text)
        return True

    def _leave(self, element: HtmlElement, root: HtmlElement) -> None:
        name = tag(element)
        if _is_block(element, name):
            self._flush(element)
        elif self._style(element, name):
            self._styles.pop()
        if element is not root:
            self._put(element.tail)

    def _style(self, element: HtmlElement, name: str) -> Style | None:
        if name == "a":
            # A link that leads nowhere still tells a menu from prose; it makes no mark.
            return Style("link", absolute(self.base, element.get("href"))) if element.get("href") else None
        return Style(_STYLES[name]) if name in _STYLES else None

    def _put(self, text: str | None) -> None:
        if text:
            self._runs.append(Run(text, tuple(dict.fromkeys(self._styles))))
            if bare := text.rstrip():
                self._length += len(bare)
                self._last = bare[-1]

    def _break(self, element: HtmlElement) -> None:
        """A line break: two in a row, or one after a whole sentence of some length, part paragraphs."""
        if self._last == "\n" or (self._length > _SENTENCE and self._last in _SENTENCE_ENDS):
            self._flush(
                next(at for at in element.iterancestors() if _is_block(at, tag(at)) or at.getparent() is None)
            )
        else:
            self._runs.append(Run("\n"))
            self._last = "\n" if self._length else ""

    def _flush(self, element: HtmlElement | None) -> None:
        verbatim = element is not None and any(
            tag(at) == "pre" for at in (element, *element.iterancestors("pre"))
        )
        runs = self._runs
        if not verbatim:
            runs = [
                Run(run.text if run.text == "\n" else run.text.replace("\n", " "), run.styles) for run in runs
            ]
        runs = list(tidy(runs, verbatim=verbatim))
        self._runs, self._length, self._last = [], 0, ""
        if runs and element is not None:
            self.lines.append(Line(element, tuple(runs)))


def _is_block(element: HtmlElement, name: str) -> bool:
    if name in BLOCKS:
        return True
    return name in ("td", "th") and any(tag(inner) in BLOCKS for inner in element.iterdescendants())
