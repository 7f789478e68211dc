"""Suggestions: where the reader should look for a passage that lost its place."""

import itertools

from annotations.anchor import make
from annotations.suggestion import suggest

OLD = (
    "The council met on Monday in the old school.\n\n"
    "The mayor said the company had known about the cracks since 2019 and had told nobody.\n\n"
    "Reporters were asked to leave at nine.\n"
)
NEW = (
    "The council met on Monday in the old school.\n\n"
    "Ana Ruiz told members that cracks were known for years, and that nobody was told.\n\n"
    "Reporters were asked to leave at nine.\n"
)
START, END = OLD.index("The mayor"), OLD.index("\n\nReporters")


def test_a_rewritten_passage_is_looked_for_between_its_neighbours() -> None:
    """With the old text kept, the place that took the passage's is the first suggestion."""
    best = suggest(NEW, make(OLD, START, END), OLD)[0]
    assert (
        NEW[best.start : best.end]
        == "Ana Ruiz told members that cracks were known for years, and that nobody was told."
    )
    assert best.reason.startswith("same neighbours on both sides")


def test_suggestions_are_disjoint_and_ranked() -> None:
    """Going to the next suggestion always shows another place, never a better one."""
    found = suggest(NEW + NEW, make(OLD, START, END), OLD)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    ranges = sorted((s.start or 0, s.end or 0) for s in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges))


def test_nothing_alike_means_no_suggestion() -> None:
    """An article that was replaced by another offers nothing."""
    assert suggest("Completely other words stand here now.\n", make(OLD, START, END), OLD) == []
