"""Which words can be cues: the forms of the verbs and nouns in `verbs.txt`, and what kind of cue each is."""

from __future__ import annotations

from functools import cache

from reader.analysis.words.wordlists import sections

_VOWELS = "aeiou"
_WORDS = sections("verbs")
_IRREGULAR = dict(entry.split("=") for entry in _WORDS["irregular"])


def forms(lemma: str) -> tuple[str, ...]:
    """The inflected forms of a verb, its lemma first."""
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma].split("|"))
    if lemma.endswith("e"):
        return (
            lemma,
            lemma + "s",
            lemma + "d",
            (lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing"),
        )
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma + lemma[-1] if lemma in _WORDS["doubled"] else lemma
    return lemma, third, stem + "ed", stem + "ing"


def _table(head: str) -> dict[str, str]:
    return {form: lemma for lemma in sorted(_WORDS[head]) for form in forms(lemma)}


SPEECH_FORMS = _table("speech")
"""Form to lemma, for verbs of speech."""
BELIEF_FORMS = _table("belief")
"""The same for verbs of thought, wish and stance."""
AMBIGUOUS = _WORDS["ambiguous"]
NO_INVERSION = _WORDS["no inversion"]
SHOWING = _WORDS["showing"]
DOCUMENTS = _WORDS["document"]
WITH_HEARER = _WORDS["with hearer"]
NOUNS = {form: noun for noun in sorted(_WORDS["noun"]) for form in (noun, noun + "s")}
PASSES_ON = frozenset((*forms("quote")[1:], *forms("cite")[1:]))
"""Verbs whose object says what follows "as saying"."""
AUXILIARIES = _WORDS["auxiliary"]
DAYS = _WORDS["day"]
NOT_SAID = frozenset((word, following) for word, following in map(str.split, _WORDS["not said"]))
"""A word with the next one that makes something else of it than speech."""


@cache
def lemma_of(form: str) -> str:
    """The lemma of a lower-case verb form; by its ending where the lexicon does not know it."""
    known = SPEECH_FORMS.get(form) or BELIEF_FORMS.get(form)
    if known:
        return known
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)] + instead
    return form


def is_speech(form: str) -> bool:
    """Whether a lower-case word is a form of a verb of speech."""
    return form in SPEECH_FORMS
