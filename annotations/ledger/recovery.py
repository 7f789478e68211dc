"""Reading a store from the disk whatever state it is in: the TinyDB file where it is good, else the newest good copy,
and the journals since."""

from __future__ import annotations

import dataclasses
import time
from typing import TYPE_CHECKING, Literal

from annotations import durable
from annotations.ledger import history, kept, snapshot
from annotations.ledger.rows import apply, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotations.ledger.places import Places
    from annotations.ledger.snapshot import Snapshot, Tables
    from annotations.schema import Stored

PATIENCE_S = 2.0
"""How long a file that cannot be read is given: another program may be in the middle of writing it."""

SETTLE_S = 0.25
"""How long another program must have left the file alone before its content is believed: TinyDB writes in place, and a
file half of which is new can be well-formed JSON. Larger files are given more: a second for each 20 MB."""

Kind = Literal["missing", "ours", "stranger", "foreign", "busy", "bad"]


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """What the TinyDB file is.

    Attributes:
        kind: "missing": not there, or empty; "ours": as the journal says that it was written; "stranger": written by
            a Pullquote, but not the one that this journal tells of; "foreign": by another program; "busy": by another
            program, which may not be done; "bad": unusable.
        found: its content, where it has one.
        reason: of "bad", a clause.
    """

    kind: Kind
    found: Snapshot | None = None
    reason: str = ""


@dataclasses.dataclass(slots=True)
class Loaded:
    """A store as it was read.

    Attributes:
        sequence: of the last transaction.
        folded: up to which transaction the TinyDB file holds all; -1 where it has to be written anew.
        folds: the checksums of the files that the journal says were written, and their sequence numbers.
        journal_size: bytes of the journal that were read: up to its last newline.
        outside: a file that another program wrote, still to be compared with the tables.
        bad: the TinyDB file is unusable and has to be put aside.
        news: what the reader should know, once that is mended.
        wrong: what is wrong with the file and the journal until then, a clause each.
    """

    tables: Tables
    meta: Stored
    sequence: int
    folded: int
    folds: dict[str, int]
    journal_size: int
    outside: Snapshot | None = None
    bad: bool = False
    news: list[str] = dataclasses.field(default_factory=list)
    wrong: list[str] = dataclasses.field(default_factory=list)


def load(places: Places) -> Loaded:
    """Read a store.

    Raises:
        OSError: its file or its journal is there but cannot be read, or the file never was a store.
    """
    data = _journal(places)
    folds = {e.checksum: e.sequence for e in kept.parsed(data) if e.checksum is not None}
    view = look_patiently(places, folds)
    lonely = not data and not _has_kept(places)
    if view.kind == "bad" and lonely and _is_something_else(durable.read(places.file)):
        raise OSError("it is some other file, not a store")
    loaded = _base(places, view, folds, lonely=lonely)
    loaded.journal_size = data.rfind(b"\n") + 1
    for entry in history.forward(places, loaded.sequence, data):
        if entry.origin == "fold":
            continue
        if entry.sequence > loaded.sequence + 1:
            loaded.news.append(f"the changes {loaded.sequence + 1} to {entry.sequence - 1} could not be read")
            loaded.wrong.append(loaded.news[-1])
        apply(loaded.tables, entry.changes)
        loaded.sequence = entry.sequence
    return loaded


def look_patiently(places: Places, folds: Mapping[str, int]) -> Look:
    """What the TinyDB file is; one that cannot be used is read again for a while before it counts as bad."""
    until = time.monotonic() + PATIENCE_S
    before = None
    while (view := look(places, folds)).kind in ("bad", "busy") and time.monotonic() < until:
        stamp = durable.stamp(places.file)
        # A file that nobody touched for long is not being written now.
        if view.kind == "bad" and stamp is not None and stamp == before and _age_s(stamp) > PATIENCE_S:
            break
        before = stamp
        time.sleep(0.05)
    return view


def look(places: Places, folds: Mapping[str, int]) -> Look:
    """What the TinyDB file is at this moment.

    Raises:
        OSError: it is there but cannot be read.
    """
    stamp = durable.stamp(places.file)
    if stamp is None:
        return Look("missing")
    view = judge(places, durable.read(places.file), folds)
    if view.kind == "foreign" and not (is_settled(stamp) and durable.stamp(places.file) == stamp):
        return Look("busy")
    return view


def is_settled(stamp: durable.Stamp) -> bool:
    """Nobody has written to the file for a while."""
    return _age_s(stamp) >= SETTLE_S + SETTLE_S * stamp.size / 5e6


def _age_s(stamp: durable.Stamp) -> float:
    age = (time.time_ns() - stamp.modified_ns) / 1e9
    # A clock that was put back says nothing; such a file is taken as it is.
    return age if age >= 0 else float("inf")


def judge(places: Places, data: bytes, folds: Mapping[str, int]) -> Look:
    """What the content of the TinyDB file is."""
    if not data[:64].strip() and not data.strip():
        return Look("missing")
    try:
        found = snapshot.read(data)
    except ValueError as error:
        return Look("bad", None, f"it is no TinyDB file ({error})")
    if found.digest in folds:
        return Look("ours", dataclasses.replace(found, meta={**found.meta, "sequence": folds[found.digest]}))
    if found.own:
        return Look("stranger", found)
    if found.layout and _is_damaged(places, data, folds):
        return Look("bad", found, "a byte of it is damaged")
    return Look("foreign", found)


def good_copies(places: Places) -> Iterator[tuple[kept.Copy, Snapshot]]:
    """The copies that are good to the byte, newest first."""
    for copy in reversed(kept.copies(places.kept)):
        try:
            found = kept.read_copy(copy.path)
        except (OSError, ValueError):
            continue
        if found.own:
            yield copy, found


def _is_something_else(data: bytes) -> bool:
    """Nothing that a damaged TinyDB file could be: whole JSON of another kind, or neither the beginning of a store nor
    the zeros of a power cut."""
    if not data.lstrip().startswith((b"{", b"\0")):
        return True
    try:
        unpack(data)
    except ValueError:
        return False
    return True


def _journal(places: Places) -> bytes:
    return b"" if durable.stamp(places.journal) is None else durable.read(places.journal)


def _has_kept(places: Places) -> bool:
    return bool(kept.copies(places.kept) or kept.old_journals(places.kept))


def _base(places: Places, view: Look, folds: dict[str, int], *, lonely: bool) -> Loaded:
    """The state from which the journals are replayed."""
    found = view.found
    if view.kind == "missing" and lonely:
        return Loaded(snapshot.empty(), {}, 0, 0, folds, 0)
    if found is not None and (view.kind == "ours" or (view.kind == "stranger" and lonely)):
        return Loaded(found.tables, found.meta, max(found.sequence, 0), max(found.sequence, 0), folds, 0)
    if found is not None and view.kind == "stranger" and _was_ours(places, found):
        loaded = Loaded(found.tables, found.meta, found.sequence, found.sequence, folds, 0)
        loaded.news.append("the file had gone back to an earlier state: what came after it was put back")
        loaded.wrong.append("it has gone back to an earlier state; what came after it can be put back")
        return loaded
    if found is not None and view.kind == "foreign" and lonely:
        start = max(found.sequence, 0)
        return Loaded(snapshot.empty(), found.meta, start, -1, folds, 0, outside=found)
    return _rebuilt(places, view, folds)


def _rebuilt(places: Places, view: Look, folds: dict[str, int]) -> Loaded:
    best = next(good_copies(places), None)
    if best is None:
        loaded = Loaded(snapshot.empty(), {}, 0, -1, folds, 0)
    else:
        loaded = Loaded(best[1].tables, best[1].meta, best[1].sequence, -1, folds, 0)
    source = f"the copy of {kept.spelled(best[0].time)} and the journal" if best else "the journal"
    if view.kind in ("foreign", "stranger"):
        loaded.outside = view.found
    elif view.kind == "bad" and best is None and durable.stamp(places.journal) is None:
        loaded.bad = True
        loaded.news.append(
            f"the store's file could not be used, {view.reason}: put aside in {places.kept.name}"
        )
        loaded.wrong.append(f"{view.reason}, and there is no copy and no journal to rebuild it from")
    elif view.kind == "bad":
        loaded.bad = True
        loaded.news.append(f"the store's file could not be used, {view.reason}: rebuilt from {source}")
        loaded.wrong.append(f"{view.reason}; it can be rebuilt from {source}")
    elif _has_kept(places):  # else its first writing was cut short
        loaded.news.append(f"the store's file was gone: rebuilt from {source}")
        loaded.wrong.append(f"it is gone; it can be rebuilt from {source}")
    return loaded


def _was_ours(places: Places, found: Snapshot) -> bool:
    """An older journal tells that this file was written, and the transactions since are all there."""
    old = kept.old_journals(places.kept)
    mark = found.checksum.encode()
    if not mark or not any(mark in durable.read(journal.path) for journal in old):
        return False
    return any(journal.first <= found.sequence + 1 for journal in old)


def _is_damaged(places: Places, data: bytes, folds: Mapping[str, int]) -> bool:
    """The file is what we wrote but for a byte or two of the same number: no program changes rows like that."""
    expected = _expected(places, folds)
    if expected is None or not len(expected) < len(data) < len(expected) + 4096:
        return False
    if data.startswith(expected):
        return True
    theirs = data[: len(expected)]
    differing = 0
    for start in range(0, len(expected), snapshot.SLICE):
        end = start + snapshot.SLICE
        if expected[start:end] != theirs[start:end]:
            differing += sum(a != b for a, b in zip(expected[start:end], theirs[start:end], strict=True))
    return differing <= 2


def _expected(places: Places, folds: Mapping[str, int]) -> bytes | None:
    """The checked part of the file as it was written last, made anew from copies and journals; None: not possible."""
    if not folds:
        return None
    digest, sequence = max(folds.items(), key=lambda fold: fold[1])
    tables, start = next(
        ((found.tables, copy.sequence) for copy, found in good_copies(places) if copy.sequence <= sequence),
        (snapshot.empty(), 0),
    )
    for entry in history.forward(places, start, _journal(places)):
        if entry.origin != "fold" and entry.sequence <= sequence:
            apply(tables, entry.changes)
    part = b"".join(snapshot.body(tables))
    return part if snapshot.checksum(part) == digest else None
