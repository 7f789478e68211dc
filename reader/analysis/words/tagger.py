"""Gives every token its Penn Treebank part of speech.

A greedy averaged perceptron that asks only where there is a question: words with one tag in training keep it, the
others choose among the tags that they were seen with, and unknown words among the open classes by their shape. The
weights are `data/tagger.bin`, read on first use; `benchmarks.training.tagger` makes them.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from reader.analysis.words.cues import SPEECH_FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

QUOTATION = "“”"
"""A token that stands for a whole quotation, its marks included; its tag is "Q"."""

MARKS = {
    QUOTATION: "Q",
    **dict.fromkeys(("“", "``", "«", "„", "‘", "‹"), "``"),
    **dict.fromkeys(("”", "»", "›"), "''"),
    **dict.fromkeys((".", "!", "?"), "."),
    **dict.fromkeys((":", ";", "…", "...", "--", "—", "–", "―", "-"), ":"),
    **dict.fromkeys(("(", "[", "{"), "-LRB-"),
    **dict.fromkeys((")", "]", "}"), "-RRB-"),
    **dict.fromkeys(("$", "£", "€", "¥", "₹", "₦", "US$", "C$", "A$", "AU$", "NZ$", "HK$", "S$", "R$"), "$"),
    ",": ",",
    "%": "NN",
    "&": "CC",
    "#": "#",
}
"""The tag of every mark that has one; the two-way marks `"` and `''` open and close by turns."""

OPEN_CLASSES = (
    *("NN", "NNP", "NNS", "JJ", "VBD", "VBN", "VBG", "VB", "VBZ"),
    *("VBP", "RB", "CD", "NNPS", "FW", "UH", "JJR", "JJS", "IN"),
)
"""What a word that training never saw can be."""

EDGE = "<>"
"""Stands for the tokens and tags before the first and after the last."""

_TWO_WAY = frozenset(('"', "''", "＂"))
_DIGIT = re.compile(r"\d")
_BRITISH_AMERICAN = (
    "isation/ization isations/izations ise/ize ised/ized ises/izes ising/izing yse/yze ysed/yzed our/or ours/ors"
    " oured/ored ouring/oring ourable/orable ence/ense tre/ter tres/ters lled/led lling/ling ller/ler ogue/og"
    " mme/m mmes/ms"
)
_AMERICAN = tuple(tuple(pair.split("/")) for pair in _BRITISH_AMERICAN.split())

Pairs = tuple[tuple[int, int], ...]
"""A feature's weights: (tag number, weight)."""

_PAIRS = tuple((number, weight - 128) for number in range(64) for weight in range(256))
_STOP = 255
"""Ends a feature's weights; no tag's number and no weight plus 128 reaches it."""

_KEPT = 50_000
"""So many words' scores are kept before the memory starts anew: more than an article has."""


@dataclass(slots=True)
class Weights:
    """What training has learned.

    Attributes:
        tags: the tag set, at most 64; a tag's number is its place here.
        lexicon: word to the tags it was seen with, the most frequent first.
        features: feature to its weights, or until they are first asked for, to where in `packed` they begin.
        packed: weights as bytes: for each feature, by turns a tag's number and its weight plus 128, then `_STOP`.
        bases: word to the summed weights of `own_features`, one number a tag; a memory of `recall_base`.
    """

    tags: tuple[str, ...]
    lexicon: dict[str, tuple[str, ...]]
    features: dict[str, int | Pairs]
    packed: bytes = b""
    bases: dict[str, list[int]] = field(default_factory=dict)
    numbers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Number the tags."""
        self.numbers = {name: number for number, name in enumerate(self.tags)}

    def add_to(self, scores: list[int], features: list[str]) -> None:
        """Add the weights of `features` to the scores of the tags, by tag number."""
        known = self.features
        for feature in features:
            if found := known.get(feature):
                if isinstance(found, int):
                    found = known[feature] = self._pairs_at(found)
                for number, weight in found:
                    scores[number] += weight

    def pairs(self, feature: str) -> Pairs:
        """Give the weights of one feature; none where training did not keep it."""
        found = self.features.get(feature, ())
        return self._pairs_at(found) if isinstance(found, int) else found

    def _pairs_at(self, start: int) -> Pairs:
        bytes_ = self.packed[start : self.packed.index(_STOP, start)]
        pairs = zip(bytes_[::2], bytes_[1::2], strict=True)
        return tuple([_PAIRS[number << 8 | weight] for number, weight in pairs])

    def recall_base(self, word: Word) -> list[int]:
        """Sum up the weights of the features that `word` has wherever it stands."""
        if len(self.bases) > _KEPT:
            self.bases.clear()
        scores = [0] * len(self.tags)
        self.add_to(scores, own_features(word))
        self.bases[word.form] = scores
        return scores


@dataclass(frozen=True, slots=True)
class Word:
    """A token as the tagger sees it.

    Attributes:
        form: its spelling as the lexicon has it, digits as 0.
        tags: what it can be; one, where there is no question.
        class_: a name for that question, shared by all words that raise it.
        known: the lexicon has it.
        shape: its capitals, digits and hyphens.
        stem: of an unknown word that may be inflected, its ending and the most frequent tag of what stands before it.
    """

    form: str
    tags: tuple[str, ...]
    class_: str
    known: bool
    shape: str
    stem: str = ""


def shape(word: str) -> str:
    """Name the capitals, digits and hyphens of `word`: "x", "X", "Xx", "A" for one capital, with "-" and "0"."""
    if word.islower():
        kind = "x"
    elif word.isupper():
        kind = "X" if len(word) > 1 else "A"
    elif word[:1].isupper():
        kind = "Xx" if word[1:].islower() else "XxX"
    else:
        kind = "o"
    hyphen = "-" if "-" in word else ""
    return kind + hyphen + ("0" if _DIGIT.search(word) else "")


def spelling(word: str) -> str:
    """Even out what makes no difference to the tag: curly apostrophes and the digits of a number."""
    if word.isalpha():
        return word
    return _DIGIT.sub("0", word.replace("’", "'").replace("ʼ", "'"))


def look_up(token: str, lexicon: dict[str, tuple[str, ...]]) -> Word:
    """Say what `token` can be: from the lexicon, its lower case or American spelling there, else by its shape."""
    form = spelling(token)
    tags = lexicon.get(form)
    if tags:
        return Word(form, tags, "|".join(tags[:3]), True, shape(form))
    if not any(map(str.isalnum, form)):
        tag = MARKS.get(form, "SYM")
        return Word(form, (tag,), tag, True, "o")
    lower = form.lower()
    tags = lexicon.get(lower)
    if tags and lower != form:
        prefix = "^" if form[1:2].isupper() else "+"
        more = tags if "NNP" in tags else (*tags, "NNP")
        return Word(form, more, prefix + "|".join(tags[:3]), False, shape(form))
    for british, american in _AMERICAN:
        if form.endswith(british) and (tags := lexicon.get(form[: -len(british)] + american)):
            return Word(form[: -len(british)] + american, tags, "|".join(tags[:3]), True, shape(form))
    look = shape(form)
    class_ = f"u{look}{form[-2:]}" if look == "x" else f"u{look}"
    return Word(form, OPEN_CLASSES, class_, False, look, _stem(lower, lexicon))


def _stem(word: str, lexicon: dict[str, tuple[str, ...]]) -> str:
    """Name the ending of `word` and what the lexicon says of its stem: "cautions" is "s" and a noun."""
    for ending in ("ing", "ed", "es", "s", "ly", "er"):
        stem = word.removesuffix(ending)
        if stem != word:
            for whole in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else ""):
                if tags := lexicon.get(whole):
                    return f"{ending} {tags[0]}"
    return ""


def own_features(word: Word) -> list[str]:
    """List the features that `word` has wherever it stands."""
    form, look = word.form, word.shape
    found = ["a" + form]
    if not word.known:
        head, hyphen, tail = form.rpartition("-")
        found += [f"s{form[-3:]}", f"u{form[-4:]}", f"3{form[-5:]}", f"x{form[:3]}", f"0{form.lower()}"]
        found.append(f"z{form[-1:]}{look}")
        found += [f"1{tail}", f"2{head}"] if hyphen else []
        found.append(f"7{word.stem}")
    return found


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
    looked = look_up_all(words, learned.lexicon)
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


def look_up_all(tokens: Sequence[str], lexicon: dict[str, tuple[str, ...]]) -> list[Word]:
    """Look up every token, each spelling once, and put two edges after the last."""
    seen = {token: look_up(token, lexicon) for token in set(tokens)}
    return [*(seen[token] for token in tokens), _EDGE_WORD, _EDGE_WORD]


def _choose(words: Sequence[Word], i: int, last: str, before: str, weights: Weights) -> str:
    """Choose the tag with the highest score; the more frequent of the word's tags where two are equal."""
    word = words[i]
    scores = (weights.bases.get(word.form) or weights.recall_base(word)).copy()
    weights.add_to(scores, features(words, i, last, before))
    numbers = weights.numbers
    return max(word.tags, key=lambda choice: scores[numbers[choice]])


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
    starts = accumulate(sizes, initial=split + len(kept))
    return Weights(tuple(tags.split(" ")), lexicon, dict(zip(kept, starts, strict=False)), raw)


@lru_cache(maxsize=1)
def load() -> Weights:
    """Read the weights that are part of the program, once a process; rules by hand where they are missing or broken."""
    try:
        return unpack((Path(__file__).parents[1] / "data").joinpath("tagger.bin").read_bytes())
    except (OSError, ValueError, zlib.error):
        from reader.analysis.words.plain_tags import plain_weights

        return plain_weights()
