"""The chain that weighs what holds for each unit against what usually follows what.

A linear-chain conditional random field: what it has learned is in `weights.txt`, learned by `benchmarks.training.blocks`.
Source: J. Lafferty, A. McCallum, F. Pereira, "Conditional random fields", ICML 2001.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NOISE = "other"
"""What the chain calls everything that is not of the story."""


_NEVER = 1e-9


@dataclass(frozen=True)
class Chain:
    """Learned weights, natural logarithms of odds.

    Attributes:
        kinds: what a unit can be; `NOISE` is one of them.
        follows: for each kind, the weight of each kind that follows it.
        weights: of each feature, for each kind.
    """

    kinds: tuple[str, ...]
    follows: tuple[tuple[float, ...], ...]
    weights: dict[str, tuple[float, ...]]

    def likely(
        self, features: Sequence[Sequence[str]], known: Sequence[str | None]
    ) -> list[dict[str, float]]:
        """For each unit how likely it is of each kind, given all of them; the shares of a unit sum to 1.

        Args:
            features: what holds for each unit.
            known: the kind of each unit where it is sure; None where it is not.

        Forward and backward sums, scaled at each step so that a text of any length stays within range.
        """
        size = len(self.kinds)
        emit = [self._emit(names, kind) for names, kind in zip(features, known, strict=True)]
        step = [[exp(weight) for weight in row] for row in self.follows]
        into = list(zip(*step, strict=True))
        forward: list[list[float]] = []
        before = [1.0] * size
        for i, local in enumerate(emit):
            sums = [sum(map(float.__mul__, before, column)) for column in into] if i else before
            before = _scaled([a * b for a, b in zip(sums, local, strict=True)])
            forward.append(before)
        found: list[dict[str, float]] = []
        after = [1.0] * size
        for i in range(len(emit) - 1, -1, -1):
            shares = _scaled([a * b for a, b in zip(forward[i], after, strict=True)])
            found.append(dict(zip(self.kinds, shares, strict=True)))
            ahead = [a * b for a, b in zip(after, emit[i], strict=True)]
            after = _scaled([sum(map(float.__mul__, row, ahead)) for row in step])
        return found[::-1]

    def _emit(self, names: Sequence[str], known: str | None) -> list[float]:
        if known:
            return [1.0 if kind == known else _NEVER for kind in self.kinds]
        rows = [weights for name in names if (weights := self.weights.get(name))]
        sums = list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * len(self.kinds)
        most = max(sums)
        return [exp(value - most) for value in sums]


def _scaled(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values]


@cache
def learned() -> Chain:
    """The chain that comes with the program: hundredths, a row of kinds, then what follows each, then each feature."""
    rows = [line.split() for line in Path(__file__).with_name("weights.txt").read_text("utf-8").splitlines()]
    table = {row[0]: tuple(int(value) / 100 for value in row[1:]) for row in rows[1:]}
    kinds = tuple(rows[0])
    return Chain(kinds, tuple(table.pop(f">{kind}") for kind in kinds), table)
