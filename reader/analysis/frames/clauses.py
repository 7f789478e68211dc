"""A sentence as a string of one-letter codes, an item each: what the features of every decision look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.analysis.words import cues
from reader.analysis.words.wordlists import words_of

if TYPE_CHECKING:
    from reader.analysis.frames.phrases import Phrase
    from reader.analysis.frames.reading import Paragraph

_CODES = {
    "VBD": "v", "VBZ": "v", "VBP": "v", "MD": "m", "VB": "b", "VBG": "g", "VBN": "p", "TO": "o", "RB": "r", "RBR": "r",
    "RP": "r", "IN": "i", "CC": "c", "WP": "w", "WDT": "w", "WRB": "h", "WP$": "w", "PRP": "n", "EX": "n", "JJ": "j",
    "JJR": "j", "JJS": "j", ",": ",", ":": ":", ".": ".", "Q": "Q", "QE": "Q", "``": "'", "''": "'", "-LRB-": "(", "-RRB-": ")",
    "UH": "u", "DT": "d", "POS": "s",
}  # fmt: skip
_WORD_CODES = {
    ",": ",", "—": "-", "–": "-", "--": "-", "-": "-", ":": ":", ";": ";", "(": "(", ")": ")", "that": "t", "[": "(",
    "]": ")", ".": ".", "?": ".", "!": ".", "…": ".", "...": ".",
}  # fmt: skip
_INSERTED = re.compile(r"\([^()]*\)|,(?:n(?:in)*)?(?:w[^,]*)?(?=,)|-[^-]*-|,i[^,vm]*(?=,)|,g[^,]*(?=,)")
_GROUP_TAGS = frozenset({"MD", "RB", "TO", "RBR"})


@dataclass(slots=True)
class Clause:
    """One sentence of a paragraph, ready for the features.

    Attributes:
        paragraph: where its items are.
        low: first item; `high` after the last.
        codes: a letter for each item from `low`.
        phrases: its noun phrases, in order.
    """

    paragraph: Paragraph
    number: int
    low: int
    high: int
    codes: str
    phrases: list[Phrase]

    def code(self, item: int) -> str:
        """The letter of an item; "^" before the sentence, "$" after it."""
        if item < self.low:
            return "^"
        return self.codes[item - self.low] if item < self.high else "$"

    def shape(self, start: int, end: int) -> str:
        """The letters of the items between, each run as one; its middle left out where it is long."""
        return _short(self.codes[max(0, start - self.low) : max(0, end - self.low)])

    def bare(self, start: int, end: int) -> str:
        """The shape of the items between without what is put in: brackets, relative clauses, appositions, dashes."""
        return _bare(self.codes[max(0, start - self.low) : max(0, end - self.low)])

    def word(self, item: int) -> str:
        """The lower-case word of an item; "^" and "$" beyond the sentence."""
        if item < self.low:
            return "^"
        return self.paragraph.lower[item] if item < self.high else "$"

    def tag(self, item: int) -> str:
        """Likewise its tag."""
        if item < self.low:
            return "^"
        return self.paragraph.tags[item] if item < self.high else "$"


@lru_cache(maxsize=8192)
def _short(codes: str) -> str:
    short = _squeezed(codes)
    return short if len(short) <= 7 else short[:3] + "~" + short[-3:]


@lru_cache(maxsize=8192)
def _bare(codes: str) -> str:
    return _short(_INSERTED.sub("", _squeezed(codes)))


def _squeezed(codes: str) -> str:
    """The letters with each run as one; several times as quick as a regular expression."""
    return "".join([code for code, before in zip(codes, " " + codes, strict=False) if code != before])


def read_clause(paragraph: Paragraph, number: int) -> Clause:
    """The sentence of that number in a paragraph."""
    low, high = paragraph.sentences[number]
    letters = []
    for item in range(low, high):
        tag = paragraph.tags[item]
        code = None if tag in ("Q", "QE") else _WORD_CODES.get(paragraph.lower[item])
        letters.append(code or _CODES.get(tag, "x"))
    phrases = paragraph.phrases[number]
    for phrase in phrases:
        if phrase.kind != "relative":
            for item in range(phrase.low, phrase.high):
                letters[item - low] = "n"
    return Clause(paragraph, number, low, high, "".join(letters), phrases)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may tell that something is said or thought.

    Attributes:
        item: the verb, noun or adjective itself.
        group: the first item of its verb group, auxiliaries and adverbs included.
        kind: V finite, T infinitive, G participle, P passive, N bare past participle, I bare form, S noun,
            J adjective, A "according to".
    """

    item: int
    group: int
    kind: str
    lemma: str


ADJECTIVES = words_of(
    """
    confident sure aware clear worried afraid concerned skeptical sceptical critical convinced hopeful
    optimistic certain supportive adamant unaware proud glad happy willing unsure doubtful upset eager
    unclear likely unlikely known sorry angry furious wary fearful mindful pessimistic surprised pleased
    disappointed frustrated interested opposed
    """
)


def find_cues(clause: Clause) -> list[Cue]:
    """The words of a sentence that may be cues, in order."""
    found = []
    tags, lower = clause.paragraph.tags, clause.paragraph.lower
    for item in range(clause.low, clause.high):
        tag, word = tags[item], lower[item]
        if tag[0] == "V":
            if word == "according":
                found.append(Cue(item, item, "A", word))
            elif word not in cues.AUXILIARIES and not (
                _phrasal(clause, item, word) or _names(clause, item, word)
            ):
                found.append(_verb(clause, item, tag, word))
        elif word == "according":
            found.append(Cue(item, item, "A", word))
        elif tag in ("NN", "NNS") and word in cues.NOUNS and not _phrasal(clause, item, cues.NOUNS[word]):
            found.append(Cue(item, item, "S", cues.NOUNS[word]))
        elif tag == "JJ" and word in ADJECTIVES:
            found.append(Cue(item, _group(clause, item), "J", word))
        elif word in _SURE:
            found.append(Cue(item, _group(clause, item), "V", cues.lemma_of(word)))
    return found


def _phrasal(clause: Clause, item: int, word: str) -> bool:
    following = clause.paragraph.lower[item + 1 : min(item + 2, clause.high)]
    return bool(following) and (cues.lemma_of(word), following[0]) in cues.NOT_SAID


def _names(clause: Clause, item: int, word: str) -> bool:
    """Whether a verb of calling only gives the name of whom the phrase before it brings in: "a man called Bo Lund"."""
    if word not in ("called", "named") or clause.tag(item + 1) != "NNP":
        return False
    phrase = next((p for p in clause.phrases if p.high == item), None)
    return phrase is not None and clause.word(phrase.low) in ("a", "an", "one", "another")


_SURE = words_of(
    """
    said says told tells wrote writes added adds tweeted tweets asked
    """
)
"""Forms that are verbs of speech whatever their tag says."""


def _group(clause: Clause, item: int) -> int:
    tags, lower = clause.paragraph.tags, clause.paragraph.lower
    first = item
    while first > clause.low and (tags[first - 1] in _GROUP_TAGS or lower[first - 1] in cues.AUXILIARIES):
        if tags[first - 1] == "NNP" and lower[first - 1] != "having":
            break  # Theresa May, or a part of a business's name
        first -= 1
    return first


def _verb(clause: Clause, item: int, tag: str, word: str) -> Cue:
    first = _group(clause, item)
    lower = clause.paragraph.lower
    helpers = lower[first:item]
    return Cue(item, first, _kind(tag, helpers), cues.lemma_of(word))


_BE = words_of(
    """
    be am is are was were been being 's 're 'm get gets got
    """
)
_HAVE = frozenset(["have", "has", "had", "having", "'ve", "'d"])


def _kind(tag: str, helpers: list[str]) -> str:
    if tag == "VBG":
        return "V" if any(h in _BE for h in helpers) else "G"
    if tag == "VBN":
        if any(h in _BE for h in helpers):
            return "P"
        return "V" if any(h in _HAVE for h in helpers) else "N"
    if tag == "VB":
        if "to" in helpers:
            return "T"
        return "V" if helpers else "I"
    return "V"
