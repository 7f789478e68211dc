"""Import: what one would put into the store, worked out without touching it.

Ids are kept. What is there already is replaced by what is newer; what carries no time replaces nothing. What was deleted
here stays deleted. A passage that cannot be placed becomes an orphan and is taken all the same. One that comes to an
article whose text is not at hand, and was not placed in that very text, is placed when the article is opened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from annotations.anchor import Resolution, make, resolve_all
from annotations.folding import fold
from annotations.model import Annotation, Correction
from annotations.text import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotations.formats.format import Corrected, Item
    from annotations.model import Anchor, DocumentRef

Row = TypeVar("Row", Annotation, Correction)

Fate = Literal["new", "newer", "same", "older", "deleted here", "deleted there"]
"""What becomes of an item: taken as new; taken over what is here; here already; older than what is here; deleted here
before, and left so; deleted by who exported it, and so deleted here."""

TAKEN: frozenset[Fate] = frozenset({"new", "newer", "deleted there"})


@dataclass(frozen=True, slots=True)
class Import:
    """What to put into the store, as one transaction, and what becomes of each item.

    Attributes:
        articles: rows to put.
        annotations: rows to put.
        fates: of each annotation id in the files, in their order.
        corrections: rows to put.
        corrected: the fates of the corrections, likewise.
    """

    articles: tuple[DocumentRef, ...]
    annotations: tuple[Annotation, ...]
    fates: tuple[tuple[str, Fate], ...]
    corrections: tuple[Correction, ...] = ()
    corrected: tuple[tuple[str, Fate], ...] = ()

    @property
    def rows(self) -> tuple[Annotation | Correction, ...]:
        """The annotations and the corrections to put."""
        return (*self.annotations, *self.corrections)

    def count(self, fate: Fate) -> int:
        """How many annotations have that fate."""
        return sum(one == fate for _, one in self.fates)

    def summary(self) -> str:
        """What an import does, or would do, in one sentence."""
        told = ", ".join(_told(self.fates, self.annotations))
        corrections = ", ".join(_told(self.corrected, self.corrections))
        if not corrections:
            return f"{told or 'nothing to take'}."
        return f"{told}; corrections: {corrections}." if told else f"corrections: {corrections}."


_WORDS: list[tuple[Fate, str]] = [
    ("new", "new"),
    ("newer", "newer than here"),
    ("deleted there", "deleted"),
    ("same", "here already"),
    ("older", "older than here"),
    ("deleted here", "deleted here before and left so"),
]


def _told(fates: Sequence[tuple[str, Fate]], rows: Sequence[Annotation | Correction]) -> list[str]:
    """What becomes of them, a clause each."""
    found = [fate for _, fate in fates]
    parts = [f"{found.count(fate)} {words}" for fate, words in _WORDS if fate in found]
    living = [row for row in rows if row.deleted is None]
    orphans = sum(row.state == "orphan" for row in living)
    doubtful = [row for row in living if row.state == "ambiguous"]
    unplaced = sum(row.start is None for row in doubtful)
    parts += [f"{orphans} without a place in the text"] * bool(orphans)
    parts += [f"{unplaced} to be placed when the article is opened"] * bool(unplaced)
    parts += [f"{len(doubtful) - unplaced} to be looked at"] * (len(doubtful) > unplaced)
    return parts


def plan(
    items: Iterable[Item],
    corrections: Iterable[Corrected] = (),
    *,
    known: Mapping[str, Annotation],
    known_corrections: Mapping[str, Correction] | None = None,
    articles: Sequence[DocumentRef],
    texts: Mapping[str, str],
    now: str,
    into: DocumentRef | None = None,
) -> Import:
    """Work out an import.

    Args:
        items: as a format loaded them; of two with one id the newer counts.
        corrections: likewise.
        known: the annotations that the store has, by id, tombstones included.
        known_corrections: likewise its corrections.
        articles: what the store has.
        texts: cleaned text of the articles whose text is at hand, by article id.
        now: RFC 3339, for what carries no time.
        into: the article that all items belong to; without it each goes to the known article of the same id, text or
            address, or comes with its own.
    """
    home = _Homes(articles, into)
    notes = [_housed(i.annotation, i.article, home.of(i.article)) for i in items]
    words = [_housed(c.correction, c.article, home.of(c.article)) for c in corrections]
    taken, fates = _taken(notes, known, now)
    corrected, word_fates = _taken(words, known_corrections or {}, now)
    articles = home.needed([*taken, *corrected], now)
    return Import(articles, _placed(taken, texts), fates, _placed(corrected, texts), word_fates)


def _taken(
    rows: Iterable[Row], known: Mapping[str, Row], now: str
) -> tuple[tuple[Row, ...], tuple[tuple[str, Fate], ...]]:
    """The rows to take, without their place, and what becomes of each."""
    chosen = _newest(rows)
    fates = tuple((row.id, _fate(row, known.get(row.id))) for row in chosen)
    taken = (row for row, (_, fate) in zip(chosen, fates, strict=True) if fate in TAKEN)
    return tuple(_timed(row, now) for row in taken), fates


def _housed(row: Row, came: DocumentRef, home: DocumentRef) -> Row:
    """The row in its article here; a place that was found in another text is not taken over."""
    row = replace(row, article=home.id)
    anchor = row.anchor
    if anchor is None or row.deleted or not home.sha256:
        return row
    if (
        row.start is None
        and anchor.sha256 == home.sha256
        and len(anchor.exact) == anchor.end - anchor.start > 0
    ):
        return replace(row, state="exact", score=1.0, start=anchor.start, end=anchor.end)
    if came.sha256 == home.sha256 and row.state == "orphan":
        return replace(row, start=None, end=None)
    if came.sha256 == home.sha256 and _is_possible(row, anchor):
        return row
    return replace(row, state="ambiguous", score=0.0, start=None, end=None)


def _is_possible(row: Row, anchor: Anchor) -> bool:
    """Whether a row can have been found where it says: nowhere yet, or in order, and for "exact" at the length of its words."""
    start, end = row.start, row.end
    if start is None or end is None:
        return start is end
    if not 0 <= start <= end:
        return False
    return row.state != "exact" or not anchor.exact or end - start == len(anchor.exact)


class _Homes:
    """Which article of the store an imported article is."""

    def __init__(self, articles: Sequence[DocumentRef], into: DocumentRef | None) -> None:
        self._into = into
        self._known = {article.id: article for article in articles}
        self._new: dict[str, DocumentRef] = {}
        self._by: dict[str, DocumentRef] = {}
        for article in articles:
            for key in _keys(article):
                self._by.setdefault(key, article)

    def of(self, article: DocumentRef) -> DocumentRef:
        """The article of the store, or one that may come to be put there."""
        if self._into is not None:
            return self._into
        if article.id in self._known:
            return self._known[article.id]
        for key in _keys(article):
            if key in self._by:
                return self._by[key]
        return self._new.setdefault(article.id, article)

    def needed(self, rows: Sequence[Annotation | Correction], now: str) -> tuple[DocumentRef, ...]:
        """The articles to put for these rows."""
        wanted = {row.article for row in rows}
        new = [article for key, article in self._new.items() if key in wanted]
        return tuple(replace(a, created=a.created or now, modified=a.modified or now) for a in new)


def _keys(article: DocumentRef) -> list[str]:
    """What an article is known by beside its id."""
    return [key for key in (article.sha256, *article.earlier, article.url, article.uri) if key]


def _timed(row: Row, now: str) -> Row:
    created = row.created or now
    return replace(row, created=created, modified=row.modified or created)


def _newest(rows: Iterable[Row]) -> list[Row]:
    """One of each id, the newest, in the order in which the ids first come."""
    chosen: dict[str, Row] = {}
    for row in rows:
        if row.id not in chosen or _age(row) > _age(chosen[row.id]):
            chosen[row.id] = row
    return list(chosen.values())


def _age(row: Annotation | Correction) -> datetime:
    """When it was last touched; what has no readable time counts as oldest."""
    times = []
    for text in (row.created, row.modified, row.deleted):
        try:
            time = datetime.fromisoformat(text or "")
        except ValueError:
            continue
        times.append(time if time.tzinfo else time.replace(tzinfo=UTC))
    return max(times, default=datetime.min.replace(tzinfo=UTC))


def _fate(row: Row, here: Row | None) -> Fate:
    if here is None:
        return "deleted there" if row.deleted else "new"
    if here.deleted is not None:
        return "same" if row.deleted else "deleted here"
    if _age(row) <= _age(here):
        return "same" if _same(row, here) else "older"
    return "deleted there" if row.deleted else "same" if _same(row, here) else "newer"


def _same(row: Row, here: Row) -> bool:
    """Whether they say the same, wherever each was last found and whenever touched."""
    if _is_same_passage(row.anchor, here.anchor):
        row = replace(row, anchor=here.anchor)
    return _said(row) == _said(here)


def _is_same_passage(came: Anchor | None, here: Anchor | None) -> bool:
    """Whether an anchor that came without its text can be what the one here was made from."""
    if came is None or here is None or came.sha256:
        return came == here
    if not came.exact:
        return (came.start, came.end) == (here.start, here.end)
    return fold(came.exact).text == fold(here.exact).text


def _said(row: Row) -> Row:
    row = replace(row, state="exact", score=1.0, start=None, end=None, created="", modified="")
    return replace(row, speaker=None, statement=None) if isinstance(row, Annotation) else row


def _placed(rows: Sequence[Row], texts: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows with their place in the texts that are at hand; the others as they came."""
    found = list(rows)
    for article, text in texts.items():
        anchors = {
            number: row.anchor
            for number, row in enumerate(found)
            if row.article == article and row.deleted is None and row.anchor is not None
        }
        results = resolve_all(text, list(anchors.values()))
        digest = sha256(text)
        for (number, anchor), result in zip(anchors.items(), results, strict=True):
            found[number] = _with_place(found[number], anchor, text, digest, result)
    return tuple(found)


def _with_place(row: Row, anchor: Anchor, text: str, digest: str, found: Resolution) -> Row:
    if not anchor.exact and anchor.start < anchor.end <= len(text):
        return _by_position(row, anchor, text, digest)
    if found.state == "exact" and not anchor.sha256:
        anchor = _remade(anchor, text, digest, found)
    return replace(row, anchor=anchor, state=found.state, score=found.score, start=found.start, end=found.end)


def _remade(anchor: Anchor, text: str, digest: str, found: Resolution) -> Anchor:
    """The anchor as this text would have made it, for one that came without its text."""
    if found.start is None or found.end is None:
        return anchor
    return make(text, found.start, found.end, digest=digest)


def _by_position(row: Row, anchor: Anchor, text: str, digest: str) -> Row:
    """A position without words: certain only in the text that it was counted in."""
    certain = anchor.sha256 == digest
    return replace(
        row,
        anchor=make(text, anchor.start, anchor.end, digest=digest),
        state="exact" if certain else "ambiguous",
        score=1.0 if certain else 0.5,
        start=anchor.start,
        end=anchor.end,
    )
