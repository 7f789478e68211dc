"""Tags each article by a tagger that was learned on others, as those of a new article are.

A tagger knows the articles that it was learned from better than any other; what learns from its tags on those would
trust them too much.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from benchmarks.training.tagged import read_named
from benchmarks.training.tagger import learn
from reader.analysis.words import tagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def taggers_of(
    corpus: Path, names: Sequence[str], folds: int, kept: Path | None = None
) -> list[tagger.Weights]:
    """A tagger for each fold of the named articles, learned on the other folds.

    Args:
        names: the article at place n is of fold n modulo `folds`.
        kept: a folder where the taggers are looked for first, and written to.
    """
    found = []
    tagged = None
    for fold in range(folds):
        file = kept / f"tagger.{fold}.bin" if kept else None
        if file and file.exists():
            found.append(tagger.unpack(file.read_bytes()))
            continue
        tagged = tagged or read_named(corpus, names)
        others = [tagged[name] for n, name in enumerate(names) if n % folds != fold and name in tagged]
        found.append(learn(others))
        if file:
            file.write_bytes(tagger.pack(found[-1]))
    return found


@contextmanager
def tagged_by(weights: tagger.Weights | None) -> Iterator[None]:
    """While this lasts, all text is tagged by these weights; None for those that come with the program."""
    if weights is None:
        yield
    else:
        with patch.object(tagger, "load", lambda: weights):
            yield
