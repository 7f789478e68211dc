"""Markdown to hand out: an article's passages as block quotes in document order, each with its note below.

One file an article. Each annotation is a block quote, the note, and a closing line that ends in a block id (`^pq-…`)
which stays the same from export to export. The words of the article are escaped, so that they are never markup; a
note is Markdown by itself and is only kept from reaching beyond its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotations.formats.format import Format, by_article, file_names
from annotations.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.formats.format import Item
    from annotations.model import Annotation, DocumentRef

_ANYWHERE = re.compile(r"[\\`*_\[\]<>#|~=^$&{}]|%(?=%)|:(?=//)|(?<=\w)@(?=\w)|(?<=\bwww)\.")
_AT_START = re.compile(r"[-+]|\d{1,9}(?=[.)])")
_FENCE = re.compile(r" {0,3}(`{3,}(?!.*`)|~{3,})")  # a fence's language holds no mark of it
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]+(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?=[A-Za-z/!?])(?![a-z][a-z0-9+.-]*:[^\s<>]*>)|%%")
_CODE_OR_HTML = re.compile(f"{_CODE.pattern}|{_HTML.pattern}")
_WEB = re.compile(r"https?://[^\s<>\x00-\x20]+")
_TAG = re.compile(r"[^\w/-]+")
_ARTICLE = re.compile(r'---\n(?:(?!---\n).*\n)*?pullquote: "(.*)"\n')
_ID = re.compile(r"[^A-Za-z0-9-]+")


def dump(items: Sequence[Item]) -> dict[str, str]:
    """One file an article; deleted annotations are left out, passages without a place come last."""
    groups = by_article(item for item in items if item.annotation.deleted is None)
    names = file_names([article for article, _ in groups], FORMAT.extension)
    return {name: _page(*group) for name, group in zip(names, groups, strict=True)}


def escape(text: str) -> str:
    """One line of plain text as Markdown that shows exactly it, in CommonMark, GitHub's dialect and Obsidian's."""
    line = _ANYWHERE.sub(r"\\\g<0>", clean(text).replace("\n", " ").strip())
    start = _AT_START.match(line)
    if start is None:
        return line
    mark = start.group()
    return (f"\\{mark}" if mark in "-+" else f"{mark}\\") + line[len(mark) :]


def block_id(identifier: str) -> str:
    """The id of an annotation as a block id: letters, digits and hyphens."""
    return "pq-" + _ID.sub("-", identifier.removeprefix("urn:uuid:")).strip("-")


def article_of(text: str) -> str | None:
    """The article's id in the front matter of a page, as it is spelled there."""
    found = _ARTICLE.match(text)
    return found[1] if found else None


def _page(article: DocumentRef, notes: list[Annotation]) -> str:
    placed = [note for note in notes if note.start is not None]
    lost = [note for note in notes if note.start is None]
    parts = [_front_matter(article, notes), f"# {escape(article.title or _name(article))}", *_origin(article)]
    parts += [_entry(note) for note in placed]
    if lost:
        parts += ["## Passages that are no longer in the article", *(_entry(note) for note in lost)]
    return "\n\n".join(parts) + "\n"


def _name(article: DocumentRef) -> str:
    """What to call an article without a title: the last part of its address."""
    return unquote(article.uri.rstrip("/").rsplit("/", 1)[-1]) or article.uri


def _front_matter(article: DocumentRef, notes: list[Annotation]) -> str:
    rows = {
        "title": article.title,
        "source": article.url or article.uri,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published,
        "pullquote": article.id,
    }
    lines = [f"{name}: {_yaml(value)}" for name, value in rows.items() if value]
    tags = dict.fromkeys(label for note in notes for label in _labels(note))
    if tags:
        lines += ["tags:", *(f"  - {_yaml(tag)}" for tag in tags)]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: str) -> str:
    """A YAML double-quoted scalar, which no content can leave."""
    escaped = clean(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def _origin(article: DocumentRef) -> list[str]:
    told = [article.author, article.publisher, article.published]
    line = " · ".join(escape(part) for part in told if part)
    address = article.url or article.uri
    link = [f"<{address}>"] if _WEB.fullmatch(address) else []
    return [*([f"*{line}*"] if line else []), *link]


def _entry(note: Annotation) -> str:
    lines = [escape(line) for line in clean(note.anchor.exact).split("\n")]
    quote = "\n".join(f"> {line}".rstrip() for line in lines)
    said = f"\n>\n> — said by {escape(note.speaker)}" if note.speaker else ""
    parts = [quote + said, _contained(note.note), f"*{' · '.join(_facts(note))}* ^{block_id(note.id)}"]
    return "\n\n".join(part for part in parts if part)


def _facts(note: Annotation) -> list[str]:
    """What the closing line says: colour or bookmark, tags, day, and how sure the place is."""
    kind = f"bookmark {escape(note.mark)}" if note.mark else note.colour
    state = {"ambiguous": ["place uncertain"], "edited": ["edited since"], "moved": ["moved since"]}
    return [kind, *(f"#{tag}" for tag in _labels(note)), *state.get(note.state, []), *_day(note)]


def _day(note: Annotation) -> list[str]:
    return [escape(note.created[:10])] if note.created else []


def _labels(note: Annotation) -> list[str]:
    """The tags in the form that Obsidian takes: without spaces, not digits alone."""
    tags = (_TAG.sub("-", tag).strip("-/") for tag in note.tags)
    return [f"_{tag}" if tag.isdigit() else tag.replace("__", "_") for tag in tags if tag]


def _contained(note: str) -> str:
    """A note that ends where it ends: an open code fence is closed, raw HTML and hidden comments are shown as text."""
    lines: list[str] = []
    fence, run = "", 0
    for line in clean(note).strip("\n").split("\n"):
        found = _FENCE.match(line)
        if fence:
            closes = found and found[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
        elif found or not line.strip():
            lines[run:] = _without_html(lines[run:])
            fence = found[1] if found else ""
        lines.append(line)
        run = len(lines) if fence or found or not line.strip() else run
    lines[run:] = _without_html(lines[run:])
    return "\n".join([*lines, fence] if fence else lines)


def _without_html(lines: list[str]) -> list[str]:
    """Lines of one block with raw HTML and hidden comments as text; code spans stay, where each closes in its line."""
    closed = not any("`" in _CODE.sub("", line) for line in lines)
    return [(_CODE_OR_HTML if closed else _HTML).sub(_as_text, line.rstrip()) for line in lines]


def _as_text(found: re.Match[str]) -> str:
    return {"<": "&lt;", "%%": "%\\%"}.get(found.group(), found.group())


FORMAT = Format(
    name="markdown",
    extension=".md",
    title="Markdown to read and hand out",
    fields=frozenset({"anchor", "note", "tags", "colour", "mark", "speaker", "state", "created"}),
    dump=dump,
    per_article=True,
    article_of=article_of,
)
