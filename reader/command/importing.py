"""`import`: annotations from other programs' files, taken in as one change that can be undone."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.importing import plan
from reader.command.outcome import failure, is_saved
from reader.command.placing import placed
from reader.errors import SourceError
from reader.exchange import load

if TYPE_CHECKING:
    from annotations.importing import Import
    from annotations.model import DocumentRef
    from annotations.store import Store
    from reader.command.settings import Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for.

    Attributes:
        format: the exchange format's name.
        into: the article that everything belongs to.
        dry_run: say what would be taken, and take nothing.
    """

    format: str
    into: str | None = None
    dry_run: bool = False


def import_(files: tuple[str, ...], wish: Wish, settings: Settings) -> int:
    """Take annotations in; 1 where something in the files was broken."""
    loaded = load({path: _read(path) for path in files}, wish.format)
    for broken in loaded.broken:
        failure(str(broken), 1)
    for notice in loaded.notices:
        failure(notice, 0)
    with settings.store_at_hand() as store:
        into, texts = _home(store, wish.into)
        undone = store.taken_back()
        made = plan(
            loaded.items,
            loaded.corrections,
            known={row.id: row for row in store.annotations(None, deleted=True) if row.id not in undone},
            known_corrections={
                row.id: row for row in store.corrections(None, deleted=True) if row.id not in undone
            },
            articles=store.articles(),
            texts=texts,
            now=datetime.now(UTC).isoformat(timespec="seconds"),
            into=into,
        )
        if wish.dry_run:
            print(f"would import: {made.summary()}")
            return 1 if loaded.broken else 0
        _take(store, made, into, f"import of {', '.join(Path(path).name for path in files)}")
        if texts and made.rows:
            store.keep_text(next(iter(texts.values())))
        if not is_saved(store):
            return 1
        print(f"imported: {made.summary()}")
    return 1 if loaded.broken else 0


def _read(path: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(path, reason, wrong_call=isinstance(error, FileNotFoundError)) from error
    return raw.decode("utf-8-sig", "replace")


def _home(store: Store, into: str | None) -> tuple[DocumentRef | None, dict[str, str]]:
    if into is None:
        return None, {}
    ref, document = placed(store, into)
    return ref, {ref.id: document.text} if document else {}


def _take(store: Store, made: Import, into: DocumentRef | None, label: str) -> None:
    """Put everything as one change; the article's own row first, which an undo leaves known."""
    articles = [*made.articles, *([into] if into and made.rows else [])]
    if not made.rows:
        return
    with store.transaction("", None) as change:
        for article in articles:
            change.put(article)
    with store.transaction(label, into.id if into else None) as change:
        for row in made.rows:
            change.put(row)
