"""A block as the attribution reads it: words with tags, each quotation one item, sentences over the items.

A quotation stands as a single item, so that what is said never mixes with who says it: its inside is neither split
into sentences nor tagged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from sys import intern
from typing import TYPE_CHECKING

from reader.analysis.frames.phrases import Phrase, find_phrases
from reader.analysis.quotations import MARKS, Quotation, find_quotations
from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.dateline import dateline_end
from reader.analysis.words.misread import mend_tags
from reader.analysis.words.sorts import body_end, is_forename, sort_of_noun
from reader.analysis.words.spelled import QUOTATION
from reader.analysis.words.surnames import is_surname
from reader.analysis.words.tagger import load, tag
from reader.analysis.words.tokens import tokenise, words_at
from reader.analysis.words.wordlists import words_of
from reader.document.sentences import sentences

if TYPE_CHECKING:
    from reader.document.model import Block

QUOTED, QUOTED_END = "Q", "QE"
"""The tags of a quotation's item: one that could be part of a noun phrase, and one that ends in a comma or a stop."""
_INNER_END = re.compile(r"([.!?,;:…—–-]?)[\"'”’»\s]*\Z")
_NAMELIKE = frozenset({"JJ", "NN", "VBG", "VBN", "VB", "VBP", "MD", "RB", "FW"})
"""Tags that a surname gets where it looks like another word: Will, Keeling, Devine."""
_SURNAMELIKE = frozenset({"JJ", "RB", "IN", "VB", "VBG", "VBN", "FW"})
_QUANTITIES = frozenset(
    {"Many", "Several", "Most", "Few", "More", "Others", "Another", "Everyone", "Someone", "Nobody"}
)
_JOBLIKE = frozenset({"VB", "VBP", "JJ"})
"""Tags that a job gets where it looks like another word: ally, representative, host."""
_NOUNLIKE = frozenset({"NN", "JJ", "VB"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_ASKS_INFINITIVE = words_of(
    """
    to do does did will would can could may might must shall should 'll 'd let lets help helps helped make makes made
    see saw hear heard watch watched have has had not
    """
)
_SOURCED = frozenset({"NN", "NNS", "NNP", "VBN", "JJ"})
"""What follows a noun behind "according to" that looks like a verb: "exit polls", "state corporate records"."""
_WITH_ARTICLE = re.compile(r"(?:[AE]l|[ae]l|as|ash|ad|an|ar|at|az|ul|ur|[Ee]s|[Ee]z)-[A-Z][a-z]")
_BEHIND_NAME = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD", "POS", ",", ".", "CC", "WP"})
"""Tags of what follows a surname that opens a sentence, and no noun that it would describe."""
_SPLIT_LONG = 400
"""Sentences longer than this many items are read in pieces, so that no sentence costs more than its share."""
_BETWEEN = 8
"""How far behind a block the next one's first mark is looked for."""


@dataclass(slots=True)
class Paragraph:
    """One block as items: words and masked quotations, in order.

    Attributes:
        number: its place among the blocks that are read, from 0.
        block: the block.
        starts: code point offset of each item; `ends` likewise.
        words: each item's text; a quotation's is `"`.
        lower: the same in lower case, curly apostrophes straightened.
        tags: Penn tags; "Q" for a quotation.
        quotations: item index to quotation.
        sentences: half-open item ranges, in order, tiling the items.
        phrases: the noun phrases of each sentence.
        ending: the items of quotations that end in punctuation.
    """

    number: int
    block: Block
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    quotations: dict[int, Quotation] = field(default_factory=dict)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    phrases: list[list[Phrase]] = field(default_factory=list)
    ending: set[int] = field(default_factory=set)


def read_paragraph(text: str, block: Block, number: int, surnames: frozenset[str] = frozenset()) -> Paragraph:
    """Read one block: find its quotations, split, tokenise and tag the rest.

    Args:
        surnames: those of the article's people that look like another word, as far as they are known.
    """
    flat = text[block.start : block.end].replace("\n", " ")
    resumed = text[block.end : block.end + _BETWEEN].lstrip()[:1] in ("'", "‘")
    quotations = find_quotations(flat, resumed=resumed)
    paragraph = Paragraph(number, block)
    masked = _mask(flat, quotations)
    place = 0
    start = dateline_end(masked)
    if start:
        place = _read_sentence(paragraph, flat, 0, start, quotations, place)
        paragraph.sentences.append((0, len(paragraph.words)))
    for sentence in sentences(masked, start):
        low = len(paragraph.words)
        place = _read_sentence(paragraph, flat, sentence.start, sentence.end, quotations, place)
        for piece in range(low, len(paragraph.words), _SPLIT_LONG):
            paragraph.sentences.append((piece, min(piece + _SPLIT_LONG, len(paragraph.words))))
    _tag(paragraph, surnames)
    return paragraph


def _mask(flat: str, quotations: list[Quotation]) -> str:
    """The block with every quotation's inside blotted out, save the mark of punctuation it ends in."""
    parts, place = [], 0
    for q in quotations:
        inside = flat[q.start + 1 : q.end - q.closed]
        end = _INNER_END.search(inside)
        last = end[1] if end else ""
        parts += [flat[place : q.start], "“", "Q" * (len(inside) - len(last)), last, "”" if q.closed else ""]
        place = q.end
    return "".join([*parts, flat[place:]])


def _read_sentence(
    paragraph: Paragraph, flat: str, start: int, end: int, quotations: list[Quotation], place: int
) -> int:
    """Append the items of one sentence; give the place of the next quotation."""
    while place < len(quotations) and quotations[place].start < end:
        q = quotations[place]
        _read_words(paragraph, flat, start, q.start)
        offset = paragraph.block.start
        moved = Quotation(q.start + offset, q.end + offset, q.family, q.closed)
        paragraph.quotations[len(paragraph.words)] = moved
        if _punctuated(flat[q.start : q.end]):
            paragraph.ending.add(len(paragraph.words))
        _append(paragraph, '"', '"', moved.start, moved.end)
        start = q.end
        place += 1
    _read_words(paragraph, flat, start, max(start, end))
    return place


def _punctuated(quotation: str) -> bool:
    """Whether a quotation ends in punctuation, before or after its closing mark's place."""
    return quotation.rstrip(MARKS + " ")[-1:] in ".,!?;:…—"


def _read_words(paragraph: Paragraph, flat: str, start: int, end: int) -> None:
    offset, spans = paragraph.block.start, tokenise(flat, start, end)
    words = words_at(flat, spans)
    paragraph.words += words
    paragraph.lower += [intern(word.lower().replace("’", "'")) for word in words]
    paragraph.starts += [low + offset for low, _ in spans]
    paragraph.ends += [high + offset for _, high in spans]


def _append(paragraph: Paragraph, word: str, lower: str, start: int, end: int) -> None:
    paragraph.words.append(word)
    paragraph.lower.append(lower)
    paragraph.starts.append(start)
    paragraph.ends.append(end)


def _verbs_after_quotations(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the verb in "…," jokes Vogt: a form of a verb of speech right after a quotation is no noun."""
    for place in range(1, len(tags) - 1):
        item = low + place
        word = paragraph.words[item]
        if item - 1 in paragraph.ending and tags[place].startswith("NN") and word in SPEECH_FORMS:
            following = paragraph.words[item + 1]
            if following[:1].isupper() or tags[place + 1] in ("PRP", "DT"):
                tags[place] = "VBZ" if word.endswith("s") else "VBD"


def _verbs_before_clauses(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the verb that a noun looks like: "Vogt claims there is…", ", Vogt claims," and "…," Vogt notes; "and notes that"."""
    for place in range(1, len(tags) - 1):
        item = low + place
        if tags[place] != "NNS" or paragraph.words[item] not in SPEECH_FORMS:
            continue
        before, after = tags[place - 1], paragraph.lower[item + 1]
        clause = tags[place + 1] in ("EX", "PRP") or after in ("that", "there")
        aside = place > 1 and after == "," and paragraph.words[item - 2] == ","
        closing = after in (".", ",") and item - 2 in paragraph.ending
        if (before == "NNP" and (clause or aside or closing)) or (before == "CC" and after == "that"):
            tags[place] = "VBZ"


def _verbs_before_quotations(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the verb in "a boy on a scooter shouts, “…”": what leads to a quotation is no noun, where no other verb does."""
    for place in range(1, len(tags) - 2):
        item = low + place
        if (
            tags[place] != "NNS"
            or paragraph.words[item] not in SPEECH_FORMS
            or item + 2 not in paragraph.quotations
        ):
            continue
        if paragraph.words[item + 1] in (",", ":") and _FINITE.isdisjoint(tags[:place]):
            tags[place] = "VBZ"


def _names_beside_speech(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the name in "…," said Devine and in Keeling told the court: a lone capital beside a verb of speech."""
    for place, tag_ in enumerate(tags):
        item = low + place
        word = paragraph.words[item]
        if tag_ not in _NAMELIKE or not word[0].isupper() or not word[1:].islower() or len(word) < 3:
            continue
        before, after = tags[place - 1] if place else "", tags[place + 1] if place + 1 < len(tags) else ""
        if before == "VBD" and paragraph.lower[item - 1] in SPEECH_FORMS and after[:2] not in _NOUNLIKE:
            tags[place] = "NNP"
        elif after in _FINITE and paragraph.lower[item + 1] in SPEECH_FORMS and word not in _QUANTITIES:
            if tag_ == "VBG" and before == "NN" and paragraph.words[item - 1][0].isupper():
                tags[place - 1 : place + 1] = ["NNP", "NNP"]  # "Xi Jinping said"
            quoted = item - 1 in paragraph.quotations or (not place and word.lower() not in load().lexicon)
            if quoted or (after != "VBN" and before in ("", ",", "CC")) or tag_ == "FW":
                tags[place] = "NNP"
                tags[place + 1] = "VBD" if after == "VBN" else after


def _nouns_for_infinitives(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the noun in "the verdict of" and "Lund parish council": no infinitive stands behind an article.

    Nor does one between a name and a noun where nothing before asks for it.
    """
    for place in range(1, len(tags)):
        if tags[place] != "VB":
            continue
        sourced = paragraph.lower[max(low, low + place - 2) : low + place] == ["according", "to"]
        sourced = sourced and _SOURCED.issuperset(tags[place + 1 : place + 2])
        named = tags[place - 1] == "NNP" and tags[place + 1 : place + 2] in (["NN"], ["NNS"])
        asked = named and _ASKS_INFINITIVE & set(paragraph.lower[low : low + place])
        article = paragraph.lower[low + place - 1] in ("the", "a", "an")
        if article or sourced or (named and not asked):
            tags[place] = "NN"


def _surnames_after_forenames(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the name in "Tad Devine, a strategist", "Lucas Till said" and "Joe Running Wolf": a capital behind a forename."""
    for place in range(1, len(tags) - 1):
        item = low + place
        word = paragraph.words[item]
        if tags[place - 1] != "NNP" or tags[place] not in _SURNAMELIKE or not word[0].isupper():
            continue
        if len(word) > 2 and word[1:].islower() and ("-" in word or is_forename(paragraph.words[item - 1])):
            following = paragraph.words[item + 1]
            finite = tags[place + 1] in _FINITE and following.islower()
            if following == "," or finite or (tags[place] == "VBG" and tags[place + 1] == "NNP"):
                tags[place] = "NNP"


def _jobs_beside_names(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the noun in "Mora ally Tom Lind" and "a Globe representative told": what someone is, behind a name, is no verb."""
    for place in range(1, len(tags) - 1):
        word = paragraph.words[low + place]
        follows = tags[place + 1] == "NNP" or (tags[place] == "JJ" and tags[place + 1] in _FINITE)
        if follows and tags[place - 1] in ("NNP", "NN") and tags[place] in _JOBLIKE:
            tags[place] = "NN" if sort_of_noun(word) == "human" or word == "ally" else tags[place]


def _known_bodies(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See one name in that of a body of common words: "Save the Children said", "Best Buy said"."""
    for place in range(len(tags)):
        if not paragraph.words[low + place][0].isupper():
            continue
        end = body_end(paragraph.words, low + place) - low
        if place + 1 < end <= len(tags):
            tags[place:end] = ["NNP"] * (end - place)


def _names_with_article(paragraph: Paragraph, tags: list[str], low: int) -> None:
    """See the name in "al-Rashid", "El-Sayed": an Arabic article before a capital."""
    for place in range(len(tags)):
        word = paragraph.words[low + place]
        if "-" in word and _WITH_ARTICLE.match(word):
            tags[place] = "NNP"


def _known_surnames(paragraph: Paragraph, tags: list[str], low: int, surnames: frozenset[str]) -> None:
    """See the name in "May said" and "Young's plan", where the article tells of Theresa May and Jan Young."""
    words = paragraph.words[low : low + len(tags)]
    for place, word in enumerate(words):
        if word not in surnames or tags[place].startswith("NNP") or not is_surname(words, place, surnames):
            continue
        following = tags[place + 1] if place + 1 < len(tags) else "."
        opens = place == 0 or words[place - 1] in ('"', ".", ":")
        if (
            not opens
            or following in _BEHIND_NAME
            or (following == "RB" and tags[place + 2 : place + 3] != ["JJ"])
        ):
            tags[place] = "NNP"


def _as_people(paragraph: Paragraph, found: list[Phrase], surnames: frozenset[str]) -> list[Phrase]:
    """The phrases, those that are a known surname and nothing else being no month and no place."""
    if surnames.isdisjoint(paragraph.words):
        return found
    return [
        replace(p, sort="name", time=False)
        if p.kind == "name"
        and (p.time or p.sort == "place")
        and p.high == p.low + 1
        and is_surname(paragraph.words, p.low, surnames)
        else p
        for p in found
    ]


def _tag(paragraph: Paragraph, surnames: frozenset[str]) -> None:
    for low, high in paragraph.sentences:
        quoted = paragraph.quotations
        tags = tag([QUOTATION if item in quoted else paragraph.words[item] for item in range(low, high)])
        _verbs_after_quotations(paragraph, tags, low)
        _verbs_before_clauses(paragraph, tags, low)
        _verbs_before_quotations(paragraph, tags, low)
        _names_beside_speech(paragraph, tags, low)
        _surnames_after_forenames(paragraph, tags, low)
        _jobs_beside_names(paragraph, tags, low)
        _known_bodies(paragraph, tags, low)
        mend_tags(paragraph.words[low:high], tags)
        _nouns_for_infinitives(paragraph, tags, low)
        _names_with_article(paragraph, tags, low)
        if surnames:
            _known_surnames(paragraph, tags, low, surnames)
        for item in range(low, high):
            if item in paragraph.quotations:
                tags[item - low] = QUOTED if item not in paragraph.ending else QUOTED_END
            elif paragraph.words[item][0] == "@" and paragraph.ends[item] - paragraph.starts[item] > 1:
                tags[item - low] = "NNP"
        paragraph.tags += tags
        phrases = find_phrases(paragraph.words, paragraph.tags, low, high)
        paragraph.phrases.append(_as_people(paragraph, phrases, surnames) if surnames else phrases)
