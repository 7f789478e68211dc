"""Who calls something so: "what Ana Ruiz described as “…”", "the plan Ruiz called “…”", "was branded “…” by Bo Lund"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.answers.titled import is_title
from reader.analysis.words.cues import AUXILIARIES, SPEECH_FORMS, forms
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Answer, Surroundings
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.phrases import Phrase

NAMING = frozenset(form for lemma in ("call", "describe", "brand", "label", "dub") for form in forms(lemma))
"""Forms of the verbs whose object stands between them and what it is called."""
_APART = 2
"""Items from the verb to the quotation with something called between them."""
_SURE = 0.7
_SUBORDINATING = frozenset(
    (
        "after",
        "when",
        "as",
        "while",
        "because",
        "although",
        "though",
        "since",
        "if",
        "that",
        "whom",
        "which",
        "until",
    )
)
"""Words behind which a clause has a subject of its own."""


def verb_before(clause: Clause, item: int) -> int:
    """The item before a quotation where the verb stands that it belongs to, "as" left out."""
    return item - 1 - (clause.word(item - 1) == "as")


def who_calls(around: Surroundings) -> Phrase | None:
    """Who calls something what a quotation says, by what stands before the verb: a video shows Ana Ruiz calling the plan “rich”."""
    clause = around.here.clauses[around.clause]
    verb = calling(clause, around.item)
    if clause.word(verb) not in NAMING:
        return None
    near = next((p for p in clause.phrases if p.high == verb and _is_someone(p)), None)
    if around.item - verb < _APART:
        before = near is not None and any(p.high == near.low and p.kind == "noun" for p in clause.phrases)
        return near if before and clause.code(verb) in "vp" else None  # "the plan the mayor called “…”"
    if clause.code(verb) == "g" and near is not None and clause.code(near.low - 1) != ",":
        return near  # "footage of Ana Ruiz calling"
    if near is not None and clause.code(verb) == "v" and clause.word(near.low - 1) in _SUBORDINATING:
        return near  # "left after the mayor called"
    frame = next((f for f in around.here.frames[around.clause] if f.cue.item == verb), None)
    phrase = frame.subject.phrase if frame and frame.subject.side == "L" else None
    sure = frame is not None and frame.probability >= _SURE
    return phrase if phrase is not None and sure and _is_someone(phrase) else None


def who_acts(around: Surroundings) -> Phrase | None:
    """Who does something right behind a quotation that ends in a comma, whatever it is: “…,” she began, “…”."""
    clause, item = around.here.clauses[around.clause], around.item
    if around.inside[-1:] not in _RUNNING_ON or is_title(around.inside.split(), 1):
        return None
    phrase = next((p for p in clause.phrases if p.low == item + 1 and _is_someone(p)), None)
    if (
        phrase is None
        or clause.word(phrase.head) in ("it", "i", "you", "we")
        or clause.code(phrase.high) != "v"
    ):
        return None
    end = phrase.high + 1
    end += clause.tag(end) in ("RP", "IN", "RB")
    return phrase if clause.code(end) in ".,$Q" else None


_RUNNING_ON = frozenset(",?!—…")
"""In what a quotation ends behind which its sentence goes on."""


def _is_someone(phrase: Phrase) -> bool:
    """Whether a phrase can be someone who calls something so."""
    someone = phrase.kind in ("name", "pronoun") or (phrase.kind == "noun" and phrase.sort == "human")
    return someone and not phrase.time


def calling(clause: Clause, item: int) -> int:
    """The item of the verb that calls something what a quotation says, the thing left out: "called the plan “…”"."""
    verb = verb_before(clause, item)
    called = next((p for p in clause.phrases if p.high == verb + 1 and p.kind != "relative"), None)
    return called.low - 1 if called is not None and clause.word(called.low - 1) in NAMING else verb


def who_describes(clause: Clause, item: int) -> Phrase | None:
    """Who says a quotation, by "what Ana Ruiz described as", "in what she called" before it, or by "cries of", "from" around it."""
    if (
        clause.word(item - 1) == "of"
        and clause.word(item - 2) in sections("grammar")["cry"]
        and clause.word(item + 1) == "from"
    ):
        return next((p for p in clause.phrases if p.low == item + 2), None)
    at = item - 1 - (clause.word(item - 1) == "as")
    while clause.code(at) == "r" or clause.word(at) in ("later", "once"):
        at -= 1
    if clause.word(at) not in SPEECH_FORMS:
        return None
    while clause.word(at - 1) in AUXILIARIES:
        at -= 1
    phrase = next((p for p in clause.phrases if p.high == at and p.kind != "relative"), None)
    if phrase is None or clause.word(phrase.head) in ("we", "you", "i"):
        return None
    return phrase if clause.word(phrase.low - 1) == "what" else None


def as_called(answer: Answer, clause: Clause) -> Phrase | None:
    """Who calls something so, by what stands behind a quotation of which no verb tells: the “late gift”, as Ruiz called it."""
    at = answer.around.item + 1
    at += clause.code(at) == ","
    caller = next((p for p in clause.phrases if p.low == at + 1), None)
    if answer.choice.frame is not None or clause.word(at) != "as" or caller is None:
        return None
    judged = sections("grammar")["judged"] | {"put"}
    return caller if clause.word(caller.high) in judged and clause.word(caller.high + 1) == "it" else None


def by_whom(clause: Clause, item: int) -> Phrase | None:
    """Who calls something so, by a passive around the quotation: "was branded “…” by Ana Ruiz"."""
    verb = verb_before(clause, item)
    passive = clause.tag(verb) == "VBN" and clause.word(verb - 1) in AUXILIARIES
    if not passive or clause.word(verb) not in sections("grammar")["judged"] or clause.word(item + 1) != "by":
        return None
    return next((p for p in clause.phrases if p.low == item + 2 and p.sort != "thing"), None)


def caller(clause: Clause, item: int) -> Phrase | None:
    """Who calls something so, by the verb right before a quotation and the phrase before it: "one man in row F called"."""
    verb = verb_before(clause, item)
    if clause.word(verb) not in SPEECH_FORMS or clause.word(verb - 1) in AUXILIARIES:
        return None
    named = _apposed(clause, verb)
    if named is not None:
        return named
    at = verb
    phrase = None
    while nearer := next((p for p in clause.phrases if p.high == at and p.kind in ("name", "noun")), None):
        phrase = nearer
        if clause.tag(phrase.low) == "DT" and clause.code(phrase.low - 1) == "n":
            break  # "the plan the mayor called"
        at = phrase.low - (clause.code(phrase.low - 1) == "i")
    return phrase if phrase is not None and clause.code(phrase.low - 1) in "c,^w" else None


def _apposed(clause: Clause, verb: int) -> Phrase | None:
    """The name between commas before a verb, behind what it is the name of: "and the chief, Ana Ruiz, called"."""
    if clause.code(verb - 1) != ",":
        return None
    name = next((p for p in clause.phrases if p.high == verb - 1 and p.kind == "name"), None)
    if name is None or clause.code(name.low - 1) != ",":
        return None
    noun = next((p for p in clause.phrases if p.high == name.low - 1 and p.sort == "human"), None)
    return name if noun is not None and clause.code(noun.low - 1) in "c^w" else None


def calls_apart(answer: Answer, clause: Clause) -> bool:
    """Whether a quotation given to who calls the one before so has a verb of its own: he called it "A" and she called it "B"."""
    frame, verb = answer.choice.frame, verb_before(clause, answer.around.item)
    if frame is None or not clause.low <= frame.cue.item < verb or frame.clause is not clause:
        return False
    behind = frame.cue.item + 1 + (clause.word(frame.cue.item + 1) == "as")
    return clause.code(behind) == "Q" and clause.word(verb) in SPEECH_FORMS
