"""How well passages are found again: right, wrong, ambiguous, orphan for each kind of edit and length of passage.

    python -m benchmarks.anchoring [--quick] [--edit WORDS] [--misses] [--cost]

The texts are invented, the seeds fixed. Right: the place overlaps the true one by half of their union at least, or the
passage is gone and an orphan. Wrong: any other place. Each cell is done with the old text kept and without it; the
interval is Wilson's, at 95 %, for the wrong ones.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from annotations.anchor import make, resolve_all
from annotations.text import sha256
from benchmarks.edits import EDITS, enclosed, joined, stripped
from benchmarks.invented import Invention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.anchor import Resolution
    from benchmarks.edits import Edit, Paragraphs

LENGTHS = ("1-2 words", "20-60 letters", "sentence", "paragraph")
EVERY = 3
"""A passage is marked in each third paragraph, so that one edit does not touch another's context."""

OUTCOMES = ("right", "wrong", "ambiguous", "orphan")


class Case(NamedTuple):
    """One passage before and after an edit; the truth is None where it is gone."""

    old: str
    new: str
    was: tuple[int, int]
    truth: tuple[int, int] | None
    found: Resolution


def marked(source: Invention, text: Paragraphs, length: str) -> Paragraphs:
    """The text with a passage of that length in each third paragraph."""
    found = []
    for number, sentences in enumerate(text):
        if number % EVERY == 1:
            sentences = _with_passage(source, sentences, length, number // EVERY)
        found.append(sentences)
    return found


def _with_passage(source: Invention, sentences: list[str], length: str, number: int) -> list[str]:
    if length == "paragraph":
        start, end = enclosed("", number)
        return [start + sentences[0], *sentences[1:-1], sentences[-1] + end]
    at = source.random.randrange(len(sentences))
    if length == "sentence":
        inside = enclosed(sentences[at], number)
    else:
        inside = _with_words(source, sentences[at], length, number)
    return [*sentences[:at], inside, *sentences[at + 1 :]]


def _with_words(source: Invention, sentence: str, length: str, number: int) -> str:
    words = list(re.finditer(r"[\w'-]+", sentence))
    if length == "1-2 words":
        count = source.random.randint(1, 2)
        first = source.random.randrange(len(words) - count)
        start, end = words[first].start(), words[first + count - 1].end()
    else:
        wanted = source.random.randint(20, 60)
        first = source.random.randrange(max(1, len(words) - 5))
        start = words[first].start()
        end = min((w.end() for w in words[first:]), key=lambda e: abs(e - start - wanted))
    return sentence[:start] + enclosed(sentence[start:end], number) + sentence[end:]


def cases(edit: Edit, length: str, count: int, *, with_old: bool) -> Iterator[Case]:
    """Passages through an edit, at least `count` of them, each text with its own seed."""
    done = seed = 0
    while done < count:
        seed += 1
        source = Invention(seed)
        before, after = edit(source, marked(source, source.article(20_000), length))
        (old, places), (new, truths) = stripped(joined(before)), stripped(joined(after))
        anchors = [make(old, *place, digest=sha256(old)) for place in places.values()]
        results = resolve_all(new, anchors, old if with_old else None)
        for (number, place), found in zip(places.items(), results, strict=True):
            yield Case(old, new, place, truths.get(number), found)
        done += len(places)


def outcome(case: Case) -> str:
    """One of `OUTCOMES`."""
    found = case.found
    gone = case.truth is None or case.truth[0] == case.truth[1]
    if found.state == "ambiguous":
        return "ambiguous"
    if found.start is None or found.end is None:
        return "right" if gone else "orphan"
    if case.truth is None or gone:
        return "wrong"
    shared = min(found.end, case.truth[1]) - max(found.start, case.truth[0])
    union = max(found.end, case.truth[1]) - min(found.start, case.truth[0])
    return "right" if 2 * shared >= union else "wrong"


def interval(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, in per cent."""
    share, z = hits / total, 1.96
    centre = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * (share * (1 - share) / total + z * z / (4 * total * total)) ** 0.5 / (1 + z * z / total)
    return 100 * max(0.0, centre - half), 100 * (centre + half)


def table(count: int, only: str) -> int:
    """Print the table; the number of cells with more than 3 % wrong."""
    print(f"{'edit':30} {'passage':14} {'old text':8} {'n':>4}  right  wrong  ambig. orphan  wrong, 95 %")
    bad = 0
    for name, edit in EDITS.items():
        for length in LENGTHS if only in name else ():
            for with_old in (True, False):
                tally = Counter(outcome(case) for case in cases(edit, length, count, with_old=with_old))
                total = sum(tally.values())
                shares = "  ".join(f"{100 * tally[kind] / total:5.1f}" for kind in OUTCOMES)
                low, high = interval(tally["wrong"], total)
                bad += tally["wrong"] > 0.03 * total
                kept = "kept" if with_old else "-"
                print(f"{name:30} {length:14} {kept:8} {total:4}  {shares}  {low:.1f}-{high:.1f}", flush=True)
    print(f"cells with more than 3 % wrong: {bad}")
    return bad


def misses(count: int, only: str) -> None:
    """Print the passages that were not found as they should be."""
    for name, edit in EDITS.items():
        for length in LENGTHS if only in name else ():
            for with_old in (True, False):
                for case in cases(edit, length, count, with_old=with_old):
                    if outcome(case) != "right":
                        _show(
                            f"{outcome(case)}: {name}, {length}, {'with' if with_old else 'no'} old text",
                            case,
                        )


def _show(title: str, case: Case) -> None:
    def around(text: str, place: tuple[int | None, int | None] | None) -> str:
        if place is None or place[0] is None or place[1] is None:
            return "-"
        start, end = place[0], place[1]
        return f"{text[max(0, start - 50) : start]}[[{text[start:end]}]]{text[end : end + 50]}".replace(
            "\n", "¶"
        )

    print(f"{title}: {case.found.state} {case.found.score:.2f}, {case.found.reason}")
    print(f"   was   {around(case.old, case.was)}")
    print(f"   is    {around(case.new, case.truth)}")
    print(f"   found {around(case.new, (case.found.start, case.found.end))}")


def cost() -> None:
    """Print what it takes: 10,000 anchors on an unchanged text, 1,000 on a changed article of 10,000 words."""
    source = Invention(1)
    before, after = EDITS["25 % of words changed"](source, source.article(62_000))
    old, new = joined(before), joined(after)
    many = [make(old, at, at + 60, digest=sha256(old)) for at in range(0, 60_000, 6)]
    for name, text, anchors, was in (
        ("unchanged, 10,000 anchors", old, many, None),
        ("25 % of words changed, 1,000 anchors", new, many[::10], None),
        ("the same with the old text", new, many[::10], old),
        ("a paragraph above, 1,000 anchors", f"New.\n\n{old}", many[::10], None),
        ("the same with the old text", f"New.\n\n{old}", many[::10], old),
    ):
        begun = time.perf_counter()
        resolve_all(text, anchors, was)
        print(f"{name:40} {time.perf_counter() - begun:6.3f} s  ({len(text.split()):,} words)")


def main() -> int:
    """Run what the command line asks for; 1 if a cell has more than 3 % wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="60 passages a cell instead of 300")
    parser.add_argument("--edit", default="", help="only edits whose name holds this")
    parser.add_argument(
        "--misses", action="store_true", help="show each passage that was not found as it should be"
    )
    parser.add_argument("--cost", action="store_true", help="only the time it takes")
    chosen = parser.parse_args()
    count = 60 if chosen.quick else 300
    if chosen.misses:
        misses(count, chosen.edit)
        return 0
    if not chosen.cost and table(count, chosen.edit):
        return 1
    cost()
    return 0


if __name__ == "__main__":
    sys.exit(main())
