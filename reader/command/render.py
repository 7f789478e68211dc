"""`read` where standard output is no terminal: the article as text, set as on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import Analysis
from reader.command.outcome import failure
from reader.document import classify, load
from reader.errors import ReaderError
from reader.layout.page import Page, Spot
from reader.layout.paint import Layer, Paint, runs
from reader.layout.rows import shown
from reader.study import Reading, study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from reader.command.articles import Meant
    from reader.command.read import Wish
    from reader.command.settings import Settings
    from reader.document.model import Block
    from reader.layout.rows import Row

_GUTTER = "  "
_STYLES = {
    "title": "bold",
    "heading": "bold",
    "byline": "dim",
    "caption": "italic",
    "fold": "dim",
    "source": "bold",
    "quotation": "cyan",
}


def render(meant: Meant, wish: Wish, settings: Settings) -> int:
    """Print the articles one after the other; returns the exit status."""
    console = settings.console()
    failed = False
    for number, path in enumerate(meant.files):
        try:
            if path in meant.closed:
                raise ReaderError(meant.closed[path])
            document = load(path, format=wish.from_)
        except ReaderError as error:
            failed = True
            failure(str(error), 1)
            continue
        if number:
            console.print(
                "\n" + "─" * (wish.width or settings.configuration.reader.measure) + "\n", style="dim"
            )
        for warning in document.warnings:
            failure(f"{path}: {warning}", 0)
        width = wish.width or settings.configuration.reader.measure
        fold = settings.configuration.reader.fold_noise
        blocks = classify(document)
        # Who speaks shows by colour alone.
        reading = study(document, blocks) if console.color_system else Reading(blocks, Analysis())
        _print(document.text, reading, width, fold, console)
    return 1 if failed else 0


def _print(text: str, reading: Reading, width: int, fold: bool, console: Console) -> None:
    from rich.text import Text

    page = Page(text, reading.blocks, width, fold=fold)
    if not console.color_system:
        for _, row in page.walk(Spot(0, 0)):
            words = shown(text, row) if row.kind == "text" else ""
            console.file.write(f"{_GUTTER}{row.lead}{words}".rstrip() + "\n")
        return
    layer = Layer(_paints(reading))
    for _, row in page.walk(Spot(0, 0)):
        line = Text(_GUTTER + row.lead, no_wrap=True, end="")
        style = _style(row, reading.blocks)
        if row.kind == "text":
            for run in runs(row.start, row.end, layer.over(row.start, row.end)):
                words = text[run.start : run.end].replace("\n", " ")
                line.append(words, " ".join(_STYLES[role] for role in run.roles))
        line.stylize(style)
        console.print(line, soft_wrap=True, markup=False)


def _style(row: Row, blocks: tuple[Block, ...]) -> str:
    kind = "fold" if row.kind == "fold" else blocks[row.block].kind if row.block >= 0 else ""
    return _STYLES.get(kind, "")


def _paints(reading: Reading) -> Iterator[Paint]:
    for statement in reading.analysis.statements:
        for quotation in statement.quotations:
            yield Paint(quotation.start, quotation.end, "quotation")
        if statement.source:
            yield Paint(statement.source.start, statement.source.end, "source")
