"""Learns the weights of the attribution from annotated articles.

    python -m benchmarks.training.speakers CORPUS [--list train.list …] [-o reader/analysis/data]

CORPUS is a folder as `corpus` describes. A feature is kept where it occurs in several articles, so that none can spell
out a sentence of one. What frames say of a quotation is learned on articles that the frames were not learned on, and
what the trees correct on articles that neither was. The trees need lightgbm and numpy; `--no-trees` does without.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.training.corpus import Article, read_articles
from benchmarks.training.examples import label_cues, right_content, right_subject
from benchmarks.training.learner import RATE, Vocabulary, learn_binary, learn_choice
from benchmarks.training.questions import lessons, paragraphs, quotation_choices
from benchmarks.training.readings import verdicts
from benchmarks.training.trees import learn_forest, learn_verdicts
from reader.analysis.frames.clauses import read_clause
from reader.analysis.frames.frames import best, cue_features, source_features
from reader.analysis.frames.reading import read_paragraph
from reader.analysis.frames.subjects import subject_candidates
from reader.analysis.learned.trees import ANSWERS, READINGS
from reader.analysis.learned.trees import pack as pack_trees
from reader.analysis.learned.weights import Table, Weights, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.frames.clauses import Clause, Cue
    from reader.analysis.frames.subjects import Candidate, Features

LEAST = 3
"""In how many articles a feature must occur."""

SLOW = 0.05
"""The rate that answers to quotations are learned at, which are fewer than sources and contents; and cues."""
FOLDS = 4
"""In so many parts the articles are cut: each layer learns from answers to a part that the layer below did not see."""

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


def choice_table(articles: Sequence[Sequence[Choice]], rate: float = RATE) -> Table:
    """Learn which candidate is right."""
    vocabulary = Vocabulary(([chain(*candidates) for candidates, _ in a] for a in articles), LEAST)
    numbered = [
        ([vocabulary.numbers(f) for f in candidates], right) for a in articles for candidates, right in a
    ]
    return dict(zip(vocabulary.names, learn_choice(numbered, len(vocabulary.names), rate=rate), strict=True))


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
    learned = learn_binary(numbered, len(vocabulary.names), rate=SLOW)
    return dict(zip(vocabulary.names, learned, strict=True))


def frame_weights(articles: Sequence[Examples]) -> Weights:
    """Learn all that frames need; the table for quotations is left empty."""
    subject = choice_table([a.subjects for a in articles])
    return Weights(cue_table(articles, subject), subject, choice_table([a.contents for a in articles]), {})


def learn(articles: Sequence[Article], *, with_trees: bool = True) -> Weights:
    """All weights from annotated articles."""
    examples = [Examples(article) for article in articles]
    parts = [frame_weights([e for n, e in enumerate(examples) if n % FOLDS != fold]) for fold in range(FOLDS)]
    answers = [quotation_choices(article, parts[n % FOLDS]) for n, article in enumerate(articles)]
    whole = replace(frame_weights(examples), quotation=choice_table(answers, SLOW))
    return with_forests(whole, articles, parts, answers) if with_trees else whole


def with_forests(
    whole: Weights, articles: Sequence[Article], parts: list[Weights], answers: list[list[Choice]]
) -> Weights:
    """Learn which readings hold, and to correct the first answers, each from what other articles taught."""
    unseen, readings = [], []
    for fold, part in enumerate(parts):
        table = choice_table([a for n, a in enumerate(answers) if n % FOLDS != fold], SLOW)
        unseen.append(replace(part, quotation=table))
        readings.append([v for article in articles[fold::FOLDS] for v in verdicts(article, unseen[fold])])
    questions = []
    for fold, weights in enumerate(unseen):
        others = learn_verdicts([v for n, found in enumerate(readings) if n != fold for v in found])
        told = replace(weights, frames=others)
        questions += [lesson for article in articles[fold::FOLDS] for lesson in lessons(article, told)]
    return replace(whole, trees=learn_forest(questions), frames=learn_verdicts(list(chain(*readings))))


def main() -> None:
    """Learn, and write the files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--list", nargs="+", default=["train.list"])
    parser.add_argument("--no-trees", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=Path("reader/analysis/data"))
    options = parser.parse_args()
    articles = [article for name in options.list for article in read_articles(options.corpus, name)]
    weights = learn(articles, with_trees=not options.no_trees)
    files = {"attribution.weights": pack(weights)}
    for name, forest in ((ANSWERS, weights.trees), (READINGS, weights.frames)):
        if forest:
            files[name] = pack_trees(forest)
    for name, packed in files.items():
        (options.output / name).write_bytes(packed)
        print(f"{options.output / name}: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
