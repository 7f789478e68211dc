"""Quotations behind a passive: "Ruiz was accused of “…”" is said of her, and by nobody who is named.

The models of `speaking` choose among the phrases there are, and the only one is often whom it is said of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Choice, Source
from reader.analysis.words.cues import AUXILIARIES, SPEECH_FORMS
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.answers.attribution import Answer
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.phrases import Phrase

UNNAMED = "unnamed"
"""The rule of a quotation that is said, though by nobody whom its sentence names."""
_BE = frozenset(("is", "was", "are", "were", "been", "being", "be", "'s", "’s", "'re", "’re", "got", "gets"))
_SHORTENED = frozenset(("as", "by", "of"))
"""What follows a participle that stands without its "was"."""
_PARTICIPLES = ("VBN", "VBD", "JJ")
_SHORT = 4
"""Words from which on a quotation is more than a label."""
_FAR = 12
"""Items between the participle and its quotation at most."""


def untold(answers: Sequence[Answer]) -> list[Answer]:
    """The answers, those given to whom something is said of taken from them: given to whom "by" names, or to nobody."""
    return [_untold(answer) for answer in answers]


def _untold(answer: Answer) -> Answer:
    source, around = answer.choice.source, answer.around
    clause = around.here.clauses[around.clause]
    if answer.choice.rule == "none" and _was_told(clause, around.item):
        return replace(answer, choice=Choice(None, None, UNNAMED, []))
    own = source is not None and source.paragraph is clause.paragraph
    if source is None or not own or answer.choice.rule not in ("phrase", "frame", "noun"):
        return answer
    verb = _passive(clause, source.phrase, around.item)
    if verb is None:
        return answer
    if clause.word(verb) == "asked" and clause.word(verb + 1) == "about" and _is_label(answer):
        return replace(answer, choice=Choice(None, None, "none", []))
    agent = _agent(clause, verb, around.item)
    if agent is not None:
        return replace(
            answer, choice=Choice(Source(clause.paragraph, agent), answer.choice.frame, "noun", [])
        )
    return replace(answer, choice=Choice(None, answer.choice.frame, UNNAMED, []))


def _was_told(clause: Clause, quotation: int) -> bool:
    """Whether a quotation is what somebody was told: “…,” she was told."""
    hearer = next((p for p in clause.phrases if p.low == quotation + 1), None)
    if hearer is None or clause.code(quotation - 1) != "^":
        return False
    verb = _behind(clause, hearer)
    return verb is not None and clause.word(verb) in ("told", "asked", "warned")


def _is_label(answer: Answer) -> bool:
    """Whether a quotation is too short to be more than what something is called."""
    return len(answer.around.inside.split()) < _SHORT


def _passive(clause: Clause, of: Phrase, quotation: int) -> int | None:
    """The participle that says a quotation of the phrase before it; None where there is none.

    "Ruiz was widely described as “…”", "Ruiz, who was accused of “…”", "asked about the “…”, Ruiz said".
    """
    verb = _behind(clause, of) if of.high <= quotation else _in_front(clause)
    if verb is None or not verb < quotation <= verb + _FAR or clause.word(verb) not in _said_of():
        return None
    between = range(verb + 1, quotation)
    if any(clause.word(i) in SPEECH_FORMS or clause.code(i) == "Q" for i in between):
        return None  # "Ruiz was quoted as saying", "is said to have replied"
    if of.low > quotation and any(clause.code(i) == "," for i in between):
        return None
    return verb


def _behind(clause: Clause, of: Phrase) -> int | None:
    """The participle of the passive whose subject a phrase is, "was" left out or not."""
    apart = clause.word(of.high) == ","
    item = of.high + apart
    if clause.word(item + 1) in _SHORTENED and (apart or of.sort == "thing"):
        return item  # "Ruiz, described as", "a plan described by Lund as"
    relative = clause.word(item) in ("who", "which", "that")
    if apart and not relative:
        return None
    item += relative
    passive = False
    while clause.word(item) in AUXILIARIES or clause.tag(item) == "RB":
        passive = passive or clause.word(item) in _BE
        if clause.word(item) in ("not", "n't", "n’t", "never"):
            return None
        item += 1
    return item if passive and clause.tag(item) in _PARTICIPLES else None


def _in_front(clause: Clause) -> int | None:
    """The participle that opens a sentence: "Asked about it, Ruiz said"."""
    return clause.low if clause.tag(clause.low) in _PARTICIPLES else None


def _agent(clause: Clause, verb: int, quotation: int) -> Phrase | None:
    """Whom "by" names, behind the participle or behind the quotation."""
    for item in (verb, quotation):
        if clause.word(item + 1) == "by":
            agent = next((p for p in clause.phrases if p.low == item + 2), None)
            if agent is not None and agent.sort != "thing" and not agent.time:
                return agent
    return None


def _said_of() -> frozenset[str]:
    return sections("grammar")["said of"]
