"""Lets every file operation fail, and damages every byte: `python -m benchmarks.store_faults [STEP]`.

Each operation of a session fails in turn, once or from then on, with each error. The session must end without an
exception; what was acknowledged must be there for another program, and all of it once the disk is well again. Then
every beginning of a small TinyDB file and of a journal is opened, and the files with each byte turned; STEP takes only
each so many.
"""

from __future__ import annotations

import errno
import itertools
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from annotations import durable
from annotations.ledger import recovery
from annotations.store import Store
from benchmarks.store_data import annotation, article, table
from benchmarks.store_session import NOTES, Failing, held, play

if TYPE_CHECKING:
    from collections.abc import Iterator

ERRORS = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO, errno.EINTR)


def fail(code: int, *, for_ever: bool, every: int = 1) -> Counter[str]:
    """Let each operation (or each so many) fail with an error: how often something went wrong."""
    result: Counter[str] = Counter()
    for at in itertools.count(1, every):
        with tempfile.TemporaryDirectory(dir=_quick()) as name:
            path = Path(name) / "data" / "annotations.json"
            acknowledged: set[int] = set()
            failing = Failing(at, code, for_ever=for_ever)
            with durable.using(failing):
                store = play(path, acknowledged.add)
            other = Store(path)
            result += Counter(trials=1, lost=len(acknowledged - held(other)))
            result["forgotten"] += held(store) != set(range(NOTES))
            store.retry()
            store.close()
            healed = Store(path)
            result["not healed"] += held(healed) != set(range(NOTES)) or healed.status.state != "saved"
            if failing.count < at:
                return result
    return result


def damage(which: str, step: int) -> Iterator[tuple[str, int, int]]:
    """Damage the file or the journal in all ways: the kind, how many cases, in how many the notes are wrong.

    What is in the file must all be there: copies and journals hold it too. Of what is in the journal alone, the damaged
    line may be missing, and what was cut off.
    """
    with tempfile.TemporaryDirectory(dir=_quick()) as name:
        path = Path(name) / "base" / "annotations.json"
        if which == "file":
            play(path).close()
        else:
            _unfolded(path)
        victim = path if which == "file" else path.with_name("annotations.json.journal")
        whole = victim.read_bytes()
        places = range(0, len(whole), step)
        yield (
            "cut off",
            len(places),
            sum(_is_wrong(path, victim, whole, at, whole[:at], which) for at in places),
        )
        for kind, mask in (("a bit turned", 1), ("a byte turned", 0xFF)):
            turned = ((at, whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :]) for at in places)
            yield kind, len(places), sum(_is_wrong(path, victim, whole, at, new, which) for at, new in turned)


def _unfolded(path: Path) -> None:
    """A store whose notes are in the journal only."""
    store = Store(path)
    with store.transaction("open") as change:
        change.put(article(0))
    store.fold_if_due(9.0)
    for number in range(NOTES):
        with store.transaction("note", article(0).id) as change:
            change.put(annotation(number, 0))


def _is_wrong(path: Path, victim: Path, whole: bytes, at: int, content: bytes, which: str) -> bool:
    trial = path.parent.with_name("trial")
    shutil.copytree(path.parent, trial)
    (trial / victim.name).write_bytes(content)
    store = Store(trial / path.name)
    missing = set(range(NOTES)) - held(store)
    strangers = len(store.annotations()) - len(held(store))
    store.close()
    shutil.rmtree(trial)
    excused: set[int] = set()
    if which == "journal":
        end = len(whole) if len(content) < len(whole) else whole.find(b"\n", at) + 1
        start = whole.rfind(b"\n", 0, at) + 1
        excused = {number for number in range(NOTES) if annotation(number, 0).id.encode() in whole[start:end]}
    return bool(missing - excused) or strangers > 0


def _quick() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def main() -> None:
    """Print both tables."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    recovery.PATIENCE_S = 0.0
    rows: list[list[object]] = []
    for code, for_ever in itertools.product(ERRORS, (False, True)):
        done = fail(code, for_ever=for_ever, every=step)
        counts = [done["trials"], done["lost"], done["forgotten"], done["not healed"]]
        rows.append([errno.errorcode[code], "from then on" if for_ever else "once", *counts])
        print(*rows[-1], file=sys.stderr)
    print(table(["error", "how", "trials", "lost", "forgotten in memory", "not healed after"], rows))
    rows = [[which, *row] for which in ("file", "journal") for row in damage(which, step)]
    print(table(["damaged", "how", "cases", "with wrong notes"], rows))


if __name__ == "__main__":
    main()
