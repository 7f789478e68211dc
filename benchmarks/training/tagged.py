"""Reads tagged articles for the tagger's training: in our own tokens, by paragraph, and with quotations masked."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.words import spelled
from reader.analysis.words.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNTAGGED = "?"
"""Stands where the corpus has no token that begins or ends with ours."""


class Paragraph(NamedTuple):
    """Words and their tags, one each."""

    words: list[str]
    tags: list[str]


Article = list[Paragraph]


def read_articles(corpus: Path, split: str) -> list[Article]:
    """Read the articles that `corpus/split` lists, in our own tokens, each with the tag of the corpus' token there."""
    wanted = set((corpus / split).read_text().split())
    return [list(_paragraphs(corpus / "text" / name, rows)) for name, rows in _tagged(corpus, wanted)]


def _tagged(corpus: Path, wanted: set[str]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Yield each wanted article's name and its (start, end, tag)."""
    name, rows = "", []
    with gzip.open(corpus / "corenlp-tokens.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# "):
                if rows:
                    yield name, rows
                name, rows = line[2:].strip(), []
            elif name in wanted:
                _, start, end, tag, *_ = line.split("\t")
                rows.append((int(start), int(end), tag))
    if rows:
        yield name, rows


def _paragraphs(path: Path, rows: list[tuple[int, int, str]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of one article."""
    text = path.read_bytes().decode()
    by_end = {end: tag for _, end, tag in rows}
    by_start = {start: tag for start, _, tag in rows}
    offset = 0
    for line in text.split("\n"):
        spans = tokenise(text, offset, offset + len(line))
        offset += len(line) + 1
        if spans:
            tags = [by_end.get(end) or by_start.get(start) or UNTAGGED for start, end in spans]
            yield Paragraph([text[start:end] for start, end in spans], tags)


def masked(words: list[str], tags: list[str]) -> Iterator[Paragraph]:
    """Yield the sentences of a paragraph that hold quotations, each of these one token, as the attribution reads them."""
    sentence = Paragraph([], [])
    opened = -1
    for word, tag in zip(words, tags, strict=True):
        sentence.words.append(word)
        sentence.tags.append(tag)
        two_way = word in ('"', "''")
        if opened < 0 and (two_way or spelled.MARKS.get(word) == "``"):
            opened = len(sentence.words) - 1
        elif opened >= 0 and (two_way or spelled.MARKS.get(word) == "''"):
            sentence.words[opened:] = [spelled.QUOTATION]
            sentence.tags[opened:] = ["Q"]
            opened = -1
        elif opened < 0 and tag == ".":
            if spelled.QUOTATION in sentence.words:
                yield sentence
            sentence = Paragraph([], [])
    if opened < 0 and spelled.QUOTATION in sentence.words:
        yield sentence
