"""Words in quotation marks that are others': "denied that it was “unsafe”", "would not call it a “crisis”"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.cues import SPEECH_FORMS, forms, lemma_of
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Choice, Surroundings
    from reader.analysis.frames.clauses import Clause

_FAR = 24
"""Items before a quotation that are looked at."""
_DISOWNING = frozenset(form for lemma in sections("grammar")["disowning"] for form in forms(lemma))
_CLAIMS = frozenset(
    ("claim", "claims", "allegation", "allegations", "accusation", "accusations", "suggestion", "idea")
)
_NOT = frozenset(
    ("not", "n't", "n’t", "never", "refused", "refuses", "declined", "short", "avoid", "avoided", "stopped")
)
_SOMEONE = frozenset(("him", "her", "them", "me", "us"))


def is_disowned(around: Surroundings, choice: Choice) -> bool:
    """Whether a word or two are others' words, which somebody denies: "denied that it was “unsafe”", "would not call it a “crisis”".

    What something is dismissed as, and what stands right behind the verb, is one's own word.
    """
    clause, last = around.here.clauses[around.clause], around.item - 1
    if clause.word(last) in ("as", ":", ",") or choice.rule not in ("frame", "phrase"):
        return False
    apart = False
    for item in range(last - 1, max(clause.low - 1, last - _FAR), -1):
        word = clause.word(item)
        if clause.code(item) in "vgbp" and word in _DISOWNING:
            behind = range(item + 1, around.item)
            claims = any(clause.code(i) in "vmbg" or clause.word(i) in _CLAIMS for i in behind)
            if clause.word(item + 1) in _SOMEONE or any(clause.tag(i) == "POS" for i in behind):
                return False  # "challenged him over his comments that", "rejected Ruiz's claim that"
            return claims and (not apart or clause.word(item + 1) == "that")
        if lemma_of(word) in ("call", "describe"):
            return _is_negated(clause, item)
        if clause.code(item) == "Q" or (clause.code(item) in "vg" and word in SPEECH_FORMS):
            return False
        apart = apart or word == ","
    return False


def _is_negated(clause: Clause, verb: int) -> bool:
    """Whether what a verb says is what somebody does not say: "would not call it", but "did not hesitate to call it"."""
    for item in range(verb - 1, max(clause.low - 1, verb - 4), -1):
        if clause.word(item) in _NOT:
            return clause.code(item + 1) != "n"
        if clause.code(item) == "," or clause.word(item) in ("hesitate", "shy"):
            return False
    return False
