"""Learns the weights of the chain that tells an article's blocks, from labelled pages.

    python -m benchmarks.training.blocks OUT GOLD.jsonl TEXTS [GOLD.jsonl TEXTS ...]

The pages are as `benchmarks.blocks` reads them; several sets are learned from together. Needs python-crfsuite. Weights
of models that are learned from different made-up pages can be averaged: that steadies them.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from reader.document.blocks.captions import Unit, units
from reader.document.blocks.chain import NOISE
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


def labels(found: list[Unit], gold: list[dict[str, Any]], length: int) -> list[str]:
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


def learn(sets: list[tuple[Path, Path]]) -> Any:
    """What crfsuite makes of the pages: its transitions and the weight of each feature for each kind."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for gold, texts in sets:
        for line in gold.read_text("utf-8").splitlines():
            item = json.loads(line)
            text = (texts / f"{item['article']}.txt").read_text("utf-8")
            found = units(passages(text))
            trainer.append(features(found), labels(found, item["blocks"], len(text)))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return tagger.info()


def rows(info: Any) -> list[str]:
    """The lines of a weights file: the kinds, what follows each, then each feature; in hundredths."""
    kinds = sorted({kind for pair in info.transitions for kind in pair})
    table: dict[str, list[int]] = {}
    for (name, kind), weight in info.state_features.items():
        table.setdefault(name, [0] * len(kinds))[kinds.index(kind)] = round(100 * weight)
    follows = [[round(100 * info.transitions.get((one, two), 0)) for two in kinds] for one in kinds]
    lines = [" ".join(kinds)]
    lines += [f">{kind} {' '.join(map(str, row))}" for kind, row in zip(kinds, follows, strict=True)]
    kept = (name for name in sorted(table) if max(map(abs, table[name])) >= LEAST)
    return lines + [f"{name} {' '.join(map(str, table[name]))}" for name in kept]


def main(out: str, *sets: str) -> None:
    """Learn from each pair of labels and texts, and write the weights."""
    paths = [Path(each) for each in sets]
    info = learn(list(zip(paths[::2], paths[1::2], strict=True)))
    Path(out).write_text("\n".join(rows(info)) + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
