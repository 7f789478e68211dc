"""Who said what, from text to statements with their speakers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import Analysis
from reader.analysis.analyse import analyse
from reader.document.model import Block, Document


def study(text: str, kind: str = "paragraph") -> tuple[str, Analysis]:
    """Analyse a text whose lines are paragraphs."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph" if kind == "paragraph" else "promo", place, place + len(line)))
        place += len(line) + 1
    return text, analyse(Document("-", text, ""), blocks)


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each statement."""
    _, analysis = study(text)
    return [(s.speaker, " | ".join(text[p.start : p.end] for p in s.spans)) for s in analysis.statements]


def test_a_quotation_belongs_to_the_name_after_it() -> None:
    """Protects the commonest form, its cue and its kind."""
    text, analysis = study('"We open in May," said Hanna Vogt, the mayor of Elmsford.')
    statement = analysis.statements[0]
    assert (statement.speaker, statement.kind) == ("Hanna Vogt", "direct")
    assert statement.cue is not None
    assert text[statement.cue.start : statement.cue.end] == "said"
    assert [text[q.start : q.end] for q in statement.quotations] == ['"We open in May,"']
    assert [(s.name, s.statements) for s in analysis.speakers] == [("Hanna Vogt", 1)]


def test_a_quotation_that_two_verbs_lead_to_is_in_one_statement() -> None:
    """Protects the reader from the same words said twice, and the list of speakers from counting them so."""
    text = (
        "Ana Ruiz, the mayor, spoke on Monday about the ferry and its northern pier, which will close.\n"
        'She claims there are cracks in the pier and is urging the county "in the plainest words" to mend them.'
    )
    (speaker, words), *others = said(text)
    assert (speaker, words.count("in the plainest words"), others) == ("Ana Ruiz", 1, [])
    assert words.startswith("there are cracks")


def test_a_source_that_describes_someone_by_name_tells_the_role() -> None:
    """The list of speakers says who somebody is, even where only "the retired teacher said" does so."""
    _, analysis = study('In the queue was Mr Tom Okafor, 66. "It wobbles," the retired teacher said.')
    assert [(s.name, s.role) for s in analysis.speakers] == [("Tom Okafor", "retired teacher")]


def test_a_shared_surname_is_whose_name_was_given_last() -> None:
    """Two brothers in court: who has just been brought in speaks, though the article has named the other more often."""
    text = (
        "Daniel Marchetti and Paul Marchetti deny the charges. Daniel Marchetti was shown a photograph. A lawyer for\n"
        "Daniel Marchetti said so. The engineer had spoken to Daniel Marchetti in the yard before the load fell.\n"
        "Paul Marchetti, who gave evidence in the afternoon, wept as he told of the quay.\n"
        '"I could see the boots," Marchetti said. "I rang my brother."'
    )
    assert {speaker for speaker, words in said(text) if "I " in words} == {"Paul Marchetti"}


def test_a_question_in_somebodys_words_makes_nobody_an_organisation() -> None:
    """Within a quotation "trust" before a name is as soon a verb: who is spoken of gets no role by it, nor a kind."""
    text = (
        'Dock workers vote on Monday. "Can the port trust Orban?" asked Lena Moravec.\n'
        "Orban told reporters that the offer would not be raised."
    )
    _, analysis = study(text)
    assert [(s.name, s.role) for s in analysis.speakers] == [("Lena Moravec", None), ("Orban", None)]


def test_a_pronoun_and_a_surname_mean_the_person_named_before() -> None:
    """Protects the chain from source to person."""
    text = (
        "Hanna Vogt, the mayor of Elmsford, said the bridge would open in May.\n"
        '"It is safe," she said.\nVogt said the cost was too high.'
    )
    assert [who for who, _ in said(text)] == ["Hanna Vogt"] * 3


def test_a_statement_broken_by_its_cue_is_one() -> None:
    """Protects the two parts of a quotation around its cue."""
    assert said('"We will go," Hanna Vogt said, "and we will win."') == [
        ("Hanna Vogt", '"We will go," | "and we will win."')
    ]


def test_the_hearer_is_not_the_speaker() -> None:
    """Protects "told X that": X is told."""
    text = "Hanna Vogt told the reporter Piet Klaas on Monday that the bridge would open in May."
    assert said(text) == [("Hanna Vogt", "the bridge would open in May")]


def test_whom_a_paper_quotes_is_who_speaks() -> None:
    """Protects "the Herald quoted X as saying": the paper only passes it on."""
    text = "Hanna Vogt spoke on Monday.\n“The bridge is safe,” the Elmsford Herald quoted Vogt as saying."
    assert said(text) == [("Hanna Vogt", "“The bridge is safe,”")]


def test_page_noise_carries_no_statement() -> None:
    """Protects the story from promos that quote."""
    _, analysis = study('WATCH: "We open in May," said Hanna Vogt', kind="promo")
    assert analysis.statements == ()


def test_another_language_is_left_alone_with_a_warning() -> None:
    """Protects against attributing what cannot be read; what is quoted in it can be told all the same."""
    text = (
        "Der Bürgermeister sagte am Montag, dass die Brücke im Mai wieder geöffnet werde. „Wir sind froh“, sagte er, "
        "und die Kosten seien nicht so hoch wie befürchtet. Die Stadt habe das Geld schon vor einem Jahr bereitgestellt."
    )
    text, analysis = study(text)
    assert analysis.language == "de"
    assert analysis.statements == ()
    assert len(analysis.warnings) == 1
    assert [text[q.start : q.end] for q in analysis.quotations] == ["„Wir sind froh“"]


def test_every_quotation_is_told_whether_said_or_not() -> None:
    """Protects what a researcher counts: a scare quote is no statement, and is in the list of what is quoted."""
    text, analysis = study("The “smart” bridge is shut. “We open in May,” said Hanna Vogt. “Then it rains.”")
    assert [text[q.start : q.end] for q in analysis.quotations] == [
        "“smart”", "“We open in May,”", "“Then it rains.”"
    ]  # fmt: skip


def test_quotations_go_on_over_sentences_and_paragraphs() -> None:
    """Protects continuation: the same source until a new one is named."""
    text = (
        'Hanna Vogt opened the meeting. "We will not wait," she said. "We have waited for years.\n'
        '"And we are tired of it."'
    )
    assert [who for who, _ in said(text)][-3:] == ["Hanna Vogt"] * 3


def test_a_headline_quotation_belongs_to_who_says_it_below() -> None:
    """Protects headlines and pull quotes, whose speaker stands elsewhere."""
    text = "“We have waited for years”\nThe pier is shut.\n“We have waited for years for this pier,” said Hanna Vogt."
    blocks = [Block("title", 0, 26), Block("paragraph", 27, 44), Block("paragraph", 45, len(text))]
    analysis = analyse(Document("-", text, ""), blocks)
    first = analysis.statements[0]
    assert (first.speaker, first.rule, first.start) == ("Hanna Vogt", "echo", 0)


def test_every_statement_says_how_sure_it_is_and_by_which_rule() -> None:
    """Protects what the reader is told on demand."""
    _, analysis = study('"We open in May," said Hanna Vogt. "It is safe."')
    assert all(0.0 <= s.certainty <= 1.0 and s.rule for s in analysis.statements)
    assert [s.id for s in analysis.statements] == list(range(len(analysis.statements)))


WORDS = [
    "Hanna",
    "Vogt",
    "said",
    "according",
    "to",
    "that",
    "she",
    '"',
    "“",
    "”",
    "'",
    ",",
    ".",
    ":",
    "—",
    "\n",
    "A:",
    "said,",
    "the",
    "The",
    "Minister",
    "of",
    "and",
    "who",
    "that",
    "WHO",
    "There",
    "Dr",
    "Will",
    "MP",
    "(MP)",
    "(",
    "with",
    "warning",
    "claim",
    "including",
    "he",
    "they",
    "’s",
    "Republicans",
    "Council",
    "Director-General",
    "for",
    "by",
    "May",
    "“Salt Road,”",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_muddle_of_words_and_marks_breaks_the_analysis(words: list[str]) -> None:
    """Protects hostile input: spans lie in the text, in order, with content."""
    text, analysis = study(" ".join(words))
    for statement in analysis.statements:
        assert statement.spans
        assert all(0 <= s.start < s.end <= len(text) for s in statement.spans)
        assert statement.start == statement.spans[0].start
        assert statement.end == statement.spans[-1].end


@pytest.mark.parametrize(
    "title",
    [
        "Water and Power Building Company (Wapbo) Managing Director Lt Gen (retd)",
        "Forest and Wildlife Service (FWS) spokesperson",
        "Roads and Highways Development Authority (RHDA) Chief Engineer Col (rtd)",
    ],
)
def test_a_long_title_with_an_acronym_ends_in_who_speaks(title: str) -> None:
    """An organisation of several words before a name is no speaker of its own."""
    assert said(f"{title} Ana Ruiz said the bridge had been built.") == [
        ("Ana Ruiz", "the bridge had been built")
    ]


def test_a_name_with_a_bracket_behind_it_stays_the_speaker() -> None:
    """A bracket that only tells where someone stands does not hand the words to the next name."""
    assert said("Ana Ruiz (left) and mayor Bo Lund said it rained.")[0][0] == "Ana Ruiz"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, who denies forging eleven drawings, looked at the ceiling throughout.",
        "Percy “Bingo” Ruiz denied any knowledge of the raffle.",
        "Two were stuck. “I sang,” said one. The other, retired plumber Ana Ruiz, said she had slept.",
    ],
)
def test_a_person_who_denies_or_says_something_is_in_the_list(text: str) -> None:
    """A name that a reader looks for is not left out because it is unsure where the words end."""
    _, analysis = study(f"Tom Okafor said it rained.\n{text}")
    assert any(speaker.name.endswith("Ruiz") for speaker in analysis.speakers)


def test_a_thing_that_hardly_speaks_is_not_in_the_list() -> None:
    """What a pamphlet calls for is a statement, and the pamphlet no speaker."""
    text = "Tom Okafor said it rained.\nA pamphlet that hung at the gate of the school called for a shutdown on Monday."
    _, analysis = study(text)
    assert [speaker.name for speaker in analysis.speakers] == ["Tom Okafor"]


def test_a_noun_that_looks_like_an_infinitive_belongs_to_its_phrase() -> None:
    """Protects "Upper Sedge parish council" from being cut, which would let the place speak."""
    text = "Upper Sedge parish council called the ledger “unreadable”."
    assert [speaker for speaker, _ in said(text)] == ["Upper Sedge parish council"]


def test_whole_sentences_in_a_paragraph_of_their_own_are_said_by_somebody() -> None:
    """A run of quotations that stand alone is lost where each is weighed against being a title."""
    text = (
        "One baker watched the river rise to the oven doors.\n“The fires went out one by one,” the baker said.\n"
        "The baker said the flour had been carried upstairs the day before.\n“Nobody alive has seen it climb that step.\n"
        "“We lifted the old mixer between the four of us.\n“My father bought it from a ship's cook.”\nBy dusk the street was dry.\n"
    )
    speakers = [speaker or "" for speaker, words in said(text) if "“" in words]
    assert len(speakers) == 4
    assert all("baker" in speaker for speaker in speakers)


def test_a_quotation_that_is_left_open_goes_on_in_the_next_paragraph() -> None:
    """Without a closing mark the next paragraph's words are the same person's, whoever is named below."""
    text = (
        "Ana Ruiz told the Lund Harbour Board: “The ferry kept no list of who came aboard.\n“Not one lifejacket fitted.”\n"
        "The ferry was later sold by the Lund Harbour Board at a loss.\n"
    )
    assert ("Ana Ruiz", "“Not one lifejacket fitted.”") in said(text)


def test_whom_the_paragraph_above_brings_in_is_he() -> None:
    """Protects who is new in a paragraph of their own from the man named before, whose forename alone tells more."""
    text = (
        "Former treasurer Gary Pell had little to say about the bridge.\n"
        "Mr Pell later sent round the toll list of the year before.\n"
        "Ferry Pilots Guild secretary Torrie Mulden is delighted.\n"
        "“We have waited nine winters for it,” he told the radio.\n"
    )
    assert ("Torrie Mulden", "“We have waited nine winters for it,”") in said(text)


def test_to_stay_without_a_name_is_no_statement() -> None:
    """Protects the list of statements from what is told of a source only: "who asked not to be named"."""
    assert said("A neighbour, who asked not to be named, said it was late.") == [("neighbour", "it was late")]


def test_who_was_asked_answers() -> None:
    """Protects a new person to whom a question is put from the one of whom three sentences told."""
    text = (
        "Harbors coach Stu Fenwick saw it differently. Fenwick, who picked up a technical foul in the third quarter, said "
        'officials had missed "a walk, a carry and a felony" on the final play. "Put that in," he told reporters.\n'
        "The league fined him $25,000 the last time he said something like that, in January, when he referred to the "
        'referees as "three blind mice and a whistle."\n'
        "Harbors star Luka Brandvold, who had 36, was asked if he thought Marlow traveled. "
        '"You want me to get fined too?" he said. "It was a great shot."\n'
    )
    assert ("Luka Brandvold", '"You want me to get fined too?"') in said(text)


def test_a_name_with_an_age_before_it_is_no_longer_name() -> None:
    """Protects the list of names from ages: "Thirty-one-year-old Marek Sol"."""
    text = "Thirty-one-year-old Marek Sol grew up there. “The nets came up empty,” says Marek."
    assert [speaker for speaker, _ in said(text)] == ["Marek Sol"]


def test_a_body_that_is_spelled_as_a_pronoun_speaks() -> None:
    """Protects WHO from being read as "who"."""
    text = "Deaths rose, the World Health Organization (WHO) said. The fever is “often mild”, says WHO."
    assert [speaker for speaker, _ in said(text)] == ["World Health Organization"] * 2


def test_a_name_behind_with_speaks_for_itself() -> None:
    """Protects who is added at a sentence's end: what they warn of is not said by its subject."""
    text = "Two ferry firms left the talks, with Transport Minister Ana Sadi warning of “a winter without boats”."
    assert ("Ana Sadi", "“a winter without boats”") in said(text)


def test_words_that_stand_alone_are_of_whom_the_paragraph_above_tells() -> None:
    """A cook who "looked back on the night" speaks next, and not who is named below."""
    text = (
        "Tom Okafor met the crew.\nHer cook, Ana Ruiz, looked back on the night when two storms met off the cape.\n"
        "“The second wave took the wheelhouse lamp with it.”\nOn shore, Bo Lund felt that the lamp should have been lashed.\n"
    )
    assert ("Ana Ruiz", "“The second wave took the wheelhouse lamp with it.”") in said(text)


def test_a_job_and_a_town_before_a_name_are_no_part_of_it() -> None:
    """Protects a name with a form of address behind where they work: "doctor from Elmsford Dr Lin Chan"."""
    text = "“The lamp was out all night,” harbour doctor from Elmsford Dr Lin Chan said."
    assert [speaker for speaker, _ in said(text)] == ["Lin Chan"]


def test_what_ends_a_text_in_the_middle_is_read_to_its_end() -> None:
    """Protects against titles, months and sources at the very end of a text that is cut off."""
    for end in (
        "Ana Ruiz, Dr",
        "said Will",
        "the Director-General of the Lund Council said",
        "Ana Ruiz, the",
    ):
        assert study(f"Ana Ruiz said the quay would open this year. {end}")[1] is not None
