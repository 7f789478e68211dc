"""Cuts the power after every file operation of a session: `python -m benchmarks.store_power`.

The operations that `annotations.durable` does are recorded. Each beginning of the record is played into a fresh folder
as a power cut might leave it: of writes that were not followed by an fsync nothing, a half, zeros or all is there; of
names that were not followed by an fsync of their folder nothing or all. Every acknowledged note must be there.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import recovery
from annotations.store import Store
from benchmarks.store_data import table
from benchmarks.store_session import Recorder, held, play

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = ("nothing", "half", "zeros", "all")
NAMES = ("nothing", "all")


class Disk:
    """What a record of operations leaves on the disk."""

    def __init__(self) -> None:
        self.content: dict[int, bytes] = {}
        self.safe: dict[int, bytes] = {}
        self.names: dict[Path, int | None] = {}
        self.safe_names: dict[Path, int | None] = {}

    def do(self, operation: tuple[object, ...]) -> None:
        """One operation."""
        match operation:
            case ("create", Path() as path, int(number)):
                self.names[path] = number
                self.content[number] = b""
            case ("write", int(number), bytes(data)):
                self.content[number] += data
            case ("truncate", int(number), int(size)):
                self.content[number] = self.content[number][:size]
            case ("sync", int(number)):
                self.safe[number] = self.content[number]
            case ("rename", Path() as old, Path() as new):
                self.names[new] = self.names.pop(old)
            case ("unlink", Path() as path):
                del self.names[path]
            case ("folder", Path() as path):
                self.names[path] = None
            case ("sync folder", Path() as folder):
                kept = {path: number for path, number in self.safe_names.items() if path.parent != folder}
                self.safe_names = kept | {p: number for p, number in self.names.items() if p.parent == folder}

    def lay_out(self, root: Path, onto: Path, data: str, names: str) -> None:
        """Write what is left after a power cut."""
        left = self.names if names == "all" else self.safe_names
        for path in sorted(path for path, number in left.items() if number is None):
            (onto / path.relative_to(root)).mkdir(parents=True, exist_ok=True)
        for path, number in left.items():
            place = onto / path.relative_to(root)
            if number is not None and place.parent.is_dir():
                place.write_bytes(self._left(number, data))

    def _left(self, number: int, data: str) -> bytes:
        safe, now = self.safe.get(number, b""), self.content[number]
        if data == "all" or safe == now:
            return now
        if data == "nothing" or not now.startswith(safe):
            return safe
        new = now[len(safe) :]
        return safe + (new[: len(new) // 2] if data == "half" else bytes(len(new)))


def recorded(folder: Path) -> list[tuple[object, ...]]:
    """The operations of a session, with ("acknowledged", number) among them."""
    recorder = Recorder()
    with durable.using(recorder):
        store = play(
            folder / "data" / "annotations.json", lambda n: recorder.record.append(("acknowledged", n))
        )
        store.close()
    return recorder.record


def cut(
    record: Sequence[tuple[object, ...]], root: Path, data: str, names: str, every: int = 1
) -> Counter[str]:
    """Cut the power after each operation (or each so many): how many cuts, and how many notes were lost."""
    disk = Disk()
    due: set[int] = set()
    result: Counter[str] = Counter()
    for at, operation in enumerate(record):
        if operation[0] == "acknowledged":
            due.add(int(str(operation[1])))
        disk.do(operation)
        if at % every:
            continue
        with tempfile.TemporaryDirectory(dir=_quick()) as name:
            disk.lay_out(root, Path(name), data, names)
            store = Store(Path(name) / "data" / "annotations.json")
            result += Counter(cuts=1, notes=len(due), lost=len(due - held(store)))
            result["unsaved"] += store.status.state != "saved"
    return result


def _quick() -> str | None:
    """A folder in memory, where there is one: what is tried here does not depend on a real disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def main() -> None:
    """Print the table."""
    recovery.PATIENCE_S = 0.0
    rows = []
    with tempfile.TemporaryDirectory(dir=_quick()) as name:
        record = recorded(Path(name))
        for data, names in itertools.product(DATA, NAMES):
            done = cut(record, Path(name), data, names)
            rows.append([data, names, done["cuts"], done["notes"], done["lost"], done["unsaved"]])
            print(*rows[-1], file=sys.stderr)
    print(
        table(
            ["unsynced data left", "unsynced names left", "cuts", "notes due", "lost", "not writable"], rows
        )
    )


if __name__ == "__main__":
    main()
