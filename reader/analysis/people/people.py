"""Groups the names of an article into people and other entities: "Ruiz" and "Ms Ruiz" are Ana Ruiz, also before she is named."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.people import gender, titles
from reader.analysis.people.bearers import MOST, bearer
from reader.analysis.people.figure import Figure
from reader.analysis.people.kinds import demonyms, is_thing, places
from reader.analysis.people.matching import contains, core_of, differ_in_suffix, key_of, same_person
from reader.analysis.people.misspelled import join_misspelled
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.people.kinds import Kind
    from reader.analysis.people.names import Name


def group(names: Sequence[Name], words: Sequence[str]) -> list[Figure]:
    """Group the names into entities.

    Args:
        names: in order, all with words.
        words: the tokens of the text, for what stands around a name.

    Returns:
        The entities by first mention; each name belongs to exactly one. The time is linear in the names.
    """
    figures: list[Figure] = []
    index: dict[str, list[Figure]] = {}
    alone = Counter(n.words[0] for n in names if len(n.words) == 1 and not n.definite)
    pending: list[Name] = []
    exact: dict[tuple[str, ...], Figure] = {}
    for name in names:
        if len(core_of(name.words)) > 1:
            figure = exact.get(name.words) or _place_full(name, words, alone, figures, index)
            exact[name.words] = figure
            figure.add(name)
        else:
            pending.append(name)
    shared = _share_surnames(names, words, index)
    figures += shared.values()
    _place_short([name for name in pending if name not in shared], figures, index, words)
    figures = join_misspelled(_join_acronyms(figures))
    for figure in figures:
        figure.names.sort(key=lambda name: name.start)
    figures.sort(key=lambda figure: figure.names[0].start)
    return figures


def _join_acronyms(figures: list[Figure]) -> list[Figure]:
    """One entity for an acronym and the name that it stands for, where the article gives both."""
    long: dict[str, Figure] = {}
    for figure in figures:
        if figure.kind in ("organisation", "other", "person") and len(figure.fullest) > 1:
            initials = "".join(word[0] for word in figure.fullest if word[0].isupper())
            long.setdefault(initials.casefold(), figure)
            long.setdefault(initials.casefold() + "s", figure)
    kept = []
    for figure in figures:
        word = figure.fullest[0].replace(".", "") if len(figure.fullest) == 1 else ""
        whole = (
            long.get(word.casefold())
            if figure.kind in ("organisation", "other") and 3 <= len(word) <= 7
            else None
        )
        if whole is None or whole is figure or gender.is_forename(word):
            kept.append(figure)
            continue
        whole.kind = "organisation"
        for name in figure.names:
            whole.add(name)
    return kept


def _place_full(
    name: Name,
    words: Sequence[str],
    alone: Counter[str],
    figures: list[Figure],
    index: dict[str, list[Figure]],
) -> Figure:
    core = core_of(name.words)
    if name.kind in ("other", "person") and not name.definite:
        for figure in index.get(core[-1], [])[-MOST:]:
            if (
                figure.kind == "person"
                and contains(core_of(figure.fullest), core)
                and not differ_in_suffix(figure.fullest, name.words)
            ):
                return figure
    kind = name.kind if name.kind != "other" else _kind(name, words, alone)
    for figure in index.get(core[-1], [])[-MOST:]:
        if (figure.kind == kind == "person" and same_person(name.words, figure.names[0].words)) or (
            kind != "person" and core_of(figure.names[0].words) == core
        ):
            _register(figure, core, index)
            return figure
    if kind == "person":
        for figure in index.get(core[0], [])[-MOST:]:
            if figure.kind == "person" and same_person(name.words, figure.names[0].words):
                _register(figure, core, index)
                return figure
    figure = Figure(kind=kind)
    figures.append(figure)
    _register(figure, core, index)
    return figure


def _register(figure: Figure, core: Sequence[str], index: dict[str, list[Figure]]) -> None:
    for word in (*core, *map(_called, core)):
        known = index.setdefault(word, [])
        if figure not in known[-40:]:
            known.append(figure)


def _called(word: str) -> str:
    """What someone of a joined name goes by: Qamar-ul-Zarif is Qamar."""
    parts = word.split("-")
    return parts[0] if len(parts) == 3 and len(parts[1]) < 4 else word


def _kind(name: Name, words: Sequence[str], alone: Counter[str]) -> Kind:
    """Person or not, for a name of several words whose own words do not tell."""
    if is_thing(name.words):
        return "other"
    common, particles = sections("common")["word"], titles.particles()
    score = 0.5
    if name.definite and not name.title:
        score -= 2
    score -= 0.8 * sum(word.lower() in common and word.lower() not in particles for word in name.words)
    score += 2 * (alone[name.words[-1]] > 0)
    score -= len(name.words) > 4
    following = words[name.last : name.last + 4]
    if len(following) > 2 and following[0] == "," and following[1].isdigit() and len(following[1]) <= 3:
        score += 2
    if following[:2] == [",", "who"] or following[:1] == ["who"]:
        score += 2
    if name.words[0] in places() or name.words[0] in demonyms() or name.words[-1].isupper():
        score -= 1
    if any(char.isdigit() for word in name.words for char in word):
        score -= 2
    return "person" if score > 0 else "other"


def _place_short(
    pending: Sequence[Name], figures: list[Figure], index: dict[str, list[Figure]], words: Sequence[str]
) -> None:
    """Link the names of one word to who bears it; the others become entities of their own."""
    for name in pending:
        key = core_of(name.words)[0]
        figure = bearer(name, key, index.get(key, ()), words)
        if figure is None:
            figure = Figure(kind=_short_kind(name))
            figures.append(figure)
            for word in {key, _called(key)}:
                index.setdefault(word, []).append(figure)
        elif figure.kind == "other" and name.kind == "person":
            figure.kind = "person"
        figure.add(name)


def _share_surnames(
    names: Sequence[Name], words: Sequence[str], index: dict[str, list[Figure]]
) -> dict[Name, Figure]:
    """Give "Peg and Nell Trevanion" one surname: Peg is Peg Trevanion, unless she was named before."""
    shared: dict[Name, Figure] = {}
    known: set[str] = set()
    for one, other in pairwise(names):
        new = not known & {*one.words, *other.words}
        known |= {*one.words}
        if len(one.words) > 1 or len(other.words) != 2 or one.title or not new:
            continue
        own = gender.is_forename(other.words[0]) or (other.kind in ("person", "other") and not other.definite)
        firsts = gender.is_forename(one.words[0]) and one.kind != "place" and own
        joined = firsts and words[one.last : other.first] == ["and"] and not other.title
        key = key_of(one.words[0])
        if joined and not any(figure.kind == "person" for figure in index.get(key, ())):
            figure = Figure(kind="person")
            figure.forms[(one.words[0], other.words[1])] += 1
            figure.add(one)
            _register(figure, (key, key_of(other.words[1])), index)
            shared[one] = figure
    return shared


def _short_kind(name: Name) -> Kind:
    if name.kind != "other":
        return name.kind
    return "person" if gender.is_forename(name.words[0]) and not name.definite else "other"
