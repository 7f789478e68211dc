"""Learns the trees that correct the scores of a quotation's answers, by gradient boosting over a softmax.

A question is a quotation with its answers: a row of measures and a score for each, and which of them are right. Needs
lightgbm and numpy.

Source: Friedman 2001, Greedy function approximation; the loss is that of `learner.learn_choice`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.analysis.trees import Forest

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
    "num_threads": 2,
    "verbose": -1,
}


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


def learn_forest(lessons: list[Lesson]) -> Forest:
    """The trees that make right answers likelier."""
    models = [learn(lessons, seed) for seed in SEEDS]
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
