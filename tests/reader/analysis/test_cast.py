"""Who is behind a source: names, pronouns, descriptions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.people import coreference
from reader.analysis.people.cast import Cast, read_cast
from reader.analysis.people.entities import Entity, Resolution
from reader.document.model import Block, Span


def cast_of(text: str) -> Cast:
    blocks = [Block("paragraph", m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?", text)]
    quotations = [Span(m.start(), m.end()) for m in re.finditer(r'"[^"\n]*"', text)]
    return read_cast(text, blocks, quotations)


def resolve(text: str, *sources: str) -> Resolution:
    """Resolve the sources one after the other, each the first that stands after the one before; give the last."""
    cast, history, at = cast_of(text), [], 0
    for source in sources:
        found = re.compile(rf"(?<!\w){re.escape(source)}(?!\w)").search(text, at)
        assert found, source
        history.append(coreference.resolve(cast, Span(*found.span()), history))
        at = found.end()
    return history[-1]


def name(text: str, *sources: str) -> str | None:
    entity = resolve(text, *sources).entity
    return entity.name if entity else None


NAMES = {
    "surname to full name": (
        "Senator Ana Ruiz spoke first. Ruiz said it was late.",
        "Ana Ruiz|Ruiz",
        "Ana Ruiz",
    ),
    "the full name comes later": (
        "It was late, Okafor said. Tom Okafor runs a bakery in Lund.",
        "Okafor",
        "Tom Okafor",
    ),
    "title and surname": ("Ana Ruiz spoke. Sen. Ruiz said so.", "Sen. Ruiz", "Ana Ruiz"),
    "rank": ("Lt. Col. Jo Hartwell said so.", "Lt. Col. Jo Hartwell", "Jo Hartwell"),
    "a long title": (
        "Veldland Marine Corps Commandant Major General Pia Lund said so.",
        "Veldland Marine Corps Commandant Major General Pia Lund",
        "Pia Lund",
    ),
    "half of the title": ("US Secretary of State Ines Duarte said so.", "US Secretary", "Ines Duarte"),
    "an office over something": (
        "The minister of mines and energy Ines Duarte said so.",
        "The minister",
        "Ines Duarte",
    ),
    "knighted": ("Sir Tom Okafor left. Sir Tom said so.", "Sir Tom Okafor|Sir Tom", "Tom Okafor"),
    "a prince": ("Prince Oskar said so.", "Prince Oskar", "Prince Oskar"),
    "possessive of a place": (
        "Veldland's Duarte said so. Ines Duarte is the minister.",
        "Veldland's Duarte",
        "Ines Duarte",
    ),
    "possessive of an organisation": (
        "The Guild's Keegan Marsh said so.",
        "The Guild's Keegan Marsh",
        "Keegan Marsh",
    ),
    "suffix": ("Tom Okafor Jr. said so.", "Tom Okafor Jr.", "Tom Okafor Jr."),
    "middle initial": ("Ana M. Ruiz left. Ana Ruiz said so.", "Ana M. Ruiz|Ana Ruiz", "Ana M. Ruiz"),
    "article and hyphen": (
        "Kareem Al-Zubi left. Al-Zubi said so.",
        "Kareem Al-Zubi|Al-Zubi",
        "Kareem Al-Zubi",
    ),
    "particles": (
        "Alano De La Mora left. De La Mora said so.",
        "Alano De La Mora|De La Mora",
        "Alano De La Mora",
    ),
    "two surnames": (
        "Rosa Vidal Prieto left. Vidal Prieto said so.",
        "Rosa Vidal Prieto|Vidal Prieto",
        "Rosa Vidal Prieto",
    ),
    "surname first": ("Kang Sao Pim left. Mr Kang said so.", "Kang Sao Pim|Mr Kang", "Kang Sao Pim"),
    "forename again": ("Amina Salehe left early. Amina said so.", "Amina Salehe|Amina", "Amina Salehe"),
    "apostrophe first": ("’Mamello Pitso left. Ms Pitso said so.", "Pitso|Ms Pitso", "’Mamello Pitso"),
    "nickname": ('Ana "Birdie" Ruiz left. Ruiz said so.', "Ruiz", 'Ana "Birdie" Ruiz'),
    "nickname in the name": ('Ana "Birdie" Ruiz left. Then Ruiz said so.', "Ruiz|Ruiz", 'Ana "Birdie" Ruiz'),
    "in capitals": ("ANA RUIZ: Good evening. Then TOM OKAFOR: Hello.", "TOM OKAFOR", "Tom Okafor"),
    "apposition behind": ("Ana Ruiz, the town's mayor, said so.", "Ana Ruiz, the town's mayor,", "Ana Ruiz"),
    "apposition as source": ("Ana Ruiz, a former mayor who left, said so.", "a former mayor", "Ana Ruiz"),
    "apposition before": ("The mayor, Ana Ruiz, said so.", "The mayor", "Ana Ruiz"),
    "apposition with complement": ("The head of the guild, Ana Ruiz, said so.", "The head", "Ana Ruiz"),
    "job before the name": ("Then mayor Ana Ruiz said so.", "mayor", "Ana Ruiz"),
    "age": ("Tom Okafor, 54, said so. Later Okafor left.", "Tom Okafor|Okafor", "Tom Okafor"),
    "two of one surname, by title": (
        "Tom Okafor met his wife, Ada Okafor. Mrs Okafor said so.",
        "Mrs Okafor",
        "Ada Okafor",
    ),
    "two of one surname, by forename": (
        "Tom Okafor met Ada Okafor. Ada said so.",
        "Ada Okafor|Ada",
        "Ada Okafor",
    ),
    "a place speaks": ("Washington said so.", "Washington", "Washington"),
    "a place as surname": (
        "Denise Washington left. Washington said so.",
        "Denise Washington|Washington",
        "Denise Washington",
    ),
    "a building speaks": ("Downing Street said so.", "Downing Street", "Downing Street"),
    "a handle": ("Later @lundwatch said so.", "@lundwatch", "@lundwatch"),
    "an acronym": (
        "The Lund Harbour Authority met. The LHA said so.",
        "LHA",
        "Lund Harbour Authority",
    ),
    "a ministry of a country": (
        "Veldland’s Defense Ministry said so.",
        "Veldland’s Defense Ministry",
        "Veldland’s Defense Ministry",
    ),
}

DESCRIPTIONS = {
    "by role": ("Ana Ruiz, the town's mayor, left. The mayor said so.", "Ana Ruiz|The mayor", "Ana Ruiz"),
    "by a wider noun": ("Sen. Ana Ruiz left. The lawmaker said so.", "Ana Ruiz|The lawmaker", "Ana Ruiz"),
    "by role among two": (
        "Ana Ruiz, the mayor, met Tom Okafor, a police inspector. The officer said so.",
        "The officer",
        "Tom Okafor",
    ),
    "by number": (
        "Amina Sale, a mother of two, left with Ada Juma, a mother of four. The mother of four said so.",
        "The mother",
        "Ada Juma",
    ),
    "the last speaker": ("Ana Ruiz said it rained. The expert added so.", "Ana Ruiz|The expert", "Ana Ruiz"),
    "a country's adjective": (
        "US President Ana Ruiz met French President Jo Petit. The American president said so.",
        "The American president",
        "Ana Ruiz",
    ),
    "a bank": ("Analysts at the lender Goldfarb Lund wrote. The bank said so.", "The bank", "Goldfarb Lund"),
    "a company": ("The LHB met on Friday. The company said so.", "The company", "LHB"),
    "an office of another": (
        "Ana Ruiz, a baker, said it rained. The governor said so.",
        "Ana Ruiz|The governor",
        "governor",
    ),
    "a legislator's seat": ("Ana Ruiz, D-Calif., said so.", "D-Calif.", "Ana Ruiz"),
    "an age": ("Ana Ruiz said it rained. The 37-year-old added so.", "Ana Ruiz|The 37-year-old", "Ana Ruiz"),
    "a ministry": ("The Defense Ministry met. The ministry said so.", "The ministry", "Defense Ministry"),
    "nobody named": ("A spokesman for the guild said so.", "A spokesman", "spokesman for the guild"),
    "said again": (
        "A spokesman for the guild said so. The spokesman added more.",
        "A spokesman|The spokesman",
        "spokesman for the guild",
    ),
    "a group": ("Mexican officials said so.", "Mexican officials", "Mexican officials"),
    "a group of a place": ("Officials at the harbour said so.", "Officials", "Officials at the harbour"),
    "a group on a day": ("Officials on Monday said so.", "Officials", "Officials"),
    "a group again": (
        "Researchers at the harbour board met on Friday. The researchers said so.",
        "The researchers",
        "Researchers at the harbour board",
    ),
    "a government": ("The Mexican government said so.", "The Mexican government", "Mexican government"),
    "in the letters of the first time": (
        "Critics left. Later critics said so.",
        "Critics|critics",
        "Critics",
    ),
    "witnesses": ("Witnesses said so.", "Witnesses", "Witnesses"),
    "a letter": (
        "The guild’s letter to the mayor said so.",
        "The guild’s letter",
        "guild’s letter to the mayor",
    ),
    "who": ("Then Ana Ruiz, who said so, left.", "who", "Ana Ruiz"),
}


@pytest.mark.parametrize(("text", "sources", "expected"), NAMES.values(), ids=NAMES)
def test_a_source_has_the_full_name_that_the_article_gives(text: str, sources: str, expected: str) -> None:
    """The list of speakers shows people by their own full names, without title or job; `|` parts sources in a row."""
    assert name(text, *sources.split("|")) == expected


@pytest.mark.parametrize(("text", "sources", "expected"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_a_description_means_whom_the_article_describes_so(text: str, sources: str, expected: str) -> None:
    """A description is the person of that role; one that fits nobody stands for itself, without its article."""
    assert name(text, *sources.split("|")) == expected


def test_a_pronoun_is_the_subject_of_the_sentence_before() -> None:
    """ "He" is neither the woman nor the man who is only spoken of."""
    text = "Tom Okafor met Ana Ruiz after talks with Ben Hartwell. He said it was late."
    assert name(text, "He") == "Tom Okafor"
    assert name(text.replace("He said", "She said"), "She") == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        ("Tom Okafor sang. Long inspired by Ben Lee and Jo Lund, he said so.", "he", "Tom Okafor"),
        ("While Ada Juma waited, Ana Ruiz sang. She said so.", "She", "Ana Ruiz"),
        ("Ruiz campaign manager Tom Okafor met Ben Lee. He said so.", "He", "Tom Okafor"),
        ('"Ben Lee is late," Tom Okafor said. "It is so." Then he added it.', "he", "Tom Okafor"),
        ("Ana Ruiz waited.\nTom Okafor (with Ben Lee) spoke.\nHe said so.", "He", "Tom Okafor"),
        ("In her letter she said so. Ana Ruiz then left.", "she", "Ana Ruiz"),
        ("Sen. Lindsey Hartwell met the mayor. He said so.", "He", "Lindsey Hartwell"),
        ("Officials met. They said so.", "Officials|They", "Officials"),
        ("The Defense Ministry met. It said so.", "The Defense Ministry|It", "Defense Ministry"),
        ("I said so.", "I", None),
    ],
)
def test_a_pronoun_means_the_most_salient_who_fits(text: str, sources: str, expected: str | None) -> None:
    """Subjects go before objects, the main clause before the one in front of it, the story before quotations and brackets."""
    assert name(text, *sources.split("|")) == expected


def test_an_empty_text_has_an_empty_cast() -> None:
    """Nothing is made up where nobody is named."""
    cast = cast_of("")
    assert (cast.entities, cast.mentions) == ((), ())
    assert coreference.resolve(cast, Span(0, 0)).entity is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Ruiz, Veldland's incoming trade minister, said so.", "Veldland's incoming trade minister"),
        ("Ana Ruiz, 54, the mayor of Lund, said so.", "mayor of Lund"),
        ("They met fisheries bureau spokeswoman Ana Ruiz.", "fisheries bureau spokeswoman"),
        ("Veldland Foreign Minister Ana Ruiz said so.", "Veldland Foreign Minister"),
        ("Sen. Ana Ruiz said so.", "Sen."),
        ("Ana Ruiz is a lawyer in Lund.", "lawyer in Lund"),
        ("Ms Ana Ruiz said so.", None),
        ("Ana Ruiz, who left early, said so.", None),
        ("They backed former mayor Ana Ruiz.", "former mayor"),
    ],
)
def test_the_role_stands_beside_the_name(text: str, role: str | None) -> None:
    """The role is the article's own words, without the name, an article or an age; a form of address is none."""
    assert resolve(text, "Ana Ruiz").entity == Entity("Ana Ruiz", role, "person", "f")


PIECES = st.sampled_from(
    [
        "Ana",
        "Ruiz",
        "Okafor",
        "Mr.",
        "Sen.",
        "of",
        "the",
        "The",
        "said",
        "he",
        "She",
        "they",
        "it",
        "who",
        ",",
        ".",
        '"',
        "’",
        "(",
        ")",
        "'s",
        "minister",
        "officials",
        "Bank",
        "King",
        "Jr.",
        "@x",
        "De",
        "la",
        "Lund\n",
        "A.",
        "54",
    ]
)


@given(st.lists(PIECES, max_size=40), st.integers(0, 200), st.integers(0, 30))
def test_any_text_has_disjoint_mentions_and_any_source_an_answer(
    words: list[str], start: int, length: int
) -> None:
    """Whatever a page holds, mentions lie in the text in order, and no source is too strange to be resolved."""
    text = " ".join(words)
    cast = cast_of(text)
    ends = [0, *(mention.end for mention in cast.mentions)]
    assert all(
        end <= mention.start < mention.end <= len(text)
        for end, mention in zip(ends, cast.mentions, strict=False)
    )
    assert all(
        mention.entity in cast.entities and mention.outset <= mention.start for mention in cast.mentions
    )
    first = coreference.resolve(cast, Span(min(start, len(text)), min(start + length, len(text))))
    again = coreference.resolve(cast, Span(0, len(text)), [first])
    assert all(0 <= found.certainty <= 1 and found.rule for found in (first, again))
    assert all(found.entity is None or found.entity.name for found in (first, again))
