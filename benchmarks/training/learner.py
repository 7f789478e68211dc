"""Log-linear models by AdaGrad, in plain Python: one that says yes or no, one that picks among candidates.

Source: Duchi, Hazan, Singer 2011, Adaptive Subgradient Methods; the L2 penalty is applied where a feature is seen.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RATE = 0.1
L2 = 5e-3


class Vocabulary:
    """Features seen in enough articles, as numbers."""

    def __init__(self, articles: Iterable[Iterable[Iterable[str]]], least: int) -> None:
        """Count each feature once an article; keep those in `least` articles or more."""
        counts: dict[str, int] = defaultdict(int)
        for article in articles:
            for feature in {f for features in article for f in features}:
                counts[feature] += 1
        self.names = sorted(f for f, n in counts.items() if n >= least)
        self.index = {f: i for i, f in enumerate(self.names)}

    def numbers(self, features: Sequence[str]) -> list[int]:
        """The numbers of the features that are kept."""
        index = self.index
        return [index[f] for f in features if f in index]


class Trainer:
    """Weights under training, with AdaGrad's running sums."""

    def __init__(self, size: int, rate: float = RATE) -> None:
        """All weights at 0."""
        self.rate = rate
        self.weights = [0.0] * size
        self.sums = [1e-6] * size

    def step(self, features: Sequence[int], gradient: float) -> None:
        """Move the weights of `features` against `gradient`."""
        weights, sums, rate = self.weights, self.sums, self.rate
        for f in features:
            g = gradient + L2 * weights[f]
            sums[f] += g * g
            weights[f] -= rate * g / math.sqrt(sums[f])

    def score(self, features: Sequence[int]) -> float:
        """The sum of the weights."""
        weights = self.weights
        return sum([weights[f] for f in features])


def learn_binary(
    examples: list[tuple[list[int], float]],
    size: int,
    *,
    epochs: int = 6,
    seed: int = 1,
    rate: float = RATE,
) -> list[float]:
    """Weights of a logistic model; an example is its features and how true it is, 0 to 1."""
    trainer, order = Trainer(size, rate), random.Random(seed)
    mean = [0.0] * size
    for epoch in range(epochs):
        order.shuffle(examples)
        for features, label in examples:
            score = max(-30.0, min(30.0, trainer.score(features)))
            trainer.step(features, 1.0 / (1.0 + math.exp(-score)) - label)
        if epoch >= epochs // 2:
            mean = [m + w for m, w in zip(mean, trainer.weights, strict=True)]
    return [m / (epochs - epochs // 2) for m in mean]


def learn_choice(
    examples: list[tuple[list[list[int]], frozenset[int]]],
    size: int,
    *,
    epochs: int = 6,
    seed: int = 1,
    rate: float = RATE,
) -> list[float]:
    """Weights of a softmax over candidates; an example is the candidates' features and the right ones' indices."""
    trainer, order = Trainer(size, rate), random.Random(seed)
    mean = [0.0] * size
    for epoch in range(epochs):
        order.shuffle(examples)
        for candidates, right in examples:
            scores = [trainer.score(c) for c in candidates]
            top = max(scores)
            shares = [math.exp(max(-40.0, s - top)) for s in scores]
            total, wanted = sum(shares), sum(shares[r] for r in right)
            for place, features in enumerate(candidates):
                gradient = shares[place] / total - (shares[place] / wanted if place in right else 0.0)
                if abs(gradient) > 1e-3:
                    trainer.step(features, gradient)
        if epoch >= epochs // 2:
            mean = [m + w for m, w in zip(mean, trainer.weights, strict=True)]
    return [m / (epochs - epochs // 2) for m in mean]
