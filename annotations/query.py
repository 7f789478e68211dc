"""The query language of every list of notes: fields, words and phrases, all of which must hold.

    tag:budget  colour:red  speaker:lind  since:2026-03  before:2026-04-15  is:orphan  in:bridge  words "a phrase"  -not

A value may be a list (`is:orphan,ambiguous`: one of them), in quotation marks, or `*` (any). `tag:a` holds for the
tags `a` and `a/b`, `tag:a*` for all that begin so. A `-` turns a term round. A word is found in the note, the
passage, the tags, the speaker and the article's title; small letters match both cases and any accents, and a word of
five letters or more bears one error in five.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from annotations.errors import QueryError
from annotations.folding import fold
from annotations.model import COLOURS, Kind, State

if TYPE_CHECKING:
    from annotations.model import Annotation, DocumentRef

Test = Callable[["Annotation", "DocumentRef"], bool]

FIELDS = ("tag", "colour", "color", "speaker", "since", "before", "is", "in")
STATES = (*get_args(State), *get_args(Kind))
"""What can follow `is:`."""

_TERM = re.compile(r'(-?)(?:([A-Za-z]+):(?!//))?((?:"[^"]*"?|[^\s"])*)')
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TOKEN = re.compile(r"\w+")
_FUZZY_FROM = 5
_WHOLE, _PART, _NEARLY = 1.0, 0.8, 0.5
_MINE, _THEIRS = 1.0, 0.6
"""What a hit in the reader's own words counts, and in the article's."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase that is looked for.

    Attributes:
        text: folded; in small letters and without accents unless `strict`.
        strict: it has a capital letter or an accent, so case and accents count.
        phrase: it was in quotation marks: no errors are borne.
        negated: it must not be found.
    """

    text: str
    strict: bool
    phrase: bool
    negated: bool

    def found(self, text: str) -> float:
        """How well the text holds it: 0 not at all, 1 as a whole word."""
        here = _folded(text) if self.strict else _plain(text)
        if self.text in here:
            return _WHOLE if re.search(rf"(?<!\w){re.escape(self.text)}(?!\w)", here) else _PART
        if self.phrase or len(self.text) < _FUZZY_FROM:
            return 0.0
        return _NEARLY if _nearly(self.text, here) else 0.0


@dataclass(frozen=True, slots=True)
class Field:
    """A term such as `tag:budget`.

    Attributes:
        name: as written, in small letters.
        value: likewise.
        negated: it must not hold.
        holds: whether it does.
    """

    name: str
    value: str
    negated: bool
    holds: Test


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood; an empty one matches everything."""

    fields: tuple[Field, ...] = ()
    words: tuple[Word, ...] = ()

    def matches(self, annotation: Annotation, article: DocumentRef) -> bool:
        """Whether every term holds for the annotation."""
        if any(field.holds(annotation, article) == field.negated for field in self.fields):
            return False
        if not self.words:
            return True
        texts = [*_own(annotation), *_other(annotation, article)]
        return all(any(map(word.found, texts)) != word.negated for word in self.words)

    def matches_text(self, text: str) -> bool:
        """Whether the words, and they alone, hold for a paragraph."""
        return all(bool(word.found(text)) != word.negated for word in self.words)

    def score(self, annotation: Annotation, article: DocumentRef) -> float:
        """How well the words fit, to rank what matches: 0 to 1, and 1 for a query without words."""
        wanted = [word for word in self.words if not word.negated]
        if not wanted:
            return 1.0
        own, other = _own(annotation), _other(annotation, article)
        return sum(_best(word, own, other) for word in wanted) / len(wanted)


def parse(text: str, names: Mapping[str, str] | None = None) -> Query:
    """Understand a query.

    Args:
        text: as typed; blank matches everything.
        names: the reader's own names for the colours, colour by name.

    Raises:
        QueryError: a term cannot be understood.
    """
    fields: list[Field] = []
    words: list[Word] = []
    for found in _TERM.finditer(text):
        sign, name, value = found[1], found[2], found[3]
        if not found[0]:
            continue
        if name is None:
            words += _words(found[0], value, negated=bool(sign))
            continue
        fields.append(_field(found[0], name.lower(), value.replace('"', ""), bool(sign), names or {}))
    return Query(tuple(fields), tuple(words))


def _words(term: str, value: str, *, negated: bool) -> list[Word]:
    bare = value.replace('"', "")
    if not bare.strip():
        raise QueryError(term, "there is no word in it")
    folded = _folded(bare).strip()
    strict = folded != _plain(bare).strip()
    return [Word(folded if strict else _plain(bare).strip(), strict, '"' in value, negated)]


def _field(term: str, name: str, value: str, negated: bool, names: Mapping[str, str]) -> Field:
    if name not in FIELDS:
        raise QueryError(
            term, f"the fields are {', '.join(FIELDS)}; a word with a colon goes in quotation marks"
        )
    parts = [part for part in value.split(",") if part.strip()] if name not in ("in", "speaker") else [value]
    if not "".join(parts).strip():
        raise QueryError(term, f"{name}: needs a value")
    try:
        tests = [_test(name, part.strip(), names) for part in parts]
    except ValueError as error:
        raise QueryError(term, str(error)) from None
    return Field(name, value, negated, lambda note, article: any(test(note, article) for test in tests))


def _test(name: str, value: str, names: Mapping[str, str]) -> Test:
    """The test of one value. Raises ValueError with the reason."""
    if name == "tag":
        return _tag(_plain(value))
    if name in ("colour", "color"):
        return _colour(value.casefold(), {_plain(own): colour for own, colour in names.items()})
    if name == "is":
        return _state(value.casefold())
    if name in ("since", "before"):
        return _time(name, value)
    wanted = _plain(value)
    if name == "speaker":
        return lambda note, _: bool(note.speaker) and (value == "*" or wanted in _plain(note.speaker or ""))
    return lambda _, article: any(wanted in _plain(text) for text in _of_article(article))


def _tag(wanted: str) -> Test:
    if wanted.endswith("*"):
        return lambda note, _: any(_plain(tag).startswith(wanted[:-1]) for tag in note.tags)
    return lambda note, _: any(f"{_plain(tag)}/".startswith(f"{wanted}/") for tag in note.tags)


def _colour(wanted: str, names: Mapping[str, str]) -> Test:
    colour = names.get(_plain(wanted), wanted)
    if colour not in COLOURS:
        raise ValueError(f"the colours are {', '.join([*COLOURS, *names])}")
    return lambda note, _: note.colour == colour


def _state(wanted: str) -> Test:
    if wanted not in STATES:
        raise ValueError(f"a note is one of {', '.join(STATES)}")
    return lambda note, _: wanted in (note.state, note.kind)


def _time(name: str, value: str) -> Test:
    """By the day in the time zone in which the note was made."""
    if not _DATE.fullmatch(value) or not ("00" < value[5:7] < "13" or not value[5:7]):
        raise ValueError("a date is written 2026, 2026-03 or 2026-03-15")
    if name == "since":
        return lambda note, _: note.created[: len(value)] >= value
    return lambda note, _: bool(note.created) and note.created[: len(value)] < value


def _of_article(article: DocumentRef) -> list[str]:
    told = (article.title, article.uri, article.url, article.author, article.publisher, article.id)
    return [text for text in told if text]


def _own(note: Annotation) -> list[str]:
    return [text for text in (note.note, *note.tags) if text]


def _other(note: Annotation, article: DocumentRef) -> list[str]:
    return [text for text in (note.anchor.exact, note.speaker, article.title) if text]


def _best(word: Word, own: list[str], other: list[str]) -> float:
    mine = max(map(word.found, own), default=0.0) * _MINE
    return max(mine, max(map(word.found, other), default=0.0) * _THEIRS)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return fold(text).text


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """Folded, in small letters, without accents."""
    return "".join(c for c in _folded(text).casefold() if not unicodedata.combining(c))


def _nearly(word: str, text: str) -> bool:
    """Whether some word of the text differs by one letter in five at most; two letters swapped are one error."""
    from rapidfuzz.distance import OSA

    errors = len(word) // _FUZZY_FROM
    return any(
        abs(len(other) - len(word)) <= errors and OSA.distance(word, other, score_cutoff=errors) <= errors
        for other in _TOKEN.findall(text)
    )
