"""The weights' file, and what decides without it."""

from __future__ import annotations

import zlib

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.learned.weights import RULES, Weights, load_weights, pack, unpack
from reader.document.model import Block, Document


def test_weights_come_back_from_their_file() -> None:
    """Protects the binary form: names, order, rounding."""
    weights = Weights({"a": 1.0, "b": -0.5}, {"c d": 2.0}, {}, {"é": 0.25})
    again = unpack(pack(weights))
    assert again.cue == pytest.approx(weights.cue, abs=1e-3)
    assert again.subject == pytest.approx(weights.subject, abs=1e-3)
    assert again.content == {}
    assert again.quotation == pytest.approx(weights.quotation, abs=1e-3)
    assert again.learned


def test_a_broken_file_is_refused() -> None:
    """Protects the fall back to the rules: the error is one that loading knows."""
    with pytest.raises(zlib.error):
        unpack(b"no weights")


def test_the_program_comes_with_learned_weights() -> None:
    """Protects the package's data."""
    assert load_weights().learned


def test_no_weight_spells_out_a_sentence() -> None:
    """Protects what was learned from: features are words and short word sequences."""
    weights = load_weights()
    tables = (weights.cue, weights.subject, weights.content, weights.quotation)
    assert all(len(feature.split(" ")) <= 3 for table in tables for feature in table)


def test_the_rules_alone_attribute_the_plain_forms() -> None:
    """Protects the fallback where the weights' file is missing."""
    text = (
        '"We open in May," said Hanna Vogt. She said the bridge was safe. According to Piet Klaas, it is not.'
    )
    analysis = analyse(Document("-", text, ""), [Block("paragraph", 0, len(text))], RULES)
    assert [(s.speaker, text[s.start : s.end]) for s in analysis.statements] == [
        ("Hanna Vogt", '"We open in May,"'),
        ("Hanna Vogt", "the bridge was safe"),
        ("Piet Klaas", "it is not"),
    ]
