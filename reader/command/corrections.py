"""The reader's corrections as `analyze --corrected` applies them: taken from the store once, found by article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotations.model import Correction
    from reader.command.settings import Settings
    from reader.document.model import Document


@dataclass(frozen=True)
class Corrections:
    """Finds the corrections for an article in the rows that the store held; travels to worker processes."""

    articles: tuple[Any, ...]
    rows: dict[str, tuple[Correction, ...]]
    texts: dict[str, str | None]

    def __call__(self, document: Document) -> tuple[Correction, ...]:
        from reader.reference import uri_of
        from reader.study import Found, find_again, is_still

        uri, url = uri_of(document.source), document.metadata.url
        same_text = [a for a in self.articles if document.sha256 in (a.sha256, *a.earlier)]
        same_place = [a for a in self.articles if a.uri == uri or (url and a.url == url)]
        for ref in [*(a for a in same_text if a in same_place), *same_place, *same_text]:
            if not is_still(ref, document, self.texts.get):
                continue
            found = Found(ref, (), self.rows.get(ref.id, ()), self.texts)
            return find_again(document.text, document.sha256, found).corrections
        return ()


def corrections_in(settings: Settings) -> Corrections:
    """All corrections that the store holds."""
    with settings.store_at_hand() as store:
        rows: dict[str, tuple[Correction, ...]] = {}
        for row in store.corrections(None):
            rows[row.article] = (*rows.get(row.article, ()), row)
        articles = tuple(a for a in store.articles() if a.id in rows)
        shas = {row.anchor.sha256 for group in rows.values() for row in group if row.anchor}
        shas |= {article.sha256 for article in articles}
        return Corrections(articles, rows, {sha: store.text(sha) for sha in shas})
