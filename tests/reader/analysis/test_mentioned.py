"""Words in quotation marks that are named and not said; quotations that are signed, or echoed by a headline."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.document.model import Block, Document
from tests.reader.analysis.test_analyse import said, study

NAMED = {
    "so-called": 'Ana Ruiz said the so-called "blue wall" had gone.',
    "known as the": 'It is known as the "house of horrors" in Lund, Ana Ruiz said.',
    "identified as": 'Ana Ruiz, identified as "Minor One" in the files, says it rained.',
    "nicknamed the": 'The boat, nicknamed the "Rust Bucket" by islanders, returned, said Ana Ruiz.',
    "part of a noun phrase": 'Lund is a "right to work" state, which means a lot to Ana Ruiz.',
    "a title after its kind": 'Ana Ruiz said that the film "Salt Road" was late.',
    "a title that is sung": 'In one scene Ana Ruiz sings "Blackbird" in the rain.',
    "a nickname in a name": 'Veteran stuntman Ramu "Paani" Ruiz said it rained.',
    "a word": 'Ana Ruiz said they never used the word "goodbye" there.',
    "a word explained": 'Ana Ruiz said it ("denaturing" refers to breakdown) was rare.',
    "a sign": 'A sign on the door reads "Back soon".',
    "a shirt": 'Ana Ruiz wore a T-shirt that said "ASK ME FIRST".',
    "what people have christened a thing": "Tom Okafor is a doubt for a trip that fans have christened “El Gasworko”.",
    "buttons": 'Several residents wore buttons reading "Leave It Bee," a nod to the hive.',
    "tracks counted up": "Fans have said that at least two tracks, “The Chemist” and “So Long School,” refer to her.",
    "placards": 'Pupils held placards outside reading "Hands off our hill" and "No fans here".',
    "a slogan": 'Ana Ruiz said he bought a hat with the slogan "RIGHT BLOKE, WRONG CASE".',
    "known far and wide as": 'Ana Ruiz said the quad bike, known around the farm as "the Widowmaker", had rolled.',
    "what a thing is called": 'It is a shift that drivers call "the pretzel", Ana Ruiz said.',
    "a name that is given": 'Ana Ruiz describes a protein, which they have named "snoozin," in mice.',
    "the title of a thing": 'Ana Ruiz noted that its first title, "The Last Quays," was too sad.',
    "a title that was changed": 'Ana Ruiz said the plan was changed to "Quay Futures" in May.',
    "whose programme it is": 'Ana Ruiz said on Norwave\'s "Noon Today" that it rained.',
    "a guide": 'Ana Ruiz said the "Good Table" guide had come every year.',
    "a pseudonym": 'Ana Ruiz said he wrote under the pseudonym "Carlo Storm" for years.',
    "the title of a post": 'Ana Ruiz was sent a link to a post titled "The Art of Still".',
    "what a thing is dubbed": 'Ana Ruiz said two vessels, dubbed "the ghost ships" by islanders, were late.',
    "a term that is used": 'Ana Ruiz said she never used the term "three tenors" of them.',
    "short for something": 'Ana Ruiz said it stood in the Central Business District or "CBD" of Lund.',
    "a verse": 'It has a chorus ("Round and round I go / Everybody knows") that Ana Ruiz wrote.',
    "a name put in": 'Ana Ruiz said that in May a molecule, "hibernin," had looked promising in mice.',
    "a coined name": 'The march, dubbed "Walk Out to Cash Out," was a success, Ana Ruiz said.',
    "a code name": 'Ana Ruiz said she logged it under the code name "Lola" twice.',
    "identified in a paper as": 'One man, identified in the suit as "John Doe 4," said it rained.',
    "what a box is marked": 'Ana Ruiz carried a coffin marked "Endowment" through the town.',
    "what a jar is labelled": "Ana Ruiz kept a jar labelled “Not sugar, ask Bill” on the shelf.",
    "what an envelope is addressed": "Ana Ruiz found an envelope addressed “To whoever finds the dog” there.",
    "what a ship is called": 'The "Estrela do Mar" was built in 1987, Ana Ruiz said.',
    "what a shop sells": 'Admission is by donation, which means a button, and the gift shop sells "gifts" nobody has yet wanted.',
    "a headline referred to": 'Ana Ruiz says that the band is loud ("Brass before breakfast", 3 June).',
    "what an animal is called": "Ana Ruiz admitted taking the bird, called ‘Maggie’, from the plot.",
    "a notice": "The society, said Ana Ruiz, has put up a notice: ‘Please do not feed the geese’.",
    "the phrase of the day": 'Ana Ruiz spoke. The phrase of the day at the site was "go for coffee".',
    "a dubbed resolution": 'Ana Ruiz filed a paper, which she dubbed the "Show Me the Bridge" paper.',
    "what a machine is called": 'A unit it calls "Gus" makes drinks, said Ana Ruiz.',
    "a title between commas": 'The farm\'s booklet, "Welcome to Lund", was described by Ana Ruiz as short.',
    "a title with its year": 'Ana Ruiz said that they would show "The Herring Girls" (1938) again.',
    "an episode of a series": "Ana Ruiz said that she had sung on an episode of “Ferry Men.”",
    "the star of a film": "The “Salt Road” star was late, Ana Ruiz said.",
    "a campaign by its name": "Ana Ruiz dismissed the “Mind the Gate” campaign.",
    "a number plate": 'Ana Ruiz spoke of a car with a licence plate reading "ROCKR1" in the yard.',
    "titles counted up": 'The tour has hits such as "Salt Road," "Out To Sea," "Black Sand" and others, said Ana Ruiz.',
    "a title and what it is": 'Ana Ruiz says she has the last copy of "Knots for All", a 1931 manual.',
    "a translation": 'Divers named it after a rock in Norn, which translates as "wet stone".',
    "a title within what is said": "Critics say “Salt Road” is too long, Ana Ruiz said.",
    "a title as what is praised": "Ana Ruiz praised “Salt Road” and its maker.",
    "a plan by its name": "Ana Ruiz said it would end its “Blue Water” plan.",
    "a programme": "Ana Ruiz said on “Face the Harbour” that she would leave.",
    "what is denied": "Ana Ruiz denied that she, Bo Lund and Tom Okafor formed an “irregular” channel.",
    "an idea that is challenged": "Ana Ruiz challenged the idea that it was “terrorism” at all.",
    "what is not called so": "Ana Ruiz would not call it a “crisis” yet.",
    "what is asked about": "Asked about the “ferry tax,” Ana Ruiz said it was fair.",
    "what a picture shows": "Ana Ruiz posted a picture of herself by the “lost ferry” on Monday.",
    "a word of another language": 'Ana Ruiz calls her boat Spes, Latin for "hope".',
}


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED)
def test_words_that_are_only_named_are_nobodys_quotation(text: str) -> None:
    """Titles, labels, bywords and scare quotes must not stand in the list of what people said."""
    _, analysis = study(text)
    assert [s.quotations for s in analysis.statements if s.quotations] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ana Ruiz called the plan "heroic".', "Ana Ruiz"),
        ('Ana Ruiz used words including "idiots" and "fools" of them.', "Ana Ruiz"),
        ('The authors agreed that it was a "taboo" genre, said Ana Ruiz.', "Ana Ruiz"),
        ('Ana Ruiz said it was a "very odd" day.', "Ana Ruiz"),
        ('Ana Ruiz identified the former mayor as "a one-man crime wave".', "Ana Ruiz"),
        ('Ana Ruiz called it "the end of Lund".', "Ana Ruiz"),
        ('Ana Ruiz labelled the plan "a raffle without prizes".', "Ana Ruiz"),
        ('Ministers have been labelled "cowards in good coats" by Ana Ruiz.', "Ana Ruiz"),
        ("Ana Ruiz dismissed the claims as “nonsense”.", "Ana Ruiz"),
        ("Ana Ruiz said “Never Again” and left.", "Ana Ruiz"),
        ("Ana Ruiz called him a “Part Time Mayor” twice.", "Ana Ruiz"),
        ("Ana Ruiz posted a photo of the pier with the words “No more”.", "Ana Ruiz"),
        ("Ana Ruiz feared that it would lead to a “can’t fail” mood.", "Ana Ruiz"),
        ("Ana Ruiz thinks it is a “very sad” day.", "Ana Ruiz"),
        ("Ana Ruiz admitted “ferries in this town” meant delay.", "Ana Ruiz"),
        ('In a street of signs Ana Ruiz said "we see you".', "Ana Ruiz"),
        ('Ana Ruiz wrote to those who carry signs, saying "we see you".', "Ana Ruiz"),
    ],
)
def test_a_few_words_with_a_verb_of_speech_are_still_said(text: str, speaker: str) -> None:
    """The rules for words that are only named must not swallow partial quotation."""
    _, analysis = study(text)
    assert [s.speaker for s in analysis.statements if s.quotations] == [speaker]


def test_marks_that_the_article_does_not_quote_in_set_a_word_apart() -> None:
    """Where speech stands in double marks, single ones hold a label; but not what somebody is called or told to be."""
    text, analysis = study(
        'It rained.\n"We were all very late for the boat on Monday," Ana Ruiz said.\n'
        "Ana Ruiz said she hit the 'code blue' button at noon.\n"
        "Ana Ruiz said that crowds 'gheraoed' the office for days.\n"
        "Ana Ruiz said that the priests were 'fake'."
    )
    quoted = [text[q.start : q.end] for s in analysis.statements for q in s.quotations]
    assert quoted == ['"We were all very late for the boat on Monday,"', "'fake'"]


def test_a_signed_quotation_belongs_to_who_signs_it() -> None:
    """Readers' letters and opinions are signed behind a dash, on the same line or the next."""
    text = (
        "“It turns red whenever I get there, every time.”\n"
        "— Ana Ruiz, Mill Lane\n"
        "“My dog has learnt to press the button.” — Tom Okafor, Upper Green"
    )
    assert [speaker for speaker, _ in said(text)] == ["Ana Ruiz", "Tom Okafor"]


def test_a_signature_that_was_taken_for_noise_is_read() -> None:
    """A short line behind a dash looks like page noise; below a lone quotation it tells who speaks."""
    first, second = "“It turns red whenever I get there, every time.”", "— Ana Ruiz, Mill Lane"
    blocks = [
        Block("paragraph", 0, len(first)),
        Block("boilerplate", len(first) + 1, len(first) + 1 + len(second)),
    ]
    analysis = analyse(Document("-", f"{first}\n{second}", ""), blocks)
    assert [s.speaker for s in analysis.statements] == ["Ana Ruiz"]


def test_a_headline_that_quotes_what_the_story_tells_is_given_to_who_tells_it() -> None:
    """A headline puts in marks what the story has partly in its own words."""
    head = "Strike 'could last until the clocks change'"
    body = 'Tom Okafor warned that the strike could last "until the clocks change".'
    blocks = [Block("title", 0, len(head)), Block("paragraph", len(head) + 1, len(head) + 1 + len(body))]
    analysis = analyse(Document("-", f"{head}\n{body}", ""), blocks)
    assert [s.speaker for s in analysis.statements] == ["Tom Okafor", "Tom Okafor"]


def test_shares_of_people_are_not_speakers() -> None:
    """A poll's "30 percent" is nobody whom a reader would look for in the list."""
    _, analysis = study("30 percent said they would vote. Ana Ruiz said so too.")
    assert [speaker.name for speaker in analysis.speakers] == ["Ana Ruiz"]
