"""Reads a role from the words beside a name: "Ana Ruiz, the town's mayor," and "fisheries bureau spokesman Ana Ruiz"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MARKS = frozenset('.;:—–!?"“”()[]') | {"''", "``", "--", "-"}
_ENDS = frozenset(".!?")
_SAID = frozenset(("said", "says", "told", "tells", "added", "adds", "asked", "wrote", "writes"))
"""Where these end what stands behind a comma, it is who says so: "…, the company said"."""
_CALLINGS = ("ician", "ologist", "ographer")
"""Ends of nouns that tell a calling, whatever it is."""
_MEN = ("man", "woman", "person")
"""Ends of nouns, written small, that tell who does something, but for those in `_NO_MEN`: names end so too."""
_NO_MEN = frozenset(("human", "german", "roman", "norman", "ottoman", "talisman", "caiman"))
_LONGEST = 18
_CLAUSE = frozenset(("IN", "TO", "VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT"))
_NO_ROLE = frozenset(
    ("VB", "VBD", "VBP", "VBZ", "MD", "IN", "TO", "WP", "WDT", "WRB", "PRP", "PRP$", "RB", "DT", "CC", "UH")
)
_VERBAL = frozenset(("VB", "VBP", "UH"))
_APOSTROPHES = ("'s", "’s", "'", "’")


@cache
def person_nouns() -> frozenset[str]:
    """Nouns, small and singular, that name a person by job, office, kin or lot."""
    titles = sections("titles")
    offices = {word.lower() for word in titles["office"] if word.isalpha() and len(word) > 3}
    found = (
        frozenset(word.lower() for word in titles["profession"])
        | titles["noun m"]
        | titles["noun f"]
        | offices
    )
    return found - sections("grammar")["no person"]


def is_person_noun(word: str) -> bool:
    """Whether the word names a person by what they do; its last part counts ("prosecutor-general", "ex-wife")."""
    low = word.lower()
    if low.endswith("-year-old"):
        return True
    low = low.split("-of-", 1)[0]
    if low.endswith(_CALLINGS) or (word.endswith(_MEN) and low == word not in _NO_MEN):
        return True
    if "-" not in low:
        return low in person_nouns()
    return (
        low in person_nouns()
        or low.rsplit("-", 1)[1] in person_nouns()
        or low.split("-", 1)[0] in person_nouns()
    )


def is_organisation_noun(word: str) -> bool:
    """Whether the word names an organisation by what it is: "ministry", "newspaper"."""
    return word.lower() in sections("organisations")["common"]


def tells_role(role: str) -> bool:
    """Whether the words before a name hold a job or an office, and not only a place, a party or a form of address."""
    listed = sections("titles")
    return any(
        is_person_noun(word.rstrip(".,"))
        or word in ("number", "counterpart")
        or (word in listed["rank"] and (i == 0 or len(word) > 2))
        or (word in listed["office"] and (word.endswith(".") or (len(word) < 4 and word.istitle())))
        or word in listed["clergy"]
        for i, word in enumerate(role.split())
    )


def before(words: Sequence[str], first: int, noun: Callable[[str], bool] = is_person_noun) -> int:
    """Where the role that leads up to a name begins.

    Args:
        words: of the text.
        first: index of the run of capitals that holds the name.
        noun: tells the nouns that a role ends in.

    Returns:
        Index of the role's first word; `first` where there is none.
    """
    head = first - 1
    if head < 0 or words[head][0].isupper() or not noun(words[head]):
        return first
    i = head
    if words[head] in _FOUNDING and words[head - 1] == "and" and head > 1 and is_person_noun(words[head - 2]):
        i = head - 2  # "Norwave CEO and co-founder Ana Ruiz"
    while i > 0 and head - i < 5 and _modifies(words, i - 1):
        i -= 1
    i = _past_verbs(words, i, head) if words[head - 1] != "and" else i
    while i < head and (words[i] in _APOSTROPHES or words[i] == "&"):
        i += 1
    return i


_FOUNDING = frozenset(("founder", "co-founder", "owner", "co-owner"))
"""What someone is beside an office of the same body."""


def of_body(words: Sequence[str], first: int) -> int:
    """Where the office begins that leads up to a name by a body: "treasurer of Lund allotment society Ana Ruiz"; `first` where there is none."""
    i = first - 1
    if i < 0 or not words[i].islower() or not is_organisation_noun(words[i]):
        return first
    while i > 0 and first - i < 8 and words[i] not in ("of", "for"):
        if not words[i][0].isalpha() or words[i].lower() in sections("grammar")["definite"]:
            return first
        i -= 1
    told = 0 < i < first - 2 and words[i + 1][0].isupper() and is_person_noun(words[i - 1].lower())
    return i - 1 if told else first


def _past_verbs(words: Sequence[str], i: int, head: int) -> int:
    """Where a role begins once verbs, pronouns and the like before its nouns are left out."""
    low = i if i > 0 and words[i - 1] in _ENDS else max(0, i - 2)
    tags = tag(words[low : head + 1])
    for k in range(head - 1, i - 1, -1):
        told = tags[k - low]
        # "Fire officer": a capital at a sentence's start makes verbs of nouns, and so does a quotation before "launch director"
        opens = k == 0 or not (words[k - 1][0].isalnum() or words[k - 1] in _APOSTROPHES)
        noun = told in _VERBAL and (words[k][0].isupper() or opens)
        if told in _NO_ROLE and words[k] not in sections("grammar")["role adjective"] and not noun:
            return k + 1
    return i


def _modifies(words: Sequence[str], i: int) -> bool:
    """Whether the word at `i` can stand before a role's noun."""
    word = words[i]
    if word in ("'s", "’s", "&"):
        return i > 0 and words[i - 1][0].isupper()
    if not word[0].isalpha() or word.lower() in sections("grammar")["role stop"]:
        return False
    if "." in word and word[0].islower():
        return False
    adjective = not word.endswith(("ed", "ly")) or word in sections("grammar")["role adjective"]
    return word[0].isupper() or adjective


def after(
    words: Sequence[str], last: int, noun: Callable[[str], bool] = is_person_noun
) -> tuple[int, int] | None:
    """The role in the apposition behind a name, or in "is a …".

    Args:
        words: of the text.
        last: index after the name's last word.
        noun: tells the nouns that a role's head can be.

    Returns:
        Indices of the role, article and age left out; None where none stands there.
    """
    if last + 2 >= len(words):
        return None
    last = past_age(words, last)
    if words[last] in ("is", "was") and words[last + 1] in ("a", "an", "the"):
        return _phrase(words, last + 1, noun)
    if words[last] not in (",", "(", "–", "—"):
        return None
    i = last + 1
    if words[i].isdigit() and len(words[i]) <= 3 and words[i + 1] == ",":
        i += 2
    return _phrase(words, i, noun)


_BECOMING = (
    ("became",),
    ("becomes",),
    ("serves", "as"),
    ("served", "as"),
    ("was", "named"),
    ("was", "appointed"),
    ("was", "elected"),
)
"""What stands between "who" and an office that someone came to."""


def came_to(
    words: Sequence[str], last: int, noun: Callable[[str], bool] = is_person_noun
) -> tuple[int, int] | None:
    """The office in the relative clause behind a name: "Ana Ruiz, a chemist who became the first president"; see `after`."""
    for i in range(last, min(last + _LONGEST, len(words) - 2)):
        if words[i] in _MARKS:
            return None
        if words[i] == "who":
            verb = next((v for v in _BECOMING if tuple(words[i + 1 : i + 1 + len(v)]) == v), None)
            return _phrase(words, i + 1 + len(verb), noun) if verb else None
    return None


def letters(words: Sequence[str], last: int) -> list[str]:
    """The letters behind a name that tell an office or a profession: "Ana Ruiz SC", "Tom Okafor MP"."""
    end = last
    while end < len(words) and words[end] in sections("titles")["calling"]:
        end += 1
    return list(words[last:end])


def past_age(words: Sequence[str], last: int) -> int:
    """The index after an age in brackets behind a name, "(58)", or between commas; where none stands, the same."""
    aged = words[last + 1 : last + 2] and words[last + 1].isdigit() and len(words[last + 1]) < 4
    if aged and words[last] == "(" and words[last + 2 : last + 3] == [")"] and last + 5 < len(words):
        return last + 3
    return last + 2 if aged and words[last] == "," and words[last + 2 : last + 4] == [",", "who"] else last


def _phrase(words: Sequence[str], i: int, noun: Callable[[str], bool]) -> tuple[int, int] | None:
    if i + 2 < len(words) and words[i] in ("who", "which") and words[i + 1] in ("is", "was"):
        i += 2
    if i < len(words) and words[i] in ("never", "not"):
        return None  # "Ana Ruiz, who was never a nun"
    if i < len(words) and words[i].lower() in ("the", "a", "an"):
        i += 1
    if i < len(words) and words[i] in sections("titles")["honorific"] and words[i + 1 : i + 2] != ["of"]:
        # "Adv. Ana Ruiz, Dr. Bo Lind": the next one's
        return None
    end = i
    while end < len(words) and end - i < _LONGEST and not _ends(words[end]):
        end += 1
    told = end < len(words) and words[end] in _SAID and (i == 0 or words[i - 1].lower() == "the")
    if end <= i or end >= len(words) or not heads(words, i, end, noun) or told:
        return None
    if any(found in ("VBD", "VBZ", "VBP", "MD") for found in tag(words[i:end])[1:]):
        # "every country in the alliance achieved it" is a clause
        return None
    while end > i and words[end - 1].lower() in (
        "and",
        "or",
        "of",
        "for",
        "at",
        "in",
        "with",
        "to",
        "the",
        "a",
        "who",
    ):
        end -= 1
    return i, end


def _ends(word: str) -> bool:
    return word in (",", "that") or word in _MARKS or word in sections("grammar")["role end"]


def heads(words: Sequence[str], i: int, end: int, noun: Callable[[str], bool]) -> bool:
    """Whether the head of the phrase `[i, end)`, the last word before its first preposition, is such a noun."""
    head = i
    while head < end and words[head].lower() not in sections("grammar")["role preposition"]:
        head += 1
    if head == i or not (noun(words[head - 1]) or words[head - 2 : head] == ["opposite", "number"]):
        return False
    return not any(found in _CLAUSE for found in tag(words[i:head]))
