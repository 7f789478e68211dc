"""The project's own articles with their statements marked: reads the inline markup, writes and reads brat stand-off.

    python -m benchmarks.speaker_set          write NAME.txt and NAME.ann anew from marked/NAME.txt

The markup is described in `tests/data/speakers/README.md`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "speakers"

_PART = re.compile(r"\{(\d+|-)([cs]?):|\}")
_OPENING = ("“", '"', "‘", "'", "«", "„", "``", "”")

_QUOTED = re.compile(
    r"“[^”]*[”\"]|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|``.*?''|''.*?''|(?<![\w‘])‘.*?’(?!\w)|(?<!\w)'(?!\').*?'(?!\w)",
    re.DOTALL,
)

Span = tuple[int, int]


UNCLEAR = "unclear"
"""Marks a stretch that counts neither as speech nor as none."""


class MarkupError(ValueError):
    """A marked article that does not say what it should; the message names the article."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone or something that speaks.

    Attributes:
        names: full names that count as right, the best first.
        roles: likewise the words that a role must hold; empty where the article gives none.
    """

    names: tuple[str, ...]
    roles: tuple[str, ...] = ()


@dataclass(slots=True)
class MarkedStatement:
    """A statement as annotated.

    Attributes:
        person: who says it.
        phenomena: what makes it worth a case, the first by which it is listed.
        content: its parts, without cue and source.
        cue: the words that say so, if any.
        source: the words that name who, if any.
    """

    person: Person
    phenomena: tuple[str, ...]
    content: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class MarkedArticle:
    """An article and what is marked in it.

    Attributes:
        name: of its file, without ending.
        text: what a reader gets.
        statements: in the order of their numbers.
        not_speech: stretches in quotation marks that nobody says, and why: titles, scare quotes, promos; `UNCLEAR`
            where two readers could differ.
    """

    name: str
    text: str
    statements: list[MarkedStatement]
    not_speech: list[tuple[Span, str]]

    @property
    def silent(self) -> list[tuple[Span, str]]:
        """What must be kept out, and why."""
        return [each for each in self.not_speech if each[1] != UNCLEAR]

    def quoted(self, statement: MarkedStatement) -> list[Span]:
        """Give the stretches in quotation marks in what `statement` says, marks included, outermost ones only.

        What is marked as no speech is left out: a title or a label that stands within someone's words.
        """
        found = []
        for start, end in statement.content:
            if self.text.startswith(_OPENING, start):
                found.append((start, end))
            else:
                found += [match.span() for match in _QUOTED.finditer(self.text, start, end)]
        named = {span for span, _ in self.not_speech}
        return [span for span in found if span not in named]


def parse(name: str, marked: str) -> MarkedArticle:
    """Read one marked article.

    Raises:
        MarkupError: a brace without partner, a number without its line or a line without its number.
    """
    body, _, table = marked.partition("\n%%\n")
    wanted, silent = _read_table(name, table)
    article = MarkedArticle(name, "", list(wanted.values()), [])
    pieces: list[str] = []
    length = last = 0
    open_: list[tuple[str, str, int]] = []
    for match in _PART.finditer(body):
        piece = body[last : match.start()]
        pieces.append(piece)
        length += len(piece)
        last = match.end()
        if match.group() != "}":
            open_.append((match[1], match[2], length))
            continue
        if not open_:
            raise MarkupError(f"{name}: a closing brace without its opening one near {piece[-30:]!r}")
        number, kind, start = open_.pop()
        if number == "-":
            article.not_speech.append(((start, length), silent.pop(0) if silent else "not speech"))
        elif number not in wanted:
            raise MarkupError(f"{name}: {number} has no line in the table")
        else:
            statement = wanted[number]
            {"c": statement.cue, "s": statement.source, "": statement.content}[kind].append((start, length))
    if open_ or any(not statement.content for statement in article.statements):
        raise MarkupError(f"{name}: a brace is not closed, or a line of the table has no content in the text")
    article.text = "".join((*pieces, body[last:], "\n"))
    return article


def _read_table(name: str, table: str) -> tuple[dict[str, MarkedStatement], list[str]]:
    """Read the lines below the article: statements with their people, and what the unspoken quotations are."""
    people: dict[str, Person] = {}
    statements: dict[str, MarkedStatement] = {}
    silent: list[str] = []
    for line in filter(None, table.splitlines()):
        sign, rest = line[0], line[1:].strip()
        if sign == "=":
            key, _, description = rest.partition(" ")
            names, _, roles = description.partition("|")
            people[key] = Person(_alternatives(names), _alternatives(roles))
        elif sign == "@":
            numbers, key, *phenomena = rest.split(" ")
            for number in numbers.split(","):
                statements[number] = MarkedStatement(people[key], tuple(phenomena))
        elif sign == "-":
            silent.append(rest)
        else:
            raise MarkupError(f"{name}: what is {line!r}?")
    return statements, silent


def _alternatives(words: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in words.split(" / ") if each.strip())


def as_standoff(article: MarkedArticle) -> str:
    """Write what is marked as brat stand-off annotation, one event a statement; names and phenomena are its note."""
    lines: list[str] = []
    numbers = count(1)

    def entity(kind: str, spans: list[Span]) -> str:
        fragments = [part for start, end in spans for part in _lines_of(article.text, start, end)]
        number = f"T{next(numbers)}"
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(article.text[start:end] for start, end in fragments)
        lines.append(f"{number}\t{kind} {places}\t{words}")
        return number

    for place, statement in enumerate(article.statements, start=1):
        content = entity("Content", statement.content)
        cue = f" Cue:{entity('Cue', statement.cue)}" if statement.cue else ""
        source = f" Source:{entity('Source', statement.source)}" if statement.source else ""
        whole = entity("Attribution", sorted([*statement.content, *statement.cue, *statement.source]))
        lines.append(f"E{place}\tAttribution:{whole} Content:{content}{cue}{source}")
        person = statement.person
        note = {"names": person.names, "roles": person.roles, "phenomena": statement.phenomena}
        lines.append(f"#{place}\tAnnotatorNotes E{place}\t{json.dumps(note, ensure_ascii=False)}")
    for place, (span, phenomenon) in enumerate(article.not_speech, start=len(article.statements) + 1):
        number = entity("NotSpeech", [span])
        lines.append(f"#{place}\tAnnotatorNotes {number}\t{phenomenon}")
    return "".join(f"{line}\n" for line in lines)


def _lines_of(text: str, start: int, end: int) -> list[Span]:
    """Cut a span at line breaks, as brat asks."""
    found = (
        (start + match.start(), start + match.end()) for match in re.finditer(r"[^\n]+", text[start:end])
    )
    return list(found)


_ENTITY = re.compile(r"(T\d+)\t(\w+)[^ ]* ([\d ;]+)\t")


def read_standoff(name: str, text: str, annotations: str) -> MarkedArticle:
    """Read brat stand-off annotation: ours, or a corpus' of Attribution events without notes.

    Only what has content counts; a statement without a note has no names and no phenomena.
    """
    entities: dict[str, tuple[str, list[Span]]] = {}
    events: dict[str, MarkedStatement] = {}
    article = MarkedArticle(name, text, [], [])
    for line in annotations.split("\n"):
        if match := _ENTITY.match(line):
            fragments = (fragment.split(" ") for fragment in match[3].split(";"))
            spans = sorted((int(start), int(end)) for start, end in fragments)
            entities[match[1]] = match[2], _joined(text, spans)
        elif re.match(r"E\d+\t", line):
            number, _, roles = line.partition("\t")
            events[number] = _event(roles.split(), entities)
        elif line.startswith("#"):
            _note(line.split("\t")[1:], entities, events, article)
    article.statements += [statement for statement in events.values() if statement.content]
    return article


def _joined(text: str, fragments: list[Span]) -> list[Span]:
    """Join what brat had to cut at a line break within a paragraph; a new quotation mark begins a new stretch."""
    spans: list[Span] = []
    for start, end in fragments:
        if spans and text[spans[-1][1] : start] == "\n" and not text.startswith(_OPENING, start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _event(roles: list[str], entities: dict[str, tuple[str, list[Span]]]) -> MarkedStatement:
    statement = MarkedStatement(Person(()), ())
    parts = {"Content": statement.content, "Cue": statement.cue, "Source": statement.source}
    for role in roles:
        name, _, number = role.partition(":")
        spans = parts.get(name.rstrip("0123456789"))
        if spans is not None and number in entities:
            spans += entities[number][1]
    return statement


def _note(
    fields: list[str],
    entities: dict[str, tuple[str, list[Span]]],
    events: dict[str, MarkedStatement],
    article: MarkedArticle,
) -> None:
    target, words = fields[0].removeprefix("AnnotatorNotes "), fields[1]
    if target in events:
        note = json.loads(words)
        events[target].person = Person(tuple(note["names"]), tuple(note["roles"]))
        events[target].phenomena = tuple(note["phenomena"])
    elif target in entities:
        spans = entities[target][1]
        article.not_speech.append(((spans[0][0], spans[-1][1]), words))


def read_folder(texts: Path = FOLDER, annotations: Path | None = None) -> list[MarkedArticle]:
    """Read every NAME.txt of a folder that has a NAME.ann, or a NAME_….ann of which the first counts."""
    found = []
    for path in sorted(texts.glob("*.txt")):
        beside = annotations or texts
        marked = sorted(beside.glob(f"{path.stem}.ann")) + sorted(beside.glob(f"{path.stem}_????.ann"))
        if marked:
            text, marks = (each.read_bytes().decode() for each in (path, marked[0]))
            found.append(read_standoff(path.stem, text, marks))
    return found


def read_marked(folder: Path = FOLDER) -> list[MarkedArticle]:
    """Read all articles of the folder from their inline markup, by name."""
    return [
        parse(path.stem, path.read_text(encoding="utf-8").removesuffix("\n"))
        for path in sorted((folder / "marked").glob("*.txt"))
    ]


def write_all(folder: Path = FOLDER) -> int:
    """Write the texts and their stand-off annotation; gives how many articles there are."""
    articles = read_marked(folder)
    for article in articles:
        (folder / f"{article.name}.txt").write_text(article.text, encoding="utf-8", newline="")
        (folder / f"{article.name}.ann").write_text(as_standoff(article), encoding="utf-8", newline="")
    return len(articles)


if __name__ == "__main__":
    print(f"{write_all()} articles")
