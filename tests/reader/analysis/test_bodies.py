"""Bodies whose names hold small words: one name each, and never two bodies in one."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import study
from tests.reader.analysis.test_names import names


@pytest.mark.parametrize(
    "body",
    [
        "Health and Safety Executive",
        "Equality and Human Rights Commission",
        "Bar and Restaurant Guild",
        "Women and Equalities Committee",
        "Lund Fire and Rescue Service",
        "Police and Crime Commission",
        "Housing, Roads and Parks Committee",
        "Doctors Without Borders",
        "Mothers Against Dams",
        "U.S. Geological Survey",
        "Institute for the Study of War",
        "Movement for the Emancipation of the Niger Delta",
        "Society for the Prevention of Cruelty to Animals",
    ],
)
def test_a_body_keeps_the_whole_of_its_name(body: str) -> None:
    """Protects what a body is for from being cut at "and", within a sentence and where one opens with it."""
    assert names(f"It rained, the {body} told us.") == [(body, "organisation")]
    assert names(f"The {body} said so.") == [(body, "organisation")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then the White House and State Department spoke.", ["White House", "State Department"]),
        ("Then the Government and Health Executive spoke.", ["Government", "Health Executive"]),
        ("Then Barclays and the Dredging Board spoke.", ["Barclays", "Dredging Board"]),
        ("Then the Health Trust and Ana Ruiz spoke.", ["Health Trust", "Ana Ruiz"]),
        ("Then Water, Power and Gas Board spoke.", ["Water", "Power and Gas Board"]),
    ],
)
def test_two_who_are_joined_stay_two(text: str, found: list[str]) -> None:
    """Protects the names of two bodies, and of a body and a person, that only stand beside each other."""
    assert [name for name, _ in names(text)] == found


def test_a_body_is_shown_and_listed_by_the_whole_of_its_name() -> None:
    """Protects the source that is painted and the list of speakers, whatever a tagger makes of its first word."""
    text, analysis = study("“It was out in an hour,” the Fire and Rescue Service said.")
    source = analysis.statements[0].source
    assert source is not None
    assert text[source.start : source.end] == "the Fire and Rescue Service"
    assert [speaker.name for speaker in analysis.speakers] == ["Fire and Rescue Service"]


def test_a_government_is_one_however_it_is_named() -> None:
    """Protects the list of speakers from the same body three times: behind "whose", by its country, by its adjective."""
    _, analysis = study(
        "The ship came to Norway, whose government said the pier was too short. "
        "Norway's government said it would be mended. The Norwegian government has said nothing since."
    )
    assert {statement.speaker for statement in analysis.statements} == {"Norway's government"}


def test_whose_means_the_one_named_before_it() -> None:
    """Protects who is heard through somebody else: the lawyer of the person before the comma, not nobody."""
    _, analysis = study("The judge heard Ana Ruiz, whose lawyer said the boat had been sold.")
    assert [statement.speaker for statement in analysis.statements] == ["Ana Ruiz's lawyer"]
