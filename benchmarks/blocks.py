"""Scores the blocks of plain text on labelled pages, and what they cost.

    python -m benchmarks.blocks GOLD.jsonl TEXTS

Each line of `GOLD.jsonl` is `{"article", "variant", "blocks": [{"start", "end", "kind", "accept"?}]}`: code points of
`TEXTS/ARTICLE.txt`, kinds title, byline, heading, paragraph, caption and other; `accept` lists kinds that are right too.
A block is right if four fifths of its visible characters carry its kind. `lost` is the share of the story's characters
that are taken for something else, `leak` that of the noise's that are taken for the story.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.document.blocks import blocks

if TYPE_CHECKING:
    from reader.document.model import Block

KINDS = ("title", "byline", "heading", "paragraph", "caption", "other")
STORY = frozenset({"heading", "paragraph"})
ENOUGH = 0.8


@dataclass
class Score:
    """Counts over the articles of a variant; a pair is what is right and how many there are."""

    marked: Counter[str] = field(default_factory=Counter)
    marked_right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    found_right: Counter[str] = field(default_factory=Counter)
    letters: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: int = 0
    seconds: float = 0.0

    def f1(self, kind: str) -> float:
        """Harmonic mean of precision and recall over blocks of a kind; 1 where there are none."""
        right = self.marked_right[kind] / self.marked[kind] if self.marked[kind] else 1.0
        sound = self.found_right[kind] / self.found[kind] if self.found[kind] else 1.0
        return 2 * right * sound / (right + sound) if right + sound else 0.0

    def row(self) -> list[str]:
        """The variant's figures as cells."""
        kept = sum(n for (gold, told), n in self.letters.items() if gold in STORY and told in STORY)
        lost = sum(n for (gold, told), n in self.letters.items() if gold in STORY and told not in STORY)
        extra = sum(
            n for (gold, told), n in self.letters.items() if gold not in {*STORY, "title"} and told in STORY
        )
        noise = sum(n for (gold, _), n in self.letters.items() if gold == "other")
        leak = sum(n for (gold, told), n in self.letters.items() if gold == "other" and told in STORY)
        body = 2 * kept / max(1, 2 * kept + lost + extra)
        each = [self.f1(kind) for kind in KINDS]
        mean = sum(each) / len(each)
        cells = [body, lost / max(1, kept + lost), leak / max(1, noise), *each, mean]
        return [*(f"{cell:.3f}" for cell in cells), f"{1000 * self.seconds / max(1, self.articles):.1f}"]


def add(score: Score, text: str, gold: list[dict[str, Any]], told: tuple[Block, ...]) -> None:
    """Count one article into a score."""
    spoken = ["other"] * len(text)
    for block in told:
        kind = block.kind if block.kind in KINDS else "other"
        spoken[block.start : block.end] = [kind] * (block.end - block.start)
    marked: list[str | None] = [None] * len(text)
    for block in gold:
        right = {block["kind"], *block.get("accept", ())}
        ink = [i for i in range(block["start"], block["end"]) if not text[i].isspace()]
        for i in ink:
            marked[i] = spoken[i] if spoken[i] in right else block["kind"]
        held = Counter(marked[i] for i in ink).most_common(1)
        fine = sum(marked[i] == spoken[i] for i in ink) >= ENOUGH * len(ink)
        kind = held[0][0] if held and fine and held[0][0] else block["kind"]
        score.marked[kind] += 1
        score.marked_right[kind] += fine
    for block in told:
        kind = block.kind if block.kind in KINDS else "other"
        ink = [i for i in range(block.start, block.end) if marked[i] is not None]
        score.found[kind] += bool(ink)
        score.found_right[kind] += bool(ink) and sum(marked[i] == kind for i in ink) >= ENOUGH * len(ink)
    score.letters.update((gold_kind, spoken[i]) for i, gold_kind in enumerate(marked) if gold_kind)


def main() -> None:
    """Print a table with a row for each variant."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    given = parser.parse_args()
    scores: dict[str, Score] = defaultdict(Score)
    for line in given.gold.read_text("utf-8").splitlines():
        item = json.loads(line)
        text = (given.texts / f"{item['article']}.txt").read_text("utf-8")
        score = scores[item["variant"]]
        begin = time.process_time()
        told = blocks(text)
        score.seconds += time.process_time() - begin
        score.articles += 1
        add(score, text, item["blocks"], told)
    names = ["variant", "body", "lost", "leak", *KINDS, "kinds", "ms"]
    print("".join(name.rjust(11) for name in names))
    for variant, score in scores.items():
        print("".join(cell.rjust(11) for cell in [variant, *score.row()]))


if __name__ == "__main__":
    main()
