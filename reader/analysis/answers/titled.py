"""Quotations that are titles of works: how they are written, and what stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.quotations import MARKS
from reader.analysis.words.cues import WITH_HEARER
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Surroundings
    from reader.analysis.frames.clauses import Clause, Cue

EDGES = MARKS + ".,"
"""What stands around a word of a quotation and is none of it."""
ROW = 24
"""Items of a row that are looked at on either side of a quotation: no reader counts further, and no row takes long."""
_COUNTING = frozenset(("including", "include", "includes", "included", "like"))
_JOINTS = frozenset((",", "and", "or", "&"))
_LONGEST_TITLE = 9
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


_PRONOUNS = frozenset(
    ("i", "it", "he", "she", "we", "they", "you", "this", "that", "these", "those", "who", "what")
)
_SETTING_OFF = frozenset((":", ",", ";", "—", "–", "--", "-"))
_ENDS = frozenset(",.?!…")
_LONGER = 3
"""Letters from which on a headline gives a word a great initial, whatever it is."""


def is_titled(around: Surroundings, words: list[str]) -> bool:
    """Whether a quotation is the title of a work, by its sentence; `words` are those within its marks."""
    return (
        _is_cited(around)
        or _is_apposed_title(around, words)
        or _is_owned_title(around, words)
        or _is_counted(around, words)
        or _is_part_of(around, words)
    )


def is_title(words: list[str], least: int) -> bool:
    """Whether words are written with great initials as a title is, small words aside."""
    great = [word.strip(EDGES) for word in words if word.lower() not in sections("mentions")["small"]]
    if not least <= len(great) or len(words) > _LONGEST_TITLE or not words[0][:1].isupper():
        return False
    return all(word[:1].isupper() or word[:1].isdigit() for word in great if word)


def _is_cited(around: Surroundings) -> bool:
    """Whether a quotation is a headline that is referred to, in brackets with its date or page: (“…”, 3 June)."""
    clause, item = around.here.clauses[around.clause], around.item
    following = [clause.word(item + ahead) for ahead in range(1, 6)]
    dated = any(word.isdigit() or word in ("page", "letters") for word in following)
    return clause.word(item - 1) == "(" and following[0] == "," and dated and ")" in following


def _is_apposed_title(around: Surroundings, words: list[str]) -> bool:
    """Whether a title stands between commas behind what it is the title of, or before what tells so.

    Her new song, “Salt Road”, …; “Salt Road” (1938); “Salt Road”, a manual of 1931.
    """
    if not is_title(words, 1):
        return False
    clause, item = around.here.clauses[around.clause], around.item
    listed = sections("mentions")
    works = listed["work"] | listed["writing"]
    before = clause.word(item - 2).lower()
    titled = before in works or before.removesuffix("s") in works or before in _TITLES
    if clause.word(item - 1) == "," and (titled or _is_put_in(around, words)):
        return True
    following = [clause.word(item + ahead).lower() for ahead in range(1, 8)]
    if following[0] == "(" and _YEAR.fullmatch(following[1]):
        return True
    nouns = following[2 : 2 + until(following[2:], (",", "by", "in"))]
    return following[0] == "," and following[1] in ("a", "an", "the") and not works.isdisjoint(nouns)


def _is_put_in(around: Surroundings, words: list[str]) -> bool:
    """Whether a title is what the thing or the body before it is called, before its verb: the group, “Lund Watch,” reported."""
    clause, item = around.here.clauses[around.clause], around.item
    verb = item + 1 + (clause.word(item + 1) == ",")
    closed = verb > item + 1 or around.inside.endswith(",")
    named = any(p.high == item - 1 and p.kind == "noun" for p in clause.phrases)
    return closed and named and is_title(words, 2) and clause.code(verb) in "vm"


_TITLES = frozenset(("title", "subtitle", "headline", "name"))
"""What a work is called by."""


def _is_owned_title(around: Surroundings, words: list[str]) -> bool:
    """Whether a title is whose work it is, or goes before what tells so: on NBC's “Noon Today”, the “Good Table” guide."""
    if not is_title(words, 1):
        return False
    clause, item = around.here.clauses[around.clause], around.item
    listed = sections("mentions")
    if clause.word(item + 1) in listed["of a title"] and clause.tag(item + 2) in ("NNP", "NNPS"):
        return True  # “Ferry” star Ana Ruiz
    if not is_title(words, 2):
        return False
    works = listed["work"] | listed["writing"] | listed["of a title"] | {"slogan", "pseudonym"}
    owned = clause.tag(item - 1) == "POS" and clause.tag(item - 2) in ("NNP", "NNPS")
    return owned or clause.word(item + 1) in works or clause.word(item - 1) == "pseudonym"


def _is_counted(around: Surroundings, words: list[str]) -> bool:
    """Whether a title is one of several that are counted up: hits including “Salt Road,” “Tide” and others."""
    clause = around.here.clauses[around.clause]

    def in_row(item: int) -> bool:
        return clause.code(item) == "Q" or clause.word(item) in _JOINTS

    low = high = around.item
    while in_row(low - 1) and around.item - low < ROW:
        low -= 1
    while in_row(high + 1) and high - around.item < ROW:
        high += 1
    several = sum(clause.code(i) == "Q" for i in range(low, high + 1)) > 1
    counted = clause.word(low - 1) in _COUNTING or (clause.word(low - 2), clause.word(low - 1)) == (
        "such",
        "as",
    )
    return several and counted and is_title(words, 1)


def _is_part_of(around: Surroundings, words: list[str]) -> bool:
    """Whether a title is told by what is of it, or behind it: an episode of “Salt Road”, the “Salt Road” star."""
    if not is_title(words, 1):
        return False
    clause, item = around.here.clauses[around.clause], around.item
    before, last = clause.word(item - 2).lower(), clause.word(item - 1).lower()
    listed = sections("mentions")
    if last in ("of", "for", "to", "from") and before in listed["part of a work"]:
        return True
    return last in listed["determiner"] and clause.word(around.item + 1).lower() in listed["of a title"]


def is_told_title(around: Surroundings, cue: Cue, words: list[str]) -> bool:
    """Whether a title stands within what somebody says and is not all of it: critics say “Salt Road” is too long.

    What a verb, a comma or a colon sets off from the rest is what is said; so is what somebody is called, and in a
    headline all is written like a title.
    """
    clause, item = around.here.clauses[around.clause], around.item
    small = any(word[1:].islower() for word in words)
    one = len(words) == 1 and words[0].strip(EDGES).lower() not in _PRONOUNS and is_title(words, 1)
    if one and small and cue.item == item - 1 and clause.code(item + 1) in "vm":
        return True  # "said “Hamlet” was his favourite"
    last = clause.word(item - 1)
    naming = cue.lemma in sections("mentions")["naming verb"] or (last == "as" and cue.lemma == "describe")
    if not is_title(words, 2) or not small or naming or _is_headline(clause):
        return False
    goes_on = clause.code(item + 1) in "vm"
    inside = around.inside
    if last == "on" and clause.code(item - 2) not in "vgb":
        return True  # "in an interview on “Harbour Today”"
    if last == "^" or last in _SETTING_OFF:
        return goes_on and inside[-1:] not in _ENDS
    hearer = next((p for p in clause.phrases if p.low == cue.item + 1 and p.high == item), None)
    heard = hearer is not None and cue.lemma in WITH_HEARER
    right_behind = cue.item == item - 1 and cue.lemma in sections("mentions")["uttering"]
    return goes_on or not (heard or right_behind or (cue.lemma == "write" and inside[-1:] in "!?"))


def _is_headline(clause: Clause) -> bool:
    """Whether every longer word of a sentence has a great initial."""
    longer = [word for word in clause.paragraph.words[clause.low : clause.high] if len(word) > _LONGER]
    return len(longer) > 1 and not any(word[0].islower() for word in longer)


def until(words: Sequence[str], ends: Sequence[str]) -> int:
    """The place of the first word that ends a stretch; how many there are where none does."""
    return next((i for i, word in enumerate(words) if word in ends), len(words))
