"""Gives every token its Penn Treebank part of speech.

A greedy averaged perceptron that asks only where there is a question: words with one tag in training keep it, the
others choose among the tags that they were seen with, and unknown words among the open classes by their shape. The
weights are `data/tagger.bin`, read on first use; `benchmarks.training.tagger` makes them.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.plain_tags import TAGS, plain_lexicon, plain_rules
from reader.analysis.words.spelled import Word, look_up, own_features

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EDGE = "<>"
"""Stands for the tokens and tags before the first and after the last."""

_TWO_WAY = frozenset(('"', "''", "＂"))

Pairs = tuple[tuple[int, int], ...]
"""A feature's weights: (tag number, weight)."""

_LANE = 14
"""Bits that a tag has to itself where the weights of all 64 are one number; no 64 weights plus 128 fill them."""
_FULL = (1 << _LANE) - 1
_EVEN = sum(128 << _LANE * number for number in range(64))
_STOP = 255
"""Ends a feature's weights; no tag's number and no weight plus 128 reaches it."""

_KEPT = 50_000
"""So many words are kept in a memory before it starts anew: more than an article has."""


def in_lanes(pairs: Iterable[tuple[int, int]]) -> int:
    """Lay a feature's weights side by side in one number, so that to add two such numbers adds those of every tag.

    Each tag's are 128 too many, those of a tag that the pairs leave out too: none falls below zero and borrows from the
    next, and as all have the same too many, the highest stays the highest.
    """
    return _EVEN + sum(weight << _LANE * number for number, weight in pairs)


@dataclass(slots=True)
class Weights:
    """What training has learned.

    Attributes:
        tags: the tag set, at most 64; a tag's number is its place here.
        lexicon: word to the tags it was seen with, the most frequent first.
        features: feature to its weights in lanes, or until they are first asked for, below zero, to where in `packed`
            they begin, counted from its end.
        packed: weights as bytes: for each feature, by turns a tag's number and its weight plus 128, then `_STOP`.
        words: token to what the lexicon says of it; a memory of `look_up_all`.
        bases: word to the summed weights of `own_features`, in lanes; a memory of `recall_base`.
        lanes: tag to where its lane begins.
    """

    tags: tuple[str, ...]
    lexicon: dict[str, tuple[str, ...]]
    features: dict[str, int]
    packed: bytes = b""
    words: dict[str, Word] = field(default_factory=dict)
    bases: dict[str, int] = field(default_factory=dict)
    lanes: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Number the tags."""
        self.lanes = {name: _LANE * number for number, name in enumerate(self.tags)}

    def total(self, features: Sequence[str]) -> int:
        """Sum up the weights of `features`, in lanes."""
        known, total = self.features, 0
        for feature in features:
            if found := known.get(feature):
                if found < 0:
                    found = known[feature] = self._lanes_at(found)
                total += found
        return total

    def pairs(self, feature: str) -> Pairs:
        """Give the weights of one feature; none where training did not keep it."""
        found = self.features.get(feature, _EVEN)
        if found < 0:
            return tuple(self._pairs_at(found))
        weights = [(found >> lane & _FULL) - 128 for lane in self.lanes.values()]
        return tuple((number, weight) for number, weight in enumerate(weights) if weight)

    def _lanes_at(self, start: int) -> int:
        """As `in_lanes` lays out the pairs, from the bytes themselves: a new article asks for hundreds."""
        packed, total = self.packed, _EVEN
        start += len(packed)
        for place in range(start, packed.index(_STOP, start), 2):
            total += packed[place + 1] - 128 << _LANE * packed[place]
        return total

    def _pairs_at(self, start: int) -> Iterator[tuple[int, int]]:
        bytes_ = self.packed[start : self.packed.index(_STOP, start)]
        return zip(bytes_[::2], [weight - 128 for weight in bytes_[1::2]], strict=True)

    def look_up_all(self, tokens: Sequence[str]) -> list[Word]:
        """Look up every token, each spelling once, and put two edges after the last."""
        if len(self.words) > _KEPT:
            self.words.clear()
        words = self.words
        words.update({token: look_up(token, self.lexicon) for token in set(tokens).difference(words)})
        return [*[words[token] for token in tokens], _EDGE_WORD, _EDGE_WORD]

    def recall_base(self, word: Word) -> int:
        """Sum up the weights of the features that `word` has wherever it stands, in lanes."""
        if len(self.bases) > _KEPT:
            self.bases.clear()
        base = self.bases[word.form] = self.total(own_features(word))
        return base


def features(words: Sequence[Word], i: int, last: str, before: str) -> list[str]:
    """List the features of the token at `i` among its neighbours.

    Args:
        words: all tokens, with two edges after the last, so that `words[-1]` and `words[-2]` are edges too.
        i: the token's place.
        last: the tag before it.
        before: the tag before that.
    """
    word, previous, following = words[i], words[i - 1], words[i + 1]
    form, class_, next_class = word.form, word.class_, following.class_
    after = words[i + 2].class_
    found = [
        f"b{last}{class_}",
        f"c{before}{last}",
        f"d{last}{form}",
        f"e{previous.form}{class_}",
        f"f{following.form}{class_}",
        f"g{next_class}{class_}",
        f"h{next_class}{after}{class_}",
        f"i{previous.form} {form}",
        f"j{form} {following.form}",
        f"k{last}{next_class}{class_}",
        f"l{next_class}{form}",
        f"m{before}{last}{form}",
        f"q{words[i - 2].form}{class_}",
        f"r{after}{form}",
    ]
    look = word.shape
    if look[0] in "XA":
        found.append(f"w{previous.shape}{look}{following.shape}")
    if form in SPEECH_FORMS:
        found += [f"8{form[-1:]}{last}{following.shape}", f"9{form[-1:]}{last}{next_class}"]
    if not word.known:
        end = form[-2:]
        found += [f"t{end}{last}", f"v{look}{last}", f"y{form[-3:]}{next_class}", f"4{end}{next_class}{last}"]
        found += [f"5{previous.form.lower()}{look}", f"6{following.form.lower()}{look}"]
    return found


_EDGE_WORD = Word(EDGE, (EDGE,), EDGE, True, EDGE)


def tag(words: Sequence[str], weights: Weights | None = None) -> list[str]:
    """Tag a sentence, a paragraph or a whole article.

    Args:
        words: tokens as `tokens.tokenise` cuts them, in order.
        weights: what to tag by; None for the weights that are part of the program.

    Returns:
        One Penn Treebank tag a word. `"` is tagged as opening and closing by turns.

    Source: Collins (2002), averaged perceptron; Brants (2000), tags of unknown words by their suffixes.
    """
    learned = weights or load()
    looked = learned.look_up_all(words)
    tags: list[str] = []
    last = before = EDGE
    opening = True
    for i, token in enumerate(words):
        found, opening = settled(token, looked[i], opening)
        if not found:
            found = _choose(looked, i, last, before, learned)
        tags.append(found)
        before, last = last, found
    return tags


def settled(token: str, word: Word, opening: bool) -> tuple[str, bool]:
    """Give the tag of a token that leaves no choice, else an empty one; and whether the next two-way mark opens."""
    if token in _TWO_WAY:
        return ("``" if opening else "''"), not opening
    if token == "``":
        return token, False
    return (word.tags[0] if len(word.tags) == 1 else ""), opening


def _choose(words: Sequence[Word], i: int, last: str, before: str, weights: Weights) -> str:
    """Choose the tag with the highest score; the more frequent of the word's tags where two are equal."""
    word = words[i]
    base = weights.bases.get(word.form)
    total = weights.recall_base(word) if base is None else base
    total += weights.total(features(words, i, last, before))
    lanes = weights.lanes
    return max(word.tags, key=lambda choice: total >> lanes[choice] & _FULL)


def pack(weights: Weights) -> bytes:
    """Write `weights` in the form that `unpack` reads: lines of text, an empty line, then the packed numbers."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for word, tags in sorted(weights.lexicon.items()):
        groups.setdefault(tags, []).append(word)
    lines = [" ".join(weights.tags), str(len(groups))]
    lines += [" ".join(tags) + "\t" + "\t".join(words) for tags, words in sorted(groups.items())]
    kept = sorted(weights.features)
    lines += kept
    packed = [
        bytes((*(part for number, weight in weights.pairs(each) for part in (number, weight + 128)), _STOP))
        for each in kept
    ]
    text, sizes = "\n".join(lines).encode(), bytes(map(len, packed))
    return zlib.compress(len(text).to_bytes(4, "big") + text + sizes + b"".join(packed), 9)


def unpack(packed: bytes) -> Weights:
    """Read what `pack` wrote."""
    raw = zlib.decompress(packed)
    split = 4 + int.from_bytes(raw[:4], "big")
    tags, count, *lines = raw[4:split].decode().split("\n")
    groups, kept = lines[: int(count)], lines[int(count) :]
    lexicon: dict[str, tuple[str, ...]] = {}
    for group in groups:
        head, *words = group.split("\t")
        lexicon.update(dict.fromkeys(words, tuple(head.split(" "))))
    sizes = raw[split : split + len(kept)]
    starts = accumulate(sizes, initial=split + len(kept) - len(raw))
    return Weights(tuple(tags.split(" ")), lexicon, dict(zip(kept, starts, strict=False)), raw)


@lru_cache(maxsize=1)
def load() -> Weights:
    """Read the weights that are part of the program, once a process; rules by hand where they are missing or broken."""
    try:
        return unpack((Path(__file__).parents[1] / "data").joinpath("tagger.bin").read_bytes())
    except (OSError, ValueError, zlib.error):
        return _by_hand()


def _by_hand() -> Weights:
    numbers = {name: number for number, name in enumerate(TAGS)}
    rules = plain_rules().items()
    features = {
        feature: in_lanes((numbers[name], weight) for name, weight in told.items()) for feature, told in rules
    }
    return Weights(TAGS, plain_lexicon(), features)
