"""Export through a reader's own template: Jinja2 in its sandbox, with the articles and their notes as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.formats.format import by_article
from reader.errors import MissingExtraError, TemplateError
from reader.exchange import note_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.formats import Item
    from annotations.model import Annotation, DocumentRef

_NAME = "<template>"
"""What the traceback of a template calls its file."""


def fill(template: str, path: str, items: Sequence[Item]) -> str:
    """The template's text, filled with `articles` in document order; nothing in them is escaped.

    Args:
        template: the source, Jinja2.
        path: where it came from, for what is said of it.
        items: what it is filled with.

    Raises:
        MissingExtraError: the package that reads templates is not installed.
        TemplateError: it is no template, or it fails or asks for what is not there; names the line.
    """
    try:
        from jinja2 import StrictUndefined, TemplateSyntaxError
        from jinja2.sandbox import SandboxedEnvironment
    except ImportError as error:
        raise MissingExtraError(path, "template") from error
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    articles = [_article(article, notes) for article, notes in by_article(items)]
    try:
        text = environment.from_string(template).render(articles=articles)
    except TemplateSyntaxError as error:
        raise TemplateError(path, error.lineno, _clause(error)) from error
    except Exception as error:
        raise TemplateError(path, _line(error), _clause(error)) from error
    return text.encode("utf-8", "replace").decode()


def _article(article: DocumentRef, notes: Sequence[Annotation]) -> dict[str, Any]:
    return {
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "uri": article.uri,
        "sha256": article.sha256,
        "notes": [note_row(note, article) | {"creator": note.creator} for note in notes],
    }


def _line(error: Exception) -> int | None:
    """The template's line that failed, from 1; the innermost where a macro was called."""
    found, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == _NAME:
            found = step.tb_lineno
        step = step.tb_next
    return found


def _clause(error: Exception) -> str:
    """What went wrong, on one line and without a full stop."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
