"""Articles annotated in brat stand-off form: texts, and who says what in them.

A folder holds `text/NAME.txt` and `ann/NAME.ann` (or `NAME_xxxx.ann`, several annotators; the first is read), and
lists of article names. Attributions are `E` lines that tie Source, Cue and Content spans together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAYING = frozenset({"said", "says", "told", "wrote", "added", "asked", "tweeted", "according"})
"""A source of these words is a cue: its annotator mistook the one for the other."""
Pairs = list[tuple[int, int]]


@dataclass
class Attribution:
    """One annotated attribution: code point spans of its source, its cue, its content."""

    source: Pairs = field(default_factory=list)
    cue: Pairs = field(default_factory=list)
    content: Pairs = field(default_factory=list)


@dataclass
class Article:
    """A text and its attributions."""

    name: str
    text: str
    attributions: list[Attribution]


def read_articles(folder: Path, listed: str) -> Iterator[Article]:
    """The articles that the list file `listed` names."""
    for name in (folder / listed).read_text("utf-8").split():
        text = (folder / "text" / name).read_bytes().decode("utf-8")
        found = sorted((folder / "ann").glob(name.removesuffix(".txt") + "*.ann"))
        if found:
            yield Article(name, text, read_annotation(found[0].read_bytes().decode("utf-8")))


def read_annotation(lines: str) -> list[Attribution]:
    """The attributions of one .ann file that have content."""
    spans: dict[str, Pairs] = {}
    words: dict[tuple[int, int], str] = {}
    for name, parts, covered in re.findall(r"^(T\d+)\t\S+ ([\d ;]+)\t(.*)$", lines, re.M):
        spans[name] = [(int(a), int(b)) for a, b in (p.split() for p in parts.split(";"))]
        words[spans[name][0]] = covered.split(" ")[0] if len(spans[name]) == 1 else ""
    found = []
    for roles in re.findall(r"^E\d+\t(.*)$", lines, re.M):
        attribution = Attribution()
        for role, name in (r.split(":") for r in roles.split()):
            into = getattr(attribution, role.rstrip("0123456789").lower(), None)
            if into is not None and name in spans:
                into.extend(spans[name])
        if attribution.content:
            for part in (attribution.source, attribution.cue, attribution.content):
                part.sort()
            if words.get(attribution.source[0] if attribution.source else (0, 0), "") in _SAYING:
                attribution.source, attribution.cue = attribution.cue, attribution.source
            found.append(attribution)
    return found
