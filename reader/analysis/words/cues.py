"""Which words can be cues: forms of the lexicon's verbs, and what kind of cue each is."""

from __future__ import annotations

from functools import cache

from reader.analysis.words import lexicon

_VOWELS = "aeiou"


def forms(lemma: str) -> tuple[str, ...]:
    """The inflected forms of a verb, its lemma first."""
    if lemma in lexicon.IRREGULAR:
        return (lemma, *lexicon.IRREGULAR[lemma].split())
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
    stem = lemma + lemma[-1] if lemma in lexicon.DOUBLED else lemma
    return lemma, third, stem + "ed", stem + "ing"


def _table(lemmas: str) -> dict[str, str]:
    return {form: lemma for lemma in lemmas.split() for form in forms(lemma)}


SPEECH_FORMS: dict[str, str] = _table(lexicon.SPEECH)
"""Form to lemma, for verbs of speech."""
BELIEF_FORMS: dict[str, str] = _table(lexicon.BELIEF)
AMBIGUOUS = frozenset(lexicon.AMBIGUOUS.split())
NO_INVERSION = frozenset(lexicon.NO_INVERSION.split())
SHOWING = frozenset(lexicon.SHOWING.split())
DOCUMENTS = frozenset(lexicon.DOCUMENTS.split())
WITH_HEARER = frozenset(lexicon.WITH_HEARER.split())
NOUNS: dict[str, str] = {form: noun for noun in lexicon.NOUNS.split() for form in (noun, noun + "s")}
PASSES_ON = frozenset((*forms("quote")[1:], *forms("cite")[1:]))
"""Verbs whose object says what follows "as saying"."""
AUXILIARIES = lexicon.AUXILIARIES


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
