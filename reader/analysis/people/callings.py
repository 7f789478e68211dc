"""Reads a role from around a name where it is not its plain apposition: "its secretary, Ana Ruiz", "Ana Ruiz, who drives a tram"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.people import roles
from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CLOSES = frozenset((",", ".", ")", ";", ":", "—", "–", "?", "!")) | {"--"}
_OPENERS = frozenset(("the", "a", "an", "one", "another", "its", "his", "her", "their", "our", "my"))
_POSSESSIVES = ("'s", "’s", "'", "’")
_WITHIN = frozenset(("of", "for", "at", "in", "on", "to", "over", "near"))
"""Words before an article within a role: "chairman of the council"."""
_LONGEST = 14
_MOST_DONE = 9
"""Words that what someone does may have."""


@cache
def verbs() -> frozenset[str]:
    """Verbs that tell a calling."""
    return sections("callings")["now"] | sections("callings")["then"]


def in_front(
    words: Sequence[str], first: int, last: int, noun: Callable[[str], bool] = roles.is_person_noun
) -> tuple[int, int] | None:
    """The role before the comma in front of a name: "the council's secretary, Ana Ruiz, said".

    Args:
        words: of the text.
        first: index of the run of capitals that holds the name, or of the role right before it.
        last: index after the name's last word.
        noun: tells the nouns that a role's head can be.

    Returns:
        Indices of the role, article and pronoun left out; None where none stands there.
    """
    if first > 1 and words[first - 1] in ("a", "an"):
        first -= 1
    while last < len(words) and words[last] in sections("titles")["tail"]:
        last += 1
    if last < len(words) and words[last] in ("of", "at", "from"):
        while last < len(words) and (
            words[last][0].isupper() or words[last] in ("of", "at", "from", "the", "&")
        ):
            last += 1
    end = first - 1
    if end < 2 or words[end] != ",":
        return None
    found = next(((i, end) for i in _openings(words, end) if roles.heads(words, i, end, noun)), None)
    closed = last >= len(words) or words[last] in _CLOSES
    return found if found and (closed or _opens_clause(words, found[0], last)) else None


def _opens_clause(words: Sequence[str], i: int, last: int) -> bool:
    """Whether a role and the name behind it are a sentence's subject, with no comma at its end: "The reeve, Ana Ruiz told us"."""
    opens = words[i - 1] == "The" and (i < 2 or words[i - 2] in (".", "”", '"'))
    put_in = words[last + 1 : last + 2] == [","]  # "The reeve, Ana Ruiz said, was late"
    return opens and not put_in and tag(words[max(0, last - 1) : last + 2])[-2][:2] in ("VB", "MD")


def _openings(words: Sequence[str], end: int) -> list[int]:
    """Where the noun phrase that ends at a comma can begin, its article left out; the widest first."""
    found: list[int] = []
    for i in range(end - 1, max(-1, end - _LONGEST), -1):
        word = words[i]
        if word.lower() in _OPENERS and words[i + 1] != "of":
            found.append(i + 1)
            if i == 0 or not (words[i - 1].lower() in _WITHIN or words[i - 1].endswith("ing")):
                break
        elif _in_brackets(words, i):
            continue
        elif not (word[0].isalnum() or word in _POSSESSIVES or word == "&") or word in _verbs_of_speech():
            found += _possessor(words, i + 1, end) or _bare(words, i + 1)
            break
    else:
        found += _bare(words, 0) if end < _LONGEST else []
    return found[::-1]


def _in_brackets(words: Sequence[str], i: int) -> bool:
    """Whether a bracket holds an acronym: "Member of Parliament (MP) for Lund"."""
    low = i - 2 if words[i] == ")" else i
    return low >= 0 and words[low] == "(" and words[low + 2 : low + 3] == [")"] and words[low + 1].isupper()


def _verbs_of_speech() -> frozenset[str]:
    return sections("grammar")["role end"]


def _possessor(words: Sequence[str], i: int, end: int) -> list[int]:
    """The start of a phrase that opens with whose it is: "Northern Sleeper's head of timetables"."""
    owned = any(word in _POSSESSIVES for word in words[i : min(i + 5, end)])
    return [i] if owned and words[i][0].isupper() else []


def _bare(words: Sequence[str], i: int) -> list[int]:
    """The start of a phrase without an article that opens a sentence: "Counsel for the council"."""
    return [i] if words[i][0].isupper() and roles.is_person_noun(words[i]) else []


def done(words: Sequence[str], last: int) -> tuple[int, int] | None:
    """What someone does for a living, or always: "who drives a tram", "builds violins".

    Args:
        words: of the text.
        last: index after the name's last word.

    Returns:
        Indices from the verb to the end of its object; None where the verb tells no calling.
    """
    i = last = roles.past_age(words, last)
    clause = words[i : i + 2] == [",", "who"]
    i += 2 if clause else 1 if words[i : i + 1] == ["who"] else 0
    past = i > last and words[i : i + 1] in (["has"], ["had"])
    i += past
    if i >= len(words) - 1:
        return None
    callings = sections("callings")
    if words[i] not in callings["now"] and not (
        i > last and words[i] in callings["then"] | ({"run"} if past else set())
    ):
        return None
    end = i + 1
    while end < len(words) and end - i < _MOST_DONE and not _ends(words[end], end - i):
        end += 1
    short = 1 < end - i < _MOST_DONE
    return (i, end) if short and _is_object(tag(words[i + 1 : end]), clause=i > last) else None


def _is_object(tags: Sequence[str], *, clause: bool) -> bool:
    """Whether the words after a verb of calling are its object, "a tram", and not "him" or "more"."""
    first = ("DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "JJ", "CD")
    noun = tags[-1][:2] in ("NN", "CD", "RB") or tuple(tags) == ("DT", "JJ")  # "the ferry", tagged alone
    return tags[0] in (first if not clause else (*first, "IN")) and noun


def _ends(word: str, at: int) -> bool:
    return (
        not (word[0].isalnum() or word in _POSSESSIVES or word == "&")
        or word.lower() in sections("callings")["until"]
        or word in sections("grammar")["role end"]
        or (at > 2 and word in sections("callings")["place"])
    )


def labelled(words: Sequence[str], starts: Sequence[bool], first: int) -> str | None:
    """The role in a label before a colon: "Guest: Ana Ruiz", "Presenters: Ana Ruiz and Bo Lind"."""
    i = first - 1
    while i > 1 and first - i < 6 and words[i] != ":":
        if not (words[i][0].isupper() or words[i] in ("and", ",", "&")):
            return None
        i -= 1
    if i < 1 or words[i] != ":" or not starts[i - 1]:
        return None
    label = words[i - 1].lower()
    stem = label.removesuffix("s")
    return next((word for word in (label, stem) if roles.is_person_noun(word)), None)
