"""Verbs of speech that look like nouns."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.words.misread import mend_tags
from reader.document.model import Block, Document
from tests.reader.analysis.test_analyse import said

OPENING = "Tom Okafor said it rained.\n"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "ANGRY parents at a primary school in Dunfoy claim lorries have been using the playground.",
            "Angry parents at a primary school in Dunfoy",
            "lorries have been using the playground",
        ),
        (
            "Villagers on the banks of the Tana fear hippos will return to their fields.",
            "Villagers",
            "hippos will return to their fields",
        ),
        (
            "Traders in Kumasi report prices have doubled since the lorries stopped.",
            "Traders in Kumasi",
            "prices have doubled since the lorries stopped",
        ),
    ],
)
def test_what_people_claim_is_theirs(text: str, source: str, content: str) -> None:
    """A headline-like "claim" without "that" is a verb, and the people before it are named without it."""
    assert (source, content) in said(OPENING + text)


def test_a_name_and_a_verb_between_commas_hold_the_sentence() -> None:
    """A double-barrelled name beside "claims" is who claims, and not a kind of claims."""
    text = "The pump moves nine tonnes an hour and, Odhiambo-West claims, has never clogged."
    assert ("Odhiambo-West", "The pump moves nine tonnes an hour and | has never clogged") in said(
        OPENING + text
    )


def test_a_noun_before_a_noun_stays_one() -> None:
    """A "claim form" is a form, whatever stands before it."""
    words = ["The", "insurance", "claim", "form", "has", "been", "lost", "."]
    tags = ["DT", "NN", "NN", "NN", "VBZ", "VBN", "VBN", "."]
    mend_tags(words, tags)
    assert tags == ["DT", "NN", "NN", "NN", "VBZ", "VBN", "VBN", "."]


def test_those_who_call_it_so_are_named_in_a_relative_clause() -> None:
    """Several people behind "that" are no verb: what they call it is theirs, and not what it is about."""
    text = "It was a bond that biologists call “mixed foraging”."
    assert ("biologists", "“mixed foraging”") in said(OPENING + text)


def test_a_verb_behind_that_is_no_noun() -> None:
    """An unknown past tense behind "that" does not speak for the sentence."""
    words = ["a", "ferry", "that", "sank", "off", "the", "coast", ",", "had", "asked", "."]
    tags = ["DT", "NN", "WDT", "NN", "IN", "DT", "NN", ",", "VBD", "VBN", "."]
    mend_tags(words, tags)
    assert tags[3] == "VBD"
    words = ["a", "man", "whose", "ferry", "off", "the", "coast", "sank", "."]
    tags = ["DT", "NN", "WP$", "NN", "IN", "DT", "NN", "VBD", "."]
    mend_tags(words, tags)
    assert tags[3] == "NN"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Outside court, the women's mother, Sandra Quill, said it was late.", "the women's mother"),
        ("Save the Children said it was late.", "Save the Children"),
        ("Best Buy said it was late.", "Best Buy"),
        ("Yesterday the minister said it was late.", "the minister"),
        ("On Facebook one resident said it was late.", "one resident"),
        ("Save Our Harbour, a campaign group, said it was late.", "Save Our Harbour"),
        ("It was late, according to exit polls.", "exit polls"),
        ("It was late, according to state law.", "state law"),
        ("It was late, according to state corporate records.", "state corporate records"),
        ('"It was late," I-Ting Lin said.', "I-Ting Lin"),
        ("According to head coach Bo Lund, it was late.", "head coach Bo Lund"),
        ("According to former U.S. Sen. Bo Lund, it was late.", "former U.S. Sen. Bo Lund"),
        ('"It was late," said "Night Ferry" star Bo Lund.', "star Bo Lund"),
        ('"It was late," Ana de la Ruiz said.', "Ana de la Ruiz"),
        ('"It was late," Xi Jinping added.', "Xi Jinping"),
        ("In 2020 the council said it was late.", "the council"),
        ("By 2020 Norwave said it was late.", "Norwave"),
        ("In May 2019 Lund council said it was late.", "Lund council"),
        ("On 4 June Bo Lund said it was late.", "Bo Lund"),
    ],
)
def test_a_source_begins_where_it_begins(text: str, source: str) -> None:
    """A place in front is no part of it, and a body's name is whole although it begins as a verb does."""
    document = Document("-", OPENING + text, "")
    blocks = [Block("paragraph", 0, len(OPENING) - 1), Block("paragraph", len(OPENING), len(document.text))]
    found = analyse(document, blocks).statements[-1].source
    assert found is not None
    assert document.text[found.start : found.end] == source


def test_what_is_to_be_stated_is_a_verb() -> None:
    """Behind "to" and before "that" stands a verb, though "state" is more often a noun."""
    text = "The petition was later updated to state that the move was “openly unfair to all who live there”."
    assert [source for source, _ in said(OPENING + text)][-1] == "petition"
