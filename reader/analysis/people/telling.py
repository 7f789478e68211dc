"""Tells of each entity what the words beside its names say: its roles, what it is, its gender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.people import bearers, callings, offices, roles, titles
from reader.analysis.people.gender import is_forename
from reader.analysis.people.kinds import demonyms
from reader.analysis.words.sorts import past_degrees
from reader.analysis.words.tagger import tag
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.analysis.people.figure import Figure
    from reader.analysis.people.names import Name
    from reader.analysis.words.narrative import Narrative


_COACHING = frozenset(("manager", "coach", "boss", "captain", "skipper", "goalkeeper", "keeper", "striker"))


def tell(text: str, story: Narrative, figure: Figure) -> None:
    """Read an entity's roles, and from them what it is and its gender."""
    figure.roles = (
        _roles(text, story, figure, roles.is_person_noun) if figure.kind in ("person", "other") else []
    )
    if figure.kind in ("organisation", "other") or (
        figure.kind == "person" and not figure.roles and not _is_personal(figure)
    ):
        own = _roles(text, story, figure, roles.is_organisation_noun)
        if own and not figure.roles:
            figure.roles, figure.kind = own, "organisation"
    if figure.kind == "other" and figure.roles:
        figure.kind = "person"
    if figure.kind == "other" and any(_has_business(story.words, name) for name in figure.names[:40]):
        figure.kind = "organisation"
    if figure.kind == "other" and any(_is_called(story.words, name) for name in figure.names[:40]):
        figure.kind = "organisation"
    if figure.kind in ("person", "other") and len(figure.fullest) == 1 and _leads_a_job(story.words, figure):
        figure.kind = "organisation"
    figure.gender, figure.sure = bearers.figure_gender(figure)


def _leads_a_job(words: Sequence[str], figure: Figure) -> bool:
    """Whether a name leads up to someone's job as only a team or a place does: "Shannon manager Ana Ruiz"."""
    behind = (name.last for name in figure.names[:40] if not name.title and not name.possessive)
    return any(at + 1 < len(words) and words[at] in _COACHING and words[at + 1][0].isupper() for at in behind)


def _has_business(words: Sequence[str], name: Name) -> bool:
    """Whether a name stands with what only a business has: "shares in Ferrostat", "Ferrostat shares"."""
    business = sections("organisations")["business"]
    behind = name.last + name.possessive
    before = name.first > 1 and words[name.first - 1] in ("in", "at", "of") and words[name.first - 2].lower()
    return before in business or (behind < len(words) and words[behind] in business)


def _is_called(words: Sequence[str], name: Name) -> bool:
    """Whether a name is what a body is called: "a startup called Contrite"."""
    called = name.first > 1 and words[name.first - 1] in ("called", "named", "dubbed")
    noun = words[name.first - 2] if called else ""
    return roles.is_organisation_noun(noun) or noun in sections("grammar")["generic organisation"]


def _is_personal(figure: Figure) -> bool:
    """Whether title or forename tell a person."""
    return any(name.title for name in figure.names) or is_forename(figure.fullest[0])


def _roles(text: str, story: Narrative, figure: Figure, noun: Callable[[str], bool]) -> list[str]:
    """Everything that the words beside an entity's mentions tell of its role, in order, each once."""
    found: list[str] = []
    weak: list[str] = []
    for name in figure.names[:40]:
        if story.heading[name.first] or (story.quoted[name.first] and noun is roles.is_organisation_noun):
            # somebody's words: "Can the port trust Orban?" makes him no trust
            continue
        if _qualifies(story.words, name):
            continue
        led = min(roles.before(story.words, name.first, noun), roles.of_body(story.words, name.first))
        begin = _in_paragraph(story, led, name)
        if begin == name.first and noun is roles.is_person_noun:
            begin = _in_paragraph(story, offices.office_before(story.words, name.first), name)
        if noun is roles.is_person_noun and (begin < name.first or name.title):
            begin = _in_paragraph(story, offices.widened(story.words, story.starts, begin), name)
        if begin < name.first or name.title:
            # "former Governor Ana Ruiz" is not the governor
            begin -= begin > 0 and story.words[begin - 1].lower() == "former"
            found.append(_plain(text[story.spans[begin][0] : name.start]))
        found += roles.letters(story.words, name.last)
        last = past_degrees(story.words, name.last)
        behind = roles.after(story.words, last, noun)
        front = callings.in_front(story.words, begin, last, noun)
        office = roles.came_to(story.words, last, noun)
        spans = [span for told in (behind, front, office) for span in _near(story, told, name)]
        found += [_words(text, story, span) for span in spans]
        if noun is roles.is_person_noun and not any(map(roles.tells_role, found)):
            done = callings.done(story.words, last)
            weak += [_words(text, story, span) for span in _near(story, done, name)]
            label = callings.labelled(story.words, story.starts, name.first)
            found += [label] if label else []
    return list(dict.fromkeys(role for role in found + weak if role))


def _qualifies(words: Sequence[str], name: Name) -> bool:
    """Whether an age before a name is that of the noun behind it: "a 31-year-old Okafor volunteer", "the 49-year-old Carrel plant"."""
    aged = name.first > 0 and words[name.first - 1].endswith("-year-old")
    behind = words[name.last - 1 : name.last + 2]
    return aged and len(behind) > 1 and behind[1].islower() and tag(behind)[1] in ("NN", "NNS")


def _in_paragraph(story: Narrative, begin: int, name: Name) -> int:
    """Where a role begins that goes up to a name; not before its sentence."""
    last = max(begin, name.last - len(name.words))
    while begin < last and story.sentence[begin] != story.sentence[last]:
        begin += 1
    return begin


def _near(story: Narrative, span: tuple[int, int] | None, name: Name) -> list[tuple[int, int]]:
    """As much of a role as stands in the sentence of the name."""
    own = story.sentence[name.last - 1]
    if span is None or story.sentence[span[0]] != own:
        return []
    low, high = span
    while story.sentence[high - 1] != own:
        high -= 1
    return [(low, high)]


def _words(text: str, story: Narrative, span: tuple[int, int]) -> str:
    """The text of the tokens `[low, high)`."""
    return _plain(text[story.spans[span[0]][0] : story.spans[span[1] - 1][1]])


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,")


def best_role(figure: Figure) -> str | None:
    """The first role that tells a job or an office; else an age, or what someone does; a mere rank only where there is no job."""
    told = [_without_address(role) for role in figure.roles]
    telling = [r for r in told if r and (figure.kind == "organisation" or roles.tells_role(r))]
    doing = [r for r in told if r and r.split()[0] in callings.verbs()]
    jobs = [r for r in telling if not r.endswith("-year-old") and r not in doing]
    ranks = [r for r in jobs if _is_rank(r)]
    fuller = [r for r in jobs if r not in ranks and not _is_kin(r)]
    return next(iter((*(fuller if ranks else jobs), *jobs, *doing, *telling)), None)


_BRACKETS = re.compile(r"\((?=[A-Z])[^()]*\)")
"""Initials and the like put in: "Commissioner of Police (CoP)"."""


def _without_address(role: str) -> str:
    """A role without the forms of address at its end: "Rear Adm. Sir" is "Rear Adm."."""
    words = [word.strip("()") for word in _BRACKETS.sub(" ", role).split()]
    jobs = sections("titles")["clergy"] | sections("titles")["honorific job"]
    while words and words[-1] in titles.honorifics() - jobs:
        words.pop()
        if words and words[-1] == "Datuk":
            words.pop()
    while words and words[0].lower() in ("his", "her", "their", "its", "saying", "calling", "even"):
        words.pop(0)
    if (
        len(words) > 1
        and words[0].lower() == "fellow"
        and words[1] not in sections("grammar")["role preposition"]
    ):
        words.pop(0)  # "his fellow trustee Ana Ruiz"
    if words[-1:] == ["Senator"] and "of" in words:
        # "Minister of Fisheries Senator Ana Ruiz": two offices, and the second tells less
        words.pop()
    vague = len(words) == 1 and (
        words[0].lower() in sections("grammar")["vague"]
        or (words[0] in demonyms() and words[0].endswith("s"))
    )
    return "" if vague else " ".join(words)


def _is_rank(role: str) -> bool:
    """Whether a role is a rank or a form of address alone."""
    ranks = sections("titles")["rank"] | titles.honorifics()
    return all(word in ranks for word in role.split())


def _is_kin(role: str) -> bool:
    """Whether a role tells whose kin someone is, or only man or woman."""
    words = [word.lower() for word in role.split()]
    end = next((i for i, w in enumerate(words) if w in sections("grammar")["role preposition"]), len(words))
    kin = sections("titles")["noun m"] | sections("titles")["noun f"]
    return bool(set(words[:end][-1:]) & kin - {"spokesman", "spokeswoman"})
