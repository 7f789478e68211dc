"""What can go wrong for the reader of an article: each error carries its data and one clear sentence."""

from __future__ import annotations


class ReaderError(Exception):
    """The base of all errors that end in one sentence to the user and exit status 1 or 2.

    Attributes:
        exit_status: 1 where the work failed, 2 where the call was wrong.
    """

    exit_status = 1


class SourceError(ReaderError):
    """An article could not be read.

    Attributes:
        path: what was asked for, as the user wrote it.
        reason: a clause without a full stop, such as "it is a directory".
    """

    def __init__(self, path: str, reason: str, *, wrong_call: bool = False) -> None:
        super().__init__(f"cannot read {path}: {reason}")
        self.path = path
        self.reason = reason
        if wrong_call:
            self.exit_status = 2


class MissingExtraError(ReaderError):
    """A format needs an optional package that is not installed.

    Attributes:
        path: the file that needs it.
        extra: the name of Pullquote's extra that brings it.
    """

    def __init__(self, path: str, extra: str) -> None:
        super().__init__(
            f"cannot read {path}: it needs the extra '{extra}'; pip install 'pullquote[{extra}]' brings it"
        )
        self.path = path
        self.extra = extra


class TemplateError(ReaderError):
    """A reader's template could not be filled.

    Attributes:
        path: the template's file.
        line: where it failed, from 1; None where that is not known.
        reason: a clause without a full stop.
    """

    exit_status = 2

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        super().__init__(f"template {path}: {'' if line is None else f'line {line}: '}{reason}")
        self.path = path
        self.line = line
        self.reason = reason


class ExchangeError(ReaderError):
    """Annotations could not be exported or imported as asked.

    Attributes:
        format: the name of the format as the user wrote it.
        reason: a clause without a full stop.
    """

    exit_status = 2

    def __init__(self, format: str, reason: str) -> None:
        super().__init__(f"format {format}: {reason}")
        self.format = format
        self.reason = reason


class OutputError(ReaderError):
    """A file could not be written.

    Attributes:
        path: the file.
        reason: a clause without a full stop.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"cannot write {path}: {reason}")
        self.path = path
        self.reason = reason


class CallError(ReaderError):
    """The command was called with words that do not go together."""

    exit_status = 2
