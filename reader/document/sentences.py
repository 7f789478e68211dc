"""Where sentences begin and end: one list of spans for the sentence in focus and for the attribution."""

from __future__ import annotations

import re

from reader.document.model import Span

_CLOSERS = "\"'”’»)\\]"
_TERMINATOR = re.compile(
    rf"[.!?…](?:[.!?…]|(?<=[.])[ ](?=[.]))*+[{_CLOSERS}]*+(?=\s)|\n[ \t]*\n"
    # what a copy ran together: "was late.Then he left", "was late.”Then he left", "was late.“We left”"
    r"|(?<=[a-zQ][a-zQ])[.!?](?:”(?=[A-Z“])|(?=[A-Z][a-z]|“))"
)
_NEXT = re.compile(r"\s+[\"'“‘«„(\[`—–-]*\s?(\S[^\s,;:]*)")
_LAST_WORD = re.compile(r"(\S+)\Z")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _set(
    """
    mr. mrs. ms. mx. messrs. dr. drs. prof. sen. sens. rep. reps. gov. govs. lt. gen. brig. maj. col. capt.
    cmdr. adm. sgt. cpl. pvt. const. insp. det. supt. rev. fr. hon. pres. amb. atty. asst. st. ste. mt. ft.
    vs. approx. e.g. i.e. cf. viz. vol. pp. ca. al.
    """
)
"""After these a sentence goes on, whatever follows."""
_MAYBE = _set(
    """
    jr. sr. inc. corp. co. cos. ltd. plc. llc. u.s. u.k. u.n. e.u. d.c. a.m. p.m. etc. ave. blvd. rd. dept.
    univ. est. n.y. n.j. n.c. s.c. n.h. n.m. n.d. s.d. r.i. w.va. ph.d.
    """
)
"""After these a sentence ends only before a word that commonly begins one."""
_CAPITALISED = _set(
    """
    ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn.
    miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue.
    tues. wed. thu. thurs. fri. sat. sun.
    """
)
"""Likewise, where they have a capital: "in a car wash." ends as any other."""
_STARTERS = _set(
    """
    the a an this that these those he she it they we you i his her its their our my there here but and or so
    yet in on at by for from with after before when while as if although though since because until during
    some many most all no not what who why how where one two three several few another other others both
    each every then now still also however meanwhile according asked under over last next earlier later mr.
    mrs. ms. dr. sen. rep. gov. yes more
    """
)
_US_OFFICES = _set("sen. rep. gov. sens. reps. govs.")
"""What "U.S." stands before more often than it ends a sentence."""
_SAYS = (
    "said|says|asked|asks|added|adds|told|tells|wrote|writes|shouted|cried|yelled|replied|exclaimed|wondered|joked|quipped"
    "|tweeted|screamed|chanted|declared|continued|responded|answered|demanded|snapped|insisted|recalled|posted|explained"
)
_TAG_AFTER_CRY = re.compile(rf"\s+(?:[A-Z][\w'’.\-]*\s+){{1,4}}(?:{_SAYS})\b")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Cut `text[start:end]` into sentences.

    A single line break is read as a space, an empty line ends a sentence. "…!" he said is one sentence; initials,
    titles and abbreviations end none.

    Returns:
        Half-open code point spans in order, disjoint, without the white space around them; together they hold every
        character that is not white space. An empty range gives an empty list. The time is linear in the length.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for match in _TERMINATOR.finditer(text, start, stop):
        if text[match.start()] == "\n" or _ends(text, begin, match, stop):
            _keep(found, text, begin, match.end())
            begin = match.end()
    _keep(found, text, begin, stop)
    return found


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    sentence = text[start:end]
    bare = sentence.strip()
    if bare:
        first = start + len(sentence) - len(sentence.lstrip())
        found.append(Span(first, first + len(bare)))


def _ends(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether the mark at `match` ends the sentence that began at `begin`."""
    following = _NEXT.match(text, match.end(), stop)
    if following is None:
        return True
    word = following[1]
    if word[0].islower() or word[0] in ",;:)":
        return False
    mark = match.group()
    if mark[0] in "!?…" or mark.startswith(".."):
        quoted = mark[-1] in "\"'”’»"
        return not (quoted and _TAG_AFTER_CRY.match(text, match.end(), min(stop, match.end() + 120)))
    return mark != "." or _full_stop(text[max(begin, match.start() - 24) : match.end()], word)


def _full_stop(before: str, word: str) -> bool:
    """Whether the full stop that ends `before` is more than an abbreviation's, given the next word."""
    last = _LAST_WORD.search(before)
    written = last[1].lstrip("\"'“‘(«„[") if last else ""
    name = written.lower()
    if name in _TITLES or (name in ("no.", "nos.") and word[0].isdigit()):
        return False
    if name in _MAYBE or (name in _CAPITALISED and written[0].isupper()) or _INITIAL.match(name):
        single = len(name) == 2 and name != "i."
        office = name == "u.s." and word.lower() in _US_OFFICES
        return not single and not office and word.lower() in _STARTERS
    return True
