"""Titles and callings as papers of several countries write them: none is a part of the name, each tells the role."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import said, study

BEFORE = """
Coun|Coun.|Cr|Clr|Ald.|Reeve|Deputy Reeve|Mayoress|Convener|Cathaoirleach|MEC|MPP|Garda|Detective Garda|DCS|PCSO|Cst.|SHO|DGP
Sub-Inspector|Havildar|Naib Subedar|Lance Corporal|LCpl|Gunner|Guardsman|Sqn Ldr|Flt Lt|WO1|Lt.-Col.|Brig-Gen|Undersheriff|Recorder
Archdeacon|Prebendary|Venerable|Abbot|Prioress|Maulvi|Goalie|Selector
"""
ADDRESS = """
Most Rev|Rev'd|Mgr|Bro|HHJ|Mallam|Alh|Otunba|Tan Sri|Bldr|Comr|Swami|Viscountess|Inkosi|Khun
"""
CALLINGS = """
reeve|cop|garda|convener|harbour master|cadet|guardsman|lifeboatman|committeewoman|handyman|archdeacon|muezzin|goalie|netminder|outfielder
neurosurgeon|osteopath|speechwriter|newsagent|farrier|scaffolder|bouncer|bookie|taxpayer|sixth-former|GP|fellow at the weather station
"""


def listed(text: str) -> list[str]:
    """The entries of a list above."""
    return [entry for line in text.split("\n") for entry in line.split("|") if entry]


@pytest.mark.parametrize("title", listed(BEFORE))
def test_a_title_before_a_name_is_the_role_and_no_part_of_the_name(title: str) -> None:
    """Someone is one person under the full name, with what they are beside it."""
    _, analysis = study(
        f"“It rained on the hill all day,” {title} Zsombik Vargha said.\nThe wall was wet.\n"
        f"“We shall mend it in the spring,” {title} Vargha said."
    )
    (speaker,) = analysis.speakers
    assert (speaker.name, speaker.statements) == ("Zsombik Vargha", 2)
    assert speaker.role == title


@pytest.mark.parametrize("title", listed(ADDRESS))
def test_a_form_of_address_is_no_part_of_the_name(title: str) -> None:
    """The list of speakers holds names, with and without it one person."""
    _, analysis = study(
        f"“It rained on the hill all day,” {title} Zsombik Vargha said.\nThe wall was wet.\n"
        f"“We shall mend it in the spring,” said Zsombik Vargha."
    )
    assert [(speaker.name, speaker.statements) for speaker in analysis.speakers] == [("Zsombik Vargha", 2)]


@pytest.mark.parametrize("calling", listed(CALLINGS))
def test_a_calling_beside_a_name_is_the_role(calling: str) -> None:
    """Who is told between commas is whom the calling means, and the calling is what they are."""
    _, analysis = study(f"The {calling}, Zsombik Vargha, said: “It rained on the hill all day.”")
    assert [(speaker.name, speaker.role) for speaker in analysis.speakers] == [("Zsombik Vargha", calling)]


def test_a_surname_that_ends_as_a_calling_does_is_no_role() -> None:
    """In a row of names the next one is not what the first one is."""
    _, analysis = study("“It rained,” said Ana Ruiz, Tom Freeman and Bo Lund.")
    assert [speaker.role for speaker in analysis.speakers] == [None]


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("Coun", "councillor"),
        ("Cr", "councillor"),
        ("Ald.", "alderman"),
        ("Gov.", "governor"),
        ("Cst.", "constable"),
        ("DCS", "detective"),
        ("Garda", "officer"),
        ("Maj", "major"),
    ],
)
def test_the_long_form_means_who_bears_the_short_one(title: str, noun: str) -> None:
    """ "The councillor" is Coun Vargha, whoever has spoken since."""
    text = (
        f"“It rained,” {title} Zsombik Vargha told the meeting.\n“Nobody came,” said the baker, Tom Okafor. The wall was wet.\n"
        f"“We shall mend it,” the {noun} said."
    )
    assert [who for who, _ in said(text)] == ["Zsombik Vargha", "Tom Okafor", "Zsombik Vargha"]


def test_a_fellow_is_told_by_what_both_are() -> None:
    """ "His fellow trustee" is a trustee."""
    _, analysis = study("“It rained,” said fellow trustee Ana Ruiz.")
    assert [speaker.role for speaker in analysis.speakers] == ["trustee"]
