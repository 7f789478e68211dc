"""Quotations that a sentence leads to: the one before, in their paragraph, is about who says them, or their own ends in "Ruiz replied:".

What is a whole paragraph of its own is told by the paragraphs around it: see `lone`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source, alone
from reader.analysis.answers.titled import is_title
from reader.analysis.frames.subjects import possessor
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer, Surroundings
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.phrases import Phrase

_SENTENCE = 4
"""Words from which on a quotation can be a sentence."""
_SURE = 0.7
_DOUBTFUL = 0.35
_HALF = 0.5
_STOPS = frozenset(".!?…")


def led_in(answers: Sequence[Answer]) -> list[Answer]:
    """The answers, those of quotations that a sentence leads to given to whom it is about."""
    return [_led_in(answer) for answer in answers]


def _led_in(answer: Answer) -> Answer:
    around = answer.around
    if answer.choice.rule == "frame":
        return _led_by_colon(answer)
    if answer.choice.rule == "none" and (inner := _in_brackets(around)):
        return replace(answer, choice=Choice(Source(around.here.paragraph, inner), None, "near", []))
    if around.clause == 0:
        return _led_out(answer)
    before = around.here.clauses[around.clause - 1]
    if not alone(around).startswith("bare") or "Q" in before.codes or not before.phrases:
        return answer
    asked = before.word(before.high - 1) == "?"
    phrase = _whose(before) if asked or _is_sentence(around) else None
    if phrase is None and answer.choice.rule in ("continued", "none"):
        phrase = _subject(answer, before)
    elif phrase is None and answer.choice.rule == "near" and answer.probability < _DOUBTFUL:
        phrase = _about(before) if _is_sentence(around) else None
    if phrase is None:
        return answer
    choice = Choice(Source(around.here.paragraph, phrase), None, "near", [])
    return replace(answer, choice=choice, probability=_SURE)


def _led_out(answer: Answer) -> Answer:
    """The answer, where nobody says a sentence that opens its paragraph, and the next one is about someone: “…” Ruiz smiles."""
    around, clauses = answer.around, answer.around.here.clauses
    if answer.choice.rule != "none" or not alone(around).startswith("bare") or len(clauses) == 1:
        return answer
    behind = clauses[1]
    if "Q" in behind.codes or not behind.phrases or not _is_sentence(around):
        return answer
    about = _about(behind)
    if about is None:
        return answer
    return replace(
        answer, choice=Choice(Source(around.here.paragraph, about), None, "near", []), probability=_HALF
    )


def _in_brackets(around: Surroundings) -> Phrase | None:
    """Whom a clause is about that a sentence in brackets goes with: "Ana Ruiz, too, was angry (“This cannot go on”)"."""
    clause, item = around.here.clauses[around.clause], around.item
    if clause.word(item - 1) != "(" or clause.word(item + 1) != ")" or not _is_sentence(around, open_=True):
        return None
    found = [p for p in clause.phrases if p.high < item and p.kind in ("name", "pronoun")]
    return next((p for p in reversed(found) if clause.code(p.high) in "vm,r" and _is_voice(clause, p)), None)


def _led_by_colon(answer: Answer) -> Answer:
    """The answer, where it was taken from "according to" although who speaks leads in: "According to a letter, Ana Ruiz replied: “…”"."""
    around, frame = answer.around, answer.choice.frame
    clause = around.here.clauses[around.clause]
    if frame is None or frame.cue.kind != "A" or clause.code(around.item - 1) != ":":
        return answer
    near = next((f for f in around.here.frames[around.clause] if f.cue.item == around.item - 2), None)
    phrase = near.subject.phrase if near and near.cue.kind == "V" and near.subject.side == "L" else None
    if phrase is None or phrase.high != around.item - 2:
        return answer
    return replace(answer, choice=Choice(Source(around.here.paragraph, phrase), near, "frame", []))


def _whose(clause: Clause) -> Phrase | None:
    """Whose words "Her secret?", "His answer:" or "Ana Ruiz's verdict?" leads to: a possessive and its noun, and no verb."""
    own = possessor(clause, clause.phrases[0])
    bare = clause.low == clause.phrases[0].low and set(clause.codes) <= set("n.:")
    told = clause.word(clause.phrases[0].head) in sections("grammar")["telling"]
    return own if bare and own is not None and (told or own.kind == "pronoun") else None


def _subject(answer: Answer, before: Clause) -> Phrase | None:
    """Whom the sentence before a quotation is about.

    For one that nobody says so far that is any subject that can speak; for one that goes on from another, only a name
    newly brought in.
    """
    other = _other(answer, before)
    if other is not None:
        return other
    asked = before.word(before.low) == "asked"
    questioned = (
        before.word(before.phrases[0].high + 1) == "asked" and before.code(before.phrases[0].high) == "v"
    )
    subject = _asked_one(before) if asked else before.phrases[0]
    if subject is None or not (asked or _opens(before, subject)):
        return None
    source = answer.choice.source
    friend = _put_in(before, subject)
    if friend is not None:
        return friend
    if source is None:
        answers = _is_sentence(answer.around) or ((asked or questioned) and _is_answer(answer.around))
        return subject if _is_voice(before, subject) and answers else None
    old = source.paragraph.words[source.phrase.head]
    words = answer.around.here.paragraph.words[subject.low : subject.high]
    named = subject.kind == "name" or (subject.sort == "group" and words[-1][:1].isupper())
    new = named and source.phrase.kind != "noun" and old not in words
    return subject if new else None


def _other(answer: Answer, before: Clause) -> Phrase | None:
    """The other one, where a quotation seems to go on from what "he" says but "she" stands before it."""
    source, about = answer.choice.source, _about(before)
    if source is None or about is None or source.phrase.kind != "pronoun" or about.kind != "pronoun":
        return None
    return about if source.paragraph.lower[source.phrase.head] != before.word(about.head) else None


def _about(clause: Clause) -> Phrase | None:
    """Whom a sentence is about: the name that opens it, or the pronoun that does, at its beginning or behind a comma."""
    opener = clause.phrases[0]
    alone = not any(p.kind == "name" and clause.code(p.high) in "vm" for p in clause.phrases[1:])
    if opener.kind == "name" and alone and _opens(clause, opener) and _is_voice(clause, opener):
        return opener
    for phrase in clause.phrases:
        leads = phrase.low == clause.low or clause.code(phrase.low - 1) == ","
        if (
            phrase.kind == "pronoun"
            and leads
            and _is_voice(clause, phrase)
            and clause.code(phrase.high) in "vm"
        ):
            return phrase
    return None


def _asked_one(clause: Clause) -> Phrase | None:
    """Who is asked in "Asked whether it rained, Ana Ruiz did not hesitate.": the phrase behind the comma."""
    comma = next((i for i in range(clause.low, clause.high) if clause.code(i) == ","), None)
    return next((p for p in clause.phrases if comma is not None and p.low == comma + 1), None)


def _opens(clause: Clause, subject: Phrase) -> bool:
    """Whether a phrase opens a sentence as its subject, with or without what is put in behind it."""
    end = subject.high
    while clause.word(end) in ("of", "for", "in", "at") and (more := _begins(clause, end + 1)):
        end = more.high
    after = clause.code(end)
    return subject.low == clause.low and (after in "vm" or (after in ",w" and "v" in clause.codes))


def _begins(clause: Clause, item: int) -> Phrase | None:
    return next((p for p in clause.phrases if p.low == item), None)


def _put_in(clause: Clause, subject: Phrase) -> Phrase | None:
    """The name between commas behind whom it is the name of, before a verb: "His friend, Bo Lund, laughed"."""
    name = next((p for p in clause.phrases if p.low == subject.high + 1 and p.kind == "name"), None)
    if name is None or subject.sort != "human" or clause.code(name.low - 1) != ",":
        return None
    return name if clause.code(name.high) == "," and clause.code(name.high + 1) in "vm" else None


def _is_voice(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase names someone who can speak: a person, "a medic", "she"."""
    if phrase.kind == "pronoun":
        return clause.word(phrase.head) in ("he", "she")
    return phrase.sort in ("person", "human") or (phrase.kind == "name" and phrase.sort == "name")


def _is_sentence(around: Surroundings, *, open_: bool = False) -> bool:
    """Whether a quotation is a sentence of some length, as what is said is and a name is not; its end mark can be left out where it is `open_`."""
    inside = around.inside.strip()
    ends = _is_ended(around) or (open_ and not is_title(inside.split(), 1))
    return inside.count(" ") + 1 >= _SENTENCE and inside[:1].isupper() and ends


def _is_answer(around: Surroundings) -> bool:
    """Whether a quotation is a word or two that end as a sentence does: “No.”"""
    return around.inside[:1].isupper() and _is_ended(around)


def _is_ended(around: Surroundings) -> bool:
    """Whether a quotation ends as a sentence does, its stop before or behind the mark."""
    return around.inside[-1:] in _STOPS or around.here.clauses[around.clause].word(around.item + 1) in _STOPS
