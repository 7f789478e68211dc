"""Invented annotations for the benchmarks of the store, and how their tables are printed."""

from __future__ import annotations

import hashlib
import time
import uuid
from typing import TYPE_CHECKING

from annotations import schema
from annotations.model import Anchor, Annotation, DocumentRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_WORDS = [
    "the",
    "council",
    "of",
    "the",
    "small",
    "harbour",
    "town",
    "voted",
    "late",
    "on",
    "a",
    "new",
    "plan",
    "for",
    "its",
    "old",
    "bridge",
    "and",
    "the",
    "ferry",
]


def article(number: int) -> DocumentRef:
    """An article of the given number."""
    moment = schema.now()
    uri = f"file:///news/{number:06d}.txt"
    return DocumentRef(
        _id("article", number), uri, _sha256(number), f"Plan {number}", created=moment, modified=moment
    )


def annotation(number: int, of: int) -> Annotation:
    """A note of about 950 bytes as it is stored, on the article numbered `of`."""
    text = " ".join(_WORDS[(number + at) % len(_WORDS)] for at in range(60))
    start = 37 * number % 9000
    anchor = Anchor(text[:90], text[90:154], text[154:218], start, start + 90, _sha256(of))
    moment = schema.now()
    return Annotation(
        _id("note", number),
        _id("article", of),
        anchor,
        kind="note",
        note=f"{number}: {text[:90]}",
        tags=("money", "harbour"),
        speaker="Ada Lund",
        statement=(start, start + 90),
        start=start,
        end=start + 90,
        created=moment,
        modified=moment,
    )


def _sha256(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def _id(kind: str, number: int) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {number}')}"


def timed(act: Callable[[], object]) -> float:
    """Seconds that the act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
