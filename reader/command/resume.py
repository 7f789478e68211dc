"""A long `analyze -o FILE` that breaks off can be resumed: what it has done stands in `FILE.part` until all is done."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from reader.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Row = dict[str, Any]


def finished(out: str) -> dict[str, Row]:
    """The rows without an error that earlier runs left, whole or broken off, by path; a torn line is done again."""
    done: dict[str, Row] = {}
    for path in (Path(out), _part(out)):
        with suppress(OSError):
            for line in path.read_bytes().splitlines():
                with suppress(ValueError):
                    row = orjson.loads(line)
                    if isinstance(row, dict) and "path" in row and "error" not in row:
                        done[row["path"]] = row
    return done


@contextmanager
def keeping(out: str, *, resume: bool) -> Iterator[Callable[[Iterable[Row]], Iterator[Row]]]:
    """Gives what passes rows on and keeps each beside the output as it comes; when the block ends well, it goes.

    Args:
        out: the output file.
        resume: go on with what is kept there, instead of beginning anew.

    Raises:
        OutputError: nothing can be written beside the output.
    """
    part = _part(out)
    try:
        with open(part, "ab" if resume else "wb") as file:
            if file.tell():
                file.write(b"\n")  # the last line may be torn

            def kept(rows: Iterable[Row]) -> Iterator[Row]:
                for row in rows:
                    file.write(orjson.dumps(row) + b"\n")
                    file.flush()
                    yield row

            yield kept
    except OSError as error:
        raise OutputError(str(part), (error.strerror or str(error)).lower()) from error
    part.unlink(missing_ok=True)


def _part(out: str) -> Path:
    return Path(f"{os.path.realpath(out)}.part")
