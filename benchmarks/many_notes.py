"""How the app bears many notes on one article: when the first is painted, how long the keys ever have to wait.

python -m benchmarks.many_notes [COUNT]...

All moments are counted from the article's first paint: that of a row of its text, and of a row with a note's mark.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.anchor import make
from annotations.store import Store
from benchmarks.store_data import annotation, table
from reader.command.settings import Settings
from reader.document.source import load
from reader.reference import reference, uri_of
from reader.ui.app import PullquoteApp
from reader.ui.widgets.pane import ReadingPane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.strip import Strip

    from reader.document.model import Document

PARAGRAPHS = 200
SENTENCE = (
    "The council of the small harbour town voted late on a new plan for its old bridge and the ferry {n}. "
)
KEYS = ("j", "s", "]", "h", "j", "]", "j", "h")
TICK_S = 0.002


@dataclass
class Wish:
    """What the command line would have asked for."""

    from_: str | None = None
    theme: str | None = None
    width: int | None = None
    at: int | None = None
    quote: str | None = None


@dataclass
class Watch:
    """Looks at the clock whenever the app's thread is free.

    Attributes:
        stalls: when the thread was away for longer than a tick, and for how long, in seconds.
    """

    stalls: list[tuple[float, float]] = field(default_factory=list)

    async def run(self) -> None:
        """Look until cancelled."""
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK_S)
            now = time.perf_counter()
            self.stalls.append((now, now - last - TICK_S))
            last = now

    def worst(self, since: float, until: float) -> float:
        """The longest absence between two moments, in seconds."""
        return max((gap for at, gap in self.stalls if since <= at <= until), default=0.0)


class Eye:
    """Sees when the pane first paints a row of text, and a row with a note.

    Attributes:
        painted: when that was, on the performance counter; None until then.
        noted: likewise.
    """

    def __init__(self) -> None:
        self.painted: float | None = None
        self.noted: float | None = None

    def watch(self) -> None:
        """Look at each row that any pane paints from now on."""
        paint = ReadingPane.render_line

        def seen(pane: ReadingPane, y: int) -> Strip:
            strip = paint(pane, y)
            if self.painted is None and strip.text.strip():
                self.painted = time.perf_counter()
            if self.noted is None and "▍" in strip.text:
                self.noted = time.perf_counter()
            return strip

        ReadingPane.render_line = seen  # type: ignore[method-assign]


def article(folder: Path) -> Document:
    """An article of our own, some 300,000 code points long."""
    paragraphs = (
        "".join(SENTENCE.format(n=15 * p + n) for n in range(15)).strip() for p in range(PARAGRAPHS)
    )
    path = folder / "harbour.txt"
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return load(str(path))


def fill(path: Path, document: Document, count: int) -> None:
    """A store with so many notes of about 950 bytes, spread over the article."""
    ref = reference(document, uri_of(document.source))
    length = len(document.text) - 200

    def rows() -> Iterator[object]:
        for number in range(count):
            start = number * 7919 % length
            anchor = make(document.text, start, start + 90, digest=document.sha256)
            yield replace(annotation(number, 0), article=ref.id, anchor=anchor, start=start, end=start + 90)

    store = Store(path)
    with store.transaction("", ref.id) as change:
        change.put(ref)
        for row in rows():
            change.put(row)  # type: ignore[arg-type]
    store.fold_if_due(9.0)
    store.close()


async def sitting(app: PullquoteApp, eye: Eye, count: int) -> list[object]:
    """Open the article, wait for the notes, press keys; what it took, in milliseconds."""
    watch = Watch()
    async with app.run_test(size=(120, 40)) as pilot:
        watching = asyncio.create_task(watch.run())
        assert app.article is not None
        while eye.painted is None or eye.noted is None:
            await asyncio.sleep(TICK_S)
        while len(app.article.session.notes.annotations) < count:
            await asyncio.sleep(TICK_S)
        whole = time.perf_counter()
        await asyncio.sleep(1.5 + count / 50_000)
        quiet = time.perf_counter()
        times = []
        for key in KEYS:
            began = time.perf_counter()
            await pilot.press(key)
            times.append(time.perf_counter() - began)
        done = time.perf_counter()
        await asyncio.sleep(1.0)
        watching.cancel()
    app.close_down()
    late = watch.worst(done, time.perf_counter())
    return [
        count,
        *(
            f"{1000 * s:.0f}"
            for s in (
                eye.noted - eye.painted,
                watch.worst(eye.painted, eye.noted),
                whole - eye.painted,
                watch.worst(eye.noted, quiet),
            )
        ),
        " ".join(f"{key[0]}:{1000 * s:.0f}" for key, s in zip(KEYS, times, strict=True)),
        f"{1000 * max(watch.worst(quiet, done), late):.0f}",
    ]


def prepare(folder: Path, count: int) -> None:
    """An article and a store with so many notes on it, in a folder."""
    fill(folder / "notes.json", article(folder), count)
    (folder / "config.toml").touch()


def open_it(folder: Path, count: int) -> list[object]:
    """A sitting with them."""
    document = load(str(folder / "harbour.txt"))
    settings = Settings(store=str(folder / "notes.json"), config=str(folder / "config.toml"))
    gc.disable()  # as the program's own start does
    app = PullquoteApp(document, settings, Wish(), folder / "state.json")
    eye = Eye()
    eye.watch()
    return asyncio.run(sitting(app, eye, count))


def main(counts: list[int]) -> None:
    """Print a table, one row a count; each is opened by a process that has done nothing else."""
    rows = []
    for count in counts:
        with (
            tempfile.TemporaryDirectory() as name,
            ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as fresh,
        ):
            fresh.submit(prepare, Path(name), count).result()
            rows.append(fresh.submit(open_it, Path(name), count).result())
    head = [
        "notes",
        "first note, ms",
        "worst stall until then",
        "all notes, ms",
        "worst stall after the first",
        "keys, ms",
        "worst stall with keys",
    ]
    print(table(head, rows))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10, 10_000, 100_000])
