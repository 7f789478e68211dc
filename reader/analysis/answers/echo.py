"""Headlines and pull quotes: a quotation that stands alone and whose words are attributed elsewhere in the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, alone

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Answer, Source

_LEAST_WORDS = 3
_MOST_ECHOES = 40
_WORD = re.compile(r"\w+")


def echoed(answers: list[Answer]) -> list[Answer]:
    """The answers, those of unattributed headline and pull quotations taken over from where the same words stand."""
    spoken = [(_sentence(a), a) for a in answers if a.choice.source is not None and not _is_loose(a)]
    unsaid = {_plain(a) for a in answers if a.choice.source is None and not _stands_alone(a)}
    unsaid -= {_plain(a) for _, a in spoken}
    given, found = 0, []
    for answer in answers:
        open_ = answer.choice.source is None or _is_loose(answer)
        if open_ and given < _MOST_ECHOES and _stands_alone(answer):
            given += 1
            words = _plain(answer)
            told = words and words not in unsaid  # a title is one in the headline too
            whole = next((a for text, a in spoken if words in text), None) if told else None
            if whole is not None and whole.choice.source is not None:
                choice = Choice(whole.choice.source, None, "echo", [])
                answer = replace(answer, choice=choice, probability=whole.probability)
        found.append(answer)
    return found


def _is_loose(answer: Answer) -> bool:
    """Whether a headline's or a pull quotation is only guessed to be said by what stands beside it."""
    source = answer.choice.source
    if ".paragraph" in alone(answer.around) and answer.choice.rule in ("near", "continued"):
        return True
    heading = answer.around.here.paragraph.block.kind != "paragraph"
    if not heading or answer.choice.rule != "phrase" or source is None:
        return False
    return source.phrase.kind != "name" or _is_subject(answer, source)


def _is_subject(answer: Answer, source: Source) -> bool:
    """Whether a name only tells what the headline is about: "Cheese: Judges split over 'old rope'"."""
    words, high = source.paragraph.words, source.phrase.high
    return words[high : high + 1] == [":"] and answer.around.item > high + 1


def _stands_alone(answer: Answer) -> bool:
    around = answer.around
    return around.here.paragraph.block.kind != "paragraph" or ".paragraph" in alone(around)


def _plain(answer: Answer) -> str:
    """The quotation's words with a space around each; empty where they are few."""
    q = answer.quotation
    words = _WORD.findall(answer.around.text[q.start : q.end].lower())
    return f" {' '.join(words)} " if len(words) >= _LEAST_WORDS else ""


def _sentence(answer: Answer) -> str:
    """The words of the sentence that a quotation stands in, from its beginning to the quotation's end, in the same form.

    A headline quotes too what the story tells in its own words.
    """
    around, q = answer.around, answer.quotation
    paragraph = around.here.paragraph
    start = min(q.start, paragraph.starts[around.here.clauses[around.clause].low])
    return f" {' '.join(_WORD.findall(around.text[start : q.end].lower()))} "
