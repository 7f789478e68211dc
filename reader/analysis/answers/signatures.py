"""Quotations that are signed: a dash and a name behind one that stands alone, or on the line below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source, alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer, Section
    from reader.analysis.frames.phrases import Phrase

_DASHES = ("—", "–", "-", "--")


def signed(answers: Sequence[Answer], sections: Sequence[Section]) -> list[Answer]:
    """The answers, those of quotations that are signed given to who signs.

    Args:
        answers: in order.
        sections: the paragraphs that they stand in.
    """
    return [_signed(answer, sections) for answer in answers]


def _signed(answer: Answer, sections: Sequence[Section]) -> Answer:
    around = answer.around
    if (
        alone(around).split(".")[0] != "bare"
        and around.here.clauses[around.clause].word(around.item + 1) not in _DASHES
    ):
        return answer
    section, item = around.here, around.item + 1
    if item >= len(section.paragraph.words):
        number = around.section + 1
        if number >= len(sections) or around.item > 0:
            return answer
        section, item = sections[number], 0
    phrase = _signature(section, item)
    if phrase is None:
        return answer
    return replace(
        answer, choice=Choice(Source(section.paragraph, phrase), None, "signature", []), probability=0.9
    )


def _signature(section: Section, item: int) -> Phrase | None:
    """The name behind a dash at an item, where nothing but its place or house follows."""
    paragraph = section.paragraph
    if (
        item + 1 >= len(paragraph.words)
        or paragraph.words[item] not in _DASHES
        or len(paragraph.words) - item > 12
    ):
        return None
    if any(tag.startswith("VB") for tag in paragraph.tags[item:]):
        return None
    found = (phrase for clause in section.clauses for phrase in clause.phrases)
    return next((phrase for phrase in found if phrase.low == item + 1 and phrase.kind == "name"), None)
