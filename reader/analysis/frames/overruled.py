"""Sources by rule: who a cue belongs to where the likeliest candidate stands in what is put in, or is only part of a title."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.frames.subjects import Candidate, left_candidate
from reader.analysis.words.cues import PASSES_ON
from reader.analysis.words.sorts import sort_of_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.frames.clauses import Clause, Cue
    from reader.analysis.frames.phrases import Phrase

_OPENS = "^,:c'Q-ht"
"""What may stand before the name: it begins the sentence or a part of it."""
_FINITE = "vm"
_TELLING = frozenset(("tell", "inform", "warn", "assure", "advise", "urge", "remind"))
_SAYING = frozenset(
    ("saying", "telling", "writing", "warning", "adding", "calling", "describing", "claiming", "suggesting")
)


def overruled(
    clause: Clause, cue: Cue, likely: Candidate, candidates: Sequence[Candidate]
) -> Candidate | None:
    """The source of a cue: the likeliest candidate, or whom the sentence around it shows to be meant instead.

    None where the cue only passes on what another says.
    """
    source = _agent(clause, cue, candidates) or likely
    source = _before_relative(clause, cue, _inserted(clause, cue, source))
    source = _titled(clause, cue, _of_participle(clause, cue, source), candidates)
    source = _past_time(clause, cue, _of_clause(clause, cue, source))
    return _passed_on(clause, cue, source) if "Q" in clause.codes else source


def _agent(clause: Clause, cue: Cue, candidates: Sequence[Candidate]) -> Candidate | None:
    """Who tells where somebody is told: "Ruiz had been told by the chairman that", "was accused by him of"."""
    if cue.kind != "P" or cue.lemma not in _TELLING | {"accuse"}:
        return None
    if clause.word(cue.item + 1) != "by":
        return candidates[0] if cue.lemma in _TELLING else None  # whoever is told says nothing
    agents = (c for c in candidates if c.side == "B" and c.phrase and c.phrase.low == cue.item + 2)
    return next((c for c in agents if c.phrase and not c.phrase.time and c.phrase.sort != "thing"), None)


def _inserted(clause: Clause, cue: Cue, subject: Candidate) -> Candidate:
    """The name that the insertion before a cue is about, where the likeliest source stands in it or is none; else the same source."""
    inner = subject.phrase
    if inner is None:
        low = cue.group if cue.kind == "V" else clause.low
    elif subject.side == "L" and inner.kind in ("name", "noun"):
        low = inner.low
    else:
        return subject
    for named in reversed([p for p in clause.phrases if p.high < low and _is_named(clause, p)]):
        if _is_insertion(clause, named.high, cue.group, open_=_is_loose(clause, named, cue)):
            return left_candidate(clause, cue, named)
    return subject


def _is_named(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is a person's name with something put in behind it."""
    named = (
        phrase.kind == "name"
        and not phrase.time
        and phrase.sort in ("person", "name")
        and clause.tag(phrase.low) != "DT"
    )
    return named and clause.code(phrase.low - 1) in _OPENS and clause.code(phrase.high) in ",("


def _is_loose(clause: Clause, named: Phrase, cue: Cue) -> bool:
    """Whether the comma before the verb is left out: “…,” Ana Ruiz, Chief Warden, Forest Office told us."""
    second = next((item for item in range(named.high + 1, cue.group) if clause.code(item) == ","), 0)
    return (
        clause.code(named.low - 1) == "Q"
        and second > 0
        and sort_of_noun(clause.word(second - 1).lower()) == "human"
    )


def _is_insertion(clause: Clause, start: int, end: int, *, open_: bool) -> bool:
    """Whether what stands between a name and its verb is put in: closed as it is opened, without a verb but in relative clauses."""
    if not open_ and (clause.code(end - 1) not in ",)" or not _tells(clause, start + 1)):
        return False
    relative = False
    for item in range(start, end):
        code = clause.code(item)
        if clause.word(item) == "what":
            return False
        if code in "wh" or clause.tag(item) == "WDT":
            relative = True
        elif code in "t:" or (code in _FINITE and not relative):
            return False
    return True


def _tells(clause: Clause, item: int) -> bool:
    """Whether what is put in begins as what tells who someone is does, and not as the next name of a row."""
    return clause.tag(item) not in ("NNP", "NNPS") or clause.code(item - 1) == "("


def _before_relative(clause: Clause, cue: Cue, subject: Candidate) -> Candidate:
    """What a relative clause is about, where a likely source does something in it: "the ruling, which Ruiz keeps, found"."""
    inner = subject.phrase
    if inner is None or subject.side != "L" or clause.code(cue.group - 1) != ",":
        return subject
    relative = next((p for p in clause.phrases if p.kind == "relative" and p.high == inner.low), None)
    if relative is None or clause.code(relative.low - 1) != ",":
        return subject
    about = next((p for p in clause.phrases if p.high == relative.low - 1), None)
    inside = any(clause.code(item) in _FINITE for item in range(inner.high, cue.group))
    opens = about is not None and clause.code(about.low - 1) in "^,c"
    return left_candidate(clause, cue, about) if about is not None and inside and opens else subject


def _of_participle(clause: Clause, cue: Cue, likely: Candidate) -> Candidate:
    """The source of a participle behind a comma, where the likeliest is nobody, a day, or a thing that the main verb has as its object.

    "The bank left its rate alone, warning that …": it is the subject of the main verb that warns.
    """
    phrase = likely.phrase
    if cue.kind != "G" or (phrase and (likely.side != "L" or not (phrase.sort == "thing" or phrase.time))):
        return likely
    last = phrase.low if phrase else cue.group
    verb = next((i for i in range(clause.low, last) if clause.code(i) in "vm"), clause.low)
    if not any(clause.code(i) == "," for i in range(phrase.high if phrase else verb, cue.group)):
        return likely
    opening = (p for p in clause.phrases if p.high <= verb and p.sort != "thing" and p.kind != "there")
    subject = next((p for p in opening if clause.code(p.low - 1) in "^,"), None)
    return left_candidate(clause, cue, subject) if subject else likely


def _past_time(clause: Clause, cue: Cue, likely: Candidate) -> Candidate:
    """Who stands right before a cue, where a time in front was taken for its source: "Yesterday the minister said"."""
    time = likely.phrase
    if time is None or not time.time or time.high - time.low > 1 or likely.side != "L":
        return likely
    own = (p for p in clause.phrases if p.low >= time.high and p.high == cue.group and not p.time)
    phrase = next((p for p in own if p.kind in ("name", "noun", "pronoun")), None)
    return left_candidate(clause, cue, phrase) if phrase else likely


def _of_clause(clause: Clause, cue: Cue, likely: Candidate) -> Candidate:
    """The person right before a cue, where the likeliest source is the subject of the verb that the clause depends on.

    "Papers show Ana Ruiz warned that"; "he said his cook, Ana Ruiz, had dubbed it": what is told is what she says.
    """
    if likely.phrase is None or likely.side != "L" or cue.kind != "V":
        return likely
    apposed = clause.code(cue.group - 1) == ","
    named = next((p for p in clause.phrases if p.high == cue.group - apposed and p.kind == "name"), None)
    if named is None or named.sort != "person" or named.time:
        return likely
    low = named.low
    if apposed:
        noun = next((p for p in clause.phrases if p.high == low - 1 and p.sort == "human"), None)
        low = noun.low if noun and clause.code(low - 1) == "," else clause.low
    depends = low - 1 > clause.low and clause.code(low - 1) in "vt" and likely.phrase.high <= low - 1
    return left_candidate(clause, cue, named) if depends else likely


def _titled(clause: Clause, cue: Cue, likely: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """The person before a cue, where the likeliest source only begins the title.

    "Water and Power Company (WPC) director Ana Ruiz said": between the two are names, "and", and an acronym in brackets.
    """
    phrase = likely.phrase
    near = next((c for c in candidates if c.side == "L" and c.phrase and c.phrase.high == cue.group), likely)
    if phrase is None or near.phrase is None or likely.side != "L" or phrase.high >= near.phrase.low:
        return likely
    between = range(phrase.high, near.phrase.low)
    joined = all(clause.code(i) in "nc()" or clause.word(i) == "managing" for i in between)
    closes = any(
        clause.code(i) == ")" and clause.code(i + 1) in "ng" and clause.word(i - 2) == "(" for i in between
    )
    named = near.phrase.kind == "name" and clause.paragraph.words[phrase.head][:1].isupper()
    return near if joined and closes and named else likely


def _passed_on(clause: Clause, cue: Cue, likely: Candidate) -> Candidate | None:
    """Whom another passes on: in "“…,” the Herald quoted Ruiz, who was there, as saying" it is Ruiz who says it."""
    whom = next((p for p in clause.phrases if clause.word(p.low - 1) in PASSES_ON), None)
    if whom is None:
        return likely
    saying = next((i + 1 for i in range(whom.high, clause.high) if clause.word(i) == "as"), clause.high)
    if clause.word(saying) not in _SAYING or cue.item not in (whom.low - 1, saying):
        return likely
    return replace(likely, phrase=whom) if cue.item == saying else None
