"""A long `analyze -o FILE` that breaks off can be resumed: what it has done stands in `FILE.part` until all is done.

A row is taken over while its file has the same bytes and the same is asked of it.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from reader.command.articles import shown
from reader.errors import OutputError, SourceError

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


def still_true(rows: dict[str, Row], files: Iterable[str], asked: str) -> dict[str, Row]:
    """The rows, by file, of the files that have the same bytes as then and of which the same is asked."""
    found: dict[str, Row] = {}
    for path in files:
        row = rows.get(shown(path))
        if row is not None and row.get("input") and row["input"] == mark_of(path, asked):
            found[path] = row
    return found


def mark_of(path: str, asked: str) -> str | None:
    """A digest of a file's bytes and of what is asked of it; None for what is no file that can be read."""
    from reader.document.file import read_file

    try:
        raw = read_file(path)
    except SourceError:
        return None
    return hashlib.sha256(asked.encode() + b"\0" + raw).hexdigest()


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
