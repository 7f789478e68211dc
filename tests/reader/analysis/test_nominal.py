"""Speech told by a noun: a verdict, a view, what somebody calls a thing; and words that a noun tells to be none."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.document.model import Block, BlockKind, Document
from tests.reader.analysis.test_analyse import said, study

OPENING = "Tom Okafor said it rained.\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Okafor rejected Ana Ruiz's “too little” allegations on Monday.", "Ana Ruiz"),
        ("Tom Okafor stood in the rain. Ana Ruiz stood by her “never again” pledge.", "Ana Ruiz"),
        ('"Drop it and you deserve it," was Ana Ruiz\'s verdict.', "Ana Ruiz"),
        ('"Sing or go home" is the motto of Ana Ruiz.', "Ana Ruiz"),
        ('The concert, by Ana Ruiz\'s account, was "a car crash with harmonies".', "Ana Ruiz"),
        ('Ana Ruiz\'s advice: "Never drop it."', "Ana Ruiz"),
        ('Bo Lund limped off with what Ana Ruiz described as "a tight leg, nothing more".', "Ana Ruiz"),
        ('In the words of its oldest member, ninety-year-old Ana Ruiz, "we vote on the tempo".', "Ana Ruiz"),
        ('The remark drew cries of "Shame!" from Ana Ruiz.', "Ana Ruiz"),
        ('Bo Lund said it was a rise that a cook, Ana Ruiz, called "rich".', "Ana Ruiz"),
        (
            'Bo Lund said his predecessor, Ana Ruiz, had dubbed the mayor\'s role as "the Gordon problem".',
            "Ana Ruiz",
        ),
        ('Unseen papers show Ana Ruiz warned that she did not "like the sound of it".', "Ana Ruiz"),
        ('Lund was accused by Ruiz of being "late".', "Ruiz"),
        ('But for the cook, Ana Ruiz, the hearings were a mere "farce".', "Ana Ruiz"),
    ],
)
def test_a_quotation_belongs_to_whom_the_noun_beside_it_names(text: str, speaker: str) -> None:
    """A verdict, a motto, an account says it as a verb does; without it the quotation is lost."""
    assert [name for name, _ in said(OPENING + text)][1:] == [speaker]


def test_what_someone_called_it_behind_a_quotation_is_theirs() -> None:
    """Protects a judgement told in passing: "as Ruiz called it"."""
    text = OPENING + 'The "late gift," as Ana Ruiz called it, cost millions.'
    assert ("Ana Ruiz", '"late gift,"') in said(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The choir should have gone, in the view of Ana Ruiz.", "The choir should have gone"),
        ("In Ana Ruiz's view, the choir should have gone.", "the choir should have gone"),
        ("The choir, in Ana Ruiz's opinion, should have gone.", "The choir | should have gone"),
    ],
)
def test_a_view_holds_the_rest_of_its_sentence(text: str, content: str) -> None:
    """Beliefs that a noun tells are statements of whose view they are."""
    assert (("Ana Ruiz", content)) in said(text)


def test_a_list_behind_a_name_hides_no_speaker() -> None:
    """What someone keeps or sells, told in a list, ends in a thing right before the verb; the name opens the sentence."""
    text = (
        OPENING
        + 'Ana Ruiz, keeper of the inn at 12 Quay Row, which serves soup, net mending, rope and more, said: "We burn no oil now."'
    )
    assert ("Ana Ruiz", '"We burn no oil now."') in said(text)


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("Those were the words of the organist Ana Ruiz as she locked the loft.", "Ana Ruiz"),
        ("That was the verdict of Ana Ruiz as she locked the loft.", "Ana Ruiz"),
    ],
)
def test_a_quotation_belongs_to_whose_words_the_line_below_says_it_is(below: str, speaker: str) -> None:
    """A story may open with a quotation and tell only then whose words those were."""
    found = said(
        f"It rained.\n“Nobody will ever tune these pipes again.”\n{below}\nThe key went to the sexton.\n"
    )
    assert (speaker, "“Nobody will ever tune these pipes again.”") in found


def test_a_headline_takes_over_who_says_its_words_below() -> None:
    """What stands before a headline's colon is its subject, and no one who speaks."""
    title = "Cheese: Judges split over 'a rind like old rope'"
    told = "The dairywoman Ana Ruiz laughed about it at the fair."
    quoted = '"It was a wet year and it left a rind like old rope," she said.'
    text = "\n".join((title, told, quoted))
    ends = [len(title), len(title) + 1 + len(told), len(text)]
    kinds: tuple[BlockKind, ...] = ("title", "paragraph", "paragraph")
    starts = [0, ends[0] + 1, ends[1] + 1]
    blocks = [Block(kind, start, end) for kind, start, end in zip(kinds, starts, ends, strict=True)]
    first = analyse(Document("-", text, ""), blocks).statements[0]
    assert (first.speaker, text[first.start : first.end]) == ("Ana Ruiz", "'a rind like old rope'")


def test_a_new_book_is_not_what_somebody_says() -> None:
    """A title beside a possessive and a noun that is no speech stays a title."""
    _, analysis = study('Papers have read Ana Ruiz\'s new book, "Lund Rising Again," for clues.')
    assert [s.quotations for s in analysis.statements if s.quotations] == []


def test_a_judgement_has_the_one_who_calls_so() -> None:
    """Two who call a thing by two names in one breath say one each."""
    text = 'Less happy was the reception for his film, which Ana Ruiz called "unflinching" and Bo Lund called "a crime".'
    assert [name for name, words in said(OPENING + text) if words.startswith('"')] == ["Ana Ruiz", "Bo Lund"]


@pytest.mark.parametrize(
    "text",
    [
        'The bridge, which Ana Ruiz called "a handshake" and one man in row F called "a wet noodle on stilts", opens.',
        'It was a plan that Ana Ruiz branded "reckless" and the chief, Bo Lund, branded "the least bad idea we had".',
    ],
)
def test_two_who_call_a_thing_two_names_say_one_each(text: str) -> None:
    """The second verb's own subject says the second name, however far it is from its noun."""
    found = [name for name, words in said(OPENING + text) if words.startswith('"')]
    assert found in (["Ana Ruiz", "one man in row F"], ["Ana Ruiz", "Bo Lund"])


def test_a_claim_that_somebody_rejects_is_whose_claim_it_is() -> None:
    """Who rejects words does not say them."""
    text = (
        "In the House, Minister Ana Ruiz rejected a claim by the Labour leader, Bo Lund, that the council had been"
        ' "asleep at the wheel".'
    )
    assert [name for name, words in said(OPENING + text) if "asleep" in words] == ["Bo Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Observing that “a python does not file for leave”, the High Court on Monday met again.",
            "High Court",
        ),
        ("Noting that “the law has no tail”, Justice Ana Ruiz adjourned the case.", "Ana Ruiz"),
    ],
)
def test_a_participle_before_the_main_clause_has_its_subject(text: str, speaker: str) -> None:
    """Courts are often quoted before they are named."""
    assert [name for name, words in said(OPENING + text) if words.startswith("“")] == [speaker]


def test_a_programme_that_somebody_speaks_to_is_not_said() -> None:
    """A name behind "to" is whom one speaks to."""
    text = "Speaking to “Lund This Morning”, Bo Lund laughed."
    assert all("Morning" not in words for _, words in said(OPENING + text))
