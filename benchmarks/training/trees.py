"""Learns the trees that correct the scores of a quotation's answers, by gradient boosting over a softmax; and those
that tell which readings of frames hold.

A question is a quotation with its answers: a row of measures and a score for each, and which of them are right. Needs
lightgbm and numpy.

Source: Friedman 2001, Greedy function approximation; the loss is that of `learner.learn_choice`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.analysis.learned.trees import Forest

ROUNDS = 100
SEEDS = (1, 2)
"""A forest for each; their mean is steadier than either."""
SETTINGS = {
    "learning_rate": 0.1,
    "num_leaves": 31,
    "min_data_in_leaf": 20,
    "min_sum_hessian_in_leaf": 1,
    "lambda_l2": 5,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "num_threads": 1,
    "verbose": -1,
}
READINGS = {"learning_rate": 0.08, "num_leaves": 40, "min_data_in_leaf": 40}
READING_ROUNDS = 150
"""What differs for the readings of frames, which are many more than quotations."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with its right answers.

    Attributes:
        rows: the measures of each answer.
        scores: what the trees add to.
        right: of each answer, whether it is right; at least one is.
    """

    rows: list[list[float]]
    scores: list[float]
    right: list[bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reading of a frame.

    Attributes:
        row: its measures.
        probability: what the trees add to, as log odds.
        worth: how right it is, 0 to 1.
    """

    row: list[float]
    probability: float
    worth: float


def learn_forest(lessons: list[Lesson]) -> Forest:
    """The trees that make right answers likelier."""
    return _forest([learn(lessons, seed) for seed in SEEDS])


def learn_verdicts(verdicts: list[Verdict]) -> Forest:
    """The trees that tell right readings from others."""
    import lightgbm
    import numpy as np

    rows = np.array([v.row for v in verdicts], float)
    probability = np.clip(np.array([v.probability for v in verdicts]), 1e-6, 1 - 1e-6)
    data = lightgbm.Dataset(
        rows,
        label=np.array([v.worth for v in verdicts]),
        init_score=np.log(probability / (1 - probability)),
        params={"max_bin": SETTINGS["max_bin"]},
    )
    settings = {**SETTINGS, **READINGS, "objective": "cross_entropy", "seed": SEEDS[0]}
    return _forest([lightgbm.train(settings, data, num_boost_round=READING_ROUNDS)])


def _forest(models: list[Any]) -> Forest:
    forest = Forest([], [], [])
    for model in models:
        for tree in model.dump_model()["tree_info"]:
            forest.roots.append(_plant(forest, tree["tree_structure"], 1 / len(models)))
    return forest


def learn(lessons: list[Lesson], seed: int) -> Any:
    """One model of lightgbm."""
    import lightgbm
    import numpy as np

    sizes = np.array([len(lesson.right) for lesson in lessons])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    right = np.concatenate([np.array(lesson.right, float) for lesson in lessons])

    def shares(scores: Any) -> Any:
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        return raised / np.repeat(np.add.reduceat(raised, starts), sizes)

    def slope(scores: Any, _: Any) -> tuple[Any, Any]:
        share = shares(scores)
        wanted = share * right
        wanted = wanted / np.repeat(np.add.reduceat(wanted, starts), sizes)
        return share - wanted, np.maximum(share * (1 - share), 1e-4)

    rows = np.array([row for lesson in lessons for row in lesson.rows], float)
    scores = np.array([score for lesson in lessons for score in lesson.scores])
    data = lightgbm.Dataset(rows, label=right, init_score=scores, params={"max_bin": SETTINGS["max_bin"]})
    return lightgbm.train({**SETTINGS, "objective": slope, "seed": seed}, data, num_boost_round=ROUNDS)


def _plant(forest: Forest, node: dict[str, Any], share: float) -> int:
    """Add a node with all below it to a forest; its number there."""
    if "leaf_value" in node:
        forest.leaves.append(node["leaf_value"] * share)
        return -len(forest.leaves)
    number = len(forest.nodes)
    forest.nodes.append((0, 0.0, 0, 0))
    low = _plant(forest, node["left_child"], share)
    high = _plant(forest, node["right_child"], share)
    forest.nodes[number] = (node["split_feature"], node["threshold"], low, high)
    return number
