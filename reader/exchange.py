"""The one registry of formats, export, import and the rows of `notes`: what the command line, the app and tests walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.formats import FORMATS as _OF_ANNOTATIONS
from annotations.formats import Corrected, Format, Item, Loaded
from reader.errors import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from annotations.model import Annotation, DocumentRef
    from annotations.store import Store
    from reader.config import Author

ENOUGH = 40
"""Words from which the language of a text can be told."""

_NONE: Mapping[str, str] = {}
FORMATS: dict[str, Format] = {**_OF_ANNOTATIONS}
"""By name: the formats of `annotations`, and those that need the article as well."""


def export(items: Sequence[Item], name: str, corrections: Sequence[Corrected] = ()) -> dict[str, str]:
    """The items, and the corrections where the format has a place for them: file name to text.

    Args:
        items: in any order; deleted ones are left out unless the format carries tombstones.
        name: of the format.
        corrections: likewise.

    Raises:
        ExchangeError: there is no such format.
    """
    chosen = format_named(name)
    return chosen.files(
        [i for i in items if chosen.tombstones or i.annotation.deleted is None],
        [c for c in corrections if chosen.tombstones or c.correction.deleted is None],
    )


def places(folder: Path, made: Mapping[str, str], form: Format) -> dict[Path, str]:
    """Where the files of an export go in a folder: over an earlier export of the same articles, else to a free name.

    An earlier one of some of them is gone over too, as nothing in it is lost.

    Args:
        folder: where they go.
        made: their texts by the names that they would have in an empty folder.
        form: the format they have.
    """
    found: dict[Path, str] = {}
    for name, text in made.items():
        path, number = folder / name, 1
        while path in found or not is_free(path, form, text):
            number += 1
            path = folder / f"{name.removesuffix(form.extension)} {number}{form.extension}"
        found[path] = text
    return found


def is_free(path: Path, form: Format, text: str) -> bool:
    """Whether nothing is there but an export of the same articles as the text, or of some of them."""
    try:
        there = form.articles(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return True
    except (OSError, UnicodeError):
        return False
    return bool(there) and there <= form.articles(text)


def load(files: Mapping[str, str], name: str) -> Loaded:
    """The items of files in a format; what is broken in them is named in the result.

    Args:
        files: text by file name.
        name: of the format.

    Raises:
        ExchangeError: there is no such format, or it cannot be read back.
    """
    chosen = format_named(name)
    if chosen.load is None:
        readable = ", ".join(f.name for f in FORMATS.values() if f.load)
        raise ExchangeError(name, f"it can be written only; those that can be read are {readable}")
    return chosen.load(files)


def items(
    store: Store,
    articles: Iterable[DocumentRef],
    author: Author,
    form: Format | None = None,
    matches: Callable[[Annotation, DocumentRef], bool] = lambda row, article: True,
    texts: Mapping[str, str] = _NONE,
) -> list[Item]:
    """What of these articles goes into an export: the deleted ones too where the format carries them.

    Args:
        store: holds them.
        articles: as the store knows them.
        author: of the reader's own.
        form: what is exported to; None for a template, which sees the living alone and is told no languages.
        matches: which ones.
        texts: by their SHA-256, where they are at hand; the others are as the store kept them.
    """
    found: list[Item] = []
    for article in articles:
        language = None
        if form is not None and form.languages:
            language = language_of(texts.get(article.sha256) or store.text(article.sha256))
        rows = store.annotations(article.id, deleted=form is not None and form.tombstones)
        found += [item(row, article, author, language) for row in rows if matches(row, article)]
    return found


def corrections(store: Store, articles: Iterable[DocumentRef], form: Format) -> list[Corrected]:
    """The corrections of these articles that go into an export, deleted ones too; none where it has no place for them."""
    if form.dump_corrected is None:
        return []
    rows = ((row, a) for a in articles for row in store.corrections(a.id, deleted=form.tombstones))
    return [Corrected(row, article) for row, article in rows]


def item(annotation: Annotation, article: DocumentRef, author: Author, language: str | None = None) -> Item:
    """An annotation to export, with who made it: by the author of the configuration, or by somebody else.

    Args:
        language: of the article, empty where it is not known; None for a format that tells no languages.
    """
    own = bool(author.name) and annotation.creator == author.name
    note_language = "" if language is None else language_of(annotation.note)
    return Item(annotation, article, author.id if own else "", language or "", note_language)


def language_of(text: str | None) -> str:
    """The language of a text; empty where there is no text, or too little to tell."""
    if text is None or len(text.split(maxsplit=ENOUGH)) < ENOUGH:
        return ""
    from reader.analysis.words.language import language_of as guessed

    return guessed(text)


def note_row(note: Annotation, article: DocumentRef) -> dict[str, Any]:
    """One annotation as the object that `notes --format jsonl` prints on a line."""
    return {
        "id": note.id,
        "article": {"uri": article.uri, "sha256": article.sha256, "title": article.title},
        "start": note.start,
        "end": note.end,
        "exact": note.anchor.exact,
        "prefix": note.anchor.prefix,
        "suffix": note.anchor.suffix,
        "state": note.state,
        "score": round(note.score, 3),
        "kind": note.kind,
        "note": note.note,
        "tags": list(note.tags),
        "colour": note.colour,
        "mark": note.mark,
        "speaker": note.speaker,
        "created": note.created,
        "modified": note.modified,
    }


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        ExchangeError: there is none.
    """
    if name not in FORMATS:
        raise ExchangeError(name, f"it is not one of {', '.join(FORMATS)}")
    return FORMATS[name]
