"""What happens to an article between two readings, done to texts whose passages are known before and after.

A text is a list of paragraphs, a paragraph a list of sentences. A passage is enclosed in two private-use characters
that travel through every edit, so that the truth is where they end up; `stripped` takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.invented import Invention

Paragraphs = list[list[str]]
Edit = Callable[["Invention", Paragraphs], tuple[Paragraphs, Paragraphs]]
"""Gives the text as it was when the passages were marked, and as it is now; both with markers."""

BASE = 0xE000
"""Passage number n is enclosed in the characters BASE + 2n and BASE + 2n + 1."""

MARKERS = re.compile("[\ue000-\uf000]")
_PASSAGE = re.compile("[\ue000-\uf000][^\ue000-\uf000]*[\ue000-\uf000]")
_WORD = re.compile(r"\w+")


def joined(paragraphs: Paragraphs) -> str:
    """The text, markers included."""
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences) + "\n"


def stripped(marked: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text without markers, and the range of each passage that is still in it."""
    edges = {ord(m.group()) - BASE: m.start() - n for n, m in enumerate(MARKERS.finditer(marked))}
    whole = {n // 2: (at, edges[n + 1]) for n, at in edges.items() if n % 2 == 0 and n + 1 in edges}
    text = MARKERS.sub("", marked)
    return text, {n: _trimmed(text, *place) for n, place in whole.items()}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), max(start, start + len(part.rstrip()))


def enclosed(text: str, number: int) -> str:
    """The text as passage of that number."""
    return chr(BASE + 2 * number) + text + chr(BASE + 2 * number + 1)


def typos(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """3 % of the letters are mistyped."""
    draw = source.random

    def mistyped(char: str) -> str:
        if MARKERS.match(char) or draw.random() >= 0.03:
            return char
        letter = draw.choice("etaoinshrdlu")
        return draw.choice([letter, "", char + letter])

    return text, [["".join(map(mistyped, s)) for s in sentences] for sentences in text]


def rewrapped(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """Lines of about 60 characters, straight quotation marks, doubled dashes, some unbreakable spaces."""
    straight = str.maketrans({"“": '"', "”": '"', "—": "--"})

    def wrapped(sentences: list[str]) -> str:
        line, lines = "", []
        for word in " ".join(sentences).translate(straight).split(" "):
            if len(line) + len(word) > 60:
                lines, line = [*lines, line], ""
            line += ("\u00a0" if source.random.random() < 0.05 else " ") * bool(line) + word
        return "\n".join([*lines, line])

    return text, [[wrapped(sentences)] for sentences in text]


def words_changed(share: float) -> Edit:
    """That share of all words is replaced, left out or joined by another."""

    def edit(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
        return text, [[_changed(source, s, share) for s in sentences] for sentences in text]

    return edit


def neighbours_changed(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """A sentence is put before and after each sentence that holds a passage."""
    new = []
    for sentences in text:
        at = _held(sentences)
        new.append(
            [
                *sentences[: at[0]],
                source.sentence(),
                *sentences[at[0] : at[1]],
                source.sentence(),
                *sentences[at[1] :],
            ]
        )
    return text, new


def edited_with_copy(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """A quarter of the passage's words change, and its old words stand elsewhere: all along, or only since."""
    old, new = [list(s) for s in text], [list(s) for s in text]
    for number, (at, passage) in enumerate(_passages(text)):
        copy, place = _retold(source, passage[1:-1]), _elsewhere(source, text)
        changed = passage[0] + _changed(source, passage[1:-1], 0.25, least=1) + passage[-1]
        new[at] = [" ".join(new[at]).replace(passage, changed)]
        new[place].insert(1, copy)
        if number % 2:
            old[place].insert(1, copy)
    return old, new


def deleted(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """The sentences that hold the passage are gone."""
    return text, [_without(sentences) for sentences in text]


def deleted_with(share: float) -> Edit:
    """They are gone, and its words, that share of them changed, stand elsewhere as they always did."""

    def edit(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
        old, new = [list(s) for s in text], [_without(s) for s in text]
        for _, passage in _passages(text):
            place = _elsewhere(source, text)
            copy = _retold(source, _changed(source, passage[1:-1], share, least=1 if share else 0))
            old[place].insert(1, copy)
            new[place].insert(1, copy)
        return old, new

    return edit


def replaced(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """They are gone, and as many others stand in their place."""
    new = []
    for sentences in text:
        first, last = _held(sentences)
        new.append([*sentences[:first], *(source.sentence() for _ in range(first, last)), *sentences[last:]])
    return text, new


def moved(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """The sentences that hold the passage are taken somewhere else; a whole paragraph stays one."""
    new = [_without(sentences) for sentences in text]
    for sentences in text:
        first, last = _held(sentences)
        taken = sentences[first:last]
        if len(taken) == len(sentences) > 1:
            new.insert(source.random.randrange(len(new) + 1), taken)
        elif taken:
            place = source.random.choice([s for s in new if s])
            at = source.random.randrange(len(place) + 1)
            place[at:at] = taken
    return text, new


def doubled(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """The whole article stands twice; the first is the true one."""
    return text, text + [[MARKERS.sub("", s) for s in sentences] for sentences in text]


def put_above(source: Invention, text: Paragraphs) -> tuple[Paragraphs, Paragraphs]:
    """A paragraph is put above."""
    return text, [[source.sentence(), source.sentence()], *text]


EDITS: dict[str, Edit] = {
    "a paragraph put above": put_above,
    "neighbours changed": neighbours_changed,
    "typos, 3 %": typos,
    "re-wrapped, straight quotes": rewrapped,
    "25 % of words changed": words_changed(0.25),
    "45 % of words changed": words_changed(0.45),
    "edited, exact copy elsewhere": edited_with_copy,
    "deleted": deleted,
    "replaced by other sentences": replaced,
    "deleted, look-alike elsewhere": deleted_with(0.25),
    "deleted, exact copy elsewhere": deleted_with(0),
    "moved": moved,
    "article doubled": doubled,
}


def _changed(source: Invention, text: str, share: float, least: int = 0) -> str:
    """The text with that share of its words replaced (3 of 5), left out, or joined by another before them.

    What is put in directly before a passage stays outside it.
    """
    found = list(_WORD.finditer(text))
    draw = source.random
    chosen = [w for w in found if draw.random() < share]
    if len(chosen) < least:
        chosen = draw.sample(found, least)
    for word in reversed(chosen):
        pick, at = draw.randrange(5), word.start()
        if pick == 4 and at > 0:
            at -= bool(MARKERS.match(text[at - 1]))
            text = f"{text[:at]}{source.word()} {text[at:]}"
        else:
            text = text[:at] + ("" if pick == 3 else source.word()) + text[word.end() :]
    return text


def _retold(source: Invention, words: str) -> str:
    """A sentence that quotes the words in other surroundings."""
    return f"{source.sentence()[:-1]}: “{words}”, {source.sentence()}"


def _elsewhere(source: Invention, text: Paragraphs) -> int:
    """The number of a paragraph without a passage."""
    return source.random.choice([n for n, s in enumerate(text) if not MARKERS.search(" ".join(s))])


def _passages(text: Paragraphs) -> list[tuple[int, str]]:
    """The number of the paragraph and the marked words of each passage."""
    found = []
    for number, sentences in enumerate(text):
        passage = _PASSAGE.search(" ".join(sentences))
        if passage:
            found.append((number, passage[0]))
    return found


def _held(sentences: list[str]) -> tuple[int, int]:
    """The range of sentences that the passage touches; empty at 0 where there is none."""
    numbers = [n for n, sentence in enumerate(sentences) if MARKERS.search(sentence)]
    return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)


def _without(sentences: list[str]) -> list[str]:
    first, last = _held(sentences)
    return sentences[:first] + sentences[last:]
