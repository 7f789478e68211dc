"""The tagger's rules where its learned weights are missing or broken: the small words, verbs of speech, and shapes.

They have the form of what training learns, so that the tagger has one way to decide.
"""

from __future__ import annotations

from string import ascii_letters, ascii_lowercase

from reader.analysis.words import cues
from reader.analysis.words.spelled import OPEN_CLASSES

_SMALL = {
    "DT": "the a an this these those every each some any no another both all",
    "PRP": "i you he she it we they him us them me himself herself itself themselves",
    "PRP$": "my your his her its our their",
    "IN": "of in on at by for with from about as into after before against between during since under over if while "
    "because although than until through without that whether",
    "CC": "and or but nor",
    "MD": "will would can could may might must shall should ca wo 'll 'd",
    "TO": "to",
    "VBD": "was were had did 's said told",
    "VBZ": "is has does says",
    "VBP": "are am have do 're 've 'm",
    "VB": "be",
    "VBN": "been",
    "RB": "not n't never also only just very now then there here",
    "WP": "who whom what",
    "WDT": "which",
    "WRB": "when where why how",
    "POS": "'s '",
}
_VERBS = ("VBD", "VBZ", "VBP", "VB", "VBN")


TAGS = tuple(sorted({*OPEN_CLASSES, *_SMALL}))
"""The tag set of the rules."""


def plain_lexicon() -> dict[str, tuple[str, ...]]:
    """List the words that the rules know, each with its tags, the likeliest first."""
    lexicon = {form: _forms_of_cue(form, lemma) for form, lemma in cues.SPEECH_FORMS.items()}
    small: dict[str, tuple[str, ...]] = {}
    for tag, words in _SMALL.items():
        for word in words.split():
            small[word] = (*small.get(word, ()), tag)
    return lexicon | small | {word.capitalize(): tags for word, tags in small.items()}


def plain_rules() -> dict[str, dict[str, int]]:
    """Give each feature that the rules ask for the weights of the tags it speaks for.

    They agree with the learned ones on the greater part of a text, no more.
    """
    rules: dict[str, dict[str, int]] = {}
    for letter in ascii_letters + ".":
        rules |= {f"z{letter}{look}": {"NNP": 80} for look in ("Xx", "XxX", "X", "A", "Xx-")}
    rules |= {f"z{letter}x": {"NN": 20, "JJ": 10} for letter in ascii_lowercase}
    rules |= {"zsx": {"NNS": 30, "VBZ": 10}, "zdx": {"VBD": 30, "VBN": 20}, "zgx": {"VBG": 30}}
    rules |= {"zyx": {"RB": 20, "JJ": 10, "NN": 10}, "z0o0": {"CD": 80}, "zsx0": {"CD": 40}}
    rules |= {f"ted{last}": {"VBN": 30} for last in _VERBS}
    rules |= {"vxTO": {"VB": 40}, "vxMD": {"VB": 40}, "vxPRP": {"VBD": 10, "VBP": 15}}
    rules |= {"bNNPVBD|POS": {"POS": 20}, "bNNVBD|POS": {"POS": 20}, "bPRPVBD|POS": {"VBD": 20}}
    return rules


def _forms_of_cue(form: str, lemma: str) -> tuple[str, ...]:
    if form == lemma:
        return ("VB", "VBP")
    if form.endswith("ing"):
        return ("VBG",)
    return ("VBZ",) if form.endswith("s") else ("VBD",)
