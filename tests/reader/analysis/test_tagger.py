"""Parts of speech: the layer that tells a speech verb from a noun, and a name from a word."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.words import spelled, tagger
from reader.analysis.words.tokens import tokenise


def tagged(text: str) -> str:
    words = [text[start:end] for start, end in tokenise(text)]
    return " ".join(f"{word}/{tag}" for word, tag in zip(words, tagger.tag(words), strict=True))


@pytest.mark.parametrize(
    "expected",
    [
        "The/DT mayor/NN said/VBD she/PRP would/MD n't/RB resign/VB ./.",
        "“/`` We/PRP lost/VBD ,/, ”/'' said/VBD Ada/NNP Loy/NNP ,/, the/DT club/NN 's/POS manager/NN ./.",
        "The/DT report/NN says/VBZ they/PRP need/VBP to/TO report/VB a/DT need/NN ./.",
        "According/VBG to/TO a/DT report/NN ,/, prices/NNS rose/VBD 2.5/CD %/NN in/IN March/NNP ./.",
        "``/`` Go/VB ,/, ''/'' he/PRP told/VBD reporters/NNS ./.",
        "Sen./NNP Orla/NNP Quist/NNP spoke/VBD ./.",
    ],
)
def test_a_plain_sentence_is_tagged_as_the_treebank_would(expected: str) -> None:
    """The weights that are part of the program are read, and know a verb from a noun of the same spelling."""
    words, tags = zip(*(pair.rsplit("/", 1) for pair in expected.split()), strict=True)
    assert tagger.tag(words) == list(tags)


@pytest.mark.parametrize(
    ("british", "american"), [("They organised it .", "They organized it ."), ("Her labour .", "Her labor .")]
)
def test_a_british_spelling_is_tagged_like_the_american_one(british: str, american: str) -> None:
    """Training text is American; the reader's may not be."""
    assert tagger.tag(british.split()) == tagger.tag(american.split())


def test_capitals_and_lower_case_do_not_hide_the_verb() -> None:
    """A headline in capitals and a post in lower case keep their verb and pronoun."""
    assert tagger.tag(["HE", "SAID", "IT", "WAS", "OVER", "."])[:2] == ["PRP", "VBD"]
    assert tagger.tag(["he", "said", "it", "was", "over", "."])[:2] == ["PRP", "VBD"]


def test_a_masked_quotation_leaves_the_verb_a_verb() -> None:
    """A quotation stands as one token beside its cue, which must not turn into a noun for that."""
    words = [spelled.QUOTATION, "jokes", "Ada", "Loy", ",", "who", "cautions", "others", "."]
    assert tagger.tag(words)[:5] == ["Q", "VBZ", "NNP", "NNP", ","]


def test_no_word_has_no_tag() -> None:
    """Nothing in, nothing out."""
    assert tagger.tag([]) == []


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_any_tokens_get_one_tag_each_and_always_the_same(words: list[str]) -> None:
    """Hostile tokens (marks, other scripts, line breaks) are tagged like any other, whatever was tagged before."""
    first = tagger.tag(words)
    assert len(first) == len(words)
    assert set(first) <= set(tagger.load().tags) | set(spelled.MARKS.values()) | {"SYM"}
    assert tagger.tag(words) == first


def test_weights_are_read_back_as_they_were_written() -> None:
    """The file's form loses nothing: words with one tag and several, weights of both signs and both ends."""
    told = {"arun": ((0, -127), (1, 126)), "i<> run": ((1, -28),)}
    weights = tagger.Weights(
        ("NN", "VB"),
        {"run": ("VB", "NN"), "o'er": ("NN",), ". .": ("VB",)},
        {feature: tagger.in_lanes(pairs) for feature, pairs in told.items()},
    )
    read = tagger.unpack(tagger.pack(weights))
    assert (read.tags, read.lexicon) == (weights.tags, weights.lexicon)
    assert {feature: read.pairs(feature) for feature in read.features} == told
    assert read.total(["arun", "i<> run", "unknown"]) == weights.total(["arun", "i<> run"])
    assert {feature: read.pairs(feature) for feature in read.features} == told


def test_the_memories_of_the_weights_stay_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A very long text of ever new words does not fill the memory."""
    monkeypatch.setattr(tagger, "_KEPT", 100)
    weights = tagger.unpack(tagger.pack(tagger.load()))
    tagger.tag([f"word{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(300)], weights)
    assert len(weights.bases) <= 101
    tagger.tag(["word"], weights)
    assert len(weights.words) <= 101


@pytest.mark.parametrize(
    "content", [None, b"", b"no zlib", zlib.compress(b"0000"), zlib.compress(b"\0\0\0\1x")]
)
def test_without_its_weights_the_tagger_goes_by_rules(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing or broken file costs quality, never the article."""
    monkeypatch.setattr(tagger, "__file__", str(tmp_path / "tagger.py"))
    if content is not None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "tagger.bin").write_bytes(content)
    weights = tagger.load.__wrapped__()
    text = "The mayor said she would resign, Ada Loy's aides warned 40 reporters."
    words = [text[start:end] for start, end in tokenise(text)]
    expected = "DT NN VBD PRP MD VB , NNP NNP POS NNS VBD CD NNS ."
    assert " ".join(tagger.tag(words, weights)) == expected


def test_importing_the_tagger_reads_no_weights() -> None:
    """The first screen must not pay for them."""
    code = "import reader.analysis.words.tagger as t; raise SystemExit(t.load.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
