"""Trains the part-of-speech tagger's weights from tagged text, and says how well they do on text kept apart.

    python -m benchmarks.training.tagger --corpus DIR [--list train.list …] [--out reader/analysis/data/tagger.bin]

`DIR` holds `text/NAME.txt`, `corenlp-tokens.tsv.gz` (for each article a line `# NAME.txt`, then one token a line:
sentence, start, end, tag, …), and `train.list`, `tune.list`, `check.list` with a file name a line. No feature is kept
that fewer than three articles share. A pass over 400,000 tokens takes about ten seconds.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.training.tagged import UNTAGGED, Article, Paragraph, masked, read_articles
from reader.analysis.words import cues, spelled, tagger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *(
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ),
    *(
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "crore",
        "lakh",
    ),
)
"""Number words, which are few enough to be named; training may lack some."""

PASSES = 4
CLOSED = frozenset(("DT", "IN", "PRP", "PRP$", "CC", "TO", "MD", "WP", "WDT", "WRB", "EX", "POS"))


def build_lexicon(
    articles: Sequence[Article], *, shared_by: int = 3, certain: int = 30, often: int = 8
) -> dict[str, tuple[str, ...]]:
    """Collect each word's tags, the most frequent first.

    Args:
        articles: what to learn from.
        shared_by: a word counts if so many articles have it.
        certain: a word of an open class keeps one tag only if seen so often; else it stays a question.
        often: a word of an open class counts if seen so often: a rarer one is better judged by its shape.
    """
    tags: defaultdict[str, Counter[str]] = defaultdict(Counter)
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number, article in enumerate(articles):
        for words, gold in article:
            for word, right in zip(map(spelled.spelling, words), gold, strict=True):
                if (right != UNTAGGED and any(map(str.isalnum, word))) or word in ("'", "’"):
                    tags[word][right] += 1
                    holders[word].add(number)
    for word in _NUMBERS:
        tags[word]["CD"] += certain
        holders[word] |= set(range(shared_by))
    verbs = {word for word, counts in tags.items() if counts.keys() & {"VBD", "VBN", "VBG"}}
    lexicon = {}
    for word, counts in tags.items():
        total = counts.total()
        kept = tuple(name for name, count in counts.most_common() if count / total >= 0.004)
        if len(holders[word]) >= shared_by and (total >= often or kept[0] in CLOSED):
            settled = len(kept) == 1 and (total >= certain or kept[0] in CLOSED)
            lexicon[word] = (
                kept if settled and kept[0] not in ("NN", "NNS") else _with_sisters(word, kept, verbs)
            )
    return _cue_forms() | lexicon


def _cue_forms() -> dict[str, tuple[str, ...]]:
    """Give the forms of verbs of speech and thought their tags: a rare one is no less a verb."""
    found: dict[str, tuple[str, ...]] = {}
    for form, lemma in (cues.SPEECH_FORMS | cues.BELIEF_FORMS).items():
        if form == lemma:
            found[form] = ("VB", "VBP", "NN")
        elif form.endswith("ing"):
            found[form] = ("VBG", "NN")
        elif form.endswith("s"):
            found[form] = ("VBZ", "NNS")
        elif form.endswith("ed"):
            found[form] = ("VBD", "VBN")
    return found


def _with_sisters(word: str, tags: tuple[str, ...], verbs: set[str]) -> tuple[str, ...]:
    """Add the tags that English gives to the same spelling, whether or not training has seen them.

    A base form is a finite verb too, a form in -ed both past and participle, and a noun is a verb where training has
    the past or the participle of it ("state", for it has "stated").
    """
    if word in ("be", "is", "are", "am", "was", "were"):
        return tags
    more = {"VB": ("VBP",), "VBP": ("VB",)}
    stem = word.removesuffix("e")
    if {stem + "ed", stem + "ing"} & verbs:
        more["NN"] = ("VB", "VBP")
    stem = word.removesuffix("s").removesuffix("e")
    if word.endswith("s") and {stem + "ed", stem + "ing"} & verbs:
        more["NNS"] = ("VBZ",)
    if word.endswith("ed"):
        more |= {"VBD": ("VBN",), "VBN": ("VBD",)}
    return tuple(dict.fromkeys((*tags, *(sister for tag in tags for sister in more.get(tag, ())))))


@dataclass(slots=True)
class Averaged:
    """The weights of one feature, and what is needed for their average over all decisions."""

    now: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    total: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    since: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, tag: str, value: float, decision: int) -> None:
        """Change the weight of `tag` at that decision."""
        self.total[tag] += (decision - self.since[tag]) * self.now[tag]
        self.since[tag] = decision
        self.now[tag] += value

    def averages(self, decisions: int) -> dict[str, float]:
        """Give each tag's weight, averaged over all decisions."""
        return {
            tag: (self.total[tag] + (decisions - self.since[tag]) * value) / decisions
            for tag, value in self.now.items()
        }


class Trainer:
    """Learns weights by passes over articles."""

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        shared_by: int = 3,
        cased: float = 0.02,
        blind: float = 0.1,
        seed: int = 1,
    ) -> None:
        """Count the features.

        Args:
            articles: what to learn from.
            shared_by: a feature is kept if so many articles have it.
            cased: the share of paragraphs that are learned from in capitals too, and the share in lower case.
            blind: the share of its features that a decision does without while learning, so that none is relied on.
            seed: of the order of the paragraphs, and of what is left out.
        """
        self._random = random.Random(seed)
        self._blind = blind
        self.lexicon = build_lexicon(articles, shared_by=shared_by)
        self._paragraphs: list[tuple[list[spelled.Word], list[str], list[str]]] = []
        holders: Counter[str] = Counter()
        last_holder: dict[str, int] = {}
        book = tagger.Weights((), self.lexicon, {})
        for number, article in enumerate(articles):
            for words, tags in self._with_cases(article, cased):
                looked = book.look_up_all(words)
                self._paragraphs.append((looked, words, tags))
                for feature in self._all_features(looked, tags):
                    if last_holder.get(feature) != number:
                        last_holder[feature] = number
                        holders[feature] += 1
        self._weights = {feature: Averaged() for feature, count in holders.items() if count >= shared_by}
        self._decision = 0

    def _with_cases(self, article: Article, share: float) -> Iterator[Paragraph]:
        for words, tags in article:
            yield Paragraph(words, tags)
            yield from masked(words, tags)
            draw = self._random.random()
            if draw < share:
                yield Paragraph([word.upper() for word in words], tags)
            elif draw < 2 * share:
                yield Paragraph([word.lower() for word in words], tags)

    @staticmethod
    def _all_features(looked: list[spelled.Word], tags: list[str]) -> Iterator[str]:
        last = before = tagger.EDGE
        for i, right in enumerate(tags):
            if len(looked[i].tags) > 1:
                yield from spelled.own_features(looked[i])
                yield from tagger.features(looked, i, last, before)
            before, last = last, right

    def one_pass(self) -> float:
        """Go over all paragraphs in a new order; gives the share of decisions that were wrong."""
        self._random.shuffle(self._paragraphs)
        wrong, first = 0, self._decision
        for looked, words, tags in self._paragraphs:
            last = before = tagger.EDGE
            opening = True
            for i, right in enumerate(tags):
                found, opening = tagger.settled(words[i], looked[i], opening)
                if not found:
                    found = self._decide(looked, i, last, before, right)
                    wrong += found != right
                before, last = last, found
        return wrong / (self._decision - first)

    def _decide(self, looked: list[spelled.Word], i: int, last: str, before: str, right: str) -> str:
        """Choose as the tagger would, and learn from it."""
        self._decision += 1
        names = spelled.own_features(looked[i]) + tagger.features(looked, i, last, before)
        seen = (name for name in names if name in self._weights and self._random.random() >= self._blind)
        kept = [self._weights[name] for name in seen]
        scores = dict.fromkeys(looked[i].tags, 0.0)
        for weights in kept:
            for tag, weight in weights.now.items():
                if tag in scores:
                    scores[tag] += weight
        found = max(scores, key=scores.__getitem__)
        if right not in (found, UNTAGGED):
            for weights in kept:
                weights.add(right, 1.0, self._decision)
                weights.add(found, -1.0, self._decision)
        return found

    def weights(self, *, steps: float = 16.0, least: int = 2) -> tagger.Weights:
        """Give the averaged weights in whole numbers.

        Args:
            steps: so many make 1; a weight keeps within -127 and 126.
            least: a smaller weight is left out.
        """
        averages = {name: weights.averages(self._decision) for name, weights in self._weights.items()}
        tags = tuple(
            sorted({tag for found in averages.values() for tag in found} | _lexicon_tags(self.lexicon))
        )
        numbers = {tag: number for number, tag in enumerate(tags)}
        features: dict[str, int] = {}
        for name, found in averages.items():
            whole = (
                (numbers[tag], max(-127, min(126, round(value * steps)))) for tag, value in found.items()
            )
            pairs = tuple(sorted(pair for pair in whole if abs(pair[1]) >= least))
            if pairs:
                features[name] = tagger.in_lanes(pairs)
        return tagger.Weights(tags, self.lexicon, features)


def learn(articles: Sequence[Article], passes: int = PASSES) -> tagger.Weights:
    """Learn from articles, in so many passes; the weights are those that the packed file gives."""
    trainer = Trainer(articles)
    for number in range(passes):
        print(f"pass {number + 1}: {100 * trainer.one_pass():.2f} % of the decisions wrong", file=sys.stderr)
    return tagger.unpack(tagger.pack(trainer.weights()))


def _lexicon_tags(lexicon: dict[str, tuple[str, ...]]) -> set[str]:
    return {tag for tags in lexicon.values() for tag in tags} | set(spelled.OPEN_CLASSES)


class Score(NamedTuple):
    """How many tokens got the corpus' tag, of all and of those that training had not seen, and the time."""

    tokens: int
    right: int
    unknown: int
    unknown_right: int
    seconds: float

    def __str__(self) -> str:
        """One line of the table."""
        each = 1000 * 870 * self.seconds / self.tokens
        unknown = f"{100 * self.unknown_right / self.unknown:.1f} % of {self.unknown} unknown"
        return f"{100 * self.right / self.tokens:.2f} % of {self.tokens} tokens, {unknown}, {each:.1f} ms per 870"


def score(articles: Iterable[Article], weights: tagger.Weights) -> Score:
    """Compare the tagger's tags with the corpus'; quotation marks count as right whichever way they open."""
    quotes = {"``", "''"}
    pairs: Counter[tuple[bool, bool]] = Counter()
    seconds = 0.0
    for article in articles:
        for words, tags in article:
            begin = time.perf_counter()
            found = tagger.tag(words, weights)
            seconds += time.perf_counter() - begin
            for word, tag, right in zip(words, found, tags, strict=True):
                if right != UNTAGGED:
                    known = spelled.look_up(word, weights.lexicon).known
                    pairs[known, tag == right or {tag, right} <= quotes] += 1
    unknown = pairs[False, True] + pairs[False, False]
    right = pairs[True, True] + pairs[False, True]
    return Score(pairs.total(), right, unknown, pairs[False, True], seconds)


def main() -> None:
    """Train, report on all three lists, and write the weights where asked."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--list", nargs="+", default=["train.list"])
    arguments.add_argument("--passes", type=int, default=PASSES)
    given = arguments.parse_args()
    articles = [article for name in given.list for article in read_articles(given.corpus, name)]
    weights = learn(articles, given.passes)
    print(
        f"{len(weights.lexicon)} words, {len(weights.features)} features, {len(tagger.pack(weights))} bytes"
    )
    for split in ("train.list", "tune.list", "check.list"):
        print(f"{split:10} {score(read_articles(given.corpus, split), weights)}")
    if given.out:
        given.out.write_bytes(tagger.pack(weights))


if __name__ == "__main__":
    main()
