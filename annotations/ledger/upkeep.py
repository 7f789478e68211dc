"""Verifying a store and mending it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from annotations import durable, schema
from annotations.errors import StoreError
from annotations.ledger import fold, history, intake, journal, kept, recovery, snapshot
from annotations.model import DocumentRef
from annotations.schema import ARTICLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotations.ledger.ledger import Ledger
    from annotations.ledger.recovery import Loaded
    from annotations.ledger.snapshot import Tables
    from annotations.texts import Texts


_TRIES = 5
"""How often a store that is being written meanwhile is read anew."""


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        where: the name of the file or folder.
        what: a clause.
    """

    where: str
    what: str


def check(ledger: Ledger, texts: Texts) -> Iterator[Finding]:
    """All that is wrong with the store on the disk and with its rows; nothing is changed.

    Raises:
        OSError: a file cannot be read.
    """
    places = ledger.places
    view = recovery.look(places, ledger.folds)
    if view.kind == "bad":
        yield Finding(places.file.name, view.reason)
    elif view.kind in ("foreign", "stranger"):
        yield Finding(places.file.name, "another program wrote it, and that is not taken in yet")
    elif view.kind == "missing" and ledger.folded > 0:
        yield Finding(places.file.name, "it is gone")
    yield from _check_rest(ledger, texts)


def inspect(ledger: Ledger, texts: Texts) -> Iterator[Finding]:
    """The same for a store that nobody opened: it is read into the ledger, and nothing at all is mended.

    Raises:
        OSError: a file cannot be read.
    """
    loaded = _read(ledger)
    for clause in loaded.wrong:
        yield Finding(ledger.places.file.name, clause)
    if loaded.outside is not None:
        intake.take(ledger, loaded.outside)
    yield from _check_rest(ledger, texts)


def _read(ledger: Ledger) -> Loaded:
    """Read the files while no other Pullquote writes them, as far as waiting helps."""
    places = ledger.places
    for _ in range(_TRIES):
        before = durable.stamp(places.journal), durable.stamp(places.file)
        loaded = recovery.load(places)
        if before == (durable.stamp(places.journal), durable.stamp(places.file)):
            break
    ledger.adopt(loaded)
    ledger.refuse_newer(snapshot.version(loaded.meta))
    return loaded


def _check_rest(ledger: Ledger, texts: Texts) -> Iterator[Finding]:
    places = ledger.places
    if ledger.refused:
        yield Finding(places.file.name, f"it is only read: {ledger.refused}")
    for path in _journals(ledger):
        yield from _check_journal(path)
    for copy in kept.copies(places.kept):
        if not _is_good(copy.path):
            yield Finding(copy.path.name, "the copy is damaged")
    yield from _check_rows(ledger.tables)
    for name in _damaged_texts(texts):
        yield Finding(name, "the kept text of an article is damaged")
    for path in durable.too_open(_files(ledger)):
        yield Finding(path.name, "other users of this computer may read it")
    for path in _leftovers(ledger):
        yield Finding(path.name, "it is left over from a write that was cut short")


def repair(ledger: Ledger, texts: Texts) -> Iterator[str]:
    """Mend what can be mended; says each thing that was done.

    Raises:
        StoreError: the store cannot be written.
        OSError: something of it could not be.
    """
    with ledger.writing() as held:
        if not held:
            raise StoreError(
                str(ledger.places.file), ledger.refused or ledger.trouble or "it cannot be written"
            )
        if recovery.look(ledger.places, ledger.folds).kind == "bad":
            intake.put_aside(ledger)
            yield f"put the unusable {ledger.places.file.name} aside"
        for path in _journals(ledger):
            if any(True for _ in _check_journal(path)):
                _mend_journal(ledger, path)
                yield f"took the damaged lines out of {path.name} and put it as it was aside"
        if ledger.flush() and fold.write(ledger):
            yield f"wrote {ledger.places.file.name} anew"
        yield from _drop_damaged(ledger, texts)
        fold.keep_copy(ledger)
        for path in durable.too_open(_files(ledger)):
            durable.restrict(path)
            yield f"took {path.name} out of other users' sight"


def _drop_damaged(ledger: Ledger, texts: Texts) -> Iterator[str]:
    copies = [copy.path for copy in kept.copies(ledger.places.kept) if not _is_good(copy.path)]
    lost = [path for name in _damaged_texts(texts) for path in texts.files(name)]
    for path in [*copies, *lost, *_leftovers(ledger)]:
        durable.remove(path)
        yield f"removed the useless {path.name}"


def _mend_journal(ledger: Ledger, path: Path) -> None:
    """Leave the good lines of a journal in their place; the journal as it was goes to the kept files."""
    data = durable.read(path)
    good = b"".join(raw + b"\n" for _, raw in journal.lines(data) if journal.parse(raw) is not None)
    durable.make_folders(ledger.places.kept)
    durable.replace(ledger.places.kept / f"bad-{kept.compact(schema.now())}-{path.name}", [data])
    durable.replace(path, [good])
    if path == ledger.places.journal:
        ledger.journal.size = len(good)
        ledger.journal.stamp = durable.stamp(path)


def _is_good(path: Path) -> bool:
    try:
        return kept.read_copy(path).own
    except (OSError, ValueError):
        return False


def _journals(ledger: Ledger) -> list[Path]:
    return [*(old.path for old in kept.old_journals(ledger.places.kept)), ledger.places.journal]


def _check_journal(path: Path) -> Iterator[Finding]:
    data = history.journal_bytes(path)
    for number, (_, raw) in enumerate(journal.lines(data), 1):
        if journal.parse(raw) is None:
            yield Finding(path.name, f"line {number} is damaged; those before and after it are used")


def _check_rows(tables: Tables) -> Iterator[Finding]:
    for table in TABLES:
        for doc, row in tables[table].decoded(table):
            if row is None:
                yield Finding(
                    table, f"row {doc} ({tables[table].key(doc)}) is not one that this version understands"
                )
            elif not isinstance(row, DocumentRef) and tables[ARTICLES].doc(row.article) is None:
                yield Finding(
                    table, f"row {doc} ({row.id}) belongs to an article that the store does not know"
                )


def _damaged_texts(texts: Texts) -> tuple[str, ...]:
    return tuple(name for name in texts.names() if texts.is_damaged(name))


def _files(ledger: Ledger) -> list[Path]:
    places = ledger.places
    return [places.file, places.journal, places.kept, places.texts]


def _leftovers(ledger: Ledger) -> list[Path]:
    places = ledger.places
    beside = durable.leftovers(places.file.parent, f"{places.file.name}.")
    return [*beside, *durable.leftovers(places.kept), *durable.leftovers(places.texts)]
