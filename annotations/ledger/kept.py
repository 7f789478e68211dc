"""What the store keeps beside itself: good copies of the TinyDB file, old journals, files put aside.

copy-<time>-<sequence>.json.gz       a whole store, up to that transaction
journal-<first>-<last>.jsonl         the transactions from one to another, as they stood in the journal
bad-<time>-<name>                    a file that could not be used, as it was found
"""

from __future__ import annotations

import dataclasses
import re
import zlib
from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import journal, snapshot
from annotations.turns import yield_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotations.ledger.journal import Entry
    from annotations.ledger.snapshot import Snapshot

_COPY = re.compile(r"copy-(\d{8}T\d{6}Z)-(\d+)\.json\.gz")
_JOURNAL = re.compile(r"journal-(\d+)-(\d+)\.jsonl")


@dataclasses.dataclass(frozen=True, slots=True)
class Copy:
    """A good copy of the TinyDB file.

    Attributes:
        time: when it was made, `YYYYMMDDTHHMMSSZ`.
        sequence: up to which transaction it holds all.
    """

    path: Path
    time: str
    sequence: int


@dataclasses.dataclass(frozen=True, slots=True)
class OldJournal:
    """A journal that was folded.

    Attributes:
        first: the sequence number of its first transaction.
        last: of its last one.
    """

    path: Path
    first: int
    last: int


def copies(folder: Path) -> tuple[Copy, ...]:
    """All good copies, oldest first: by what they hold, since a clock can have been wrong."""
    found = [(path, _COPY.fullmatch(path.name)) for path in _files(folder)]
    named = [Copy(path, match[1], int(match[2])) for path, match in found if match]
    return tuple(sorted(named, key=lambda copy: (copy.sequence, copy.time)))


def old_journals(folder: Path) -> tuple[OldJournal, ...]:
    """All old journals, by their first transaction."""
    found = [(path, _JOURNAL.fullmatch(path.name)) for path in _files(folder)]
    named = [OldJournal(path, int(match[1]), int(match[2])) for path, match in found if match]
    return tuple(sorted(named, key=lambda old: (old.first, old.last)))


def read_copy(path: Path) -> Snapshot:
    """The store as a copy holds it.

    Raises:
        OSError: it cannot be read.
        ValueError: it is damaged.
    """
    try:
        return snapshot.read(zlib.decompress(durable.read(path), wbits=31))
    except zlib.error as error:
        raise ValueError("it is damaged") from error


def keep_copy(folder: Path, time: str, sequence: int, chunks: Iterable[bytes]) -> None:
    """Add a copy, made of the chunks of a TinyDB file, durably.

    Raises:
        OSError: it could not be written.
    """
    durable.make_folders(folder)
    durable.replace(folder / f"copy-{compact(time)}-{sequence:012d}.json.gz", _compressed(chunks))


def thin_copies(folder: Path, keep: int, spare: str = "") -> None:
    """Remove copies beyond `keep`: the newest stay close together, the older ones grow apart; that of name `spare` stays."""
    left = list(copies(folder))
    while len(left) > max(keep, 1):
        newest = _seconds(left[-1].time)
        ages = [max(newest - _seconds(copy.time), 0) + 1 for copy in left]
        # The one whose neighbours are closest in proportion to their age is missed least.
        gaps = {i: ages[i - 1] / ages[i + 1] for i in range(1, len(left) - 1) if left[i].path.name != spare}
        victim = left.pop(min(gaps, key=lambda i: (gaps[i], i)) if gaps else left[0].path.name == spare)
        durable.discard(victim.path)


def keep_journal(folder: Path, data: bytes) -> None:
    """Add an old journal, from the bytes of the journal, durably; one that holds no transaction is not kept.

    Raises:
        OSError: it could not be written.
    """
    numbers = [entry.sequence for entry in parsed(data) if entry.origin != "fold"]
    if not numbers:
        return
    durable.make_folders(folder)
    path = folder / f"journal-{min(numbers):012d}-{max(numbers):012d}.jsonl"
    durable.replace(path, [data[: data.rfind(b"\n") + 1]])


def put_aside(folder: Path, path: Path, time: str) -> Path:
    """Move a file that cannot be used into the folder; returns where it is now.

    Raises:
        OSError: it could not be moved.
    """
    durable.make_folders(folder)
    place = folder / f"bad-{compact(time)}-{path.name}"
    number = 1
    while place.exists():
        number += 1
        place = folder / f"bad-{compact(time)}-{number}-{path.name}"
    durable.move(path, place)
    return place


def parsed(data: bytes) -> Iterator[Entry]:
    """The good entries of a journal's bytes, in order; other threads get a turn now and then."""
    turn = snapshot.SLICE
    for offset, raw in journal.lines(data):
        yield from journal.entries(raw)
        if offset > turn:
            yield_turn()
            turn = offset + snapshot.SLICE


def compact(time: str) -> str:
    """An RFC 3339 time in UTC as it stands in file names."""
    return re.sub(r"[-:]|\.\d+", "", time)


def spelled(time: str) -> str:
    """A time of a file name in RFC 3339."""
    return f"{time[:4]}-{time[4:6]}-{time[6:11]}:{time[11:13]}:{time[13:]}"


def _seconds(time: str) -> float:
    from annotations.schema import moment

    return moment(spelled(time))


def _compressed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(1, wbits=31)
    for chunk in chunks:
        yield packer.compress(chunk)
    yield packer.flush()


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
