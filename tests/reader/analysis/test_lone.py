"""Quotations that are a paragraph of their own, with no word of who says them."""

from __future__ import annotations

from reader.analysis.analyse import analyse
from reader.document.model import Block, Document


def told(*paragraphs: str) -> list[tuple[str | None, str]]:
    """Speaker and rule of each quotation of an article with these paragraphs."""
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 1
    found = analyse(Document("-", text, ""), blocks).statements
    return [(s.speaker, s.rule) for s in found for _ in s.quotations]


def test_a_lone_quotation_is_said_by_who_spoke_above() -> None:
    """Protects quotations below a report of what someone said, with a sentence about other things between."""
    found = told(
        "Ferry owner Ilse Harkin explained that both engines were being rebuilt over the winter.",
        "On the slip beside the shed, painters were mixing a bucket of red lead.",
        "“I would sooner lose one season of fares than have her break down in the middle of the sound.”",
        "The crossing takes eleven minutes.",
    )
    assert found == [("Ilse Harkin", "floating")]


def test_who_never_asks_does_not_say_the_line_below() -> None:
    """Protects a lone quotation from the stranger whom it is about."""
    found = told(
        "Rosa Quill was in the queue. The man who drew her never asked her name.",
        "“He gave me a pear. I thought he was the doctor.”",
        "The crossing takes eleven minutes.",
    )
    assert found == [("Rosa Quill", "floating")]


def test_a_lone_quotation_is_said_by_the_witness_of_the_paragraph_between() -> None:
    """Protects a witness from the lawyer who spoke before them."""
    found = told(
        "\"He said, 'She'll be right,'\" Ms Nair said.",
        "The airfield manager at Licola, Bevan Strickland, gave evidence that he had spoken to the pilot at about 7:40am.",
        "\"I said to him, 'Mate, you can't see the end of the strip.' He said, 'I don't need the end of it.'\"",
        "Coroner Declan O'Hara asked whether the airfield could close the runway. "
        'It did not, Mr Strickland said, "and it still doesn\'t, Your Honour".',
    )
    assert [who for who, _ in found] == ["Nair", *["Bevan Strickland"] * 2]


def test_a_lone_quotation_that_opens_an_article_is_said_by_whom_the_next_paragraph_names() -> None:
    """Protects quotations whose speaker is brought in below, and those that go on in the next paragraph."""
    found = told(
        "Two hundred loaves were on the trestles by nine.",
        '"Nobody bakes rye like this any more. My grandmother did, and then the mill closed."',
        '"So when the stones were turned again last spring I wanted to be the first in line."',
        "Baker Jonna Velde lifted another tray on to the scales.",
    )
    assert [who for who, _ in found] == ["Jonna Velde", "Jonna Velde"]


def test_a_lone_line_of_few_words_stays_what_it_is() -> None:
    """Protects slogans and titles that stand alone from being said by the last person spoken of."""
    found = told(
        "Ana Ruiz said the choir would sing at the harbour.",
        "“Songs of the Outer Reef”",
        "The doors open at seven.",
    )
    assert found == []


def test_an_answer_belongs_to_whom_the_question_above_asks() -> None:
    """In court, lines of a dialogue stand alone; the one below a question is the other speaker's."""
    found = told(
        '"I meant it as a joke," Bo Lund told Coroner Ana Ruiz.',
        '"A joke?" the coroner asked.',
        '"Yes, Your Honour."',
        "The hearing went on in the afternoon.",
    )
    assert [who for who, _ in found] == ["Bo Lund", "Ana Ruiz", "Bo Lund"]
    assert found[-1][1] == "dialogue"


def test_a_lone_quotation_whose_words_are_told_elsewhere_is_not_taken_for_an_answer() -> None:
    """Protects pull quotes below a question: whose words they are stands in the story itself."""
    pulled = "“We never signed it, not once”"
    found = told(
        "“I meant it as a joke,” Bo Lund told the coroner.",
        "“A joke about a boat?” the coroner asked.",
        pulled,
        "Later the harbour pilot, Ana Ruiz, said: “We never signed it, not once, in all of those years.”",
    )
    assert found[2] == ("Ana Ruiz", "echo")
    assert found[1][0] != "Bo Lund", "who tells the coroner something is not the coroner"
