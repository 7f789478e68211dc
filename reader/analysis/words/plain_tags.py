"""The tagger's rules where its learned weights are missing or broken: the small words, verbs of speech, and shapes.

They are in the form of weights, so that the tagger has one way to decide.
"""

from __future__ import annotations

from string import ascii_letters, ascii_lowercase

from reader.analysis.words import cues
from reader.analysis.words.spelled import OPEN_CLASSES
from reader.analysis.words.tagger import Weights, in_lanes

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


def plain_weights() -> Weights:
    """Build the weights of the rules; they agree with the learned ones on the greater part of a text, no more."""
    lexicon = {form: _forms_of_cue(form, lemma) for form, lemma in cues.SPEECH_FORMS.items()}
    small: dict[str, tuple[str, ...]] = {}
    for tag, words in _SMALL.items():
        for word in words.split():
            small[word] = (*small.get(word, ()), tag)
    lexicon |= small | {word.capitalize(): tags for word, tags in small.items()}
    tags = tuple(sorted({*OPEN_CLASSES, *_SMALL}))
    numbers = {tag: number for number, tag in enumerate(tags)}

    def pairs(**weights: int) -> int:
        return in_lanes((numbers[tag], weight) for tag, weight in weights.items())

    features: dict[str, int] = {}
    for letter in ascii_letters + ".":
        features |= {f"z{letter}{look}": pairs(NNP=80) for look in ("Xx", "XxX", "X", "A", "Xx-")}
    features |= {f"z{letter}x": pairs(NN=20, JJ=10) for letter in ascii_lowercase}
    features |= {"zsx": pairs(NNS=30, VBZ=10), "zdx": pairs(VBD=30, VBN=20), "zgx": pairs(VBG=30)}
    features |= {"zyx": pairs(RB=20, JJ=10, NN=10), "z0o0": pairs(CD=80), "zsx0": pairs(CD=40)}
    features |= {f"ted{last}": pairs(VBN=30) for last in _VERBS}
    features |= {"vxTO": pairs(VB=40), "vxMD": pairs(VB=40), "vxPRP": pairs(VBD=10, VBP=15)}
    features |= {"bNNPVBD|POS": pairs(POS=20), "bNNVBD|POS": pairs(POS=20), "bPRPVBD|POS": pairs(VBD=20)}
    return Weights(tags, lexicon, features)


def _forms_of_cue(form: str, lemma: str) -> tuple[str, ...]:
    if form == lemma:
        return ("VB", "VBP")
    if form.endswith("ing"):
        return ("VBG",)
    return ("VBZ",) if form.endswith("s") else ("VBD",)
