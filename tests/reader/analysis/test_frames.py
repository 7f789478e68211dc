"""Noun phrases, cues with their sources and contents, and which of them stand."""

from __future__ import annotations

import pytest

from reader.analysis.frames.clauses import find_cues, read_clause
from reader.analysis.frames.frames import find_frames
from reader.analysis.frames.fronted import main_subject
from reader.analysis.frames.reading import Paragraph, read_paragraph
from reader.analysis.learned.weights import load_weights
from reader.analysis.statements import outermost
from reader.analysis.words.cues import forms, lemma_of
from reader.document.model import Block
from tests.reader.analysis.test_analyse import said


def read(text: str) -> Paragraph:
    """A text as one paragraph."""
    return read_paragraph(text, Block("paragraph", 0, len(text)), 0)


def frames(text: str) -> list[tuple[str, str, str]]:
    """Cue, source and content of each frame that stands in a text of one sentence."""
    paragraph = read(text)
    found = []
    for frame in outermost(find_frames(read_clause(paragraph, 0), load_weights())):
        phrase = frame.subject.phrase
        source = text[paragraph.starts[phrase.low] : paragraph.ends[phrase.high - 1]] if phrase else ""
        parts = [text[paragraph.starts[low] : paragraph.ends[high - 1]] for low, high in frame.parts]
        found.append((paragraph.words[frame.cue.item], source, " | ".join(parts)))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanna Vogt said the bridge was safe.", ("said", "Hanna Vogt", "the bridge was safe")),
        ("The bridge was safe, Hanna Vogt said.", ("said", "Hanna Vogt", "The bridge was safe")),
        ("The bridge, she said, was safe.", ("said", "she", "The bridge | was safe")),
        ("According to Hanna Vogt, the bridge was safe.", ("According", "Hanna Vogt", "the bridge was safe")),
        ("Hanna Vogt, who built the bridge, said it was safe.", ("said", "Hanna Vogt", "it was safe")),
        (
            "Hanna Vogt told Piet Klaas that the bridge was safe.",
            ("told", "Hanna Vogt", "the bridge was safe"),
        ),
        ("OSLO (Wire) — Officials said the bridge was safe.", None),
    ],
)
def test_a_frame_has_its_source_and_its_content(text: str, expected: tuple[str, str, str] | None) -> None:
    """Protects the plain forms on either side of the verb, insertions, and the hearer."""
    assert (frames(text) or [None])[0] == expected


def test_who_is_told_says_nothing() -> None:
    """In the passive it is the teller's: whoever is behind "by", and nobody where none is."""
    found = said(
        "Its chief, Ida Holm, had been told by the mayor in May that she had “until Easter”. Bo Lund was warned that it was dear."
    )
    assert [source for source, _ in found] == ["mayor", None]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    """Protects the first subject from the place a report comes from."""
    paragraph = read("OSLO (Wire) — Officials said the bridge was safe.")
    assert [paragraph.words[low:high][:1] for low, high in paragraph.sentences] == [["OSLO"], ["Officials"]]


def test_a_quotation_is_one_item() -> None:
    """Protects what is said from being read as who says it."""
    paragraph = read('"He said no. I left," Hanna Vogt said.')
    assert paragraph.words == ['"', "Hanna", "Vogt", "said", "."]
    assert paragraph.tags[0] == "QE"


def test_hard_wrapped_text_reads_as_unwrapped() -> None:
    """Protects offsets and sentences across line breaks within a paragraph."""
    wrapped, plain = "Hanna\nVogt said it\nwas safe.", "Hanna Vogt said it was safe."
    assert (read(wrapped).words, read(wrapped).starts) == (read(plain).words, read(plain).starts)


def test_cues_carry_their_kind() -> None:
    """Protects passive, infinitive, participle and noun from being taken for a finite verb."""
    paragraph = read("She was told to say so, adding that her claim had been denied.")
    kinds = [(paragraph.words[c.item], c.kind) for c in find_cues(read_clause(paragraph, 0))]
    assert kinds == [("told", "P"), ("say", "T"), ("adding", "G"), ("claim", "S"), ("denied", "P")]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", ("say", "says", "said", "saying")),
        ("admit", ("admit", "admits", "admitted", "admitting")),
        ("reply", ("reply", "replies", "replied", "replying")),
        ("lie", ("lie", "lies", "lied", "lying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
    ],
)
def test_forms_lead_back_to_their_lemma(lemma: str, expected: tuple[str, ...]) -> None:
    """Protects spelling: doubled consonants, y and ie."""
    assert forms(lemma) == expected
    assert {lemma_of(form) for form in expected} == {lemma}


def test_a_verb_of_speech_right_after_a_quotation_is_no_noun() -> None:
    """Protects "…," jokes X from a tagger that sees a plural."""
    paragraph = read('"I want the orange," jokes Hanna Vogt.')
    assert paragraph.tags[1] == "VBZ"


def test_a_call_with_someone_is_on_the_telephone() -> None:
    """Protects who was only called from a statement of theirs, and the next pronoun from meaning them."""
    paragraph = read("Hanna Vogt listened in on Piet Klaas's July call with the mayor, Bo Lund.")
    cues = [paragraph.words[cue.item] for cue in find_cues(read_clause(paragraph, 0))]
    assert cues == ["listened"]


@pytest.mark.parametrize("words", ["will stop calling at the northern pier", "called off the last sailing"])
def test_a_ferry_that_calls_says_nothing(words: str) -> None:
    """A verb of speech that its next word makes something else of is no cue."""
    from reader.analysis.analyse import analyse
    from reader.document.blocks import classify
    from reader.document.model import Document

    text = f"The ferry that links the islands to the mainland {words} on Sunday, after divers found cracks in it.\n"
    document = Document("-", text, "")
    assert all(s.speaker != "ferry" for s in analyse(document, classify(document)).statements)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "When the council said there was no money, Hanna Vogt built it.",
            "there was no money",
        ),
        ("The firm, which denied that it leaked, has moved away.", "it leaked"),
        (
            "Hanna Vogt said the dog, which belongs to a neighbour, had gone away.",
            "the dog, which belongs to a neighbour, had gone away",
        ),
        (
            "Hanna Vogt said the bike — known to all — had no brakes.",
            "the bike — known to all — had no brakes",
        ),
        ("Her promise to retire in May is not kept.", "to retire in May"),
        ('Hanna "Boom" Vogt, through her aide, denied any links to them.', "any links to them"),
        (
            "Hanna Vogt said the skipper, a man from Ohio, told them he had no idea.",
            "the skipper, a man from Ohio, told them he had no idea",
        ),
        (
            "According to Hanna Vogt, farmers were receiving double, a state she said would last.",
            "farmers were receiving double",
        ),
    ],
)
def test_a_content_ends_where_a_clause_can(text: str, content: str) -> None:
    """What is said must not run into the main clause behind it, nor stop before its own verb."""
    assert content in [found for _, _, found in frames(text)]


def phrases(text: str) -> list[str]:
    """The noun phrases of a text of one sentence."""
    paragraph = read(text)
    return [text[paragraph.starts[p.low] : paragraph.ends[p.high - 1]] for p in paragraph.phrases[0]]


def test_two_titles_before_a_name_are_one_phrase_with_it() -> None:
    """Protects the name behind joined titles, and two people who are joined by the same word."""
    assert "former Gov. and party chairman Edward Rendall" in phrases(
        "Former aides met former Gov. and party chairman Edward Rendall on Monday."
    )
    assert "the president" in phrases("It was said by the president and Edward Rendall on Monday.")


def test_a_surname_that_is_a_word_is_a_name_behind_a_forename() -> None:
    """Protects people called Devine or Early, whom a tagger takes for what their names mean."""
    assert "Thomas Early" in phrases("Thomas Early, a strategist, said so.")


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("“We will look at it,” Conrad notes.", "notes", "Conrad"),
        ("Husted continued by saying that the bridge was safe.", "continued", "Husted"),
    ],
)
def test_names_beside_verbs_that_look_like_other_words(text: str, cue: str, source: str) -> None:
    """Protects the plainest form where a tagger sees two nouns, or two participles."""
    paragraph = read(text)
    item = paragraph.words.index(cue)
    assert paragraph.tags[item].startswith("VB")
    assert paragraph.tags[item - 1] == "NNP"
    assert paragraph.words[item - 1] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The Bank of Lund left its benchmark rate unchanged at 7% on Monday, defying calls from exporters for a cut"
            " and warning that food was proving dear.",
            "The Bank",
        ),
        (
            "Kestrel Holdings closed its plant in the town for good on Monday, two days before the holidays,"
            " adding to the pain of a place with no mill and arguing that demand had gone.",
            "Kestrel Holdings",
        ),
    ],
)
def test_a_participle_far_behind_belongs_to_the_subject_of_its_sentence(text: str, source: str) -> None:
    """Who warns at a long sentence's end is who does what it tells, and not the thing it is done to."""
    paragraph = read(text)
    found = find_frames(read_clause(paragraph, 0), load_weights())
    by_cue = {paragraph.words[f.cue.item]: f.subject.phrase for f in found}
    phrase = by_cue.get("warning") or by_cue.get("arguing")
    assert phrase is not None
    assert text[paragraph.starts[phrase.low] : paragraph.ends[phrase.high - 1]] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Hanna Vogt, an official at the Elmsford Ferry Board in Norway, which owns two boats, said it was safe.",
            "Hanna Vogt",
        ),
        (
            "Piet Klaas, a driver from Elmsford, Mo., who is a member of the union, said it was safe.",
            "Piet Klaas",
        ),
        (
            "Hanna Vogt, director of Ferries United, a union that has backed Mr. Klaas, also said it was safe.",
            "Hanna Vogt",
        ),
        ("Hanna Vogt (R-Kans.), who has seen the bridge, said it was safe.", "Hanna Vogt"),
    ],
)
def test_who_an_insertion_is_about_is_the_source(text: str, source: str) -> None:
    """Protects a name from the employers and places that stand in its apposition, and other subjects from such a name."""
    assert frames(text)[0][:2] == ("said", source)


def test_a_day_says_nothing() -> None:
    """Protects the speaker of a sentence that opens with a day and much else before them."""
    text = (
        "Tuesday at the tide mill, while showing pupils the wheel that had been mended in March and "
        "the sluice that was still to come, Keeper of the Mill Dr. Hanna Vogt (retd) said it was safe."
    )
    assert "Tuesday" not in [source for _, source, _ in frames(text)]


def test_a_long_insertion_leaves_its_verb_the_subject_before_it() -> None:
    """Protects a verb from having no source where much is put in before it."""
    text = (
        "The row began when Mrs. Vogt, in answer to Mr. Klaas's long letter to the choir about the key "
        "of the old vestry, accused him of hiding it."
    )
    assert [source for cue, source, _ in frames(text) if cue == "accused"] == ["Mrs. Vogt"]


def test_who_describes_what_someone_does_is_not_that_one() -> None:
    """Protects the source behind "what", where a name with an insertion opens the sentence."""
    text = (
        "Vogt (no relation), star of the town, slept in what her owner, Piet Klaas, described as a theatre."
    )
    assert [source for cue, source, _ in frames(text) if cue == "described"] == ["her owner"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("After saying the bridge was safe, Hanna Vogt left the town hall.", "Hanna Vogt"),
        ("Having announced that the bridge was safe, the mayor later left.", "the mayor"),
        ("In declaring that the bridge, which shook, was safe, Vogt, a baker, angered all.", "Vogt"),
        ("Hanna Vogt left, saying that the bridge was safe, the ferry was not.", None),
        ("After saying that the bridge was safe, on Monday, to all.", None),
    ],
)
def test_a_participle_that_opens_a_sentence_is_its_subjects(text: str, subject: str | None) -> None:
    """Protects what is told before the main clause from having no speaker."""
    clause = read_clause(read(text), 0)
    cue = next(cue for cue in find_cues(clause) if cue.lemma in ("say", "announce", "declare"))
    found = main_subject(clause, cue, cue.item)
    items = clause.paragraph
    assert (text[items.starts[found.low] : items.ends[found.high - 1]] if found else None) == subject


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Hanna Vogt said the number of patients is “beyond embarrassing”, as the ward recorded its busiest day.",
            "the number of patients is “beyond embarrassing”",
        ),
        (
            "The question was a simple one, Hanna Vogt reminded the crowd: sell the tower or fix it.",
            "The question was a simple one | sell the tower or fix it",
        ),
    ],
)
def test_a_content_leaves_what_happens_meanwhile_and_takes_what_its_speaker_breaks_up(
    text: str, content: str
) -> None:
    """The story's own clause behind a quotation is not said, and both halves around a speaker are."""
    assert [found for cue, _, found in frames(text) if cue in ("said", "reminded")] == [content]


def test_a_man_called_so_calls_nobody() -> None:
    """A verb that only gives someone's name is no cue."""
    assert frames("A courteous man called Bo Lund gives them tea.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The judgment, which Vogt keeps as a photograph on her phone, found that they had no title.",
            "The judgment",
        ),
        ("The choir, which Bo Lund led for 40 years, said it would sing without him.", "The choir"),
    ],
)
def test_who_does_something_in_a_relative_clause_does_not_say_what_the_sentence_says(
    text: str, source: str
) -> None:
    """The subject of what is put in stands nearer to the verb, and is not its subject."""
    assert [found for cue, found, _ in frames(text) if cue in ("found", "said")] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            'In a statement, the Norwegian and Danish defence ministries accused the guards of "rough play".',
            "the Norwegian and Danish defence ministries",
        ),
        (
            '"The valley is dry," Lena Marsh, Chief Warden, Forest Office told The Lund Post.',
            "Lena Marsh",
        ),
    ],
)
def test_a_source_is_whole(text: str, source: str) -> None:
    """Protects bodies of two countries from being halved, and a name whose office ends without a comma from the office."""
    assert source in [found for _, found, _ in frames(text)]


def test_nobody_is_meant_by_there() -> None:
    """Protects a sentence that opens with "there" from ending the analysis, and "there" from speaking."""
    found = frames("There were two boats at the quay by noon, suggesting that the strike was over.")
    assert "There" not in [source for _, source, _ in found]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Ana Ruiz, who told reporters it was "a disgrace," resigned on Friday.', 'it was "a disgrace,"'),
        (
            'The report, which called the pier "unsafe at any speed," was out in May.',
            '"unsafe at any speed,"',
        ),
    ],
)
def test_a_relative_clause_ends_at_a_comma_within_marks(text: str, content: str) -> None:
    """Protects what the sentence itself tells from being taken for what is said in it."""
    assert content in [found for _, _, found in frames(text)]
