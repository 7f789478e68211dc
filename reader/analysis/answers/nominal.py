"""Nouns that tell of speech: "in her view", "was his verdict", "Ruiz's “…” pledge"; frames and answers by rule.

The models of `frames` and `speaking` weigh nouns by what a corpus of one kind of news shows of them, which is little.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source, alone
from reader.analysis.answers.judged import (
    as_called,
    by_whom,
    caller,
    calls_apart,
    who_acts,
    who_calls,
    who_describes,
)
from reader.analysis.answers.nested import within
from reader.analysis.frames.clauses import Cue
from reader.analysis.frames.frames import Frame
from reader.analysis.frames.fronted import main_subject
from reader.analysis.frames.subjects import Candidate, possessor
from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer, Surroundings
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.phrases import Phrase

_COMES = frozenset(("came", "comes", "went", "goes"))
_BE = frozenset(("is", "was", "are", "were", "'s", "remains", "remained", "became", "be", "been"))
_POINTING = frozenset(("that", "those", "this", "these", "such"))
_FAINT = 0.49
"""The probability of a frame that stands for a quotation only, and for nothing if the quotation is none of its own."""
_CERTAIN = 0.85


def with_views(clause: Clause, frames: list[Frame]) -> list[Frame]:
    """The frames of a sentence with that of "in her view", "in the view of Ana Ruiz", which says all the rest of it."""
    found = next((frame for phrase in clause.phrases for frame in _view(clause, phrase)), None)
    if found is None:
        return frames
    return sorted([f for f in frames if f.cue.item != found.cue.item] + [found], key=lambda f: f.cue.item)


def _view(clause: Clause, phrase: Phrase) -> list[Frame]:
    """The frame of a phrase such as "the view" behind "in", where it stands apart from a clause."""
    lead = clause.word(phrase.low - 1)
    if lead not in ("in", "to", "by") or clause.word(phrase.head) not in sections("grammar")["viewing"]:
        return []
    whose, last = _whose(clause, phrase)
    opens, apart = phrase.low - 1 == clause.low, clause.code(phrase.low - 2) == ","
    if whose is None or not (opens or apart) or clause.code(last) not in ",.w$":
        return []
    end = clause.high
    while end > last and clause.code(end - 1) == ".":
        end -= 1
    left = (clause.low, phrase.low - 2) if apart else None
    right = (
        (last + 1, end)
        if clause.code(last) == "," and clause.code(last + 1) != "w" and last + 1 < end
        else None
    )
    parts = tuple(part for part in (left, right) if part and part[0] < part[1])
    said = any(clause.code(i) in "vm" for low, high in parts for i in range(low, high))
    if not said or any(clause.code(i) == "Q" for low, high in parts for i in range(low, high)):
        return []
    cue = Cue(phrase.head, phrase.head, "S", clause.word(phrase.head))
    side = "B" if len(parts) > 1 else "L" if left else "R"
    return [Frame(clause, cue, Candidate(whose, "G", []), _CERTAIN, parts, side)]


def _whose(clause: Clause, phrase: Phrase) -> tuple[Phrase | None, int]:
    """Whose words a noun's are, by what stands before it or after "of"; and the item after it all."""
    own = possessor(clause, phrase)
    if own is not None:
        return own, phrase.high
    behind = next((p for p in clause.phrases if p.low == phrase.high + 1), None)
    if clause.word(phrase.high) in ("of", "from") and behind is not None and behind.kind in ("name", "noun"):
        return behind, behind.high
    return None, phrase.high


def nominal(answers: Sequence[Answer]) -> list[Answer]:
    """The answers, those of quotations beside a noun that tells whose they are given to that person.

    “…” was her verdict; “…” is Ruiz's motto; by Ruiz's account, it was “…”; her advice: “…”.
    """
    found: list[Answer] = []
    for answer in answers:
        told = _nominal(answer)
        found.append(_goes_on(found[-1], told) if found and told.choice.rule == "none" else told)
    return found


def _goes_on(last: Answer, answer: Answer) -> Answer:
    """The answer, where nobody says a quotation that goes on from one parted by who acts: “…,” she began, “…”."""
    around, before = answer.around, last.around
    clause = around.here.clauses[around.clause]
    parted = (
        before.here is around.here and before.clause == around.clause and around.item - before.item < _FEW
    )
    acting = last.choice.rule == "noun" and parted and clause.code(around.item - 1) == ","
    return (
        replace(answer, choice=last.choice, probability=last.probability)
        if acting and who_acts(before)
        else answer
    )


def _nominal(answer: Answer) -> Answer:
    around, source = answer.around, answer.choice.source
    below = _told_below(around)
    if below is not None:
        return replace(answer, choice=Choice(below, None, "noun", []), probability=_CERTAIN)
    clause = around.here.clauses[around.clause]
    opening = _opening(clause, answer.choice)
    if opening is not None:
        return _of(answer, opening)
    whose = (
        _remark(answer)
        or _coming(answer, clause)
        or who_describes(clause, around.item)
        or as_called(answer, clause)
    )
    if whose is None and source is not None:
        whose = who_calls(around)
        whose = whose if whose is not None and whose.kind != "pronoun" else None
    if whose is not None and (source is None or whose != source.phrase):
        return _of(answer, whose)
    claim = _claimed(answer) or within(answer, clause)
    if claim is not None:
        return claim
    if answer.choice.rule == "frame" and not calls_apart(answer, clause):
        return answer
    whose = _behind(clause, around.item) or _before(clause, around.item) or by_whom(clause, around.item)
    whose = whose or _participle_before(answer) or _only_called(answer, clause)
    return answer if whose is None else _of(answer, whose)


def _of(answer: Answer, whose: Phrase) -> Answer:
    source = Source(answer.around.here.paragraph, whose)
    return replace(answer, choice=Choice(source, None, "noun", []), probability=_CERTAIN)


def _only_called(answer: Answer, clause: Clause) -> Phrase | None:
    """Who calls something so, where that is all that tells whose a quotation is."""
    around, rule = answer.around, answer.choice.rule
    inside = around.inside
    judging = inside[:1].islower() and not inside.startswith("the ")
    whose = _for_whom(clause, around.item) if rule == "none" else None
    if whose is None and (rule in ("continued", "frame") or (rule == "none" and judging)):
        whose = caller(clause, around.item)
    if whose is None and rule == "none":
        return who_calls(around) if judging else who_acts(around)
    return whose


def _claimed(answer: Answer) -> Answer | None:
    """A quotation within what somebody rejects, given to whose claim it is: "denied a claim by Ana Ruiz that it was “…”"."""
    outer, around = answer.choice.frame, answer.around
    if outer is None or outer.cue.lemma not in sections("grammar")["rejecting"]:
        return None
    for frame in around.here.frames[around.clause]:
        phrase = frame.subject.phrase
        inside = any(low <= around.item < high for low, high in frame.parts)
        by = phrase is not None and (
            frame.clause.word(phrase.low - 1) in ("by", "from") or frame.clause.tag(phrase.high) == "POS"
        )
        if inside and by and phrase is not None and frame.cue.kind == "S" and frame.cue.item > outer.cue.item:
            faint = replace(frame, probability=min(frame.probability, _FAINT))
            choice = Choice(Source(around.here.paragraph, phrase), faint, "noun", [])
            return replace(answer, choice=choice, probability=_CERTAIN)
    return None


def _participle_before(answer: Answer) -> Phrase | None:
    """Who says what a participle before the main clause tells: "Observing that “…”, the High Court adjourned"."""
    around = answer.around
    clause, before = around.here.clauses[around.clause], around.item - 1
    if clause.code(before) in "io" or clause.tag(before) == "POS":
        # "speaking to “Lund This Morning”", "speaking to Norwave's “Noon Today”"
        return None
    for frame in around.here.frames[around.clause]:
        inside = any(low <= around.item < high for low, high in frame.parts)
        leads = frame.cue.kind == "G" or clause.word(frame.cue.group) == "having"
        if inside and leads and frame.cue.lemma in SPEECH_FORMS and not frame.subject.phrase:
            return main_subject(frame.clause, frame.cue, around.item)
    return None


def _opening(clause: Clause, choice: Choice) -> Phrase | None:
    """The name that opens a sentence where a thing at the end of what is put in behind it was taken for who says it.

    Ana Ruiz, keeper of an inn, which serves soup, net mending and more, said: "…"
    """
    source, frame = choice.source, choice.frame
    first = clause.phrases[0] if clause.phrases else None
    if source is None or frame is None or first is None or frame.clause is not clause:
        return None
    thing = source.phrase.kind == "noun" and source.phrase.sort == "thing"
    between = clause.code(source.phrase.high) == "," and frame.cue.item > source.phrase.high
    named = first.kind == "name" and first.sort in ("person", "name") and first.low == clause.low
    return first if thing and between and named and clause.code(first.high) == "," else None


def _told_below(around: Surroundings) -> Source | None:
    """Whose the words are by the sentence behind a quotation that stands alone: "Those were the words of Ana Ruiz"."""
    section, place = around.here, around.clause + 1
    if place == len(section.clauses) and around.section + 1 < len(around.sections):
        section, place = around.sections[around.section + 1], 0
    if not alone(around).startswith("bare") or place >= len(section.clauses):
        return None
    clause = section.clauses[place]
    at = clause.low + 2
    if clause.word(clause.low) not in _POINTING or clause.word(clause.low + 1) not in _BE:
        return None
    phrase = next((p for p in clause.phrases if p.low == at), None)
    told = phrase is not None and (clause.word(phrase.head) == "words" or _tells(clause, phrase))
    whose = _whose(clause, phrase)[0] if phrase is not None and told else None
    return Source(section.paragraph, whose) if whose is not None else None


def _coming(answer: Answer, clause: Clause) -> Phrase | None:
    """Whose reply it is that "came": “…,” came Ana Ruiz's reply."""
    source, frame = answer.choice.source, answer.choice.frame
    came = frame is not None and frame.clause is clause and clause.word(frame.cue.item) in _COMES
    return _whose(clause, source.phrase)[0] if source and came and _tells(clause, source.phrase) else None


def _remark(answer: Answer) -> Phrase | None:
    """Whose remark, pledge or threat a quotation tells the words of: "Ana Ruiz's “never again” pledge", "her “too late” warning".

    Where someone says more than the quotation of it, it is a part of that.
    """
    around, frame = answer.around, answer.choice.frame
    clause, item, listed = around.here.clauses[around.clause], around.item, sections("grammar")
    if frame is not None and frame.cue.lemma in SPEECH_FORMS and frame.cue.lemma not in listed["rejecting"]:
        return None
    phrase = next((p for p in clause.phrases if p.low < item < p.high), None)
    if phrase is None or phrase.head != item + 1 or clause.word(item + 1) not in listed["remark"]:
        return None
    first = around.inside[:1]
    return possessor(clause, phrase) if first.islower() else None


def _behind(clause: Clause, item: int) -> Phrase | None:
    """Whose the quotation is, by "was her verdict", "is the motto of Ana Ruiz", "is how she put it" or "in her words" behind it."""
    at = item + 1 + (clause.code(item + 1) == ",")
    if clause.word(at) == "in":
        words = next((p for p in clause.phrases if p.low == at + 1), None)
        viewed = words is not None and clause.word(words.head) in sections("grammar")["viewing"]
        return _whose(clause, words)[0] if words is not None and viewed else None
    if clause.word(at) not in _BE | _COMES:
        return None
    at += 1
    while clause.code(at) == "r" and clause.word(at) != "how":
        at += 1
    if clause.word(at) == "how":
        teller = next((p for p in clause.phrases if p.low == at + 1), None)
        told = sections("grammar")["judged"] | {
            "put",
            "puts",
            "sees",
            "saw",
            "summed",
            "summarised",
            "summarized",
        }
        return teller if teller and clause.word(teller.high) in told else None
    phrase = next((p for p in clause.phrases if p.low == at), None)
    return _whose(clause, phrase)[0] if phrase and _tells(clause, phrase) else None


def _before(clause: Clause, item: int) -> Phrase | None:
    """Whose the quotation is, by "her advice: " or "by Ruiz's account, it was" before it."""
    at = item
    while at > clause.low and (clause.word(at - 1) in _BE or clause.code(at - 1) in ":,r"):
        at -= 1
    if clause.word(at - 1) in ("it", "this") and clause.word(at) in _BE:
        at -= 1 + (clause.code(at - 2) == ",")
    linked = any(clause.word(i) in _BE or clause.code(i) == ":" for i in range(at, item))
    for phrase in clause.phrases:
        whose, last = _whose(clause, phrase)
        led = clause.word(phrase.low - 1) in ("in", "by", "to")
        last = _past_apposition(clause, last, at) if led and whose is not None else last
        if last == at < item and whose is not None and (linked or led) and _tells(clause, phrase):
            return whose
    return None


def _for_whom(clause: Clause, item: int) -> Phrase | None:
    """Who takes something for what a quotation calls it: "For Ana Ruiz, the hearings were a mere “farce”"."""
    lead = clause.low + (clause.word(clause.low) in ("but", "and", "yet"))
    phrase = next((p for p in clause.phrases if p.low == lead + 1), None)
    if clause.word(lead) not in ("for", "to") or phrase is None or clause.code(phrase.high) != ",":
        return None
    named = phrase.kind == "name" and phrase.sort in ("name", "group")
    someone = named or phrase.sort in ("person", "human") or clause.word(phrase.head) in ("him", "her")
    verb = item - 1
    while (
        verb > phrase.high
        and item - verb < _FEW
        and clause.code(verb) in "njr"
        and clause.word(verb) not in _BE
    ):
        verb -= 1
    return phrase if someone and clause.word(verb) in _BE else None


_FEW = 5
"""How far before a quotation stands what it is the complement of."""


def _past_apposition(clause: Clause, last: int, at: int) -> int:
    """The item after what is put in between commas behind whose words they are, where nothing else stands before the quotation."""
    between = {clause.code(item) for item in range(last, at)}
    return at if clause.code(last) == "," and between <= set(",nxdjs") else last


def _tells(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase's noun is one of words spoken or thought."""
    word = clause.word(phrase.head)
    listed = sections("grammar")
    return word in listed["viewing"] | listed["telling"]
