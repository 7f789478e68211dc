"""Our own JSON: everything annotations, corrections and their articles hold, tombstones too. Its schema is published in `docs/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from annotations.formats.format import (
    ALL_FIELDS,
    Broken,
    Corrected,
    Format,
    Item,
    Loaded,
    by_article,
    corrections_in_order,
    file_name,
)
from annotations.formats.rows import annotation_of, article_of, as_row, correction_of, unknown
from annotations.model import Annotation, Correction, DocumentRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FORMAT_NAME = "pullquote-annotations"
VERSION = 1


def dump(items: Sequence[Item], corrections: Sequence[Corrected] = ()) -> dict[str, str]:
    """One file with the articles and their annotations in document order; the same items give the same bytes."""
    groups = by_article(items)
    ordered = corrections_in_order(corrections)
    articles = {article.id: article for article, _ in groups}
    for corrected in ordered:
        articles.setdefault(corrected.article.id, corrected.article)
    whole = {
        "format": FORMAT_NAME,
        "version": VERSION,
        "articles": [as_row(article) for article in articles.values()],
        "annotations": [as_row(note) for _, notes in groups for note in notes],
    }
    if ordered:
        whole["corrections"] = [as_row(corrected.correction) for corrected in ordered]
    name = file_name(list(articles.values()), FORMAT.extension)
    return {name: orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode() + "\n"}


def load(files: Mapping[str, str]) -> Loaded:
    """The items of files that `dump` made; what is broken is named and the rest taken."""
    reading = _Reading()
    for name, text in files.items():
        reading.file(name, text)
    return Loaded(
        tuple(reading.items), tuple(reading.broken), tuple(reading.notices), tuple(reading.corrections)
    )


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.broken: list[Broken] = []
        self.notices: list[str] = []
        self.corrections: list[Corrected] = []

    def file(self, name: str, text: str) -> None:
        try:
            whole = orjson.loads(text)
        except (orjson.JSONDecodeError, UnicodeEncodeError) as error:
            self.broken.append(Broken(name, "", f"it is no JSON ({error})"))
            return
        reason = _wrong(whole)
        if reason:
            self.broken.append(Broken(name, "", reason))
            return
        rows = self._rows(name, "articles", whole["articles"], article_of, DocumentRef)
        articles = {article.id: article for _, article in rows}
        for where, note in self._rows(name, "annotations", whole["annotations"], annotation_of, Annotation):
            if self._has_article(name, where, note, articles):
                self.items.append(Item(note, articles[note.article]))
        corrections = whole.get("corrections", [])
        if not isinstance(corrections, list):
            self.broken.append(Broken(name, "corrections", "it must be a list"))
            return
        for where, row in self._rows(name, "corrections", corrections, correction_of, Correction):
            if self._has_article(name, where, row, articles):
                self.corrections.append(Corrected(row, articles[row.article]))

    def _has_article(
        self, name: str, where: str, row: Annotation | Correction, articles: Mapping[str, DocumentRef]
    ) -> bool:
        if row.article not in articles:
            self.broken.append(Broken(name, where, f"its article {row.article} is not in the file"))
        return row.article in articles

    def _rows(
        self, name: str, key: str, rows: list[Any], built: Callable[[object], Any], kind: Any
    ) -> list[tuple[str, Any]]:
        good = []
        for number, row in enumerate(rows):
            where = f"{key}[{number}]"
            try:
                good.append((where, built(row)))
            except ValueError as error:
                self.broken.append(Broken(name, where, str(error)))
                continue
            more = unknown(row, kind)
            if more:
                self.notices.append(f"{name}: {where}: left out what has no place here: {', '.join(more)}.")
        return good


def _wrong(whole: object) -> str | None:
    """What is wrong with the file as a whole."""
    if not isinstance(whole, dict) or whole.get("format") != FORMAT_NAME:
        return f'it is no {FORMAT_NAME} file ("format" is missing)'
    version = whole.get("version")
    if version != VERSION:
        return f"its version is {version!r}; this Pullquote reads version {VERSION}"
    for key in ("articles", "annotations"):
        if not isinstance(whole.get(key), list):
            return f'"{key}" must be a list'
    return None


FORMAT = Format(
    name="json",
    extension=".json",
    title="Pullquote's own JSON, complete",
    fields=ALL_FIELDS,
    dump=dump,
    load=load,
    tombstones=True,
    dump_corrected=dump,
)
