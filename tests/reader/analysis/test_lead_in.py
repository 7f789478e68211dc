"""Quotations behind a sentence of their own paragraph that is about who says them."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import said

OPENING = "Tom Okafor said it rained.\n"


def test_a_sentence_that_brings_someone_in_leads_to_their_words() -> None:
    """A new subject between two quotations of a paragraph ends the first one's turn."""
    text = (
        '"We have run out of hedges," Tom Okafor said. Dame Ana Ruiz wasn\'t having it. '
        '"Nonsense. There are hedges in all of us."'
    )
    assert [name for name, _ in said(text)] == ["Tom Okafor", "Ana Ruiz"]


def test_who_is_asked_answers_in_the_next_sentence() -> None:
    """A sentence that tells what someone was asked leads to their words, without a verb of speech."""
    text = 'Asked what she would do in retirement, Ana Ruiz did not hesitate. "Sleep. Then eat and complain."'
    assert [name for name, words in said(OPENING + text) if '"Sleep' in words] == ["Ana Ruiz"]


def test_the_other_one_answers_back() -> None:
    """A line goes on from "he says" no further than to a sentence in which "she" snorts."""
    text = (
        'Ilona Petak lights lamps. The mayor, Kristof Banyai, is for trams. "I love the lamps," he says. '
        '"But love is dear." When I repeat this to Petak, she snorts. "He has promised a tram since his hair was brown."'
    )
    assert [name for name, words in said(text) if "hair" in words] == ["Ilona Petak"]


def test_who_waves_it_away_goes_on() -> None:
    """A gesture that looks like a noun leads to words, and is no part of a name."""
    text = (
        "The mayor, Kristof Banyai, is for trams. The council's survey found that most residents wanted the lamps to stay. "
        'Banyai waves this away. "Ask them if they want lamps and they say yes. Ask them again."'
    )
    assert [name for name, words in said(text) if "Ask" in words] == ["Kristof Banyai"]


def test_a_boy_who_shouts_is_no_shouts() -> None:
    """A verb before a quotation is read as one though a noun looks like it."""
    text = OPENING + 'A boy on a scooter shouts, "Ilona, you missed one!" and she shakes her fist at him.'
    assert ("boy on a scooter", '"Ilona, you missed one!"') in said(text)


def test_a_body_that_is_told_of_before_a_line_says_it() -> None:
    """A new body, whatever it is for, ends the turn of the last speaker."""
    text = (
        'Ricky Yeo, head of Action for Dogs, said the practice is cruel. "I don\'t approve," he said. The Society for the '
        'Protection of Animals is also against it. "Animals have natural coats and should be what they are."'
    )
    assert [name for name, words in said(text) if "coats" in words] == [
        "Society for the Protection of Animals"
    ]


def test_a_friend_who_is_named_between_commas_goes_on() -> None:
    """A new person before a short line ends the turn of someone without a name."""
    text = (
        '"I\'ve got two weeks of money," said one docker, who did not want to be named. '
        'His friend, Gary, laughed. "He\'s got one."'
    )
    assert [name for name, _ in said(OPENING + text)][1:] == ["one docker", "Gary"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Striker Ana Ruiz, who limped off in the 60th minute, shrugged.", "Ana Ruiz"),
        ("Bus driver Ana Ruiz, mother of two, was less charitable.", "Ana Ruiz"),
        ("A medic who gave her name only as Ana laughs when she is asked.", "Ana"),
    ],
)
def test_a_sentence_about_someone_leads_to_their_words(lead: str, speaker: str) -> None:
    """A mood told before a lone quotation tells who says it, even where no verb does."""
    words = "“My ankle is fine. Ask me about the pride.”"
    assert (speaker, words) in said(f"{OPENING}{lead} {words}")


def test_a_sentence_about_a_thing_leads_to_nobodys_words() -> None:
    """A quotation behind what cannot speak is given to nobody rather than to a lock."""
    text = f"{OPENING}The lock on the gate was new. “My ankle is fine. Ask me about the pride.”"
    assert all("ankle" not in words or name == "Tom Okafor" for name, words in said(text))


def test_her_secret_leads_to_her_words() -> None:
    """A possessive and a noun before a lone quotation say whose words they are."""
    text = "Ana Ruiz won unopposed in 71 minutes. Her secret? “I know that road. I grew up behind it.”"
    assert ("Ana Ruiz", "“I know that road. I grew up behind it.”") in said(OPENING + text)


def test_who_leads_in_with_a_colon_goes_before_the_document_that_tells_it() -> None:
    """A transcript that a sentence opens with is where the words stand, and who replied says them."""
    text = 'According to the transcript of a call, read out in court, Ana Ruiz replied: "Then I will find someone who can."'
    assert [name for name, words in said(OPENING + text) if "Then I" in words] == ["Ana Ruiz"]


def test_a_pronoun_behind_a_comma_leads_to_their_words() -> None:
    """Whom the sentence before is about says a quotation that hangs in doubt, not who the paragraph tells of first."""
    text = (
        '"So that went well," says the singer Tess Arbour, over a video call from her kitchen.\n'
        "Davey Arbour, who played bass in her band for a decade, died in 2022. For nearly a year, she couldn't listen to "
        'music at all. "Even the hold music at the bank. I\'d hang up."'
    )
    assert [name for name, words in said(text) if "hold music" in words] == ["Tess Arbour"]


@pytest.mark.parametrize(
    "text",
    [
        "“This cannot go on like that.” Ana Ruiz is not happy.",
        "Ana Ruiz was asked if she would stand again. “No.”",
        "Ana Ruiz, too, is angry (“This cannot go on like that”), and so is the council.",
        "“This cannot go on like that”. Ana Ruiz is not happy.",
        "Ana Ruiz was asked if she would stand again. “No”.",
        "“This cannot go on like that”, came Ana Ruiz's reply.",
        "Ana Ruiz's response? “Shameful.”",
        "“This cannot go on like that,” came Ana Ruiz's reply.",
    ],
)
def test_a_sentence_beside_a_quotation_tells_who_says_it(text: str) -> None:
    """Features tell of people and let them speak, without a verb that says so."""
    assert [name for name, words in said(OPENING + text) if "“" in words] == ["Ana Ruiz"]
