"""What a passage looks like by itself: its words, its shape, the cues in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reader.document.blocks.cues import cues, listed, words
from reader.document.blocks.patterns import (
    BYLINE,
    CAPITALISED,
    CLOCK,
    COPYRIGHT_TAIL,
    COUNTER,
    CREDIT_ALONE,
    CREDIT_TAIL,
    DATE,
    KICKER,
    LABEL,
    LED_IN,
    LETTERS,
    PARTED,
    PERSON,
    QUOTED,
    QUOTED_FIRST,
    QUOTED_LAST,
    REPORTING,
    SLASHED,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

FURNITURE = frozenset(
    {"share", "player", "gallery", "ad", "promo", "signup", "wall", "legal", "comments", "tags", "minutes"}
)
"""Classes of cue words that page furniture uses."""

_BUTTONS = ("share", "player", "gallery", "ad", "minutes")
_STOPWORDS = frozenset(listed("=stop"))
_OF_TIME = frozenset(listed("=time"))
_JOINING = frozenset(listed("=joining"))
_HEAD = 600
"""Characters looked at of a very long passage, at its beginning and at its end."""


@dataclass(frozen=True)
class Look:
    """A passage seen by itself.

    Attributes:
        text: of the passage, its middle left out where it is very long.
        words: in lower case, signs included.
        cues: words that belong to cue phrases, by class.
    """

    text: str
    words: list[str]
    cues: dict[str, int]

    @cached_property
    def count(self) -> int:
        """Words that hold a letter or a digit."""
        return sum(word[0].isalnum() or word[0] == "#" for word in self.words)

    @cached_property
    def told(self) -> frozenset[str]:
        """Its words of sense, without their endings."""
        return frozenset(_stem(word) for word in set(self.words) if len(word) > 3 and word not in _STOPWORDS)

    @cached_property
    def stops(self) -> float:
        """Share of words that carry grammar rather than sense."""
        return sum(map(_STOPWORDS.__contains__, self.words)) / max(1, self.count)

    @cached_property
    def covered(self) -> float:
        """Share of words that belong to furniture's phrases; can pass 1 where they overlap."""
        return sum(n for name, n in self.cues.items() if name in FURNITURE) / max(1, len(self.words))

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip("”\"’')]")[-1:] in {".", "!", "?", "…"}

    @cached_property
    def capitals(self) -> float:
        """Share of words that begin with a capital letter, first word aside."""
        found = [word for word in self.text.split(None, 60)[1:60] if word[0].isalpha()]
        return sum(word[0].isupper() for word in found) / max(1, len(found))

    @cached_property
    def sentence(self) -> bool:
        """Whether it reads as a sentence of a story."""
        return self.count >= 7 and self.ended and self.stops >= 0.2

    @cached_property
    def body(self) -> bool:
        """Whether it reads as a paragraph of a story, and not as a notice."""
        return self.count >= 14 and self.ended and self.stops >= 0.25 and self.covered < 0.34

    @cached_property
    def dated(self) -> bool:
        """Whether it tells a full date, and is short."""
        return self.count < 40 and bool(DATE.search(self.text))

    @cached_property
    def timed(self) -> bool:
        """Whether it is a date or a time and little else."""
        if self.count > 24 or not (self.dated or CLOCK.search(self.text) or "updated" in self.cues):
            return False
        rest = CLOCK.sub(" ", DATE.sub(" ", self.text)).lower()
        return sum(word not in _OF_TIME and not word.isdecimal() for word in LETTERS.findall(rest)) <= 2

    @cached_property
    def by(self) -> bool:
        """Whether it begins with "By" and a capital letter."""
        return bool(BYLINE.match(self.text))

    @cached_property
    def signed(self) -> bool:
        """Whether it says who wrote: "By" and names, with a job or an agency perhaps."""
        begin = BYLINE.match(self.text) if self.count < 40 else None
        if not begin:
            return False
        rest = [word for word in self.text[begin.end() :].split() if word[0].isalpha()]
        return sum(word[0].isupper() or word in _JOINING for word in rest) >= 0.7 * max(1, len(rest))

    @cached_property
    def person(self) -> bool:
        """Whether it is a name, or a few, and nothing else."""
        return self.count <= 9 and bool(PERSON.fullmatch(self.text.strip(" ,|•")))

    @cached_property
    def tailed(self) -> bool:
        """Whether it ends as a caption does that names its source in brackets or after a label."""
        return bool(CREDIT_TAIL.search(self.text[-120:]))

    @cached_property
    def credited(self) -> bool:
        """Whether it ends in the credit of a picture."""
        return ("agency" in self.cues and self.tailed) or (
            self.count > 5 and bool(SLASHED.search(self.text[-90:]) or COPYRIGHT_TAIL.search(self.text[-60:]))
        )

    @cached_property
    def only_credit(self) -> bool:
        """Whether it is the credit of a picture and nothing else."""
        if not 0 < self.count < 10 or self.announced:
            return False
        return bool(CREDIT_ALONE.match(self.text)) or (self.slashed and "agency" in self.cues)

    @cached_property
    def slashed(self) -> bool:
        """Whether it is names parted by a slash and nothing else: a photographer and an agency, or two sections."""
        return (
            "/" in self.text
            and 1 < self.count < 10
            and not self.by
            and bool(CAPITALISED.fullmatch(self.text))
        )

    @cached_property
    def announced(self) -> bool:
        """Whether it begins with a label that leads elsewhere: "WATCH: …", "Read more | …", "Click here …"."""
        return self.count < 30 and bool(LABEL.match(self.text))

    @cached_property
    def reported(self) -> bool:
        """Whether it reports speech to its end: words led in by a colon, or sentences of which each has its verb."""
        if LED_IN.search(self.text[-_HEAD:]):
            return True
        sentences = PARTED.split(self.text) if self.ended else []
        return len(sentences) > 1 and all(map(REPORTING.search, sentences))

    @cached_property
    def quotation(self) -> bool:
        """Whether it is a sentence in quotation marks and nothing else."""
        return self.count > 2 and self.ended and bool(QUOTED.fullmatch(self.text))

    @cached_property
    def spoken(self) -> bool:
        """Whether it is a sentence that quotes somebody and says whom, at its beginning or to its end."""
        return self.ended and bool(QUOTED_FIRST.match(self.text) or QUOTED_LAST.search(self.text[-_HEAD:]))

    @cached_property
    def furniture(self) -> bool:
        """Whether it is page furniture beyond doubt: a button, an ad, a player, by its own words alone."""
        if not self.count or COUNTER.fullmatch(self.text) or KICKER.fullmatch(self.text):
            return True
        if self.count > 14:
            return False
        sure = sum(self.cues.get(name, 0) for name in _BUTTONS)
        return sure >= 0.6 * len(self.words) and not self.dated


def look(text: str) -> Look:
    """A passage seen by itself; of a very long one only the two ends are."""
    if len(text) > 2 * _HEAD:
        text = f"{text[:_HEAD]} {text[-_HEAD:]}"
    if not _FOREIGN.isdisjoint(text):
        text = _QUOTED.sub(_in_english_marks, text)
    spoken = words(text)
    return Look(text, spoken, cues(spoken))


_FOREIGN = frozenset("„«»")
_QUOTED = re.compile(r"„([^„“”]*)[“”]|«([^«»]*)»|»([^«»]*)«")
"""A quotation in marks that are told from English ones by their look alone."""


def _in_english_marks(quotation: re.Match[str]) -> str:
    return f"“{quotation[quotation.lastindex or 0].strip()}”"


def vocabulary(looks: Iterable[Look]) -> Counter[str]:
    """In how many paragraphs of the story each word of sense stands."""
    return Counter(word for each in looks if each.body for word in each.told)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without the ends that inflect it, roughly."""
    word = word.removesuffix("'s").removesuffix("'")
    for end in ("ing", "ed", "es", "s"):
        if len(word) > len(end) + 3 and word.endswith(end):
            return word.removesuffix(end)
    return word
