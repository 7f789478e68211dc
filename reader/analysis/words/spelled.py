"""What a word can be, by the lexicon and by how it is spelled: the questions that the tagger answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTATION = "“”"
"""A token that stands for a whole quotation, its marks included; its tag is "Q"."""

MARKS = {
    QUOTATION: "Q",
    **dict.fromkeys(("“", "``", "«", "„", "‘", "‹"), "``"),
    **dict.fromkeys(("”", "»", "›"), "''"),
    **dict.fromkeys((".", "!", "?"), "."),
    **dict.fromkeys((":", ";", "…", "...", "--", "—", "–", "―", "-"), ":"),
    **dict.fromkeys(("(", "[", "{"), "-LRB-"),
    **dict.fromkeys((")", "]", "}"), "-RRB-"),
    **dict.fromkeys(("$", "£", "€", "¥", "₹", "₦", "US$", "C$", "A$", "AU$", "NZ$", "HK$", "S$", "R$"), "$"),
    ",": ",",
    "%": "NN",
    "&": "CC",
    "#": "#",
}
"""The tag of every mark that has one; the two-way marks `"` and `''` open and close by turns."""

OPEN_CLASSES = (
    *("NN", "NNP", "NNS", "JJ", "VBD", "VBN", "VBG", "VB", "VBZ"),
    *("VBP", "RB", "CD", "NNPS", "FW", "UH", "JJR", "JJS", "IN"),
)
"""What a word that training never saw can be."""

_DIGIT = re.compile(r"\d")
_BRITISH_AMERICAN = (
    "isation/ization isations/izations ise/ize ised/ized ises/izes ising/izing yse/yze ysed/yzed our/or ours/ors"
    " oured/ored ouring/oring ourable/orable ence/ense tre/ter tres/ters lled/led lling/ling ller/ler ogue/og"
    " mme/m mmes/ms"
)
_AMERICAN = tuple(tuple(pair.split("/")) for pair in _BRITISH_AMERICAN.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A token as the tagger sees it.

    Attributes:
        form: its spelling as the lexicon has it, digits as 0.
        tags: what it can be; one, where there is no question.
        class_: a name for that question, shared by all words that raise it.
        known: the lexicon has it.
        shape: its capitals, digits and hyphens.
        stem: of an unknown word that may be inflected, its ending and the most frequent tag of what stands before it.
    """

    form: str
    tags: tuple[str, ...]
    class_: str
    known: bool
    shape: str
    stem: str = ""


def is_seat(word: str) -> bool:
    """Whether a word tells a legislator's party and seat: "D-Calif.", "R-Yakima"."""
    party, _, place = word.replace("–", "-").partition("-")
    known = party in ("D", "R") or (party == "I" and (place.isupper() or place[-1:] == "."))  # not I-Ting
    return known and place[:1].isupper() and place not in _NO_SEATS


_NO_SEATS = frozenset(("Day", "Mark", "League", "Team", "Wade", "Truth"))


def shape(word: str) -> str:
    """Name the capitals, digits and hyphens of `word`: "x", "X", "Xx", "A" for one capital, with "-" and "0"."""
    if word.islower():
        kind = "x"
    elif word.isupper():
        kind = "X" if len(word) > 1 else "A"
    elif word[:1].isupper():
        kind = "Xx" if word[1:].islower() else "XxX"
    else:
        kind = "o"
    hyphen = "-" if "-" in word else ""
    return kind + hyphen + ("0" if _DIGIT.search(word) else "")


def spelling(word: str) -> str:
    """Even out what makes no difference to the tag: curly apostrophes and the digits of a number."""
    if word.isalpha():
        return word
    return _DIGIT.sub("0", word.replace("’", "'").replace("ʼ", "'"))


def look_up(token: str, lexicon: dict[str, tuple[str, ...]]) -> Word:
    """Say what `token` can be: from the lexicon, its lower case or American spelling there, else by its shape."""
    form = spelling(token)
    tags = lexicon.get(form)
    if tags:
        return Word(form, tags, "|".join(tags[:3]), True, shape(form))
    if not any(map(str.isalnum, form)):
        tag = MARKS.get(form, "SYM")
        return Word(form, (tag,), tag, True, "o")
    lower = form.lower()
    tags = lexicon.get(lower)
    if tags and lower != form:
        prefix = "^" if form[1:2].isupper() else "+"
        more = tags if "NNP" in tags else (*tags, "NNP")
        return Word(form, more, prefix + "|".join(tags[:3]), False, shape(form))
    for british, american in _AMERICAN:
        if form.endswith(british) and (tags := lexicon.get(form[: -len(british)] + american)):
            return Word(form[: -len(british)] + american, tags, "|".join(tags[:3]), True, shape(form))
    look = shape(form)
    class_ = f"u{look}{form[-2:]}" if look == "x" else f"u{look}"
    return Word(form, OPEN_CLASSES, class_, False, look, _stem(lower, lexicon))


def _stem(word: str, lexicon: dict[str, tuple[str, ...]]) -> str:
    """Name the ending of `word` and what the lexicon says of its stem: "cautions" is "s" and a noun."""
    for ending in ("ing", "ed", "es", "s", "ly", "er"):
        stem = word.removesuffix(ending)
        if stem != word:
            for whole in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else ""):
                if tags := lexicon.get(whole):
                    return f"{ending} {tags[0]}"
    return ""


def own_features(word: Word) -> list[str]:
    """List the features that `word` has wherever it stands."""
    form, look = word.form, word.shape
    found = ["a" + form]
    if not word.known:
        head, hyphen, tail = form.rpartition("-")
        found += [f"s{form[-3:]}", f"u{form[-4:]}", f"3{form[-5:]}", f"x{form[:3]}", f"0{form.lower()}"]
        found.append(f"z{form[-1:]}{look}")
        found += [f"1{tail}", f"2{head}"] if hyphen else []
        found.append(f"7{word.stem}")
    return found
