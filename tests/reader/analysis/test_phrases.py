"""Where a noun phrase that can be a source begins and ends, and whose name stands in it."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_cast import name
from tests.reader.analysis.test_frames import phrases

WHOLE = {
    "an office with what it is over": (
        "Radio Lund vice president for news and talk Ana Ruiz said so.",
        "Radio Lund vice president for news and talk Ana Ruiz",
    ),
    "a minister for much": (
        "Minister for Ports, Trade and Fisheries Ana Ruiz said so.",
        "Minister for Ports, Trade and Fisheries Ana Ruiz",
    ),
    "a head of something small": ("UK head of policy Ana Ruiz said so.", "UK head of policy Ana Ruiz"),
    "a participle of office": (
        "Oversight ranking member Ana Ruiz said so.",
        "Oversight ranking member Ana Ruiz",
    ),
    "a programme's name": (
        "Then Lund This Morning host Ana Ruiz said so.",
        "Lund This Morning host Ana Ruiz",
    ),
    "two papers of one poll": (
        "A Lund University/Daily Globe poll said so.",
        "A Lund University/Daily Globe poll",
    ),
    "a job that looks like a verb": (
        "It was told by Globe host Ana Ruiz.",
        "Globe host Ana Ruiz",
    ),
    "a friend who looks like a verb": ("It was told by Okafor ally Ana Ruiz.", "Okafor ally Ana Ruiz"),
    "a surname behind a hyphen": ("Taipei Mayor Chiang Wen-an said so.", "Taipei Mayor Chiang Wen-an"),
    "a job that looks like an adjective": ("A KQR representative told us so.", "A KQR representative"),
    "two offices before an uncommon forename": (
        "Transport and Infrastructure Minister Zsombik Vargha said so.",
        "Transport and Infrastructure Minister Zsombik Vargha",
    ),
    "something small before an uncommon forename": (
        "The deputy adviser for strategic communications Zsombik Vargha said so.",
        "The deputy adviser for strategic communications Zsombik Vargha",
    ),
    "a house by its number": ("Number 10 said so.", "Number 10"),
    "a name with two small words": ("Ana de los Santos said so.", "Ana de los Santos"),
}


@pytest.mark.parametrize(("text", "phrase"), WHOLE.values(), ids=WHOLE)
def test_a_source_is_not_cut_at_what_an_office_belongs_to(text: str, phrase: str) -> None:
    """Protects the person's name behind an organisation, a programme or what an office is over."""
    assert phrase in phrases(text)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A spokesman for Ana Ruiz said so.", "A spokesman"),
        ("A spokesman for Mayor Ana Ruiz said so.", "A spokesman"),
        ("The widow of Lund midfielder Tom Okafor said so.", "The widow"),
        ("Leaders of Lund Council Ana Ruiz and Bo Lind said so.", "Leaders"),
    ],
)
def test_who_belongs_to_a_named_person_is_someone_else(text: str, phrase: str) -> None:
    """Protects spokesmen, widows and groups from being taken for the one named behind them."""
    assert phrase in phrases(text)


NAMED = {
    "an initial that is an article": ("Mark A. Ruiz left. Ruiz said so.", "Ruiz|Ruiz", "Mark A. Ruiz"),
    "a surname that begins sentences": (
        "Lund Power chief executive Ian Read spoke. Read said so.",
        "Lund Power chief executive Ian Read",
        "Ian Read",
    ),
    "where someone is from": ("Oslo-based Ana Ruiz said so.", "Oslo-based Ana Ruiz", "Ana Ruiz"),
    "a short office before an uncommon forename": (
        "State Rep. Rio Tilsen said so.",
        "State Rep. Rio Tilsen",
        "Rio Tilsen",
    ),
    "an office over several things, before an uncommon forename": (
        "Minister of Health and Social Services Kalumbo Shangwa said so.",
        "Minister of Health and Social Services Kalumbo Shangwa",
        "Kalumbo Shangwa",
    ),
    "an office over affairs": (
        "The Foreign Affairs Minister, Ana Ruiz, said so.",
        "The Foreign Affairs Minister",
        "Ana Ruiz",
    ),
    "an office that goes on before the name": (
        "UK head of policy at GreenAid Ana Ruiz said so.",
        "UK head of policy at GreenAid Ana Ruiz",
        "Ana Ruiz",
    ),
    "where someone works, behind the name": (
        "Ana Ruiz of Saint Tom Lind's School said so.",
        "Ana Ruiz of Saint Tom Lind",
        "Ana Ruiz",
    ),
    "a firm of two at a sentence's head": ("Marks & Rood said so.", "Marks & Rood", "Marks & Rood"),
    "a department of many things": (
        "The Department for Ports, Trade and Rural Affairs said so.",
        "Trade and Rural Affairs",
        "Department for Ports, Trade and Rural Affairs",
    ),
    "a department beside people": (
        "The Department for Ports, Tom Okafor and Ana Ruiz said so.",
        "Ana Ruiz",
        "Ana Ruiz",
    ),
    "a centre for two things": (
        "Ana Ruiz, of the Centre for Women and Politics, said so. The centre agreed.",
        "the Centre",
        "Centre for Women and Politics",
    ),
    "two papers of one poll": (
        "A Lund University/Daily Globe poll said so.",
        "A Lund University/Daily Globe poll",
        "Lund University/Daily Globe poll",
    ),
    "one of many, with the name": ("One of the bakers, Ana Ruiz, said so.", "One", "Ana Ruiz"),
    "who is named behind a verb is someone else": (
        "Ana Ruiz left the town. One operative inside Lund Tower tried to downplay Ruiz’s comments on it.",
        "One operative",
        "One operative",
    ),
    "a name that is given, behind a place": (
        "In the suburb of Santa Lucia, a worker named Tom Okafor said so.",
        "a worker",
        "Tom Okafor",
    ),
    "who turned something": (
        "Former United midfielder turned pundit Ana Ruiz said so.",
        "Former United midfielder",
        "Ana Ruiz",
    ),
    "an ambassador to a body": (
        "US ambassador to the UN Ana Ruiz said so.",
        "US ambassador to the UN Ana Ruiz",
        "Ana Ruiz",
    ),
    "an office of before": ("Then-mayor Ana Ruiz said so.", "Then-mayor Ana Ruiz", "Ana Ruiz"),
    "a cleric by the full style": (
        "The Archbishop of Lund, the Most Rev Ana Ruiz, said so.",
        "The Archbishop of Lund",
        "Ana Ruiz",
    ),
    "a union's office before an uncommon forename": (
        "Lund Medical Practitioners Union Secretary-General Davjo Atelle said so.",
        "Lund Medical Practitioners Union Secretary-General Davjo Atelle",
        "Davjo Atelle",
    ),
    "the letters of an office before an uncommon forename": (
        "Lund DA Phahla Mokoke said so.",
        "Lund DA Phahla Mokoke",
        "Phahla Mokoke",
    ),
    "a number for a house": ("Number 10 said so.", "Number 10", "Number 10"),
    "an office over two things before an uncommon forename": (
        "On Monday Transport and Infrastructure Minister Zsombik Vargha said so.",
        "Infrastructure Minister Zsombik Vargha",
        "Zsombik Vargha",
    ),
    "an office for something before an uncommon forename": (
        "Minister for Transport Zsombik Vargha said so.",
        "Minister for Transport Zsombik Vargha",
        "Zsombik Vargha",
    ),
    "an office by a rank's word": (
        "The master of ceremonies Zsombik Vargha said so.",
        "master of ceremonies Zsombik Vargha",
        "Zsombik Vargha",
    ),
    "a kind of body before its name": (
        "The rights group the Lund League said so.",
        "The rights group",
        "Lund League",
    ),
    "a council whose place is an adjective": ("Lund Council said so.", "Lund Council", "Lund Council"),
    "a surname behind a hyphen": (
        "Taipei Mayor Chiang Wen-an said so.",
        "Taipei Mayor Chiang Wen-an",
        "Chiang Wen-an",
    ),
    "a headline that ends in a full stop": (
        "The Only Reason Funds Support Hillary Lund.\nHillary Lund left. Lund said so.",
        "Hillary Lund|Lund",
        "Hillary Lund",
    ),
    "a body whose first word is a forename": (
        "Royal Bank of Lund said so.",
        "Royal Bank",
        "Royal Bank of Lund",
    ),
    "a centre that bears a forename": (
        "The Ana Center for Justice said so.",
        "The Ana Center",
        "Ana Center for Justice",
    ),
    "a surname that is a title, with a place": (
        "Representative Peter T. King of New Mexico said so.",
        "Representative Peter T. King of New Mexico",
        "Peter T. King",
    ),
    "a name with a soft hyphen": ("Ana \u00adRuiz left. Ruiz said so.", "Ruiz|Ruiz", "Ana Ruiz"),
    "small words in a name": (
        "Ana de los Santos Ruiz said so.",
        "Ana de los Santos Ruiz",
        "Ana de los Santos Ruiz",
    ),
    "a line that ends in a quotation": (
        "Democratic Progressive Party Speaker Ana Ruiz said “yes.”",
        "Democratic Progressive Party Speaker Ana Ruiz",
        "Ana Ruiz",
    ),
}


@pytest.mark.parametrize(("text", "sources", "expected"), NAMED.values(), ids=NAMED)
def test_a_source_is_named_as_the_person_in_it_is(text: str, sources: str, expected: str) -> None:
    """Protects the list of speakers from offices, places and half names; `|` parts sources in a row."""
    assert name(text, *sources.split("|")) == expected
