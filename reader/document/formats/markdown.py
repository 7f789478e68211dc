"""Markdown: CommonMark with tables; front matter gives title, author and date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.text import clean
from reader.document.formats.compose import Composer, Run, Style, plain, tidy
from reader.document.formats.format import Content, Glance, Raw
from reader.document.formats.plain import decoded
from reader.document.model import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from reader.document.model import BlockRole, MarkKind

_LARGEST = 1_000_000
"""Characters that are parsed; a novel has half a million."""
_HEAD = 4000
"""Characters in which a list looks for a title."""
_FIELD = re.compile(r"([\w-]+)\s*[:=]\s*(.*)")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MARKS: dict[str, MarkKind] = {"em": "emphasis", "strong": "strong"}
_BYLINE = re.compile(
    r"by [^\W\d_]|\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2},? \d{4}|\d{4}-\d\d-\d\d", re.IGNORECASE
)


def read(raw: Raw) -> Content:
    """The text without its markup, with headings, lists, quotes, code, links and emphasis."""
    text, warnings = decoded(raw)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _LARGEST:
        said = f"it is longer than {_LARGEST:,} characters: its Markdown is shown as it is written"
        return Content(clean(text), warnings=(*warnings, said))
    fields, body = front_matter(text)
    metadata = Metadata(
        author=fields.get("author") or fields.get("authors"),
        published=fields.get("date") or fields.get("published"),
        publisher=fields.get("publisher") or fields.get("site"),
        url=fields.get("url") or fields.get("canonical") or fields.get("source"),
    )
    made = _Reading(metadata, fields.get("title"))
    made.read(body)
    return Content(
        made.text, made.title, metadata, tuple(made.marks), tuple(made.blocks), tuple(made.images), warnings
    )


def glance(raw: Raw) -> Glance:
    """What the front matter or the first heading says."""
    text = decoded(raw)[0].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    fields, body = front_matter(text)
    heading = re.search(r"^# (.+)$", body[:_HEAD], re.MULTILINE)
    title = fields.get("title") or (clean(heading[1].strip(" #*_")) if heading else None)
    published = fields.get("date") or fields.get("published")
    return Glance(title, published, fields.get("publisher") or fields.get("site"), len(body.split()))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The simple fields of a front matter by their names in lower case, and the text below it.

    Strings, with or without quotation marks, and lists of them (joined by commas) are read; what else YAML or TOML can
    say is passed over.
    """
    first, _, rest = text.partition("\n")
    ends = _FENCES.get(first.rstrip())
    if ends is None:
        return {}, text
    lines = rest.split("\n")
    end = next((n for n, line in enumerate(lines[:200]) if line.rstrip() in ends), None)
    if end is None:
        return {}, text
    fields: dict[str, str] = {}
    name = ""
    for line in lines[:end]:
        if name and re.match(r"\s*- ", line):
            fields[name] = ", ".join(filter(None, (fields[name], _unquoted(line.strip()[2:]))))
        elif found := _FIELD.fullmatch(line.rstrip()):
            name = found[1].lower()
            value = found[2].strip()
            items = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
            fields[name] = ", ".join(filter(None, map(_unquoted, items)))
    return {key: value for key, value in fields.items() if value}, "\n".join(lines[end + 1 :])


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return clean(" ".join(value.split()))


class _Reading(Composer):
    """One pass over the tokens of a Markdown text."""

    def __init__(self, metadata: Metadata, title: str | None) -> None:
        super().__init__()
        self.title = title
        self._metadata = metadata
        self._roles: list[BlockRole] = []
        self._prefix = ""
        self._numbers: list[int | None] = []
        self._cells: list[Run] = []
        self._signed = False

    def read(self, text: str) -> None:
        """Compose the blocks of a text without front matter."""
        from markdown_it import MarkdownIt

        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        shown = self.title is not None and self._begins_with(tokens, self.title)
        if self.title and not shown:
            self.add("title", tidy([Run(self.title)]), level=1)
            self._sign()
        for at, token in enumerate(tokens):
            self._take(token, tokens[at + 1] if at + 1 < len(tokens) else None)
        if not self._signed and not self.blocks:
            self._sign()

    def _begins_with(self, tokens: Sequence[Token], title: str) -> bool:
        at = next((n for n, token in enumerate(tokens) if token.type == "inline"), None)
        return at is not None and tokens[at].content.strip() == title and tokens[at - 1].tag == "h1"

    def _take(self, token: Token, following: Token | None) -> None:
        match token.type:
            case "blockquote_open":
                self._roles.append("quote")
            case "bullet_list_open" | "ordered_list_open":
                self._roles.append("list-item")
                start = token.attrGet("start")
                number = int(start) if start is not None else 1
                self._numbers.append(number if token.type == "ordered_list_open" else None)
            case "list_item_open":
                self._number()
            case "bullet_list_close" | "ordered_list_close":
                self._roles.pop()
                self._numbers.pop()
            case "blockquote_close":
                self._roles.pop()
            case "heading_open" if following is not None:
                self._heading(following, int(token.tag[1]))
            case "paragraph_open" if following is not None:
                self._paragraph(following)
            case "fence" | "code_block":
                self.add("paragraph", tidy([Run(token.content)], verbatim=True), "code")
            case "html_block":
                self._html(token.content)
            case "th_open" | "td_open" if following is not None:
                self._cells += [Run(" | ")] if self._cells else []
                self._cells += self._runs(following)
            case "tr_close":
                self.add("paragraph", tidy(self._cells))
                self._cells = []

    def _number(self) -> None:
        number = self._numbers[-1] if self._numbers else None
        self._prefix = "" if number is None else f"{number}. "
        if number is not None:
            self._numbers[-1] = number + 1

    def _heading(self, inline: Token, level: int) -> None:
        runs = tidy(self._runs(inline))
        if level == 1 and not any(block.kind in ("title", "paragraph") for block in self.blocks):
            self.title = self.title or plain(runs) or None
            self.add("title", runs, level=1)
        else:
            self.add("heading", runs, level=level)

    def _paragraph(self, inline: Token) -> None:
        children = [child for child in inline.children or () if child.type != "softbreak"]
        if children and all(child.type == "image" for child in children):
            for child in children:
                self._picture(child)
            return
        runs = tidy(self._runs(inline))
        text = plain(runs)
        if self._roles:
            self.add("paragraph", tidy([Run(self._prefix), *runs]), self._roles[-1])
            self._prefix = ""
        elif self.blocks and self.blocks[-1].kind in ("title", "byline") and _is_byline(text):
            self._signed = True
            self.add("byline", runs)
        else:
            if self.blocks and self.blocks[-1].kind == "title":
                self._sign()
            self.add("paragraph", runs)

    def _picture(self, token: Token) -> None:
        href = str(token.attrGet("src") or "")
        self.image(href, token.content)
        self.add("caption", tidy([Run(str(token.attrGet("title") or "") or token.content)]))

    def _html(self, content: str) -> None:
        from reader.document.formats.html import bare_text

        for part in bare_text(content).split("\n\n"):
            self.add("paragraph", tidy([Run(part)]))

    def _sign(self) -> None:
        """Add a byline from the front matter, once."""
        from reader.document.formats.headline import signature

        if not self._signed:
            self._signed = True
            self.add("byline", tidy([Run(signature(self._metadata))]))

    def _runs(self, inline: Token) -> list[Run]:
        return list(_inline(inline.children or (), self._metadata.url))


def _inline(tokens: Sequence[Token], base: str | None) -> Iterator[Run]:
    from reader.document.formats.dom import absolute

    styles: list[Style] = []
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if side == "open":
            href = absolute(base, str(token.attrGet("href") or "")) if name == "link" else None
            styles.append(Style("link", href) if name == "link" else Style(_MARKS.get(name, "emphasis")))
        elif side == "close":
            styles.pop()
        elif token.type == "code_inline":
            yield Run(token.content, (*dict.fromkeys(styles), Style("code")))
        elif token.type in ("softbreak", "hardbreak"):
            yield Run("\n" if token.type == "hardbreak" else " ")
        elif token.type == "html_inline":
            yield Run("\n" if re.match(r"<br\b", token.content, re.IGNORECASE) else "")
        else:
            yield Run(token.content.replace("\n", " "), tuple(dict.fromkeys(styles)))


def _is_byline(text: str) -> bool:
    return len(text.split()) <= 12 and _BYLINE.match(text.lstrip("*_ ")) is not None
