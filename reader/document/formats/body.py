"""Which lines of a web page are its story: trafilatura's answer, found again among the page's own lines and mended."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reader.document.formats.dom import is_heading, letters, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from reader.document.formats.dom import Line
    from reader.document.formats.facts import Facts

_SURE = 25
"""Letters from which on a line is found by its text alone; a shorter one ("News") must be a whole line of the story."""
_FEW = 0.4
"""The share of a page's prose below which an answer is doubted."""
_APART = frozenset({"nav", "footer", "aside", "form", "menu"})
_APART_CLASS = re.compile(
    r"related|newsletter|promo|recommend|read-?more|most-?(?:read|viewed)|popular|trending|share|social|subscri|comment"
    r"|breadcrumb|advert|sponsor|author-?(?:bio|box|profile)|\btags?\b|sign-?up|donat",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:read more|read also|also read|read next|see also|see more|related|related (?:article|stor|link)\w*|watch"
    r"|don'?t miss|more on this|more from|click here|sign up|subscribe|join our|follow us|download (?:the|our)"
    r"|advertisement|story continues|continue reading|recommended|most read)\b\W*(?:[:|]|(?:here|now|for|to|in|on|below)\b|$)",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\W*(?:related|popular|trending|latest|most|more (?:from|on|stories|news|articles|like)|you (?:may|might)|read more"
    r"|recommended|top stories|also read|don'?t miss|comments?|share this|about the author|editors?'? picks?|what to read)\b",
    re.IGNORECASE,
)


class Story(NamedTuple):
    """The lines of a page that were taken for its story.

    Attributes:
        lines: the story, in page order.
        promos: indices of lines within it that point elsewhere ("Read more: ...").
        main: the element that holds it.
    """

    lines: list[Line]
    promos: frozenset[int]
    main: HtmlElement


def story_of(root: HtmlElement, lines: list[Line], facts: Facts) -> Story | None:
    """The lines that make the story; None where there is none.

    Where the page gives its text as data and trafilatura's answer is far from it, that text decides; where the answer
    leaves out most of the page's prose, the classifier of plain text is asked and the longer of the two is taken.
    """
    kept = aligned(lines, extracted(root))
    if facts.body and not _agree(kept, facts.body):
        told = aligned(lines, facts.body)
        kept = told if _agree(told, facts.body) else kept
    if _letters(kept) < _FEW * _letters(prose(lines)):
        other = _classified(lines)
        kept = other if _letters(other) > 2 * _letters(kept) else kept
    return mended(lines, kept) if kept else None


def prose(lines: list[Line]) -> list[Line]:
    """The lines that are sentences of some length rather than menus, labels or links."""
    return [line for line in lines if _is_prose(line)]


def extracted(root: HtmlElement) -> str:
    """The story's text as trafilatura finds it; empty where it finds none."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(root, include_comments=False, with_metadata=False)
    except Exception:  # whatever a heuristic trips over in a hostile page, the page's own lines remain
        return ""
    return (found.text or "") if found is not None and not isinstance(found, dict) else ""


def _classified(lines: list[Line]) -> list[Line]:
    """The story as the classifier of plain text sees it in the page's lines."""
    from reader.document.blocks import classify
    from reader.document.model import Document

    starts = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 2
    text = "\n\n".join(line.text for line in lines)
    story = [block for block in classify(Document("", text, "")) if block.kind in ("heading", "paragraph")]
    found = {bisect_right(starts, block.start) - 1 for block in story}
    return [lines[index] for index in sorted(found)]


def aligned(lines: list[Line], text: str) -> list[Line]:
    """The page's lines that a text is made of, as a run in the same order with the most letters."""
    whole, starts = _places(text)
    used: dict[str, int] = {}
    places: list[tuple[Line, int]] = []
    for line in lines:
        if len(line.key) < _SURE:
            at = starts.get(line.key, -1)
        else:
            # The second of two equal lines is looked for after the first; a page may also repeat what the text does not.
            at = whole.find(line.key, used.get(line.key, 0))
            at = whole.find(line.key) if at < 0 else at
            used[line.key] = at + 1
        if line.key and at >= 0:
            places.append((line, at))
    return _heaviest_run(places)


def _places(text: str) -> tuple[str, dict[str, int]]:
    """A text's letters, and where the letters of each of its lines begin first."""
    starts: dict[str, int] = {}
    parts = []
    length = 0
    for part in text.split("\n"):
        key = letters(part)
        starts.setdefault(key, length)
        parts.append(key)
        length += len(key)
    return "".join(parts), starts


def _heaviest_run(places: list[tuple[Line, int]]) -> list[Line]:
    """The lines of the increasing run of places that have the most letters.

    Source: heaviest increasing subsequence, with a Fenwick tree of prefix maxima: O(n log n).
    """
    ranks = {at: rank for rank, at in enumerate(sorted({at for _, at in places}), 1)}
    # The most letters of a run that ends at such a place, and its last line.
    tree = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for i, (line, at) in enumerate(places):
        rank = ranks[at]
        best, at_rank = (0, -1), rank - 1
        while at_rank:
            best = max(best, tree[at_rank])
            at_rank -= at_rank & -at_rank
        before.append(best[1])
        here = (best[0] + len(line.key), i)
        while rank < len(tree):
            tree[rank] = max(tree[rank], here)
            rank += rank & -rank
    chain: list[Line] = []
    i = max(tree)[1]
    while i >= 0:
        chain.append(places[i][0])
        i = before[i]
    return chain[::-1]


def mended(lines: list[Line], kept: list[Line]) -> Story | None:
    """The story without what stands apart from it, and with what was lost from its midst."""
    pointing = {line.index for line in kept if _points_elsewhere(line)}
    own = [line for line in kept if line.index not in pointing]
    if not own:
        return None
    main = main_element(own)
    teased = _teasers(kept, pointing, main)
    apart = {line.index for line in own if stands_apart(line, main)} | teased | _offered(own)
    inside = [line for line in own if is_in(line, main) and line.index not in apart]
    if not inside:
        return None
    inside += _continued([line for line in own if line.index > inside[-1].index and line.index not in apart])
    while len(inside) > 1 and (is_heading(inside[-1]) or inside[-1].text.endswith(":")):
        inside.pop()
    first, last = inside[0].index, inside[-1].index
    chosen = {line.index for line in inside}
    parents = Counter((line.element.getparent(), tag(line.element)) for line in inside)
    for line in lines[first : last + 1]:
        sibling = parents[line.element.getparent(), tag(line.element)] >= 2
        lost = line.index not in pointing | apart and not stands_apart(line, main)
        if sibling and lost and _is_prose(line, least=5):
            chosen.add(line.index)
    promos = frozenset(index for index in pointing if first < index < last and is_in(lines[index], main))
    return Story([lines[index] for index in sorted(chosen)], promos, main)


def _points_elsewhere(line: Line) -> bool:
    return bool(_POINTER.match(line.text)) or (link_share(line) > 0.9 and len(line.text.split()) > 2)


def _teasers(kept: list[Line], pointing: set[int], main: HtmlElement) -> set[int]:
    """The lines that share a small box with a linked headline: other articles, offered."""
    boxes: set[HtmlElement] = set()
    for line in kept:
        if line.index in pointing and is_heading(line):
            box = line.element.getparent()
            if box is not None and box is not main and all(at is not box for at in main.iterancestors()):
                boxes.add(box)
    return {line.index for line in kept if any(is_in(line, box) for box in boxes)}


def main_element(kept: list[Line]) -> HtmlElement:
    """The innermost element that holds four fifths of the story's letters."""
    held: Counter[HtmlElement] = Counter()
    for line in kept:
        for element in (line.element, *line.element.iterancestors()):
            held[element] += len(line.key)
    enough = 0.8 * _letters(kept)
    return min((e for e in held if held[e] >= enough), key=lambda e: (held[e], -_depth(e)))


def is_in(line: Line, element: HtmlElement) -> bool:
    """Whether a line stands inside an element."""
    return line.element is element or any(at is element for at in line.element.iterancestors())


def stands_apart(line: Line, main: HtmlElement) -> bool:
    """Whether a box between the line and the story's element says that it is no part of the story."""
    for element in (line.element, *line.element.iterancestors()):
        if element is main:
            return False
        if tag(element) in _APART or _APART_CLASS.search(
            f"{element.get('class') or ''} {element.get('id') or ''}"
        ):
            return True
    return False


def _continued(below: list[Line]) -> list[Line]:
    """The lines below the story's element that go on with the story in a box of their own.

    Several paragraphs of prose do; a single one is a note on the author or on the sources.
    """
    homes: dict[HtmlElement | None, list[Line]] = {}
    for line in below:
        homes.setdefault(line.element.getparent(), []).append(line)
    going_on = [lines for lines in homes.values() if len([line for line in lines if _is_prose(line)]) >= 2]
    return [line for lines in going_on for line in lines]


def _offered(kept: list[Line]) -> set[int]:
    """The lines below a heading such as "More from" that stand elsewhere in the tree than the story above it."""
    found: set[int] = set()
    homes: Counter[HtmlElement | None] = Counter()
    offering = False
    for line, following in zip(kept, [*kept[1:], None], strict=True):
        home = line.element.getparent()
        if is_heading(line) and _OFFER.match(line.text):
            # "Most voters agree" above a paragraph of the story is a heading of the story.
            offering = following is None or not (
                following.element.getparent() is home and homes[home] >= 3 and _is_prose(following)
            )
        elif homes[home] >= 3:
            offering = False
        if offering:
            found.add(line.index)
        else:
            homes[home] += 1
    return found


def link_share(line: Line) -> float:
    """The share of a line's characters that are a link, 0 to 1."""
    linked = sum(len(run.text) for run in line.runs if any(style.kind == "link" for style in run.styles))
    return linked / max(1, len(line.text))


def _is_prose(line: Line, *, least: int = 15) -> bool:
    words = line.text.split()
    return (
        len(words) >= least
        and line.text.rstrip("\"'”’)")[-1:] in (".", "!", "?", "…", ":")
        and link_share(line) < 0.5
    )


def _agree(kept: list[Line], text: str) -> bool:
    ours, theirs = _letters(kept), len(letters(text))
    return 0.6 * theirs <= ours <= 1.7 * theirs


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.key) for line in lines)


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())
