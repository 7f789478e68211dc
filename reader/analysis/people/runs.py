"""Cuts runs of capitalised words, which hold names, out of the tokens of a text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.people import titles
from reader.analysis.people.gender import is_forename
from reader.analysis.words.sorts import body_end
from reader.analysis.words.spelled import is_seat
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence


CLITICS = ("'s", "’s")


OWNERS = (*CLITICS, "'", "’")


_JOINTS = frozenset(("of", "for", "on", "and", "&", "the"))


def is_capital(word: str) -> bool:
    """Whether the word is written as a name is."""
    if word.islower() and word.isalpha():  # most words
        return False
    if word[0].isupper():
        return not is_seat(word) and word not in ("I", "I'm", "I’m") and not is_joined(word)
    if word[0] in "’'" and len(word) > 3:
        return word[1].isupper() and word[2].islower()
    # "al-Riyami", "d'Orsay", "iPhone"; a lone leading apostrophe as in Sesotho names
    head, _, rest = word.partition("-")
    if rest and head in ("al", "el", "bin", "as", "ad", "ar", "an", "ash", "at", "az"):
        return rest[:1].isupper()
    return len(word) > 2 and word[1] in "'’" and word[2].isupper()


def is_joined(word: str) -> bool:
    """Whether a word is a name with a participle joined to it, which tells of what is behind it: "Center-exposed crews"."""
    head, _, rest = word.rpartition("-")
    return len(head) > 1 and rest.islower() and (rest.endswith("ed") or rest in _JOINED) and "-" not in head


_JOINED = frozenset(
    (
        "led",
        "run",
        "born",
        "made",
        "held",
        "bound",
        "built",
        "style",
        "era",
        "wide",
        "only",
        "friendly",
        "hit",
    )
)


def leads_in_korean(words: Sequence[str], i: int) -> bool:
    """Whether a surname that is a common word stands before a joined name: "Oh Jin-woo"."""
    given, _, second = words[i + 1].partition("-") if i + 1 < len(words) else ("", "", "")
    return words[i] in _SURNAMES and given.istitle() and second.isalpha() and second.islower()


_SURNAMES = frozenset(("Oh", "An", "No", "So", "Do", "On", "Her"))
"""Korean surnames that are common words at a sentence's start."""


def begins_name(words: Sequence[str], i: int) -> bool:
    """A word that is common at a sentence's start can be a forename or open a body's name: "Will Hart", "Just Stop Oil"."""
    if body_end(words, i) > i:
        return True
    following = words[i + 1] if i + 1 < len(words) else ""
    if i and words[i - 1].isdigit():
        return False  # "on 4 June Bo Lund said"
    if leads_in_korean(words, i):
        return True
    return (
        words[i] in ("May", "Will", "April", "June", "August")
        and following != ""
        and is_capital(following)
        and following not in sections("grammar")["starter"]
    )


def run_end(words: Sequence[str], spans: Sequence[tuple[int, int]], starts: Sequence[bool], i: int) -> int:
    """The index after the last word of the run that begins at `i`; it does not reach into the next sentence."""
    j = max(i + 1, body_end(words, i))
    while j < len(words) and j - i < 16:
        if spans[j][0] - spans[j - 1][1] > 1 or starts[j]:
            break
        if words[j - 1 : j + 1] == ["Cruelty", "to"] and j + 1 < len(words) and is_capital(words[j + 1]):
            j += 1
            continue
        if is_capital(words[j]) and (_goes_on(words, j) or (j == i + 1 and _is_called(words, i))):
            if spans[j][0] == spans[j - 1][1]:
                break
            j += 1
            continue
        rank = _rank_end(words, j)
        if rank:
            j = rank
            continue
        nickname = _nickname_end(words, spans, j)
        if nickname:
            j = nickname
            continue
        if owns_organisation(words, spans, j):
            j += 2
            continue
        if words[j] == "," and j + 1 < len(words) and words[j + 1] in titles.SUFFIXES:
            j += 2
            continue
        step = _joint(words, i, j) or _row(words, i, j)
        if not step:
            break
        j += step
    return j


def _is_called(words: Sequence[str], i: int) -> bool:
    """Whether the run at `i` is what a body is called, which can be any words: "the charity Hear Now"."""
    return i > 0 and words[i - 1] in sections("grammar")["generic organisation"]


def _goes_on(words: Sequence[str], j: int) -> bool:
    """Whether a capital within a sentence can go on a name, which words that begin sentences do as initials and surnames alone."""
    word = words[j]
    if word not in sections("grammar")["starter"] or word in ("May", "March", "First", "Second"):
        return True
    if word in ("Without", "Against") and _are_people(words[j - 1]):
        # "Doctors Without Borders"
        return j + 1 < len(words) and is_capital(words[j + 1])
    if word in _NUMBERS and is_forename(words[j - 1]) and j + 1 < len(words) and is_capital(words[j + 1]):
        return True  # "Robert Two Rivers"
    return (word == "A." and j + 1 < len(words) and is_capital(words[j + 1])) or _is_surname(words, j)


_NUMBERS = frozenset(("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"))


def owns_organisation(words: Sequence[str], spans: Sequence[tuple[int, int]], j: int) -> bool:
    """Whether a possessive mark at `j` stands within an organisation's name: Drift Netters' Union, Women's Institute."""
    if j + 1 >= len(words) or spans[j][0] != spans[j - 1][1] or spans[j + 1][0] == spans[j][1]:
        return False
    owner = words[j - 1]
    plural = words[j] in ("'", "’") and owner.endswith("s")
    people = words[j] in CLITICS and owner.lower() in ("women", "men", "children", "people", "queen", "king")
    if not (plural or people) or not is_capital(owner):
        return False
    head = sections("organisations")["head"] - sections("grammar")["surname organisation"]
    return words[j + 1] in head | {"Guild", "Hospital", "Court"}


_RETIRED = frozenset(("retd", "rtd", "ret", "ret.", "ret'd", "retired"))
_OPENING = frozenset("\"“‘'(")


_CLOSING = frozenset("\"”’')")


def _rank_end(words: Sequence[str], j: int) -> int | None:
    """The index after what goes with a rank within a name: Gen. (retd) Ana Ruiz, Petty Officer 2nd Class Tom Okafor."""
    if words[j] in ("1st", "2nd", "3rd") and words[j + 1 : j + 2] == ["Class"]:
        return j + 2
    bracket = words[j] == "(" and words[j + 2 : j + 3] == [")"] and words[j + 1].lower() in _RETIRED
    return j + 3 if bracket and j + 3 < len(words) and is_capital(words[j + 3]) else None


def _nickname_end(words: Sequence[str], spans: Sequence[tuple[int, int]], j: int) -> int | None:
    """The index after the surname behind a nickname that begins at `j`; None where none does."""
    if words[j] not in _OPENING:
        return None
    for close in range(j + 2, min(j + 5, len(words) - 1)):
        if not is_capital(words[close - 1]) and words[close - 1].lower() != "the":
            return None
        if words[close] in _CLOSING:
            return close + 2 if _is_nickname(words, spans, j, close) else None
    return None


def _is_nickname(words: Sequence[str], spans: Sequence[tuple[int, int]], j: int, close: int) -> bool:
    """Whether something put in stands at `j` within a name: Ana "Birdie" Ruiz, Chief (Mrs.) Ana Ruiz."""
    particle = (
        words[close + 1] in titles.particles() and close + 2 < len(words) and is_capital(words[close + 2])
    )
    return (
        (is_capital(words[close + 1]) or particle)
        and spans[close + 1][0] - spans[close][1] == 1
        and words[close + 1] not in sections("grammar")["starter"]
        and spans[j][0] > spans[j - 1][1]
        and (is_forename(words[j - 1]) or words[j] in '"“' or words[j + 1] in titles.honorifics())
    )


def _is_surname(words: Sequence[str], j: int) -> bool:
    """Whether a word that begins sentences is a surname here: Ian Read, Ana March."""
    return words[j] in sections("grammar")["surname starter"] and is_forename(words[j - 1])


def _joint(words: Sequence[str], i: int, j: int) -> int:
    """How many small words from `j` join the run on to a further capital; 0 for none."""
    step = 0
    while (
        step < 3
        and j + step < len(words)
        and (words[j + step] in titles.particles() or words[j + step] in _JOINTS)
    ):
        step += 1
    if (
        not step
        or j + step >= len(words)
        or not is_capital(words[j + step])
        or words[j + step] in sections("grammar")["starter"]
    ):
        return 0
    joints = words[j : j + step]
    if all(word in titles.particles() for word in joints):
        return step
    if joints == ["&"]:
        return 1
    if joints == ["of"] and _is_act(words, j + 1):
        return step
    if joints == ["and"] and _is_portfolio(words[i:j]) and words[j + step + 1 : j + step + 2] == ["Minister"]:
        # "Foreign Affairs and Trade Minister Ana Ruiz"
        return step
    if "and" in joints and (titles.is_title(words[j + step]) or _is_someone(words[j + step])):
        # "Secretary of State Ana Ruiz and Sen. Bo Lind"
        return 0
    if joints == ["and"] and _is_field(words[j - 1]) and _body_end(words, j):
        return step
    return step if _joins(words[i:j], joints) else 0


def _is_act(words: Sequence[str], j: int) -> bool:
    """Whether the capitals from `j` on end what is nobody's: "the Freedom of Information Act"."""
    end = j
    while end < len(words) and is_capital(words[end]) and _goes_on(words, end):
        end += 1
    return end - j > 1 and words[end - 1] in sections("organisations")["thing"]


def _body_end(words: Sequence[str], j: int) -> int:
    """The index after a body's name that goes on with "and" at `j`: "the Health and Safety Executive"; 0 where none does."""
    end = j + 1
    while end < len(words) and end - j < _LONGEST and is_capital(words[end]) and _goes_on(words, end):
        end += 1
    body = end - j > 2 and words[end - 1] in sections("organisations")["head"]
    return end if body and _is_field(words[j + 1]) else 0


def _is_field(word: str) -> bool:
    """Whether a word tells what a body is for, and not a body or someone that can stand alone."""
    organisations = sections("organisations")
    if word in organisations["field"]:
        return True
    return titles.is_common(word) and word.lower() not in organisations["common"] and not _is_someone(word)


_OF_MANY = frozenset(("Department", "Ministry", "Minister", "Secretary", "Committee"))
"""What is over many things: "Department for Ports, Trade and Fisheries"."""


_LONGEST = 12
"""How many words the rest of a body's name can have."""


def _row(words: Sequence[str], i: int, j: int) -> int:
    """How many words from the comma at `j` on go on the row of what a department is over; 0 where none does."""
    if words[j] != ",":
        return 0
    over = next((k for k in range(i + 1, j) if words[k] in ("for", "of", "on")), j)
    if over == j or words[over - 1] not in _OF_MANY:
        return _fields(words, i, j)
    k = j
    while k + 1 < len(words) and words[k] in (",", "and") and k - j < _LONGEST:
        last = "and" in (words[k], words[k + 1])
        k += 2 if words[k + 1] == "and" else 1
        first = k
        while k < len(words) and is_capital(words[k]) and not _is_someone(words[k]):
            k += 1
        if k == first or last:
            return k - j if k > first else 0
    return 0


def _fields(words: Sequence[str], i: int, j: int) -> int:
    """How many words from the comma at `j` on go on the row of what a body is for: "the Housing, Roads and Parks Committee"."""
    k, last = j, min(len(words) - 2, j + _LONGEST)
    while k < last and words[k] == "," and is_capital(words[k + 1]) and _is_field(words[k + 1]):
        k += 2
    told = k > j and words[k] == "and" and words[i - 1 : i] in (["the"], ["The"])
    end = _body_end(words, k) if told and all(map(_is_field, words[i:j])) else 0
    return max(0, end - j)


def _is_someone(word: str) -> bool:
    """Whether a person's name or title begins with a word."""
    return titles.is_person_title(word) or (is_forename(word) and not titles.is_common(word))


def _is_bearer(before: str, word: str) -> bool:
    """Whether a word that could be an office or a body is someone's surname: Ana Baker of Oslo, Helen T. Park of the Globe."""
    grammar = sections("grammar")
    initial = len(before) == 2 and before[1] == "."
    given = is_forename(before) and not titles.is_title(before) and not titles.is_dispensable(before)
    return (initial and word in grammar["surname organisation"]) or (
        (initial or given) and word in grammar["surname title"]
    )


def _is_portfolio(run: Sequence[str]) -> bool:
    """Whether every word of a run is a common one, as in what a minister is over."""
    common = sections("common")["word"]
    return all(
        word.lower() in common or titles.is_title(word) or word == "Affairs" for word in run
    ) and not is_forename(run[0])


def _are_people(word: str) -> bool:
    """Whether a word tells of several people by what they do: "Doctors"."""
    return word.endswith("s") and word[:-1].lower() in sections("titles")["profession"]


def _joins(run: Sequence[str], joints: Sequence[str]) -> bool:
    heads = sections("organisations")["head"]
    if list(joints) == ["for"] and len(run) == 1 and _are_people(run[-1]):
        # "Mothers for Lund", "Veterans for Peace"
        return True
    if joints[0] == "of" and joints[1:] in ([], ["the"]) and ("for", "the") in pairwise(run):
        # "Society for the Protection of Birds"
        return not heads.isdisjoint(run)
    if joints[0] in ("of", "for", "on") and (joints[1:] in ([], ["the"])):
        if len(run) > 1 and _is_bearer(run[-2], run[-1]):
            return False
        return run[-1] in heads or titles.is_title(run[-1]) or run[-1] == "Court"
    # "Department of Health and Human Services", "Centre for Women and Politics"
    over = any(word in ("of", "for", "on") for word in run)
    return list(joints) == ["and"] and over and any(word in heads for word in run)
