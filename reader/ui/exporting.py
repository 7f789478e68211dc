"""Export from the app: choose a format, name a file, and it is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.screens.chooser import Choice, Chooser
from reader.whole import whole

if TYPE_CHECKING:
    from annotations.formats import Format, Item
    from reader.ui.screens.reading import ReadingScreen


def export(screen: ReadingScreen, folder: str, preferred: str) -> None:
    """Ask for a format and a place, then write the article's notes there.

    Args:
        folder: where exports go; empty for the working folder.
        preferred: the format that the list begins with.
    """
    from annotations.formats import Corrected
    from reader.exchange import FORMATS, item, language_of, places

    notes = screen.session.notes
    if not notes.annotations and not notes.corrections:
        screen.say("there is nothing to export yet: h marks, a writes a note")
        return
    author = screen.config.author
    language = language_of(screen.session.document.text)
    items = [item(annotation, notes.ref, author, language) for annotation in notes.annotations]
    corrections = [Corrected(row, notes.ref) for row in notes.corrections]
    names = [name for name in FORMATS if items or FORMATS[name].dump_corrected]
    choices = [Choice(name, name, FORMATS[name].title) for name in names]

    def chosen(name: str | None) -> None:
        if name is None:
            return
        form = FORMATS[name]
        made = form.files(items, corrections)
        place = Path(folder or ".").expanduser()
        proposed = str(next(iter(places(place, made, form)))) if len(made) == 1 else str(place) + os.sep

        def given(path: str) -> None:
            screen.say(*write(path.strip() or proposed, form, items, made, len(corrections)))

        screen.asking.line("export to", text=proposed, given=given)

    start = names.index(preferred) if preferred in names else 0
    chooser: Chooser[str] = Chooser("Export the notes of this article as", choices, screen.look, start=start)
    screen.app.push_screen(chooser, chosen)


def write(
    path: str, form: Format, items: list[Item], made: dict[str, str], corrections: int = 0
) -> tuple[str]:
    """Write an export to a file, or into a folder where the path ends as one; says what was done.

    A file that an earlier export made is brought up to date, where the format can do that.
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
            if form.update is not None and file.exists():
                text = form.update(file.read_text(encoding="utf-8"), items)
            _replace(file, text)
    except (OSError, UnicodeError) as error:
        return (f"cannot write {path}: {(getattr(error, 'strerror', None) or str(error)).lower()}",)
    where = str(folder if folder is not None else target)
    return (f"exported {_told(len(items), corrections if form.dump_corrected else 0)} to {where}",)


def _told(annotations: int, corrections: int) -> str:
    counted = f"{annotations} {'annotation' if annotations == 1 else 'annotations'}"
    if not corrections:
        return counted
    return f"{counted} and {corrections} {'correction' if corrections == 1 else 'corrections'}"


def _replace(file: Path, text: str) -> None:
    with whole(file) as out:
        out.write(text.encode("utf-8"))
