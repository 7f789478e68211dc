"""What a unit is among its neighbours: where the story lies, what repeats, what stands above and below."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING

from reader.document.blocks.captions import Unit, folded
from reader.document.blocks.marks import marks, measures
from reader.document.blocks.page import Page, labelled, lay_out, side
from reader.document.blocks.places import entries, pictured, under_time

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.document.blocks.looks import Look

_COMPARED = 160
"""Characters by which lines are told to be copies."""

_REACH = 12
"""Lines between a quotation and the paragraph that it is pulled from."""
_STORY_WORDS, _NEAR_WORDS = 80, 12
"""Words of sense that a story, and the paragraphs below a line, must have before a lack of shared words tells anything."""

_TELLING = frozenset(
    """agencyshort slashed barred capitalised agencyfirst onlycredit comma cutoff byshort bynamed person dateonly timeonly credittail agencytail label openparen jobshort
    question c:gallery c:promo c:signup c:player c:tags c:share c:ad c:bio c:comments""".split()  # noqa: SIM905 - a list of names reads best as one
)
"""What a neighbour tells of a unit."""


def features(units: Sequence[Unit]) -> list[list[str]]:
    """For each unit the names of what holds for it, its own looks included; linear in the units."""
    looks = [unit.look for unit in units]
    copies = [folded(look.text[:_COMPARED]) for look in looks]
    repeated, seen = Counter(copies), Counter[str]()
    page = lay_out(units, [repeated[copy] for copy in copies])
    traits = [marks(look) for look in looks]
    told = [
        _TELLING & (own | {f"c:{name}" for name in look.cues})
        for own, look in zip(traits, looks, strict=True)
    ]
    labels, tails, following, styles = (
        labelled(page.shapes),
        _tails(looks, copies),
        _following(looks),
        _styles(page),
    )
    live = entries(looks)
    dense = f"dense{int(4 * sum(letter in 'Bb' for letter in page.shapes) / max(1, len(units)))}"
    found: list[list[str]] = []
    for i, look in enumerate(looks):
        own = [
            *measures(look),
            *traits[i],
            *_place(page, i),
            *_beside(page, i),
            *_shared(page, i, following[i]),
            *_echo(page, i),
            dense,
        ]
        own += [f"prev:{name}" for name in told[i - 1]] if i else []
        own += [f"next:{name}" for name in told[i + 1]] if i + 1 < len(units) else []
        own += _repeats(repeated[copies[i]], seen[copies[i]])
        own += [f"label{labels[i]}"] if labels[i] else []
        own += [styles[i]] if styles[i] else []
        own += ["entry"] if i in live else []
        own += pictured(page, i, traits[i])
        own += ["undertime"] if under_time(page, i) else []
        own += ["pulled"] if look.quotation and _pulled(looks, i) else []
        own += ["sametail"] if tails[i] and not look.body else []
        seen[copies[i]] += 1
        found.append(own)
    return found


def _pulled(looks: Sequence[Look], i: int) -> bool:
    """Whether a quotation stands in a line near it too: the page shows it once more in large letters."""
    told = folded(looks[i].text.strip("“”\"'‘’«».,"))
    near = (*looks[max(0, i - _REACH) : i], *looks[i + 1 : i + 1 + _REACH])
    return any(told in folded(other.text) for other in near)


def _place(page: Page, i: int) -> list[str]:
    unit, count = page.units[i], len(page.units)
    place = "in"
    if i < page.first:
        place = f"before{_far(page.first - i)}"
    elif i > page.last:
        place = f"after{_far(i - page.last)}"
    found = [f"at:{place}"]
    found += [f"top{i}"] if i < 3 else []
    found += ["bottom"] if count - i <= 2 else []
    found += ["edge"] if i in (page.first, page.last) else []
    below = page.units[i + 1].gap if i + 1 < count else 1
    if unit.look.signed:
        found.append(f"signed{page.place(i)}")
    found.append(f"tight{not unit.gap:d}{not below:d}")
    if unit.alike:
        long = "long" if unit.look.count > 5 else ""
        found.append(f"twin{unit.look.person:d}{page.place(i)}{page.between(i)}")
        found += [f"alt:{unit.alike}", f"alt:{unit.alike}{long}{'in' if place == 'in' else 'out'}"]
    if i in page.titles:
        rank, value = page.titles[i]
        title = f"title{min(rank, 2)}"
        found += [
            title,
            f"{title}worth{max(0, min(5, int(value)))}",
            f"{title}top" if not i else f"{title}below",
        ]
    return found


def _far(distance: int) -> int:
    return next((i for i, limit in enumerate((1, 2, 4, 8, 16), 1) if distance <= limit), 6)


def _beside(page: Page, i: int) -> list[str]:
    look, shapes = page.units[i].look, page.shapes
    above, below = page.above[i], page.below[i]
    own = shapes[i]
    if own in "SL":
        own += "e" if look.ended else ":" if look.text.endswith(":") else ""
        own += "1" if look.count < 3 else "7" if look.count < 8 else "9"
    return [
        f"own{own}",
        f"up{above[0]}",
        f"down{below[0]}",
        f"near-{shapes[i - 1] if i else '^'}",
        f"near+{shapes[i + 1] if i + 1 < len(shapes) else '^'}",
        f"own{own}|{page.between(i)}",
        f"own{own}|{shapes[i - 1] if i else '^'}.{shapes[i + 1] if i + 1 < len(shapes) else '^'}",
        f"own{own}|{side(above[1])}{side(above[0])}.{side(below[0])}{side(below[1])}",
    ]


def _shared(page: Page, i: int, following: Collection[str]) -> list[str]:
    """How many of its words the story has, and the paragraphs below it: a heading's are there, a link's are not."""
    look = page.units[i].look
    if look.count >= 30:
        return []
    known, place, between = _share(look, page.known, _STORY_WORDS), page.place(i), page.between(i)
    found = [f"known{known}{'s' if look.count < 14 else ''}"]
    if look.person:
        found.append(f"person{place}{known}")
    if look.count < 17 and not look.ended and look.covered < 0.3:
        length = f"short{'1' if look.count < 4 else '4' if look.count < 7 else '7'}"
        found += [
            f"{length}{place}{known}",
            f"{length}{between}{known}",
            f"{length}{between}c{int(look.capitals * 4)}",
        ]
    if look.count < 24 and not look.body:
        local = _share(look, following, _NEAR_WORDS)
        found += [f"local{local}", f"local{local}{between}"]
    return found


def _echo(page: Page, i: int) -> list[str]:
    """How many of its words the nearest lines have too, furniture skipped: a picture is often described twice."""
    look = page.units[i].look
    if look.body or not 2 <= look.count < 60:
        return []
    found = []
    for sign, way in (("<", -1), (">", 1)):
        j = i + way
        while 0 <= j < len(page.units) and page.shapes[j] == "N" and abs(i - j) < 3:
            j += way
        if 0 <= j < len(page.units) and not page.units[j].look.body:
            found.append(f"echo{sign}{_alike(look, page.units[j].look)}")
    return found


def _alike(look: Look, other: Look) -> int:
    """How many thirds of the shorter's words of sense the other has too; 9 where either has less than two."""
    least = min(len(look.told), len(other.told))
    return 9 if least < 2 else ceil(3 * len(look.told & other.told) / least)


def _share(look: Look, known: Collection[str], least: int) -> int:
    """How many thirds of its words of sense are known; 8 where too few are known to tell, 9 where it has none."""
    if not look.told:
        return 9
    return round(3 * sum(map(known.__contains__, look.told)) / len(look.told)) if len(known) >= least else 8


def _following(looks: Sequence[Look]) -> list[frozenset[str]]:
    """The words of sense in the three paragraphs that come after each unit."""
    found: list[frozenset[str]] = []
    near: tuple[frozenset[str], ...] = ()
    ahead: frozenset[str] = frozenset()
    for look in reversed(looks):
        found.append(ahead)
        if look.body:
            near = (look.told, *near[:2])
            ahead = frozenset().union(*near)
    return found[::-1]


def _styles(page: Page) -> list[str]:
    """For a short unit between paragraphs, how many others there are, and how many in its style of capitals."""
    style = [_style(page, i) for i in range(len(page.units))]
    held = Counter(filter(None, style))
    others = min(3, held.total() - 1)
    return [f"alike{min(3, held[each] - 1)}of{others}" if each else "" for each in style]


def _style(page: Page, i: int) -> str:
    look = page.units[i].look
    if look.count >= 17 or look.ended or look.covered > 0.3:
        return ""
    if page.above[i][0] not in "Bb^" or page.below[i][0] not in "BbL":
        return ""
    return f"{int(look.capitals * 2.9)}{look.text.isupper():d}"


def _tails(looks: Sequence[Look], copies: Sequence[str]) -> list[bool]:
    """Whether another unit with other words ends in the same two: captions of one page are credited alike."""
    ends: dict[tuple[str, ...], set[str]] = {}
    keys = [tuple(look.words[-2:]) for look in looks]
    for key, copy, look in zip(keys, copies, looks, strict=True):
        if look.count > 4 and not look.body:
            ends.setdefault(key, set()).add(copy)
    return [look.count > 4 and len(ends.get(key, ())) > 1 for key, look in zip(keys, looks, strict=True)]


def _repeats(copies: int, before: int) -> list[str]:
    return [f"copies{min(copies, 3)}", "again" if before else "twice"] if copies > 1 else []
