"""Our own JSON, an annotation or correction with its article a line: as complete as the other, for programs that read line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from annotations.formats.format import (
    ALL_FIELDS,
    Broken,
    Corrected,
    Format,
    Item,
    Loaded,
    corrections_in_order,
    file_name,
    in_order,
)
from annotations.formats.rows import annotation_of, article_of, as_row, correction_of, unknown
from annotations.model import Annotation, Correction, DocumentRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def dump(items: Sequence[Item], corrections: Sequence[Corrected] = ()) -> dict[str, str]:
    """One file, the corrections after the annotations; the same items give the same bytes."""
    rows = [
        *({"annotation": as_row(i.annotation), "article": as_row(i.article)} for i in in_order(items)),
        *(
            {"correction": as_row(c.correction), "article": as_row(c.article)}
            for c in corrections_in_order(corrections)
        ),
    ]
    articles = {i.article.id: i.article for i in items} | {c.article.id: c.article for c in corrections}
    name = file_name(list(articles.values()), FORMAT.extension)
    return {name: "".join(orjson.dumps(row).decode() + "\n" for row in rows)}


def load(files: Mapping[str, str]) -> Loaded:
    """The items of files that `dump` made; a broken line is named and the rest taken."""
    items: list[Item] = []
    corrections: list[Corrected] = []
    broken: list[Broken] = []
    notices: list[str] = []
    for name, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            where = f"line {number}"
            try:
                item, left_out = _item(line)
            except ValueError as error:
                broken.append(Broken(name, where, str(error)))
                continue
            if isinstance(item, Item):
                items.append(item)
            else:
                corrections.append(item)
            if left_out:
                notices.append(f"{name}: {where}: left out what has no place here: {', '.join(left_out)}.")
    return Loaded(tuple(items), tuple(broken), tuple(notices), tuple(corrections))


def _item(line: str) -> tuple[Item | Corrected, list[str]]:
    """A line's item or correction, and names of what was left out. Raises ValueError with the reason."""
    try:
        row = orjson.loads(line)
    except (orjson.JSONDecodeError, UnicodeEncodeError) as error:
        raise ValueError(f"it is no JSON ({error})") from None
    if not isinstance(row, dict) or "article" not in row or ("annotation" in row) == ("correction" in row):
        raise ValueError('it must be an object with "article" and either "annotation" or "correction"')
    article = article_of(row["article"])
    more = unknown(row["article"], DocumentRef)
    if "annotation" in row:
        annotation = annotation_of(row["annotation"])
        _check_article(annotation, article)
        return Item(annotation, article), [*unknown(row["annotation"], Annotation), *more]
    correction = correction_of(row["correction"])
    _check_article(correction, article)
    return Corrected(correction, article), [*unknown(row["correction"], Correction), *more]


def _check_article(row: Annotation | Correction, article: DocumentRef) -> None:
    if row.article != article.id:
        raise ValueError(f"its article is {row.article}, and {article.id} stands beside it")


FORMAT = Format(
    name="jsonl",
    extension=".jsonl",
    title="Pullquote's own JSON, an annotation a line",
    fields=ALL_FIELDS,
    dump=dump,
    load=load,
    tombstones=True,
    dump_corrected=dump,
)
