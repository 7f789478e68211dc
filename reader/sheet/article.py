"""What a sheet needs of an article: a session has it, and so has the first screen, which knows little yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.analysis.model import Analysis
    from reader.document.model import Block, Document
    from reader.placed import Placed


class Notes(Protocol):
    """The annotations of an article."""

    @property
    def placed(self) -> Placed:
        """The living annotations, to be found by where they stand."""

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The same in document order, orphans last; the same tuple until one changes."""


class Article(Protocol):
    """An open article as far as it is known by now: a session, or what the first screen has."""

    @property
    def document(self) -> Document:
        """Its text and what its format says."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What each part of it is."""

    @property
    def analysis(self) -> Analysis:
        """Who says what in it."""

    @property
    def analysed(self) -> bool:
        """Whether the analysis has arrived."""

    @property
    def notes(self) -> Notes:
        """What the reader put on it."""
