"""Export from the app: choose a format, name a file, and it is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.footer import EXPORTING
from reader.ui.screens.chooser import Choice, Chooser
from reader.whole import whole

if TYPE_CHECKING:
    from annotations.formats import Corrected, Format, Item
    from annotations.store import Store
    from reader.ui.screens.reading import ReadingScreen


def export(screen: ReadingScreen, folder: str, preferred: str) -> None:
    """Ask for a format and a place, then write the article's notes there.

    Args:
        folder: where exports go; empty for the working folder.
        preferred: the format that the list begins with.
    """
    from reader.exchange import FORMATS

    notes = screen.session.notes
    if not notes.annotations and not notes.corrections:
        screen.say("there is nothing to export yet: h marks, a writes a note")
        return
    names = [name for name in FORMATS if notes.annotations or FORMATS[name].dump_corrected]
    choices = [Choice(name, name, FORMATS[name].title) for name in names]

    def chosen(name: str | None) -> None:
        if name is not None:
            _gather(screen, FORMATS[name], folder)

    start = names.index(preferred) if preferred in names else 0
    chooser: Chooser[str] = Chooser("Export the notes of this article as", choices, screen.look, start=start)
    screen.app.push_screen(chooser, chosen)


def _gather(screen: ReadingScreen, form: Format, folder: str) -> None:
    """Ask the store for what goes into an export, what was deleted too, and then the reader for a place."""
    from annotations.formats import Corrected
    from reader.exchange import corrections, item, items, language_of

    notes, author = screen.session.notes, screen.config.author
    ref, document = notes.ref, screen.session.document

    def gather(store: Store) -> tuple[list[Item], list[Corrected]]:
        texts = {document.sha256: document.text}
        return items(store, [ref], author, form, texts=texts), corrections(store, [ref], form)

    def without(error: BaseException) -> None:
        # There is no store to ask: what is on the screen can be saved all the same.
        language = language_of(document.text) if form.languages else None
        rows = [item(row, ref, author, language) for row in notes.annotations]
        _ask(screen, form, folder, rows, [Corrected(row, ref) for row in notes.corrections])

    screen.pullquote.keeper.do(gather, lambda found: _ask(screen, form, folder, *found), without)


def _ask(
    screen: ReadingScreen, form: Format, folder: str, items: list[Item], corrections: list[Corrected]
) -> None:
    from reader.exchange import is_free, places

    made = form.files(items, corrections)
    place = Path(folder or ".").expanduser()
    proposed = str(next(iter(places(place, made, form)))) if len(made) == 1 else str(place) + os.sep

    def given(path: str) -> None:
        living = sum(one.correction.deleted is None for one in corrections)
        path = path.strip() or proposed
        file = Path(path).expanduser()

        def over(letter: str = "w") -> None:
            screen.say(*write(path, form, items, made, living) if letter == "w" else ("not exported",))

        if _is_one_of(file, screen.pullquote.store_path, screen.session.document.source):
            screen.say(f"not exported: {file.name} is the article itself, or holds your notes", error=True)
        elif len(made) > 1 or not file.is_file():
            over()
        elif form.load is None or not is_free(file, form, next(iter(made.values()))):
            screen.asking.letter(f"{file.name} is there already; w writes over it", over)
        else:
            over()

    screen.asking.line("export to", EXPORTING, text=proposed, given=given)
    screen.update()


def _is_one_of(file: Path, *others: str | Path) -> bool:
    return os.path.realpath(file) in map(os.path.realpath, others)


def write(
    path: str, form: Format, items: list[Item], made: dict[str, str], corrections: int = 0
) -> tuple[str]:
    """Write an export to a file, or into a folder where the path ends as one; says what was done.

    Args:
        corrections: how many living ones go along.
    """
    target = Path(path).expanduser()
    folder = target if path.endswith(os.sep) or target.is_dir() else None
    if folder is None and len(made) > 1:
        return (f"{form.name} makes {len(made)} files: name a folder, with {os.sep} at its end",)
    from reader.exchange import places

    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        files = places(folder, made, form) if folder is not None else {target: next(iter(made.values()))}
        for file, text in files.items():
            _replace(file, text)
    except OSError as error:
        return (f"cannot write {path}: {(getattr(error, 'strerror', None) or str(error)).lower()}",)
    where = str(folder if folder is not None else target)
    living = sum(one.annotation.deleted is None for one in items)
    return (f"exported {_told(living, corrections)} to {where}",)


def _told(annotations: int, corrections: int) -> str:
    counted = f"{annotations} {'annotation' if annotations == 1 else 'annotations'}"
    if not corrections:
        return counted
    return f"{counted} and {corrections} {'correction' if corrections == 1 else 'corrections'}"


def _replace(file: Path, text: str) -> None:
    with whole(file) as out:
        out.write(text.encode("utf-8"))
