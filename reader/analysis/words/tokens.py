"""Cuts text into words and marks the way the Penn Treebank does, by code point spans.

Clitics stand alone ("do" "n't", "Mia" "'s"), with straight and curly apostrophes alike; abbreviations, initials,
hyphenated words, numbers, handles and addresses stay whole; every other mark is a token of its own.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_APOSTROPHE = "['’ʼ]"
_CLITIC = rf"(?:{_APOSTROPHE}|(?<=\w)‘)(?i:s|re|ve|ll|d|m)(?![\w])"
_LETTER = "[^\\W\\d_]"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Characters that show nothing: the soft hyphen, those of no width."""
_WORD = f"(?:[\\w\u0300-\u036f{_UNSEEN}]|(?:(?<=[ÃÄÅ])|(?<=A[\u0303\u0308\u030a]))[\u0080-\u00bf])"
"""A letter of a word: also the second half of one whose bytes were read in the wrong character set ("PeÃ±a")."""

_ABBREVIATIONS = (
    # titles and ranks
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Lt Gen Gens Brig Maj Col Capt Cmdr Cdr Adm Sgt Cpl Pvt "
    "Const Cst Insp Det Supt Spc Pfc Flt Sqn Surg Dep Agt Coun Couns Cllr Cllrs Clr Clrs Cr Crs Ald Rev Revd Fr Hon Rt Pres Amb Atty Asst Assoc Sec Supt Jr Sr Esq Mgr Msgr Ven Bro Alh Barr Engr Pharm Evang Comr Bldr Tpl Surv Arc Cde Bros Inc Corp Co Cos Ltd Plc "
    # places
    "St Ste Mt Ft Ave Blvd Rd Univ Dept Assn Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn "
    "Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo "
    # times, and the rest
    "Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri vs approx est etc al cf viz Vol pp ca"
)
_ABBREVIATION = (
    "(?:" + "|".join(sorted(set(_ABBREVIATIONS.split()), key=lambda word: (-len(word), word))) + ")"
)

_KINDS = "|".join(
    (
        # the plain case first: a word that nothing sticks to
        rf"{_LETTER}++(?<![ÃÄÅ])(?![\w\u0300-\u036f{_UNSEEN}'’ʼ.\-‐‑&@:/$])",
        # addresses: the web's, mail, handles and hashtags
        r"(?:https?://|www\.)[^\s<>\"“”«»]*[\w/=]",
        r"[\w.+\-]{1,64}@\w[\w\-]*(?:\.\w+)+",
        r"\w+(?:\.\w+){0,4}\.(?:com|org|net|gov|edu|info|co|uk|au|ca|nz|ie|eu|tv|io|fm)\b(?:/[^\s<>\"“”«»]*[\w/=])?",
        r"[@#]\w+",
        # abbreviations and initials; a single initial only before a further name
        r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?(?:-(?:(?:[^\W\d_]\.){2,}|\w+))*",
        r"Ph\.D\b\.?",
        r"No\.(?=[ \u00a0]?\d)",
        rf"Rev{_APOSTROPHE}d(?!\w)",
        rf"(?:{_LETTER}-)?{_ABBREVIATION}\.(?:-{_ABBREVIATION}\.)?",
        r"[A-HJ-Z]\.(?=\s[A-Z])",
        # a word before "n't", the clitics, and words that have lost their beginning
        rf"{_LETTER}+?(?=[nN]{_APOSTROPHE}[tT](?!\w))",
        rf"[nN]{_APOSTROPHE}[tT](?!\w)",
        _CLITIC,
        r"['’ʼ‘](?:\d\ds?|em|til|tis|twas|n['’])(?!\w)",
        # numbers, currency before them, and words joined by hyphens, ampersands and apostrophes
        r"(?:US|AU|NZ|HK|[ACSR])?[$£€¥₹₦]",
        r"\d+(?:[.,:/]\d+)+(?:-\w+)*\w*",
        rf"(?=[{_UNSEEN}]{{,4}}\w){_WORD}+(?:(?!{_CLITIC})(?:[\-‐‑&]|{_APOSTROPHE}){_WORD}+)*",
        # marks
        rf"''|``|\.(?:[ \u00a0]?\.)+|--+|[^\s{_UNSEEN}]",
    )
)
"""What a token can be, in the order in which it is tried."""
_TOKEN = re.compile(rf"({_KINDS})\s*+")
"""A token with the white space behind it, where every kind would be tried in vain otherwise."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Cut `text[start:end]` into tokens.

    Args:
        text: any text; white space separates tokens and belongs to none.
        start: code point offset to begin at, between two words.
        end: offset to stop before, between two words; None for the text's end.

    Returns:
        Half-open code point spans into `text`, in order, disjoint, none empty; together they hold every character
        that is not white space, save blanks within a spaced ellipsis, and characters that show nothing where they
        stand in no word. The time is linear in the length.

    Source: Penn Treebank tokenisation guidelines (clitics, abbreviations); here marks keep their own characters.
    """
    stop = len(text) if end is None else end
    return [match.span(1) for match in _TOKEN.finditer(text, start, stop)]


def words_at(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The tokens at `spans` as they are seen: without the characters in them that show nothing, apostrophes turned right.

    A word that comes again is the same object, as a long text uses the same ones again and again.
    """
    words = [text[low:high] for low, high in spans]
    if spans and _HIDDEN.search(text, spans[0][0], spans[-1][1]):
        words = [word.translate(_BLANKS if word == "‘" else _MENDED) for word in words]
    return list(map(intern, words))


_HIDDEN = re.compile(rf"[{_UNSEEN}]|\w‘\w")
_BLANKS = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_MENDED = _BLANKS | {ord("‘"): "’"}
