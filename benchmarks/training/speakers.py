"""Learns the weights of the attribution from annotated articles.

    python -m benchmarks.training.speakers CORPUS [--list train.list] [-o reader/analysis/data/attribution.weights]

CORPUS is a folder as `corpus` describes. A feature is kept where it occurs in several articles, so that none can spell
out a sentence of one. What frames say of a quotation is learned on articles that the frames were not learned on.
"""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.training.corpus import Article, read_articles
from benchmarks.training.examples import label_cues, names_source, right_content, right_subject
from benchmarks.training.learner import Vocabulary, learn_binary, learn_choice
from reader.analysis.attribution import Trail
from reader.analysis.clauses import read_clause
from reader.analysis.frames import best, cue_features, source_features
from reader.analysis.reading import read_paragraph
from reader.analysis.sections import read_sections
from reader.analysis.sources import choices
from reader.analysis.speaking import follow, surroundings
from reader.analysis.subjects import subject_candidates
from reader.analysis.weights import Table, Weights, pack
from reader.document.model import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.clauses import Clause, Cue
    from reader.analysis.subjects import Candidate, Features

LEAST = 3
"""In how many articles a feature must occur."""

Choice = tuple[list["Features"], frozenset[int]]


class Examples:
    """What one article teaches: subjects and contents as choices, cues as yes or no."""

    def __init__(self, article: Article) -> None:
        """Read an article's sentences against its attributions."""
        self.subjects: list[Choice] = []
        self.contents: list[Choice] = []
        self.cues: list[tuple[Clause, Cue, list[Candidate], bool]] = []
        for number, block in enumerate(paragraphs(article.text)):
            paragraph = read_paragraph(article.text, block, number)
            for place in range(len(paragraph.sentences)):
                self._read(read_clause(paragraph, place), article)

    def _read(self, clause: Clause, article: Article) -> None:
        for cue, attribution in label_cues(clause, article.attributions):
            candidates = subject_candidates(clause, cue)
            self.cues.append((clause, cue, candidates, attribution is not None))
            right = right_subject(clause, candidates, attribution) if attribution else None
            if attribution is None or right is None:
                continue
            self.subjects.append(([c.features for c in candidates], frozenset([right])))
            content = right_content(clause, cue, candidates[right], attribution)
            if content:
                self.contents.append(([c.features for c in content[0]], frozenset([content[1]])))


def paragraphs(text: str) -> list[Block]:
    """Every line with something in it, as a paragraph."""
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = place + len(line) - len(line.lstrip())
            found.append(Block("paragraph", start, start + len(line.strip())))
        place += len(line) + 1
    return found


def choice_table(articles: Sequence[Sequence[Choice]]) -> Table:
    """Learn which candidate is right."""
    vocabulary = Vocabulary(([chain(*candidates) for candidates, _ in a] for a in articles), LEAST)
    numbered = [
        ([vocabulary.numbers(f) for f in candidates], right) for a in articles for candidates, right in a
    ]
    return dict(zip(vocabulary.names, learn_choice(numbered, len(vocabulary.names)), strict=True))


def cue_table(articles: Sequence[Examples], subject: Table) -> Table:
    """Learn which words are cues, given their likeliest sources."""
    rows = []
    for article in articles:
        row = []
        for clause, cue, candidates, label in article.cues:
            place, share = best(candidates, subject)
            features = cue_features(clause, cue) + source_features(clause, cue, candidates[place], share)
            row.append((features, float(label)))
        rows.append(row)
    vocabulary = Vocabulary(([f for f, _ in row] for row in rows), LEAST)
    numbered = [(vocabulary.numbers(f), label) for row in rows for f, label in row]
    return dict(zip(vocabulary.names, learn_binary(numbered, len(vocabulary.names)), strict=True))


def frame_weights(articles: Sequence[Examples]) -> Weights:
    """Learn all that frames need; the table for quotations is left empty."""
    subject = choice_table([a.subjects for a in articles])
    return Weights(cue_table(articles, subject), subject, choice_table([a.contents for a in articles]), {})


def quotation_choices(article: Article, weights: Weights) -> list[Choice]:
    """An article's quotations with the answers to each, and which of these are right."""
    found: list[Choice] = []
    trail = Trail()
    for around in surroundings(article.text, read_sections(article.text, paragraphs(article.text), weights)):
        options = choices(around, trail)
        start, end = around.quotation.start, around.quotation.end
        owner = next(
            (
                a
                for a in article.attributions
                if 2 * sum(max(0, min(end, y) - max(start, x)) for x, y in a.content) >= end - start
            ),
            None,
        )
        if owner is None:
            found.append(([c.features for c in options], frozenset([0])))
        elif owner.source:
            right = [
                place
                for place, c in enumerate(options)
                if c.source and names_source(c.source.paragraph, c.source.phrase, owner.source)
            ]
            trail = follow(trail, around, options[right[0]]) if right else Trail()
            if right:
                found.append(([c.features for c in options], frozenset(right)))
    return found


def learn(articles: Sequence[Article]) -> Weights:
    """All weights from annotated articles."""
    examples = [Examples(article) for article in articles]
    halves = [frame_weights(examples[1::2]), frame_weights(examples[::2])]
    quotations = [quotation_choices(article, halves[n % 2]) for n, article in enumerate(articles)]
    whole = frame_weights(examples)
    return Weights(whole.cue, whole.subject, whole.content, choice_table(quotations))


def main() -> None:
    """Learn, and write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--list", default="train.list")
    parser.add_argument("-o", "--output", type=Path, default=Path("reader/analysis/data/attribution.weights"))
    options = parser.parse_args()
    packed = pack(learn(list(read_articles(options.corpus, options.list))))
    options.output.write_bytes(packed)
    print(f"{options.output}: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
