"""Scores who says what: on the project's own marked articles, phenomenon by phenomenon, or on a corpus.

    python -m benchmarks.speakers [--missed] [--corpus DIR [--list FILE]]

The conventions are in `docs/speakers.md`. `DIR` is a corpus in brat stand-off form (`text/` and `ann/`, or both in one
folder); without names in its notes, a speaker is right where the source found overlaps the marked one by half.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speaker_set import FOLDER, UNCLEAR, MarkedArticle, MarkedStatement, Span, read_folder
from reader.analysis.analyse import analyse
from reader.document import source
from reader.document.blocks import classify

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.analysis.model import Analysis, Statement

TURNS = frozenset(("transcript", "interview"))
"""Phenomena of statements that stand without marks; all of their words are said."""

_SAME_QUOTATION = 0.8
_SAME_CONTENT = 0.5
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:the|an?|his|her|their|its|my|our) ")


def overlap(one: Span, other: Span) -> float:
    """Intersection over union of two spans, 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def plain(name: str) -> str:
    """A name for comparison: lower case, straight apostrophes, without a leading article or possessive."""
    return _ARTICLE.sub("", name.lower().replace("’", "'").strip(" ."))


@dataclass(slots=True)
class Verdict:
    """What became of one marked statement.

    Attributes:
        quotations: how many stretches in quotation marks it has.
        found: how many of them were found as quotations.
        attributed: how many were given to the right speaker.
        indirect: it has words outside quotation marks; None where it has none, else whether they were found.
        named: all of it, the indirect words too, goes to the right speaker under the full name.
        given: the speakers that its parts were given to.
    """

    statement: MarkedStatement
    quotations: int = 0
    found: int = 0
    attributed: int = 0
    indirect: bool | None = None
    named: bool = False
    given: list[str | None] = field(default_factory=list)


@dataclass(slots=True)
class Marks:
    """The verdicts over one article, and what was found beyond the marked statements."""

    article: MarkedArticle
    verdicts: list[Verdict] = field(default_factory=list)
    stray: list[Span] = field(default_factory=list)
    stray_indirect: int = 0
    indirect: int = 0
    voiced: list[tuple[str, Span]] = field(default_factory=list)
    roles: list[tuple[str, str, bool]] = field(default_factory=list)

    def cases(self) -> dict[str, bool]:
        """Give each named case of the article, `phenomenon` to whether all that it names is right."""
        cases: dict[str, bool] = {}
        for verdict in self.verdicts:
            for phenomenon in verdict.statement.phenomena:
                cases[phenomenon] = cases.get(phenomenon, True) and verdict.named
        wrong = {phenomenon for phenomenon, _ in self.voiced}
        for _, phenomenon in self.article.silent:
            cases[phenomenon] = cases.get(phenomenon, True) and phenomenon not in wrong
        for *_, right in self.roles:
            cases["role"] = cases.get("role", True) and right
        return cases


def judge(article: MarkedArticle, analysis: Analysis) -> Marks:
    """Compare an analysis with what is marked."""
    marks = Marks(article)
    gold: list[Span] = []
    for statement in article.statements:
        gold += article.quoted(statement)
        marks.verdicts.append(_verdict(article, statement, analysis.statements))
    gold += [span for span, why in article.not_speech if why == UNCLEAR]
    turns = [part for each in article.statements if TURNS & set(each.phenomena) for part in each.content]
    found = {(each.start, each.end) for said in analysis.statements for each in said.quotations}
    for span in sorted(found):
        if any(overlap(span, right) >= _SAME_QUOTATION for right in gold):
            continue
        if not any(start <= span[0] and span[1] <= end for start, end in turns):
            marks.stray.append(span)
        marks.voiced += [
            (name, span) for silent, name in article.silent if overlap(span, silent) >= _SAME_CONTENT
        ]
    indirect = [each for each in analysis.statements if each.kind != "direct"]
    marks.indirect = len(indirect)
    marks.stray_indirect = sum(
        not _meets_any(each, article.statements) and not _lies_in(each, turns) for each in indirect
    )
    marks.roles = list(_judge_roles(article, analysis))
    return marks


def _meets_any(said: Statement, marked: Iterable[MarkedStatement]) -> bool:
    parts = [(each.start, each.end) for each in said.spans]
    return any(_shared(parts, each.content) >= _SAME_CONTENT for each in marked)


def _lies_in(said: Statement, turns: Iterable[Span]) -> bool:
    return any(start <= said.start and said.end <= end for start, end in turns)


def _verdict(article: MarkedArticle, statement: MarkedStatement, found: Sequence[Statement]) -> Verdict:
    """Find the marked statement among those of the analysis."""
    verdict = Verdict(statement)
    if TURNS & set(statement.phenomena):
        verdict.indirect, verdict.named = _turn(statement, found)
        return verdict
    named = []
    for stretch in article.quoted(statement):
        verdict.quotations += 1
        said = max(found, key=lambda each: _best_quotation(each, stretch), default=None)
        if said is None or _best_quotation(said, stretch) < _SAME_QUOTATION:
            named.append(False)
            continue
        verdict.found += 1
        named.append(is_speaker(said, statement))
        verdict.given.append(said.speaker)
        verdict.attributed += named[-1]
    if any(not _is_quoted(article, statement, part) for part in statement.content):
        meets = [said for said in found if _same_content(said, statement)]
        verdict.indirect = bool(meets)
        named.append(any(is_speaker(said, statement) for said in meets))
        verdict.given += [said.speaker for said in meets]
    verdict.named = all(named)
    return verdict


def _turn(statement: MarkedStatement, found: Sequence[Statement]) -> tuple[bool, bool]:
    """Whether half of a turn's words are found in statements at all, and in those of the right speaker."""
    length = sum(end - start for start, end in statement.content)

    def share(of: Iterable[Statement]) -> float:
        covered = {
            offset
            for said in of
            for span in said.spans
            for start, end in statement.content
            for offset in range(max(start, span.start), min(end, span.end))
        }
        return len(covered) / length

    right = [said for said in found if is_speaker(said, statement)]
    return share(found) >= _SAME_CONTENT, share(right) >= _SAME_CONTENT


def _is_quoted(article: MarkedArticle, statement: MarkedStatement, part: Span) -> bool:
    return part in article.quoted(statement)


def _best_quotation(said: Statement, stretch: Span) -> float:
    return max((overlap((each.start, each.end), stretch) for each in said.quotations), default=0.0)


def _shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Intersection over union of two sets of spans, by characters."""
    left, right = ({offset for start, end in spans for offset in range(start, end)} for spans in (one, other))
    return len(left & right) / len(left | right)


def _same_content(said: Statement, statement: MarkedStatement) -> bool:
    """Whether a statement's spans that meet the marked content are that content; a quotation that goes on has its own marks."""
    parts = [(each.start, each.end) for each in said.spans]
    meet = [part for part in parts if any(overlap(part, marked) > 0 for marked in statement.content)]
    return bool(meet) and _shared(meet, statement.content) >= _SAME_CONTENT


def is_speaker(said: Statement, statement: MarkedStatement) -> bool:
    """Whether the speaker found is the marked one: by full name where the marks name one, else by the source."""
    if statement.person.names:
        return said.speaker is not None and plain(said.speaker) in map(plain, statement.person.names)
    if said.source is None or not statement.source:
        return said.source is None and not statement.source
    found = (said.source.start, said.source.end)
    return any(
        2 * (min(found[1], end) - max(found[0], start)) >= min(found[1] - found[0], end - start)
        for start, end in statement.source
    )


def _judge_roles(article: MarkedArticle, analysis: Analysis) -> Iterable[tuple[str, str, bool]]:
    """Yield each person whose role the article gives, the role found, and whether it holds the words and little more."""
    roles = {plain(speaker.name): speaker.role or "" for speaker in analysis.speakers}
    people = {each.person.names: each.person for each in article.statements if each.person.roles}
    for names, person in people.items():
        found = next((roles[plain(name)] for name in names if plain(name) in roles), "")
        words = set(_WORD.findall(found.lower()))
        wanted = [set(_WORD.findall(role.lower())) for role in person.roles]
        yield names[0], found, any(right <= words and len(words) <= len(right) + 8 for right in wanted)


def examine(article: MarkedArticle, path: Path) -> Marks:
    """Read, analyse and judge one article."""
    document = source.load(str(path))
    if len(document.text) != len(article.text):
        raise ValueError(f"{path}: the text read has other offsets than the text that was marked")
    return judge(article, analyse(document, classify(document)))


def run(folder: Path = FOLDER) -> list[Marks]:
    """Judge the project's own articles."""
    return [examine(article, folder / f"{article.name}.txt") for article in read_folder(folder)]


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def print_totals(results: Sequence[Marks]) -> None:
    """Print the figures over all articles."""
    verdicts = [verdict for marks in results for verdict in marks.verdicts]
    gold, found = sum(each.quotations for each in verdicts), sum(each.found for each in verdicts)
    attributed = sum(each.attributed for each in verdicts)
    stray = sum(len(marks.stray) for marks in results)
    indirect = [each.indirect for each in verdicts if each.indirect is not None]
    said, astray = sum(marks.indirect for marks in results), sum(marks.stray_indirect for marks in results)
    roles = [right for marks in results for *_, right in marks.roles]
    silent, voiced = (
        sum(len(marks.article.silent) for marks in results),
        sum(len(marks.voiced) for marks in results),
    )
    print(
        f"quotations     precision {_per_cent(found, found + stray)}   recall {_per_cent(found, gold)}   of {gold}"
    )
    print(f"right speaker  of all    {_per_cent(attributed, gold)}   of found {_per_cent(attributed, found)}")
    print(
        f"indirect words precision {_per_cent(said - astray, said)}   recall {_per_cent(sum(indirect), len(indirect))}   of {len(indirect)}"
    )
    if roles:
        print(f"roles right    {_per_cent(sum(roles), len(roles))}   of {len(roles)}")
    if silent:
        print(f"titles, scare quotes, promos kept out {_per_cent(silent - voiced, silent)}   of {silent}")


def print_phenomena(results: Sequence[Marks]) -> None:
    """Print, for each phenomenon, its statements and named cases."""
    statements: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    cases: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for marks in results:
        for verdict in marks.verdicts:
            for phenomenon in verdict.statement.phenomena:
                statements[phenomenon][verdict.named] += 1
        for phenomenon, right in marks.cases().items():
            cases[phenomenon][right] += 1
    print(f"\n{'phenomenon':28} statements right    cases right")
    for phenomenon in sorted(cases):
        of, named = statements[phenomenon], cases[phenomenon]
        print(
            f"{phenomenon:28} {of[True]:6} of {of.total():<6}     {named[True]:6} of {named.total():<4}{'' if named[False] == 0 else ' *'}"
        )
    right = sum(each[True] for each in cases.values())
    print(f"{'all cases':28} {'':20} {right:6} of {sum(each.total() for each in cases.values())}")


def print_missed(results: Sequence[Marks]) -> None:
    """Print each statement, stray quotation and role that is not right."""
    for marks in results:
        text = marks.article.text
        for verdict in marks.verdicts:
            if not verdict.named:
                start, end = verdict.statement.content[0]
                what = " ".join(text[start:end].split())[:60]
                state = f"found {verdict.found}/{verdict.quotations}" if verdict.quotations else ""
                state += (
                    ""
                    if verdict.indirect is None
                    else f" indirect {'found' if verdict.indirect else 'missed'}"
                )
                names = f"{' / '.join(verdict.statement.person.names[:1])} not {verdict.given}"
                print(
                    f"{marks.article.name}: [{' '.join(verdict.statement.phenomena)}] {names}: {what!r} {state}"
                )
        for start, end in marks.stray:
            print(f"{marks.article.name}: stray {text[start:end][:70]!r}")
        for name, role, right in marks.roles:
            if not right:
                print(f"{marks.article.name}: role of {name} is not {role!r}")


def _corpus(folder: Path, listed: Path | None) -> list[Marks]:
    """Judge a corpus, or those of its articles that a list names."""
    texts = folder / "text" if (folder / "text").is_dir() else folder
    articles = read_folder(texts, folder / "ann" if (folder / "ann").is_dir() else None)
    wanted = {name.removesuffix(".txt") for name in listed.read_text().split()} if listed else None
    return [
        examine(article, texts / f"{article.name}.txt")
        for article in articles
        if wanted is None or article.name in wanted
    ]


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--missed", action="store_true", help="list what is not right")
    arguments.add_argument("--corpus", type=Path, help="score this corpus instead")
    arguments.add_argument("--list", type=Path, help="only the articles that this file names")
    given = arguments.parse_args()
    results = _corpus(given.corpus, given.list) if given.corpus else run()
    print_totals(results)
    if not given.corpus:
        print_phenomena(results)
    if given.missed:
        print_missed(results)


if __name__ == "__main__":
    main()
