"""Names found in a text, and titles parted from them."""

from __future__ import annotations

import pytest

from reader.analysis.people.names import find_names
from reader.analysis.people.titles import split
from reader.analysis.words.tokens import tokenise
from tests.reader.analysis.test_analyse import study


def names(text: str) -> list[tuple[str, str]]:
    """Each name of a text with its kind."""
    spans = tokenise(text)
    words = [text[a:b] for a, b in spans]
    starts = [i == 0 or words[i - 1] in ".!?" for i in range(len(words))]
    found = find_names(words, spans, starts, frozenset(w for w in words if w[0].islower()))
    return [(text[name.start : name.end], name.kind) for name in found if name.words]


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("Mike Hollander", "Mike Hollander"),
        ("Secretary of State Mike Hollander", "Mike Hollander"),
        ("Mayor of London Nadia Rahman", "Nadia Rahman"),
        ("Sen. Ana Ruiz", "Ana Ruiz"),
        ("Lt. Col. Jo Hartwell", "Jo Hartwell"),
        ("Sir Tom Okafor", "Tom Okafor"),
        ("Dame Ines Duarte", "Ines Duarte"),
        ("Lord Hartwell", "Hartwell"),
        ("Justice Lena Brandt", "Lena Brandt"),
        ("Mexican Foreign Minister Luis Ferrer", "Luis Ferrer"),
        ("Philippine Marine Corps Commandant Major General Pia Lund", "Pia Lund"),
        ("Major-Gen Pia Lund", "Pia Lund"),
        ("Brave Marina Duarte", "Marina Duarte"),
        ("Novelist Jo Watkins", "Jo Watkins"),
        ("Supreme Court Chief Justice Lena Brandt", "Lena Brandt"),
        ("Stephen King", "Stephen King"),
        ("Ana de la Cruz", "Ana de la Cruz"),
        ("Tom Okafor QC", "Tom Okafor"),
        ("Tom Okafor Jr.", "Tom Okafor Jr."),
        ("Kim Sung Ho", "Kim Sung Ho"),
        ("Prime Minister", ""),
        ("US President", ""),
        ("Lund Municipal Director", ""),
    ],
)
def test_a_title_is_no_part_of_the_name(run: str, name: str) -> None:
    """Ranks, offices, forms of address, creeds and places before a name are cut off, suffixes of the family stay."""
    words = run.split()
    start, end = split(words)
    assert " ".join(words[start:end]) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Ana Ruiz on Monday.", [("Ana Ruiz", "person")]),
        ("The Guild's Keegan Marsh left.", [("Guild", "organisation"), ("Keegan Marsh", "person")]),
        ("He joined Goldfarb & Sons in Lund.", [("Goldfarb & Sons", "organisation"), ("Lund", "other")]),
        ("She wrote to the University of Lund.", [("University of Lund", "organisation")]),
        (
            "the Bureau of Fisheries and Aquatic Resources said",
            [("Bureau of Fisheries and Aquatic Resources", "organisation")],
        ),
        ("It rained in New York.", [("New York", "place")]),
        ("He left for Downing Street.", [("Downing Street", "place")]),
        ("Then Kareem al-Zubi spoke.", [("Kareem al-Zubi", "person")]),
        ("Then Ludwig van der Berg spoke.", [("Ludwig van der Berg", "person")]),
        ("Then J.K. O’Hara-Stone spoke.", [("J.K. O’Hara-Stone", "other")]),
        ('Then Ana "Birdie" Ruiz spoke.', [('Ana "Birdie" Ruiz', "person")]),
        ("The FBI told the BBC.", [("FBI", "organisation"), ("BBC", "organisation")]),
        ("Then Mexican officials left.", [("Mexican", "group")]),
        ("Ms ’Mamello Pitso spoke.", [("’Mamello Pitso", "person")]),
        ("Police came. Asked twice, nobody spoke. Yesterday it rained.", []),
        ("", []),
    ],
)
def test_names_of_a_text_with_what_they_name(text: str, found: list[tuple[str, str]]) -> None:
    """Particles, initials, hyphens, nicknames and small words of organisations belong to the name; a sentence's capital makes none."""
    assert names(text) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("South Wales", "place"),
        ("Lower Manhattan", "place"),
        ("Fort Lund", "place"),
        ("North Koreans", "group"),
        ("Puerto Rican", "group"),
        ("Freedom of Information Act", "organisation"),
        ("Rugby Cup", "other"),
        ("Nordwind Flight", "other"),
        ("Republican National Convention", "organisation"),
        ("Goldman Sachs", "organisation"),
        ("Black Lives Matter", "organisation"),
        ("Save the Children", "organisation"),
        ("Red Cross", "organisation"),
        ("Human Rights Watch", "organisation"),
        ("Just Stop Oil", "organisation"),
    ],
)
def test_what_is_no_person_is_told_by_its_name(name: str, kind: str) -> None:
    """Parts of places, laws, prizes and well-known bodies are whole names of their kind, whatever words they open with."""
    assert names(f"Then the {name} was told of.") == [(name, kind)]


def test_a_known_body_opens_a_sentence_with_its_whole_name() -> None:
    """A word that is common at a sentence's start belongs to the name of a body, and to one that stands whole within another sentence."""
    assert names("It rained. Network Rail spoke.") == [("Network Rail", "organisation")]
    assert names("It rained. Bright Tidewell spoke.") == [("Tidewell", "other")]
    told = names("It rained. Bright Tidewell spoke. Then Bright Tidewell spoke.")
    assert told == [("Bright Tidewell", "other")] * 2


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Co-anchor Ana Ruiz said: “It rained.”", "Ana Ruiz", "Co-anchor"),
        ("South Korean minister Ana Ruiz said: “It rained.”", "Ana Ruiz", "South Korean minister"),
        ("On the wall, Ana Ruiz Sunday night said: “It rained.”", "Ana Ruiz", None),
        ("A 31-year-old Okafor volunteer sang. “It rained,” said Bo Okafor.", "Bo Okafor", None),
        ("A judge, after a Freedom of Information Act request, said: “It rained.”", "judge", None),
    ],
)
def test_what_stands_around_a_name_is_not_taken_for_it(text: str, name: str, role: str | None) -> None:
    """Days, ages of somebody else, laws and joined titles are neither the speaker's name nor, wrongly, the role."""
    _, analysis = study(text)
    assert [(speaker.name, speaker.role) for speaker in analysis.speakers] == [(name, role)]
