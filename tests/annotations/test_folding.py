"""Folding: one form for what only looks different, and the way back to the original's code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.folding import fold
from annotations.text import clean


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“It’s” — he said…", '"It\'s" - he said...'),
        ("a\u00a0b \n\n c", "a b c"),
        ("of\ufb01ce -- now", "office - now"),
        ("caf\u00e9", "cafe\u0301"),
        ("co\u00adop\u200berate", "cooperate"),
        ("«oui» ‹non›", "\"oui\" 'non'"),
        ("a \ufffd b -\u00ad- c\u207b", "a b - c-"),
        ("", ""),
    ],
)
def test_what_only_looks_different_folds_alike(text: str, folded: str) -> None:
    """Retyped quotation marks, re-wrapped lines and ligatures are the same words."""
    assert fold(text).text == folded


@given(st.text(alphabet=st.sampled_from("ab “”—-…ﬁé\u00ad\u0301\n\u00a0`"), max_size=30))
def test_every_range_comes_back(text: str) -> None:
    """Each folded character maps into the original, in order, and a whole maps to a whole."""
    folded = fold(text)
    assert len(folded.at) == len(folded.text) + 1
    assert list(folded.at) == sorted(folded.at)
    for i in range(len(folded.text)):
        start, end = folded.original(i, i + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[i] in fold(text[start:end]).text


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    """Folded text is in its final form, so folded and stored text can be compared."""
    once = fold(clean(text)).text
    assert fold(once).text == once
