"""Surnames that look like another word, and names that begin with a small one."""

from __future__ import annotations

import pytest

from reader.analysis.words.surnames import is_surname, surnames
from reader.document.model import Block
from tests.reader.analysis.test_analyse import study

NAMES = [
    "Theresa May",
    "George Will",
    "Carmen Read",
    "Hannah Park",
    "Jan Young",
    "Charlotte Lake",
    "Teresa Best",
    "Fatima al-Rashid",
    "Hana el-Sayed",
    "Maria de la Cruz",
    "Anke van Dijk",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "sentence",
    [
        "“It is late,” {} said.",
        "“It is late,” said {}.",
        "In the end, {} said that it was “too late”.",
        "The council was told by {} that it was “too late”.",
        "According to {}, it was “too late”.",
    ],
)
def test_a_surname_is_one_whatever_else_it_means(name: str, sentence: str) -> None:
    """A prime minister called May must not be a month, nor an official called Park a place."""
    last = name.split(" ", 1)[1]
    text = f"Prime Minister {name} opened the meeting after the storm in May.\n" + sentence.format(last)
    _, analysis = study(text)
    assert [s.speaker for s in analysis.statements if s.quotations] == [name]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Omar al-Karim", "Karim"),
        ("Hana el-Sayed", "Sayed"),
        ("Marine Le Fort", "Le Fort"),
        ("Tae Jin-woo", "Tae"),
        ("Qorvath Benu", "Benu"),
    ],
)
def test_a_part_of_a_name_is_the_one_who_bears_it(name: str, short: str) -> None:
    """Protects Arabic names without their article, names of two words, and those that no list knows."""
    _, analysis = study(f"{name} was there. The storm hit the pier.\n“It is late,” {short} said.")
    assert [s.speaker for s in analysis.statements if s.quotations] == [name]


def test_a_surname_is_no_place_behind_according_to() -> None:
    """Places say little; whoever bears the name of one does."""
    _, analysis = study("Keisha Washington was there, he said.\nAccording to Washington, it was “too late”.")
    assert [s.speaker for s in analysis.statements if s.quotations] == ["Keisha Washington"]


def test_a_month_stays_one_beside_someone_of_that_name() -> None:
    """Not every May is Theresa May."""
    words = [
        "In",
        "May",
        "she",
        "left",
        ",",
        "and",
        "May",
        "said",
        "on",
        "May",
        "3",
        "that",
        "the",
        "May",
        "she",
        "knew",
        "was",
        "gone",
    ]
    known = frozenset({"May"})
    assert [is_surname(words, i, known) for i, word in enumerate(words) if word == "May"] == [
        False,
        True,
        False,
        True,
    ]


def test_a_headline_tells_no_surname() -> None:
    """Where all words have great initials, "Sanders Says" names nobody."""
    head = "Bernie Says Young People Want Better Boats"
    text = f"{head}\nMrs May met Jan Young there."
    blocks = [
        Block("paragraph", 0, len(head)),
        Block("paragraph", len(head) + 1, len(text)),
    ]
    assert surnames(text, blocks) == {"May", "Young"}
