"""What may go: old journals that no undo within reach and no rebuilding needs, tombstones, texts of no note."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from annotations import schema
from annotations.ledger import history, kept
from annotations.model import DocumentRef
from annotations.schema import ARTICLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.ledger.places import Places
    from annotations.ledger.snapshot import Tables
    from annotations.texts import Texts

AGE_S = 30 * 24 * 3600.0
"""Old journals younger than this stay."""

ENOUGH = 200
"""Transactions of each article that stay, however old."""


def removable(places: Places, before: float | None = None) -> tuple[Path, ...]:
    """The old journals that may be removed.

    One that is needed to rebuild the store from any of the two newest copies stays in every case.

    Args:
        places: of the store.
        before: what ended before this moment (seconds since 1970) goes; None: what is older than `AGE_S` and leaves
            every article `ENOUGH` transactions.
    """
    copies = kept.copies(places.kept)
    if len(copies) < 2:
        return ()
    limit = time.time() - AGE_S if before is None else before
    newer: Counter[str | None] = Counter()
    result: list[Path] = []
    for old in reversed(kept.old_journals(places.kept)):
        entries = [entry for entry in kept.parsed(history.journal_bytes(old.path)) if entry.origin != "fold"]
        articles = Counter(entry.article for entry in entries)
        spare = before is not None or all(newer[article] >= ENOUGH for article in articles)
        past = all(schema.moment(entry.time) < limit for entry in entries)
        if old.last <= copies[-2].sequence and past and spare:
            result.append(old.path)
        newer += articles
    return tuple(result)


def unneeded_texts(tables: Tables, texts: Texts, gone: set[str]) -> tuple[str, ...]:
    """The kept texts that no annotation or correction was made on, but for the rows in `gone`."""
    needed: set[str] = set()
    articles: set[str] = set()
    for table in (schema.ANNOTATIONS, schema.CORRECTIONS):
        for doc, row in tables[table].decoded(table):
            if row is not None and tables[table].key(doc) not in gone and not isinstance(row, DocumentRef):
                articles.add(row.article)
                needed |= {row.anchor.sha256} if row.anchor is not None else set()
    for _, row in tables[ARTICLES].decoded(ARTICLES):
        if isinstance(row, DocumentRef) and row.id in articles:
            needed.add(row.sha256)
    return tuple(name for name in texts.names() if name not in needed)


def tombstones(tables: Tables, before: float) -> Iterator[str]:
    """The keys of rows that were deleted before a moment (seconds since 1970)."""
    for table in TABLES:
        rows = tables[table]
        for doc in list(rows):
            stored = rows.get(doc)
            deleted = stored.get("deleted") if isinstance(stored, dict) else None
            if deleted is not None and schema.moment(deleted) < before:
                yield rows.key(doc)
