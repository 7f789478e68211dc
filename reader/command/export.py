"""`export`: the notes of articles in an exchange format or a template of the reader's, to standard output, a file or a folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.command.output import output
from reader.command.placing import placed
from reader.errors import CallError, OutputError, SourceError
from reader.exchange import corrections, format_named, items, places
from reader.exchange import export as dump

if TYPE_CHECKING:
    from annotations.formats import Format, Item
    from annotations.model import DocumentRef
    from annotations.store import Store
    from reader.command.settings import Settings


NOTHING = "nothing to export: no annotation there"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for.

    Attributes:
        format: the exchange format's name; None for the one that the configuration prefers.
        everything: every article of the store.
        query: only the annotations that match it; no correction then.
        out: a file, or a folder for several files.
        template: a file to fill instead of a format.
    """

    format: str | None = None
    everything: bool = False
    query: str = ""
    out: str | None = None
    template: str | None = None


def export(files: tuple[str, ...], wish: Wish, settings: Settings) -> int:
    """Write the notes out; returns the exit status."""
    if not files and not wish.everything:
        raise CallError("name the articles to export, or give --all")
    if files and wish.everything:
        raise CallError("give files or --all, not both")
    if wish.template is not None:
        return _fill(wish.template, files, wish, settings)
    chosen = format_named(wish.format or settings.configuration.export.format)
    with settings.store_at_hand() as store:
        articles = _articles(store, files, wish)
        found = _items(store, articles, wish, settings, chosen)
        corrected = [] if wish.query else corrections(store, articles, chosen)
    made = dump(found, chosen.name, corrected) if found or corrected else {}
    if not made:
        print(NOTHING, file=sys.stderr)
        return 0
    _write(made, wish.out, chosen, (*files, settings.store_path))
    return 0


def _fill(template: str, files: tuple[str, ...], wish: Wish, settings: Settings) -> int:
    from reader.template import fill

    if wish.format is not None:
        raise CallError("give --format or --template, not both")
    if wish.out is not None and _is_folder(wish.out):
        raise CallError("a template makes one file: give its name with -o FILE")
    try:
        source = Path(template).read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(template, reason, wrong_call=isinstance(error, FileNotFoundError)) from error
    except UnicodeDecodeError as error:
        raise SourceError(template, "it is not UTF-8") from error
    with settings.store_at_hand() as store:
        found = _items(store, _articles(store, files, wish), wish, settings)
    if not found:
        print(NOTHING, file=sys.stderr)
        return 0
    text = fill(source, template, found)
    with output(wish.out, (*files, template, settings.store_path)) as file:
        file.write(text.encode())
    return 0


def _articles(store: Store, files: tuple[str, ...], wish: Wish) -> tuple[DocumentRef, ...]:
    return store.articles() if wish.everything else tuple(placed(store, path)[0] for path in files)


def _items(
    store: Store,
    articles: tuple[DocumentRef, ...],
    wish: Wish,
    settings: Settings,
    form: Format | None = None,
) -> list[Item]:
    from annotations.query import parse

    query = parse(wish.query, settings.configuration.colours)
    return items(store, articles, settings.configuration.author, form, query.matches)


def _write(made: dict[str, str], out: str | None, form: Format, kept: tuple[str | Path, ...]) -> None:
    folder = out is not None and _is_folder(out)
    if len(made) > 1 and not folder:
        raise CallError(f"{form.name} makes {len(made)} files here: give a folder with -o DIR{os.sep}")
    if out is None or not folder:
        with output(out, kept) as file:
            file.write(next(iter(made.values())).encode())
        return
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(out, (error.strerror or str(error)).lower()) from error
    for path, text in places(Path(out), made, form).items():
        with output(str(path), kept) as file:
            file.write(text.encode())


def _is_folder(out: str) -> bool:
    return Path(out).is_dir() or out.endswith(os.sep)
