"""Whom a description means: by role, by whose, by party and place, by who was brought in before, and when it is no one."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_cast import name, resolve

BESIDE = {
    "over a clause": (
        "Bo Lund ran past. The guard I was waiting for, Ana Ruiz, waved and said so.",
        "The guard",
        "Ana Ruiz",
    ),
    "over another name": (
        "The head of the fund backing Mayor Bo Lund for governor, Ana Ruiz, praised it.",
        "The head",
        "Ana Ruiz",
    ),
    "after named": (
        "Outside the works in the suburb of Santa Clara, a welder named Ana Ruiz said so.",
        "a welder",
        "Ana Ruiz",
    ),
    "not over a verb": (
        "Ana Ruiz spoke. The candidate blasted Bo Lund over it.",
        "Ana Ruiz|The candidate",
        "Ana Ruiz",
    ),
    "not over a verb in a headline": (
        "Lund Chief Praises Bo Okafor Over Ferry Plan\nAna Ruiz, the chief of Lund, spoke.",
        "Lund Chief",
        "Ana Ruiz",
    ),
    "not the next in a row": (
        "Aides to Ana Ruiz of Ohio, a former judge, and Gov. Bo Okafor said so.",
        "a former judge",
        "former judge",
    ),
    "not over a participle": (
        "A gunman claiming kinship with Bo Lund said so.",
        "A gunman",
        "gunman",
    ),
    "not whose study it is": (
        "A study by a noted sociologist, Ana Ruiz, found so.",
        "A study",
        "study",
    ),
}


@pytest.mark.parametrize(("text", "sources", "expected"), BESIDE.values(), ids=BESIDE)
def test_a_description_is_whom_the_words_beside_it_name(text: str, sources: str, expected: str) -> None:
    """An apposition goes before everything else, over what tells which one is meant; an object is none."""
    assert name(text, *sources.split("|")) == expected


MEANT = {
    "the nearer of two of one office": (
        "Governor Ana Ruiz opened the fair.\nMuch later Governor Tom Okafor came. Okafor waved. The governor said so.",
        "The governor",
        "Tom Okafor",
    ),
    "not the one of another party": (
        "Republican candidate Ana Ruiz met Democratic candidate Tom Okafor. The GOP candidate said so.",
        "The GOP candidate",
        "Ana Ruiz",
    ),
    "the office by its short form": (
        "Kent Gov. Ana Ruiz spoke.\nTom Okafor laughed. The Kent governor said so.",
        "The Kent governor",
        "Ana Ruiz",
    ),
    "the one of that state": (
        "Sen. Ana Ruiz (R-Fla.) met Sen. Tom Okafor, D-Ohio. Okafor left. The Florida senator said so.",
        "The Florida senator",
        "Ana Ruiz",
    ),
    "a party alone": (
        "Rep. Ana Ruiz (R-Fla.) met Rep. Tom Okafor, D-N.J. Okafor left. The Florida Republican said so.",
        "The Florida Republican",
        "Ana Ruiz",
    ),
    "a party and where one sits": (
        "Republican strategist Bo Lund waited. Senator Ana Ruiz of Florida ran. Lund spoke. The Florida Republican said so.",
        "Lund|The Florida Republican",
        "Ana Ruiz",
    ),
    "a party's member, whatever the office": (
        "Speaker Ana Ruiz gave an interview. The Kent Republican said so.",
        "Ana Ruiz|The Kent Republican",
        "Ana Ruiz",
    ),
    "of a place, behind a title": (
        "Senator Ana Ruiz of Vermont and Senator Tom Okafor of Ohio came. Okafor left. The Vermont senator said so.",
        "The Vermont senator",
        "Ana Ruiz",
    ),
    "no deputy": (
        "Vice President Ana Ruiz met President Tom Okafor. The vice president said so.",
        "The vice president",
        "Ana Ruiz",
    ),
    "a candidate who holds an office": (
        "Mayor Ana Ruiz spoke at length. The presumptive Republican presidential nominee said so.",
        "Ana Ruiz|The presumptive Republican presidential nominee",
        "Ana Ruiz",
    ),
    "not whom the sentence goes on to name": (
        "Ana Ruiz spoke. Bo Lund spoke. The candidate told Lund so.",
        "Ana Ruiz|Bo Lund|The candidate",
        "Ana Ruiz",
    ),
    "not whom the quotation names": (
        'Ana Ruiz waited. Bo Lund spoke. "Lund is wrong," the candidate said.',
        "Bo Lund|the candidate",
        "Ana Ruiz",
    ),
    "what was once": (
        "President Bo Lund met former President Ana Ruiz. The former president said so.",
        "The former president",
        "Ana Ruiz",
    ),
}


@pytest.mark.parametrize(("text", "sources", "expected"), MEANT.values(), ids=MEANT)
def test_among_several_of_a_role_the_fitting_and_near_one_is_meant(
    text: str, sources: str, expected: str
) -> None:
    """Party, office, time and nearness decide between people whom the noun fits alike."""
    assert name(text, *sources.split("|")) == expected


NOBODY = {
    "a spokesman of the last speaker": (
        "Prime Minister Ana Ruiz spoke. Ruiz's spokesman said so.",
        "Ana Ruiz|Ruiz's spokesman",
        "Ruiz's spokesman",
    ),
    "the same again": (
        "Bo Lund spoke. Ruiz's spokesman said so. The spokesman said more.",
        "Bo Lund|Ruiz's spokesman|The spokesman",
        "Ruiz's spokesman",
    ),
    "another's lawyer": (
        "Ana Ruiz's lawyer Bo Lund left. Tom Okafor stayed. Okafor's lawyer said so.",
        "Okafor's lawyer",
        "Okafor's lawyer",
    ),
    "a friend of another": (
        "Bo Lund, a friend, said so."
        + "\nIt rained." * 7
        + "\nAna Ruiz left. Her childhood friend said more.",
        "Her childhood friend",
        "Her childhood friend",
    ),
    "his, not hers": (
        "Her campaign said so. His campaign said more.",
        "Her campaign|His campaign",
        "His campaign",
    ),
    "a nurse who was brought in": (
        "Ana Ruiz said a nurse had come home. The nurse later wrote so.",
        "Ana Ruiz|The nurse",
        "nurse",
    ),
    "a woman who was brought in as a cashier": (
        "Ana Ruiz spoke. A tired cashier was shaken. The woman said so.",
        "Ana Ruiz|The woman",
        "woman",
    ),
    "someone who spoke unnamed": (
        "Ana Ruiz spoke. Another tenant said no. The woman said more.",
        "Ana Ruiz|Another tenant|The woman",
        "Another tenant",
    ),
    "what only stands before another's noun": (
        "One district leader said no. The district saw more.",
        "One district leader|The district",
        "district",
    ),
    "the next one": (
        "Ana Ruiz spoke. The next president could say so.",
        "Ana Ruiz|The next president",
        "next president",
    ),
}


@pytest.mark.parametrize(("text", "sources", "expected"), NOBODY.values(), ids=NOBODY)
def test_a_description_of_no_one_named_stays_itself(text: str, sources: str, expected: str) -> None:
    """Whom the article leaves without a name must not lend the words to someone near."""
    assert name(text, *sources.split("|")) == expected


def test_one_who_is_only_said_to_be_so_is_not_brought_in() -> None:
    """ "Ana Ruiz is a nurse" names the nurse."""
    text = "Tom Okafor came.\nAna Ruiz is a nurse. Ruiz laughed. The nurse said so."
    assert name(text, "The nurse") == "Ana Ruiz"


def test_a_former_office_before_a_name_is_told_as_such() -> None:
    """The list of speakers must not make a former governor the governor."""
    entity = resolve("They met former Governor Ana Ruiz.", "Ana Ruiz").entity
    assert entity is not None
    assert entity.role == "former Governor"


ORGANISATIONS = {
    "not a description that says something": (
        "Figures come from the FBI. The most recent data say little. The agency counts more.",
        "The most recent data|The agency",
        "FBI",
    ),
    "no department is a company": (
        "Ferrolund Group makes gates.\nThe Labor Department looked on. The company said so.",
        "The company",
        "Ferrolund Group",
    ),
    "the near one": (
        "Lund Trust met. Lund Trust paid. Lund Trust left.\nIt rained.\nThen the Harbour Fund spoke up. The group said so.",
        "The group",
        "Harbour Fund",
    ),
    "no place": ("The trams run in Quenby. The company said so.", "The company", "company"),
    "his own is another": (
        "The Lund Trust spoke. Ana Ruiz left. Her organisation said so.",
        "The Lund Trust|Her organisation",
        "Her organisation",
    ),
}


@pytest.mark.parametrize(("text", "sources", "expected"), ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_the_organisation_that_is_spoken_of_is_meant(text: str, sources: str, expected: str) -> None:
    """Nearness and what a name allows decide which organisation a bare noun means."""
    assert name(text, *sources.split("|")) == expected


def test_a_noun_behind_a_preposition_is_not_brought_in_by_the_article_before_it() -> None:
    """ "a talk with the nurse" takes the nurse for known."""
    text = "Ana Ruiz, a nurse, came in.\nTom Okafor laughed. He had a talk with the nurse. The nurse said so."
    assert name(text, "The nurse") == "Ana Ruiz"
