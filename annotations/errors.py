"""What can go wrong with the annotations: each error carries its data and one clear sentence."""

from __future__ import annotations


class AnnotationsError(Exception):
    """The base of all errors of this package; its text is one sentence for the user."""


class StoreError(AnnotationsError):
    """The store could not be read or written.

    Attributes:
        path: the file concerned.
        reason: a clause without a full stop.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"the store {path}: {reason}")
        self.path = path
        self.reason = reason


class QueryError(AnnotationsError):
    """A query cannot be understood.

    Attributes:
        term: the term that is wrong.
        reason: a clause without a full stop.
    """

    def __init__(self, term: str, reason: str) -> None:
        super().__init__(f"query term {term!r}: {reason}")
        self.term = term
        self.reason = reason
