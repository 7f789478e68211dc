"""Who says what is said of somebody: "Ruiz was accused of “…”" is no statement of hers."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import study

OPENING = "Ana Ruiz has run the ferry in Lund since May. Tom Okafor is the harbour master."


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruiz was accused of “lying.”",
        "Ruiz was widely described as “late.”",
        "Ruiz is seen as “weak.”",
        "Ruiz was told the ferry was “late.”",
        "Ruiz is said to be “furious.”",
        "Ruiz was ordered to “stay away.”",
        "Ruiz, described as “late,” left.",
        "A plan described as “weak” was dropped.",
        "Asked whether it was “late,” Ruiz said no.",
        "“It is late,” Ruiz was told.",
    ],
)
def test_what_is_said_of_somebody_is_said_by_nobody_who_is_named(sentence: str) -> None:
    """To put an accusation into the mouth of the accused is the worst that can be got wrong."""
    _, analysis = study(f"{OPENING}\n{sentence}")
    assert [s.speaker for s in analysis.statements if s.quotations] == [None]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Ruiz was accused by Okafor of “lying.”", "Tom Okafor"),
        ("Ruiz has been accused of “lying” by Okafor.", "Tom Okafor"),
        ("The plan was described as “weak” by Okafor.", "Tom Okafor"),
        ("Ruiz was quoted as saying it was “late.”", "Ana Ruiz"),
        ("Ruiz is said to have replied that it was “late.”", "Ana Ruiz"),
        ("Ruiz was convinced it was “late.”", "Ana Ruiz"),
        ("Ruiz was not accused and said it was “late.”", "Ana Ruiz"),
    ],
)
def test_a_passive_that_tells_who_speaks_is_theirs(sentence: str, speaker: str) -> None:
    """Whom "by" names says it, and so does whoever is quoted as saying it, or is convinced of it."""
    _, analysis = study(f"{OPENING}\n{sentence}")
    assert [s.speaker for s in analysis.statements if s.quotations] == [speaker]
