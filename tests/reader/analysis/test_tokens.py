"""Tokens are what every layer above counts in: a wrong cut moves subjects and verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.words.tokens import tokenise, words_at

BLANK = " \n\t\u00ad"


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We can't, won't and don’t.", ["We", "ca", "n't", ",", "wo", "n't", "and", "do", "n’t", "."]),
        ("Mia's and Mia’s", ["Mia", "'s", "and", "Mia", "’s"]),
        ("Mia‘s dog", ["Mia", "‘s", "dog"]),
        ("I'd they’re we'll you've I’m", ["I", "'d", "they", "’re", "we", "'ll", "you", "'ve", "I", "’m"]),
        ("the teachers' strike", ["the", "teachers", "'", "strike"]),
        ("Sen. Ada Q. Loy (D-Mo.)", ["Sen.", "Ada", "Q.", "Loy", "(", "D-Mo.", ")"]),
        ("U.S.-led, A.F.L.-C.I.O. and a.m.", ["U.S.-led", ",", "A.F.L.-C.I.O.", "and", "a.m."]),
        ("Lt. Col. Orr met Mr. Ash Jr.", ["Lt.", "Col.", "Orr", "met", "Mr.", "Ash", "Jr."]),
        (
            "Lt.-Col. Orr, Coun. Ash, the Rev'd Loy",
            ["Lt.-Col.", "Orr", ",", "Coun.", "Ash", ",", "the", "Rev'd", "Loy"],
        ),
        ("a well-known 10-year-old", ["a", "well-known", "10-year-old"]),
        ("$3.5m, US$2,000 and £40", ["$", "3.5m", ",", "US$", "2,000", "and", "£", "40"]),
        ("up 2.5% at 10:30", ["up", "2.5", "%", "at", "10:30"]),
        ("O'Hara, d’Aubigny and AT&T", ["O'Hara", ",", "d’Aubigny", "and", "AT&T"]),
        ("well ... so… and . . . on", ["well", "...", "so", "…", "and", ". . .", "on"]),
        ("yes—no -- maybe – so", ["yes", "—", "no", "--", "maybe", "–", "so"]),
        ("''Go,'' she said. ``Now.''", ["''", "Go", ",", "''", "she", "said", ".", "``", "Now", ".", "''"]),
        ('"Go!" («Va») “x”', ['"', "Go", "!", '"', "(", "«", "Va", "»", ")", "“", "x", "”"]),
        (
            "@ada_loy: #vote at https://x.example/a?b=1.",
            ["@ada_loy", ":", "#vote", "at", "https://x.example/a?b=1", "."],
        ),
        (
            "ada@mill.example or mill.co.uk/news, no",
            ["ada@mill.example", "or", "mill.co.uk/news", ",", "no"],
        ),
        ("home.Then the '90s", ["home", ".", "Then", "the", "'90s"]),
        ("No. 5? No. Never.", ["No.", "5", "?", "No", ".", "Never", "."]),
        ("and so did I. We left", ["and", "so", "did", "I", ".", "We", "left"]),
        ("a\nhard\n wrap", ["a", "hard", "wrap"]),
        ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_are_cut_as_the_treebank_cuts_them(text: str, expected: list[str]) -> None:
    """Clitics, abbreviations, marks and addresses each have their one right cut."""
    assert words(text) == expected


def test_what_shows_nothing_cuts_no_word_and_is_no_part_of_it() -> None:
    """Soft hyphens and characters of no width, of which web pages are full, would make two names of one."""
    text = "Doug \u00adLund, co\u00adop\u2019s \u200b Ana\u200b Ruiz \ufeff."
    assert words_at(text, tokenise(text)) == [
        "Doug",
        "Lund",
        ",",
        "coop",
        "\u2019s",
        "Ana",
        "Ruiz",
        ".",
    ]


def test_words_are_as_they_stand_where_all_is_seen() -> None:
    """Protects the plain case, and a part of a text: what shows nothing elsewhere changes no word of it."""
    text = "co\u00adop: Ana Ruiz, Ana"
    assert words_at(text, tokenise(text, 6)) == ["Ana", "Ruiz", ",", "Ana"]
    assert words_at(text, []) == []


def test_a_part_of_the_text_is_cut_on_its_own() -> None:
    """A caller who masks a quotation gets spans in the whole text's coordinate, and none outside the part."""
    text = "Say it. She said it. End."
    assert [text[start:end] for start, end in tokenise(text, 8, 20)] == ["She", "said", "it", "."]


@given(st.text(alphabet=st.sampled_from("ab\u00adZ0 .,'’\"“-–&@/:$\n`\u0301é#t"), max_size=60))
def test_tokens_are_in_order_and_lose_no_character(text: str) -> None:
    """Whatever the text, spans are disjoint and ordered, and what lies between them is white space and what shows nothing."""
    spans = tokenise(text)
    covered = 0
    for start, end in spans:
        assert covered <= start < end
        assert not text[covered:start].strip(BLANK)
        covered = end
    assert not text[covered:].strip(BLANK)


@pytest.mark.parametrize(
    "piece",
    ["a.", "ab.", "a-", "a'", "'", "n't", "http://", "@", "a@", "1,", "…", ". ", "x", "\u200b" * 8 + "."],
)
def test_long_runs_are_cut_in_linear_time(piece: str) -> None:
    """A hostile run of any mark is one pass: a pattern that goes back over it would not end within the test's time."""
    text = piece * (200_000 // len(piece))
    assert tokenise(text)[-1][1] <= len(text)


def test_a_letter_read_in_the_wrong_character_set_does_not_split_its_word() -> None:
    """Protects names on pages whose accents were damaged: "PeÃ±a" is one word, composed or not."""
    text = "Ana PeÃ±a met FranÃ§ois and PeA\u0303\u00b1a; it cost Ã £5."
    found = [text[start:end] for start, end in tokenise(text)]
    assert found[:7] == ["Ana", "PeÃ±a", "met", "FranÃ§ois", "and", "PeA\u0303\u00b1a", ";"]
    assert found[-4:] == ["Ã", "£", "5", "."]
