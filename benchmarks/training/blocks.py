"""Learns the weights of the chain that tells an article's blocks, from labelled pages and pages made up around them.

    python -m benchmarks.training.blocks learn OUT GOLD.jsonl TEXTS
    python -m benchmarks.training.blocks cross GOLD.jsonl TEXTS

`learn` writes the weights. `cross` judges each page by chains that never saw its publisher, and prints a table as
`benchmarks.blocks` does. The pages are as that reads them, with the name of their `publisher`. Needs python-crfsuite.
Weights are averaged over models that learn from different made-up pages: that steadies them.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.blocks import KINDS, Score, add
from benchmarks.training.made_up import made_up
from reader.document.blocks import kinds
from reader.document.blocks.captions import Unit, units
from reader.document.blocks.chain import NOISE, Chain
from reader.document.blocks.context import features
from reader.document.blocks.passages import passages

SETTINGS = {
    "c1": 0.0,
    "c2": 3.0,
    "max_iterations": 150,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
LEAST = 4
"""Hundredths; a feature with no weight as large is left out."""

MODELS = 7
MADE_UP = 2
"""Made-up pages of each story, for each model."""

PARTS = 6
"""Parts that the publishers are dealt into, each judged by chains that learned from the others."""

Labels = list[dict[str, Any]]
Example = tuple[list[list[str]], list[str]]
Table = dict[str, list[float]]
"""The weights of each feature for each kind, and of each kind (after `>`) for what follows it."""


@dataclass(frozen=True)
class Page:
    """A labelled page: who published it, how it was copied, its text."""

    publisher: str
    variant: str
    text: str
    labels: Labels

    def example(self) -> Example:
        """What the chain learns from: what holds for each unit, and its kind."""
        return example(self.text, self.labels)


def pages(gold: Path, texts: Path) -> list[Page]:
    """All labelled pages."""
    found = []
    for line in gold.read_text("utf-8").splitlines():
        item = json.loads(line)
        text = (texts / f"{item['article']}.txt").read_text("utf-8")
        found.append(Page(item["publisher"], item["variant"], text, item["blocks"]))
    return found


def example(text: str, gold: Labels) -> Example:
    """What holds for each unit of a text, and the kind that most of its characters have."""
    found = units(passages(text))
    return features(found), labels(found, gold, len(text))


def labels(found: list[Unit], gold: Labels, length: int) -> list[str]:
    """The kind that most of each unit's characters have; alternative text that stands for a caption is one."""
    kinds: list[str] = [""] * length
    for block in gold:
        described = block.get("sub") == "alt" and "caption" in block.get("accept", ())
        kind = "caption" if described else block["kind"]
        kinds[block["start"] : block["end"]] = [kind] * (block["end"] - block["start"])
    told = []
    for unit in found:
        start = unit.hidden.end if unit.hidden else unit.start
        held = Counter(filter(None, kinds[start : unit.end])).most_common(1)
        told.append(held[0][0] if held else NOISE)
    return told


def learn(labelled: list[Page], models: int, seed: int = 0) -> Table:
    """The mean weights of models that each see the pages, and others made up around their stories."""
    real = [page.example() for page in labelled]
    stories = [(page.text, page.labels) for page in labelled if page.variant == "region"]
    total: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    for model in range(models):
        seeds = range((seed * models + model) * MADE_UP, (seed * models + model + 1) * MADE_UP)
        new = [example(*page) for each in seeds for page in made_up(stories, each)]
        for name, weights in _table(_trained(real + new)).items():
            total[name] = [a + b / models for a, b in zip(total[name], weights, strict=True)]
    return total


def _trained(examples: list[Example]) -> Any:
    """What crfsuite makes of examples: its transitions, and the weight of each feature for each kind."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for found, told in examples:
        trainer.append(found, told)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return tagger.info()


def _table(info: Any) -> Table:
    order = sorted(KINDS)
    table: Table = {f">{one}": [info.transitions.get((one, two), 0.0) for two in order] for one in order}
    for (name, kind), weight in info.state_features.items():
        table.setdefault(name, [0.0] * len(order))[order.index(kind)] = weight
    return table


def rows(table: Table) -> list[str]:
    """The lines of a weights file: the kinds, what follows each, then each feature; in hundredths."""
    whole = {name: [round(100 * weight) for weight in table[name]] for name in sorted(table)}
    follows = [name for name in whole if name[0] == ">"]
    kept = [name for name in whole if name[0] != ">" and max(map(abs, whole[name])) >= LEAST]
    return [
        " ".join(sorted(KINDS)),
        *(f"{name} {' '.join(map(str, whole[name]))}" for name in follows + kept),
    ]


def cross(labelled: list[Page]) -> None:
    """Print the figures of each variant, each publisher's pages judged by chains that never saw them."""
    publishers = sorted({page.publisher for page in labelled})
    random.Random(1).shuffle(publishers)
    scores: dict[str, Score] = defaultdict(Score)
    for part in range(PARTS):
        held = set(publishers[part::PARTS])
        table = learn([page for page in labelled if page.publisher not in held], MODELS, part)
        order = tuple(sorted(KINDS))
        follows = tuple(tuple(table.pop(f">{kind}")) for kind in order)
        chain = Chain(order, follows, {name: tuple(weights) for name, weights in table.items()})
        for page in labelled:
            if page.publisher in held:
                score = scores[page.variant]
                score.articles += 1
                add(score, page.text, page.labels, kinds.blocks(page.text, chain))
    names = ["variant", "body", "lost", "leak", *KINDS, "kinds"]
    print("".join(name.rjust(11) for name in names))
    for variant, score in scores.items():
        print("".join(cell.rjust(11) for cell in [variant, *score.row()[:-1]]))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["learn", out, gold, texts]:
            found = rows(learn(pages(Path(gold), Path(texts)), MODELS))
            Path(out).write_text("\n".join(found) + "\n", "utf-8")
        case ["cross", gold, texts]:
            cross(pages(Path(gold), Path(texts)))
        case _:
            sys.exit(__doc__)
