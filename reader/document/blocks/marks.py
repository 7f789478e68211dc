"""What holds for a passage by itself, as names that the chain has weights for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.blocks.cues import listed
from reader.document.blocks.patterns import (
    AGENCY_HEAD,
    BULLET,
    CAPITAL_LEAD,
    CAPITALISED,
    CLOCK,
    COUNTER,
    DASH_TAIL,
    DATELINE,
    GLUED,
    GLUED_CREDIT,
    HANDLE,
    LINK,
    NAME_TAIL,
    NUMBERED,
    OPENING,
    PARTED,
    SENTENCE_END,
    SEPARATOR,
    SHARED,
)

if TYPE_CHECKING:
    from reader.document.blocks.looks import Look

_HEADLINE = frozenset(listed("=headline"))
_LEADING = frozenset(listed("=stop"))
_AFTER_NAME = frozenset(listed("=after"))
_LENGTHS = (0, 1, 2, 3, 5, 8, 12, 16, 24, 40, 70)
_SHORTEST_CUT, _LONGEST_CUT = 58, 125
"""Characters after which pages cut alternative text off."""


def marks(look: Look) -> frozenset[str]:
    """The traits that a passage has."""
    return frozenset(
        name for name, holds in (*_plain(look), *_of_pictures(look), *_of_writers(look)) if holds
    )


def measures(look: Look) -> list[str]:
    """The sizes and shares of a passage in steps, its cues, and how it begins and ends."""
    count, size = look.count, len(look.words)
    found = [f"n{next((i for i, limit in enumerate(_LENGTHS) if count <= limit), len(_LENGTHS))}"]
    found += [f"c:{name}" for name in look.cues]
    found += [f"C:{name}" for name, n in look.cues.items() if n >= 0.5 * size]
    found.append(f"covered{min(4, int(look.covered * 5))}")
    found.append(f"stops{min(5, int(look.stops * 10))}{'short' if count < 14 else ''}")
    found.append(f"caps{int(look.capitals * 4)}{'short' if count < 17 else ''}")
    found.append(f"first{_first(look.text[:1])}")
    found.append(f"end{_last(look)}")
    found.append(f"s{min(3, len(SENTENCE_END.findall(look.text)))}{'e' if look.ended else ''}")
    if count < 40 and (begin := OPENING.match(look.text)):
        found.append(f"then:{_next(begin[1])}")
    if count > 5 and (lead := CAPITAL_LEAD.match(look.text[:80])):
        found.append(f"capitals{lead[1][0] if lead[1] in '…:.' else '-' if lead[1] != '...' else '…'}")
    if size and count < 60:
        found.append(f"lead:{look.words[0]}" if look.words[0] in _LEADING else "lead:")
    if count < 32 and not look.body:
        found += [f"w:{word}" for word in _HEADLINE.intersection(look.words)]
    return found


def _plain(look: Look) -> tuple[tuple[str, bool], ...]:
    text, count, cues = look.text, look.count, look.cues
    quoted = "“" in text or '"' in text
    return (
        ("sentence", look.sentence),
        ("body", look.body),
        ("furniture", look.furniture),
        ("announced", look.announced),
        ("shouted", text[:200].isupper()),
        ("noword", not count),
        ("timeonly", bool(COUNTER.fullmatch(text))),
        ("comma", text.endswith(",") and count < 5),
        ("question", text.endswith("?") and count < 17),
        ("leadin", text.endswith(":") and count > 4),
        ("label", text.endswith(":") and count < 5),
        ("colon", ":" in text[:40]),
        ("numbered", bool(NUMBERED.match(text))),
        ("bullet", bool(BULLET.match(text))),
        ("shared", bool(SHARED.match(text))),
        ("link", bool(LINK.search(text))),
        ("handle", bool(HANDLE.search(text))),
        ("glued", count < 40 and bool(GLUED.search(text))),
        ("doubled", count > 5 and _doubled(look.words)),
        ("separated", bool(SEPARATOR.search(text))),
        ("dateline", count > 14 and bool(DATELINE.match(text))),
        ("quoted", quoted),
        ("speechquote", quoted and "speech" in cues),
        ("digits", sum(map(str.isdigit, text[:80])) > 0.2 * min(80, len(text))),
    )


def _of_pictures(look: Look) -> tuple[tuple[str, bool], ...]:
    text, count, cues = look.text, look.count, look.cues
    agency, spoken = "agency" in cues, "speech" in cues
    depict = cues.get("depict", 0)
    cut = _SHORTEST_CUT <= len(text) <= _LONGEST_CUT
    return (
        ("openparen", text.endswith("(")),
        ("credittail", look.tailed),
        ("agencytail", look.credited),
        ("onlycredit", look.only_credit),
        ("slashed", look.slashed),
        ("barred", "|" in text and 1 < count < 10 and bool(CAPITALISED.fullmatch(text))),
        ("capitalised", 1 < count < 10 and bool(CAPITALISED.fullmatch(text))),
        ("dashtail", count > 5 and bool(DASH_TAIL.search(text[-60:]))),
        ("gluedcredit", count > 4 and bool(GLUED_CREDIT.search(text[-80:]))),
        ("agencyshort", agency and count < 9),
        ("agencymid", agency and 9 <= count < 60),
        ("agencyfirst", bool(AGENCY_HEAD.match(text))),
        ("nametail", count > 3 and bool(NAME_TAIL.search(text[-120:]))),
        ("parted", 4 < count < 40 and not look.ended and bool(PARTED.search(text))),
        ("creditlong", count > 9 and not spoken and look.tailed),
        ("depictfirst", bool(depict) and not spoken and count < 60),
        ("depict2", depict > 1),
        ("nopast", 6 < count < 60 and "past" not in cues and not spoken),
        ("article", count > 5 and look.words[0] in {"a", "an", "the"}),
        ("cutoff", count > 6 and cut and not look.ended and text[-1].isalpha()),
    )


def _of_writers(look: Look) -> tuple[tuple[str, bool], ...]:
    count = look.count
    return (
        ("date", look.dated),
        ("dateshort", look.dated and count < 14),
        ("dateonly", look.timed),
        ("clock", count < 25 and bool(CLOCK.search(look.text))),
        ("stamp", look.dated and count < 30 and bool(CLOCK.search(look.text))),
        ("by", look.by),
        ("byshort", look.by and count < 16),
        ("bynamed", look.signed and count < 24),
        ("person", look.person),
        ("jobshort", "job" in look.cues and count < 14),
    )


def _next(word: str) -> str:
    """What follows a name: the word itself if it is a common one, else its ending."""
    if word in _AFTER_NAME or word == "(":
        return word
    return next((end for end in ("ing", "ed", "s") if word.endswith(end)), "else")


def _doubled(words: list[str]) -> bool:
    """Whether it says the same twice: a link copied with the picture's text."""
    half = len(words) // 2
    return words[:half] == words[-half:]


def _first(sign: str) -> str:
    if sign.isalpha():
        return "a" if sign.islower() else "A"
    if sign.isdigit():
        return "0"
    return "q" if sign in "“\"'‘" else sign if sign in "(…•–—-|@©" else "s"


def _last(look: Look) -> str:
    sign = look.text[-1:]
    if look.ended and sign not in "!?":
        return "."
    return sign if sign in ':?!,;)”"…|' else "w"
