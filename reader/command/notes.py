"""`notes`: annotations across articles, as a table, JSON or JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from reader.command.output import output
from reader.command.placing import placed
from reader.exchange import note_row

if TYPE_CHECKING:
    from annotations.model import Annotation, DocumentRef
    from reader.command.settings import Settings

Found = list[tuple["DocumentRef", list["Annotation"]]]


def notes(query: tuple[str, ...], article: str | None, format: str, settings: Settings) -> int:
    """Print the annotations that match, grouped by article, in document order."""
    found = _found(" ".join(query), article, settings)
    if format == "table":
        _table(found, settings)
        return 0
    rows = [note_row(note, ref) for ref, group in found for note in group]
    with output(None) as file:
        if format == "json":
            file.write(orjson.dumps(rows, option=orjson.OPT_INDENT_2) + b"\n")
        else:
            file.writelines(orjson.dumps(row) + b"\n" for row in rows)
    return 0


def _found(query: str, article: str | None, settings: Settings) -> Found:
    from annotations.query import parse
    from reader.placed import in_order

    wanted = parse(query, settings.configuration.colours)
    with settings.store_at_hand() as store:
        articles = (placed(store, article)[0],) if article is not None else store.articles()
        found = [
            (ref, [note for note in in_order(store.annotations(ref.id)) if wanted.matches(note, ref)])
            for ref in articles
        ]
    return [(ref, group) for ref, group in found if group]


def _table(found: Found, settings: Settings) -> None:
    from rich.table import Table
    from rich.text import Text

    console = settings.console()
    if not found:
        console.print("no annotations match", style="dim")
    for ref, group in found:
        title = Text(ref.title or ref.uri.rsplit("/", 1)[-1], style="bold")
        title.append(f"  {ref.uri}", style="not bold dim")
        console.print(title, soft_wrap=True)
        table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for note in group:
            table.add_row(*_cells(note))
        console.print(table)
        console.print()


def _cells(note: Annotation) -> tuple[Any, Any]:
    from rich.text import Text

    state = "" if note.state == "exact" else f" {note.state}"
    words = Text(f"“{' '.join(note.anchor.exact.split())}”")
    if note.speaker:
        words.append(f"  {note.speaker}", style="dim")
    if note.note:
        words.append(f"\n{note.note}")
    if note.tags:
        words.append("\n" + " ".join(f"#{tag}" for tag in note.tags), style="dim")
    mark = f" '{note.mark}" if note.mark else ""
    return Text(f"{note.colour}{mark}{state}", style="dim"), words
