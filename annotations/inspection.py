"""A look at a store without a touch: what is wrong with it, and how much it holds."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import StoreError
from annotations.schema import ANNOTATIONS, ARTICLES

if TYPE_CHECKING:
    from annotations.ledger.rows import Rows
    from annotations.ledger.upkeep import Finding


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was seen.

    Attributes:
        findings: what is wrong.
        notices: what is no fault but worth to know, a sentence each.
        articles: how many living ones there are, as far as they can be read.
        annotations: likewise.
    """

    findings: tuple[Finding, ...]
    notices: tuple[str, ...]
    articles: int
    annotations: int


def inspect(path: Path | str) -> Inspection:
    """Look at the store at a path; nothing is written, mended or made there.

    Raises:
        StoreError: it cannot be read at all.
    """
    from annotations.ledger import upkeep
    from annotations.ledger.ledger import Ledger, reason
    from annotations.texts import Texts

    ledger = Ledger(Path(os.path.realpath(path)))
    try:
        findings = tuple(upkeep.inspect(ledger, Texts(ledger.places.texts)))
    except OSError as error:
        raise StoreError(str(path), f"it cannot be read: {reason(error)}") from error
    tables = ledger.tables
    return Inspection(
        findings, tuple(ledger.notices), _living(tables[ARTICLES]), _living(tables[ANNOTATIONS])
    )


def _living(rows: Rows) -> int:
    stored = (rows.get(doc) for doc in rows)
    return sum(isinstance(row, dict) and row.get("deleted") is None for row in stored)
