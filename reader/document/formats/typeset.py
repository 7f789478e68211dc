"""Lines as they stand on printed pages to paragraphs, headings and running heads: by size, place and spacing alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from reader.document.formats.dom import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.document.model import BlockKind

_HYPHENS = "-\u2010\xad"
_ENDS = frozenset(".!?:”\"')’")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–— ]*\d{1,4}(?: ?(?:/|of) ?\d{1,4})?[-–— ]*", re.IGNORECASE)
_BULLET = re.compile(r"[•▪‣◦●○■□–—*·] |\(?\d{1,3}[.)] ")
_EDGE = 2
"""Lines at the top and the bottom of a page in which running heads are looked for."""
_LARGER = 1.12
_TITLE = 1.3
"""Times the size of the body text."""


@dataclass(frozen=True, slots=True)
class TypeLine:
    """A line on a page. Lengths are in points, from the left and from the bottom of the page.

    Attributes:
        page: from 0.
        strong: set in bold.
    """

    page: int
    text: str
    left: float
    right: float
    top: float
    size: float
    strong: bool = False


class Passage(NamedTuple):
    """A paragraph or heading, its lines joined; level is of a heading, 1 for the largest, else 0."""

    kind: BlockKind
    text: str
    level: int = 0


def passages(lines: Sequence[TypeLine]) -> list[Passage]:
    """The passages that the lines make, in their order; running heads and page numbers are boilerplate."""
    if not lines:
        return []
    body = body_size(lines)
    running = running_heads(lines)
    pitch = _pitch(lines, body)
    rights = _right_edges(lines)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))
    sizes = sorted({round(line.size) for line in lines if line.size > body * _LARGER}, reverse=True)
    groups: list[tuple[BlockKind, list[TypeLine]]] = []
    aside: list[tuple[BlockKind, list[TypeLine]]] = []
    for at, line in enumerate(lines):
        if at in running:
            aside.append(("boilerplate", [line]))
            continue
        kind: BlockKind = "heading" if _is_heading(line, body) else "paragraph"
        if groups and groups[-1][0] == kind and _goes_on(groups[-1][1], line, pitch, rights):
            groups[-1][1].append(line)
        else:
            groups, aside = groups + aside, []
            groups.append((kind, [line]))
    made = [_passage(kind, group, words, sizes, body) for kind, group in groups + aside]
    return _titled(made, groups + aside, body)


def body_size(lines: Iterable[TypeLine]) -> float:
    """The size that most characters are set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def running_heads(lines: Sequence[TypeLine]) -> set[int]:
    """The indices of page numbers, and of lines that stand at the edge of most pages, whatever numbers are in them."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    edges: dict[int, str] = {}
    for places in pages.values():
        by_height = sorted(places, key=lambda at: -lines[at].top)
        for at in {*by_height[:_EDGE], *by_height[-_EDGE:]}:
            edges[at] = re.sub(r"\d+", "", letters(lines[at].text))
    seen = Counter(key for key in edges.values() if key)
    often = max(2, 0.5 * len(pages))
    largest = body_size(lines) * _LARGER
    return {
        at
        for at, key in edges.items()
        if _PAGE_NUMBER.fullmatch(lines[at].text.strip())
        or (key and seen[key] >= often and lines[at].size <= largest)
    }


def _pitch(lines: Sequence[TypeLine], body: float) -> float:
    gaps = [
        before.top - line.top
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.top - line.top < 3 * body and abs(line.size - body) < 1
    ]
    return median(gaps) if gaps else 1.3 * body


def _right_edges(lines: Sequence[TypeLine]) -> dict[tuple[int, int], float]:
    """How far right the lines of a page reach that begin in the same inch."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        place = (line.page, int(line.left // 72))
        edges[place] = max(edges.get(place, 0), line.right)
    return edges


def _is_heading(line: TypeLine, body: float) -> bool:
    if line.size > body * _LARGER:
        return True
    return (
        line.strong
        and len(line.text.split()) <= 14
        and line.text[-1] not in ".,;"
        and line.size >= body * 0.95
    )


def _goes_on(
    group: list[TypeLine], line: TypeLine, pitch: float, rights: dict[tuple[int, int], float]
) -> bool:
    """Whether a line belongs to the passage before it."""
    before = group[-1]
    if abs(before.size - line.size) > 0.6:
        return False
    ended = before.text[-1] in _ENDS
    gap = before.top - line.top
    if before.page != line.page or gap < -0.5 * pitch:
        return not ended or line.text[:1].islower()
    if gap > 1.35 * max(pitch, line.size) or _BULLET.match(line.text):
        return False
    if line.text[0].islower():
        return True
    hanging = _BULLET.match(group[0].text) and line.left > group[0].left
    if hanging:
        return not ended or before.right > rights.get((before.page, int(before.left // 72)), 0) * 0.8
    if line.left - before.left > 0.8 * line.size and gap > 0.5 * pitch:
        return False
    edge = rights.get((before.page, int(before.left // 72)), before.right)
    return not (ended and gap > 0.5 * pitch and before.right < edge - 0.25 * (edge - before.left))


def _passage(
    kind: BlockKind, group: list[TypeLine], words: Counter[str], sizes: list[int], body: float
) -> Passage:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, words)
    size = round(group[0].size)
    level = min(6, sizes.index(size) + 1) if size in sizes else min(6, len(sizes) + 1)
    return Passage(kind, text, level if kind == "heading" else 0)


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """Two lines as one, a word that was cut at the line's end made whole unless it is written with its hyphen elsewhere."""
    if text[-1] not in _HYPHENS or not more[:1].islower():
        return f"{text} {more}"
    head = re.findall(r"[^\W\d_]+$", text[:-1])
    tail = re.match(r"[^\W\d_]+", more)
    if text[-1] == "-" and head and tail:
        with_hyphen, without = f"{head[0]}-{tail[0]}".lower(), f"{head[0]}{tail[0]}".lower()
        if words[with_hyphen] > words[without]:
            return text + more
    return text[:-1] + more


def _titled(
    made: list[Passage], groups: list[tuple[BlockKind, list[TypeLine]]], body: float
) -> list[Passage]:
    """The largest heading of the first page is the title, where it is large enough for one."""
    first = [at for at, (kind, group) in enumerate(groups) if kind == "heading" and group[0].page == 0]
    if first:
        at = max(first, key=lambda at: (groups[at][1][0].size, -at))
        if groups[at][1][0].size >= _TITLE * body:
            made[at] = made[at]._replace(kind="title", level=1)
    return made
