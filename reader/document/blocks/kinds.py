"""Text to blocks: the story, told from the page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reader.document.blocks.captions import units
from reader.document.blocks.chain import NOISE, learned
from reader.document.blocks.context import features
from reader.document.blocks.noise import noise
from reader.document.blocks.passages import passages
from reader.document.blocks.sure import certain, is_no_caption
from reader.document.blocks.told import is_plain, is_stopped
from reader.document.model import Block

if TYPE_CHECKING:
    from reader.document.blocks.captions import Unit
    from reader.document.blocks.chain import Chain
    from reader.document.model import BlockKind, BlockRole, Document

_MOST = 20_000
"""Passages that are weighed one by one; what comes after them is far beyond any article, and is plain paragraphs, at
last one with its line breaks."""

_SURE = 0.9
"""Below this likelihood a line is shown even if it is taken for noise."""

_LIKELY_TITLE, _LIKELY_FIRST, _LIKELY_BYLINE = 0.08, 0.16, 0.04
"""Likelihoods that do where nothing else is the title, the same for the first line, and for a byline below the title."""

_UNSEEN, _DRAWN = 3.0, 0.5
"""Lines of a look whose kinds are taken to be anything, and how much lines are drawn to the others of their look: 0 not
at all, 1 as if each were a sign of its own."""

_CARE = {"paragraph": 0.55, "heading": 1.3, NOISE: 1.35}
"""What likelihoods are multiplied by before the largest is taken: noise that is shown as the story hurts more than the
other way about, and headings are rarer where the chain learned than elsewhere."""

_PLAIN = 0.1
"""What the likelihood of noise is multiplied by where a line is a plain sentence of the story's."""

_LABELLED = frozenset(f"label{distance}" for distance in range(1, 7))
"""Traits of a unit that stands below a label such as "Related"."""

_HEAD_LINES = 60
"""Lines below the title that its byline can stand in, until the story's second paragraph."""


def classify(document: Document) -> tuple[Block, ...]:
    """The blocks of a document, in order, tiling its visible characters.

    What the document's format says of its blocks is taken as it is; else its text alone must tell.
    """
    return blocks(document.text) if document.hints is None else document.hints


def blocks(text: str, chain: Chain | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, in order: each visible character lies in exactly one. Linear in the text.

    Args:
        text: with line breaks as they are.
        chain: that weighs the lines; the learned one where it is None.
    """
    every = passages(text)
    weighed = min(_MOST, len(every) - sum(passage.rest for passage in every[-1:]))
    found = units(every[:weighed])
    names = features(found)
    shares = (chain or learned()).likely(
        names, [certain(unit, held) for unit, held in zip(found, names, strict=True)]
    )
    for unit, held, share in zip(found, names, shares, strict=True):
        if is_no_caption(unit, held):
            share["caption"] = 0.0
        if is_stopped(unit):
            share["heading"] = 0.0
        if is_plain(unit, held):
            share[NOISE] *= _PLAIN
    _like_others(found, names, shares)
    kinds = [_likeliest(share) for share in shares]
    _one_title(kinds, shares)
    _bylines(found, kinds, shares)
    result: list[Block] = []
    for unit, kind, share, held in zip(found, kinds, shares, names, strict=True):
        result += _blocks(unit, kind, share, after_label=not _LABELLED.isdisjoint(held))
    for far in every[weighed:]:
        result.append(Block("paragraph", far.start, far.end, "code" if far.rest else None, doubtful=True))
    return tuple(result)


def _like_others(found: list[Unit], names: list[list[str]], shares: list[dict[str, float]]) -> None:
    """Bring the lines of one look within the story nearer to each other: what one of them is, the others often are."""
    groups: dict[tuple[bool, ...], list[int]] = {}
    for i, (unit, held) in enumerate(zip(found, names, strict=True)):
        look = unit.look
        if "at:in" in held and not (look.ended or look.furniture or look.announced) and look.count > 2:
            manner = (look.count > 6, look.tailed, look.capitals > 0.6, look.text.isupper())
            groups.setdefault(manner, []).append(i)
    for group in groups.values():
        kinds = list(shares[group[0]])
        total = {kind: sum(shares[i][kind] for i in group) + _UNSEEN / len(kinds) for kind in kinds}
        for i in group:
            drawn = {kind: share * (total[kind] - share) ** _DRAWN for kind, share in shares[i].items()}
            whole = sum(drawn.values())
            shares[i] = {kind: value / whole for kind, value in drawn.items()}


def _likeliest(share: dict[str, float]) -> str:
    return max(share, key=lambda kind: _CARE.get(kind, 1.0) * share[kind])


def _one_title(kinds: list[str], shares: list[dict[str, float]]) -> None:
    """Keep the likeliest title alone, and take a line for it that is but a little likely where there is no other.

    Most articles have a title, and a page has many lines that look like one.
    """
    titles = [i for i, kind in enumerate(kinds) if kind == "title"]
    best = max(range(len(kinds)), key=lambda i: shares[i]["title"], default=0)
    for i in titles:
        if i != best:
            kinds[i] = max((kind for kind in shares[i] if kind != "title"), key=shares[i].__getitem__)
    if not titles and kinds and shares[best]["title"] >= (_LIKELY_TITLE if best else _LIKELY_FIRST):
        kinds[best] = "title"


def _bylines(found: list[Unit], kinds: list[str], shares: list[dict[str, float]]) -> None:
    """Take a date or a name below the title for the byline, if it could be one."""
    title = kinds.index("title") if "title" in kinds else len(kinds)
    for i in range(title + 1, min(title + _HEAD_LINES, len(kinds))):
        look = found[i].look
        if look.body and i > title + 2:
            break
        if (
            kinds[i] == NOISE
            and (look.timed or look.signed or look.person)
            and shares[i]["byline"] >= _LIKELY_BYLINE
        ):
            kinds[i] = "byline"


def _blocks(unit: Unit, kind: str, share: dict[str, float], *, after_label: bool) -> list[Block]:
    if kind == NOISE:
        told = noise(unit.look, after_label)
        doubtful = share[NOISE] < _SURE and not unit.look.furniture
        return [Block(told, start, end, doubtful=doubtful) for start, end in _parts(unit)]
    if kind == "caption":
        return [Block("caption", unit.start, unit.end, hidden=unit.hidden)]
    if kind == "title":
        copies = [Block("boilerplate", start, end) for start, end in _parts(unit)[1:]]
        return [Block("title", unit.start, unit.above), *copies]
    role = _role(unit.look.text) if kind == "paragraph" else None
    return [Block(cast("BlockKind", kind), start, end, role) for start, end in _parts(unit)]


def _parts(unit: Unit) -> list[tuple[int, int]]:
    """The extents of a unit's passages, which are joined in a caption alone."""
    if unit.hidden is None:
        return [(unit.start, unit.end)]
    return [(unit.start, unit.above), (unit.hidden.end, unit.end)]


def _role(text: str) -> BlockRole | None:
    if text.startswith(("• ", "· ", "▪ ", "◦ ", "‣ ", "* ", "- ")):
        return "list-item"
    return "quote" if text.startswith("> ") else None
