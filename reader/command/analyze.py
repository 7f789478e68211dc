"""`analyze`: who said what in files, as a table, JSON, JSON Lines or CSV."""

from __future__ import annotations

import csv
import gc
import io
import signal
import sys
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import orjson

from annotations.errors import AnnotationsError
from annotations.text import clean
from reader import __version__
from reader.command.articles import expand, shown
from reader.command.corrections import Corrections, corrections_in
from reader.command.outcome import failure, fault
from reader.command.output import is_plain, output
from reader.command.resume import finished, keeping, mark_of, still_true
from reader.errors import CallError, ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from pathlib import Path

    from reader.command.settings import Settings

Row = dict[str, Any]

_COLLECTED = 50_000
"""So many new objects before circles among them are looked for: an article leaves few, and the search takes time."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for.

    Attributes:
        format: table, json, jsonl or csv.
        from_: the input format's name; None to tell it from the content.
        with_text: add the words to each block, statement and quotation.
        corrected: apply the reader's corrections from the store.
        out: a file; None for standard output.
        jobs: processes to work in.
        resume: keep what earlier runs to `out` did, and do the other files.
    """

    format: str
    from_: str | None = None
    with_text: bool = False
    corrected: bool = False
    out: str | None = None
    jobs: int = 1
    resume: bool = False


def analyze(words: tuple[str, ...], wish: Wish, settings: Settings) -> int:
    """Analyse the articles in the order given; returns the exit status."""
    if wish.resume and (wish.format != "jsonl" or wish.out in (None, "-")):
        raise CallError("--resume continues a file of JSON Lines: give --format jsonl and -o FILE")
    files, closed = expand(words)
    work = _work(wish, settings)
    done = {path: {"path": shown(path), "error": reason} for path, reason in closed.items()}
    if wish.resume and wish.out and work.asked:
        done |= still_true(finished(wish.out), files, work.asked)
    todo = [path for path in files if path not in done]
    rows = _rows(todo, work, wish.jobs)
    failed = 0

    def noted(kept: Callable[[Iterable[Row]], Iterator[Row]] = iter) -> Iterator[Row]:
        nonlocal failed
        fresh = kept(_with_progress(rows, len(todo), settings))
        for path in files:
            row = done[path] if path in done else next(fresh)
            failed += "error" in row
            if "error" in row and wish.format in ("table", "csv"):
                failure(row["error"], 1)
            elif wish.format == "csv":
                for warning in row["warnings"]:
                    failure(f"{row['path']}: {warning}", 0)
            yield row

    kept_files: tuple[str | Path, ...] = (*files, settings.store_path) if wish.out else ()
    with closing(rows):  # whatever ends this early ends the workers
        if wish.format == "table" and wish.out is None:
            _table(noted(), settings)
        elif wish.format == "jsonl" and wish.out is not None and is_plain(wish.out):
            with keeping(wish.out, resume=wish.resume) as kept, output(wish.out, kept_files) as file:
                _jsonl(noted(kept), file)
        else:
            with output(wish.out, kept_files) as file:
                _WRITERS[wish.format](noted(), file)
    return 1 if failed else 0


@dataclass(frozen=True, slots=True)
class _Work:
    """What is done with each file; travels to worker processes.

    Attributes:
        asked: all that a row depends on but its file; rows then say what they were made from, so that a later run can
            tell whether they still hold. None where nobody asks.
    """

    format: str | None
    with_text: bool
    corrections: Corrections | None
    asked: str | None

    def __call__(self, path: str) -> Row:
        gc.set_threshold(_COLLECTED)  # here, so that it holds in worker processes too
        # Marked before it is read: a file that changes between the two is done again.
        mark = {"input": mark_of(path, self.asked)} if self.asked else {}
        row = _article(path, self.format, self.with_text, self.corrections)
        return row if "error" in row else row | mark


def _work(wish: Wish, settings: Settings) -> _Work:
    with_text = wish.with_text or wish.format in ("csv", "table")
    corrections = corrections_in(settings) if wish.corrected else None
    asked = repr((__version__, wish.from_, with_text, corrections))
    return _Work(wish.from_, with_text, corrections, asked if wish.format == "jsonl" else None)


def _article(path: str, format: str | None, with_text: bool, corrections: Corrections | None) -> Row:
    """One article's row; an error's where it cannot be read. Runs in a worker process with --jobs."""
    from reader.analysis.correct import correct
    from reader.document import load
    from reader.document.outline import corrected
    from reader.report.analysis import as_dict
    from reader.study import study
    from reader.wording import lost

    try:
        document = load(path, format=format)
        reading = study(document)
        blocks, analysis, gone = reading.blocks, reading.analysis, ""
        if corrections is not None:
            words = corrections(document)
            blocks = corrected(blocks, words)
            if blocks != reading.blocks:
                analysis = study(document, blocks).analysis
            analysis, gone = correct(analysis, words, document), lost(words)
        row = as_dict(document, blocks, analysis, with_text=with_text) | {"path": shown(path)}
        return row | {"warnings": [*row["warnings"], gone]} if gone else row
    except ReaderError as error:
        return {"path": shown(path), "error": shown(str(error))}
    except (AnnotationsError, OSError):
        raise
    except Exception as error:  # a fault over one article costs that article alone
        return {"path": shown(path), "error": shown(fault(error))}


def _rows(files: list[str], work: Callable[[str], Row], jobs: int) -> Generator[Row, None, None]:
    if jobs <= 1 or len(files) <= 1:
        yield from map(work, files)
        return
    from reader.command.workers import in_processes

    # A worker that died leaves a broken pipe, which is to be reported, not to end everything.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    yield from in_processes(files, work, jobs, _lost)


def _lost(path: str) -> Row:
    return {
        "path": shown(path),
        "error": f"{shown(path)}: the process that analysed it was ended, by lack of memory perhaps",
    }


def _with_progress(rows: Iterator[Row], total: int, settings: Settings) -> Iterator[Row]:
    """The rows, with a bar on standard error where that is a terminal and the work is long."""
    with ExitStack() as stack:
        if total > 20 and sys.stderr.isatty():
            from rich.progress import track

            console = settings.console(stderr=True)
            rows = iter(track(rows, "analysing", total=total, console=console, transient=True))
            stack.callback(console.show_cursor)
        yield from rows


def _jsonl(rows: Iterable[Row], file: IO[bytes]) -> None:
    for row in rows:
        file.write(orjson.dumps(row) + b"\n")
        file.flush()


def _json(rows: Iterable[Row], file: IO[bytes]) -> None:
    file.write(orjson.dumps(list(rows), option=orjson.OPT_INDENT_2) + b"\n")


COLUMNS = (
    *("path", "title", "id", "speaker", "role", "kind", "cue", "source", "text"),
    *("start", "end", "paragraph", "certainty", "rule"),
)


def _csv(rows: Iterable[Row], file: IO[bytes]) -> None:
    """One line a statement, RFC 4180; UTF-8 with a byte order mark, without which spreadsheets guess wrong."""
    file.write("\ufeff".encode())
    for part in ([list(COLUMNS)], *(_cells(row) for row in rows)):
        buffer = io.StringIO(newline="")
        csv.writer(buffer).writerows(part)
        file.write(buffer.getvalue().encode())


def _cells(row: Row) -> list[list[Any]]:
    """The statements of an article as rows of cells; `paragraph` counts blocks from 1."""
    roles = {s["name"]: s["role"] for s in row.get("speakers", ())}
    starts = [b["start"] for b in row.get("blocks", ())]
    return [
        [
            *(row["path"], row["title"], s["id"], s["speaker"], roles.get(s["speaker"]), s["kind"]),
            *(_words(s["cue"]), _words(s["source"]), s["text"], s["start"], s["end"]),
            *(sum(start <= s["start"] for start in starts), s["certainty"], s["rule"]),
        ]
        for s in row.get("statements", ())
    ]


def _words(part: Row | None) -> str:
    return " ".join(part["text"].split()) if part else ""


def _plain_table(rows: Iterable[Row], file: IO[bytes]) -> None:
    from rich.console import Console

    words = io.TextIOWrapper(file, "utf-8", write_through=True)
    _print_tables(rows, Console(file=words, width=120, color_system=None))
    words.detach()  # else it closes the file when it goes


def _table(rows: Iterable[Row], settings: Settings) -> None:
    _print_tables(rows, settings.console())


def _print_tables(rows: Iterable[Row], console: Any) -> None:
    from rich.table import Table
    from rich.text import Text

    from reader.analysis.why import behind_name

    for row in rows:
        if "error" in row:
            continue
        console.print(Text(row["title"] or clean(row["path"]), style="bold"))
        for warning in row["warnings"]:
            console.print(Text(warning, style="italic"))
        if not row["statements"]:
            console.print(Text("nobody is quoted or reported here\n", style="dim"))
            continue
        roles = {s["name"]: s["role"] for s in row["speakers"]}
        table = Table("speaker", "", "what", box=None, padding=(0, 2, 0, 0), show_header=False)
        for s in row["statements"]:
            name = Text(s["speaker"] or "?", style="bold")
            if roles.get(s["speaker"]):
                name.append(f", {behind_name(roles[s['speaker']])}", style="not bold dim")
            table.add_row(name, Text(s["kind"], style="dim"), Text(" ".join(s["text"].split())))
        console.print(table)
        console.print()


_WRITERS: dict[str, Callable[[Iterable[Row], IO[bytes]], None]] = {
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "table": _plain_table,
}
