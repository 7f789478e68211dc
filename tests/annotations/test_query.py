"""The query language: each field, words as a reader types them, and one clear sentence for what is wrong."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import QueryError
from annotations.query import Query, parse
from tests.annotations.items import ARTICLE, ITEMS, note

NOTE = note(
    1,
    "“We have no choice,” she said of the Čelan crossing.",
    10,
    note="Ask the harbour office about Weir costs",
    kind="note",
    tags=("budget/2026", "Ferry"),
    colour="red",
    speaker="Mara Lind",
    created="2026-03-15T23:30:00+01:00",
)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "tag:budget", "tag:BUDGET/2026", "tag:bud*", "tag:*", "tag:x,ferry", "-tag:bud", "colour:red", "color:blue,red",
     "-colour:yellow", "speaker:lind", 'speaker:"mara l"', "speaker:*", "since:2026", "since:2026-03", "since:2026-03-15",
     "before:2027", "before:2026-03-16", "is:note", "is:exact", "is:orphan,exact", "-is:highlight", "in:bridge",
     "in:okafor", "in:valley", "harbour", "Weir", "celan", "Čelan", "harbuor", "no choice -ferryman",
     '"no choice"', "we have", "council", "-\"choice no\"", "lind tag:ferry harbour"],
)  # fmt: skip
def test_what_holds(text: str) -> None:
    """Every kind of term finds the note that it should."""
    assert parse(text).matches(NOTE, ARTICLE)


@pytest.mark.parametrize(
    "text",
    ["tag:bud", "tag:budget/2025", "-tag:*", "colour:yellow", "speaker:brandt", "since:2026-04", "since:2026-03-16",
     "before:2026", "before:2026-03-15", "is:highlight", "is:moved", "in:ferry", "weir -harbour", "WEIR", "Čelán",
     '"choice no"', "harbxxr", "weer", "-choice"],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    """And leaves out what it should: a capital asks for that case, a short word bears no error, a phrase keeps order."""
    assert not parse(text).matches(NOTE, ARTICLE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("is:lost", "query term 'is:lost': a note is one of exact, moved, edited, ambiguous, orphan, highlight, note, bookmark"),
        ("colour:mauve", "query term 'colour:mauve': the colours are yellow, red, green, blue, purple"),
        ("since:spring", "query term 'since:spring': a date is written 2026, 2026-03 or 2026-03-15"),
        ("since:2026-13", "query term 'since:2026-13': a date is written 2026, 2026-03 or 2026-03-15"),
        ("tag:", "query term 'tag:': tag: needs a value"),
        ("mood:blue", "query term 'mood:blue': the fields are tag, colour, color, speaker, since, before, is, in; a word with a colon goes in quotation marks"),
        ("-", "query term '-': there is no word in it"),
        ('""', "query term '\"\"': there is no word in it"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood(text: str, message: str) -> None:
    """One sentence names the term and what would be right."""
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert str(raised.value) == message


def test_own_names_of_colours() -> None:
    """A reader who calls red "doubt" can ask for doubt."""
    assert parse("colour:Doubt", {"doubt": "red"}).matches(NOTE, ARTICLE)


def test_a_web_address_is_words() -> None:
    """What a reader pastes is looked for, not taken for a field."""
    assert [w.text for w in parse("https://post.example").words] == ["https://post.example"]


def test_the_readers_own_words_rank_first() -> None:
    """A hit in the note comes before one in the passage, a whole word before a part, a part before a near miss."""
    query = parse("ferry")
    texts = {"note": "by ferry", "part": "ferryman", "near": "ferri"}
    scores = {name: query.score(replace(ITEMS[1].annotation, note=t), ARTICLE) for name, t in texts.items()}
    passage = replace(ITEMS[1].annotation, anchor=replace(NOTE.anchor, exact="by ferry"))
    scores["passage"] = query.score(passage, ARTICLE)
    assert sorted(scores, key=lambda name: -scores[name]) == ["note", "part", "passage", "near"]
    assert parse("").score(NOTE, ARTICLE) == 1


def test_paragraphs_are_filtered_by_words_alone() -> None:
    """The filter in the article knows no fields; a note's tags say nothing about a paragraph."""
    query = parse("choice -ferry tag:x")
    assert query.matches_text("We have no\nchoice.")
    assert not query.matches_text("No choice but the ferry.")
    assert parse("").matches_text("anything")


@given(st.text(alphabet=st.sampled_from('abtag:is -",*é\\(+[')) | st.text())
def test_any_query_is_understood_or_refused(text: str) -> None:
    """Nothing that is typed raises anything but the one error."""
    try:
        query = parse(text)
    except QueryError:
        return
    assert isinstance(query, Query)
    assert query.matches(NOTE, ARTICLE) in (True, False)
    assert 0 <= query.score(NOTE, ARTICLE) <= 1
