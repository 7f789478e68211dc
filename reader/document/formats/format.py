"""What an input format is, and what it makes of a file's bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from reader.document.model import Metadata
from reader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.formats.sniff import Sample
    from reader.document.model import Block, Image, Mark


class Raw(NamedTuple):
    """A file's bytes with what came along.

    Attributes:
        source: the path or URL as given.
        data: the bytes.
        charset: the encoding that a server named.
        address: where on the web it came from, where something other than the data tells it.
        warnings: what went wrong on the way, one clear sentence each.
    """

    source: str
    data: bytes
    charset: str | None = None
    address: str | None = None
    warnings: tuple[str, ...] = ()

    def refuse(self, reason: str) -> SourceError:
        """The error that says why it cannot be read."""
        return SourceError(self.source, reason)


class Content(NamedTuple):
    """What a format makes of a file; the fields are those of `Document`. `text` is clean already."""

    text: str
    title: str | None = None
    metadata: Metadata = Metadata()
    marks: tuple[Mark, ...] = ()
    hints: tuple[Block, ...] | None = None
    images: tuple[Image, ...] = ()
    warnings: tuple[str, ...] = ()


class Glance(NamedTuple):
    """What a list of articles shows of one, had more cheaply than by reading it.

    Attributes:
        title: None where the file tells none.
        published: as in `Metadata`.
        publisher: as in `Metadata`.
        words: about how many.
    """

    title: str | None
    published: str | None = None
    publisher: str | None = None
    words: int = 0


class Format(NamedTuple):
    """An input format. Its module is imported when a file is read, so that no format costs a start that does not need it.

    Attributes:
        name: as `--from` and `Document.format` name it, and as its module is called.
        label: its name in a sentence.
        suffixes: of its files, with the dot, in lower case.
        sniff: how sure a sample is of this format, 0 to 3.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    sniff: Callable[[Sample], int]

    def read(self, raw: Raw) -> Content:
        """Bytes to content; raises SourceError or MissingExtraError."""
        return self._module().read(raw)

    def glance(self, raw: Raw) -> Glance:
        """Bytes to what a list shows; raises SourceError or MissingExtraError."""
        return self._module().glance(raw)

    def _module(self) -> _Module:
        from importlib import import_module

        return cast("_Module", import_module(f"reader.document.formats.{self.name}"))


class _Module(Protocol):
    """What each format's module offers."""

    def read(self, raw: Raw) -> Content: ...

    def glance(self, raw: Raw) -> Glance: ...
