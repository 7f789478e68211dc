"""The own test set is what it says it is, and the analysis stays as good on it as it has been."""

from __future__ import annotations

import re

import pytest

from benchmarks import speaker_set, speakers
from reader.analysis.model import Analysis, Speaker, Statement
from reader.document.model import Span

ARTICLES = speaker_set.read_marked()

PRECISION = 0.99
"""The share of what is told as said that somebody says, to which the analysis holds."""


def test_the_set_is_large_and_each_article_short() -> None:
    """Forty articles or more, none a page long."""
    assert len(ARTICLES) >= 40
    assert all(40 <= len(article.text.split()) <= 420 for article in ARTICLES)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_stand_off_files_are_made_from_the_markup(article: speaker_set.MarkedArticle) -> None:
    """Nobody has edited the generated files, and the words of every annotation are those of the text."""
    text = (speaker_set.FOLDER / f"{article.name}.txt").read_bytes().decode()
    annotations = (speaker_set.FOLDER / f"{article.name}.ann").read_bytes().decode()
    assert text == article.text
    assert annotations == speaker_set.as_standoff(article)
    for line in annotations.splitlines():
        if line.startswith("T"):
            _, kind_and_places, words = line.split("\t")
            places = kind_and_places.split(" ", 1)[1].split(";")
            spans = [tuple(map(int, place.split())) for place in places]
            assert words == " ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_stand_off_files_are_read_back_as_they_were_marked(article: speaker_set.MarkedArticle) -> None:
    """The benchmark, which reads the stand-off files, sees every statement, name and phenomenon of the markup."""
    read = speaker_set.read_standoff(article.name, article.text, speaker_set.as_standoff(article))
    assert [(each.person, each.phenomena, each.content) for each in read.statements] == [
        (each.person, each.phenomena, each.content) for each in article.statements
    ]
    assert read.not_speech == article.not_speech


def test_no_quotation_is_left_unmarked() -> None:
    """A double quotation mark that no annotation holds would make a right answer count as wrong."""
    for article in ARTICLES:
        held = [part for each in article.statements for part in each.content]
        held += [span for span, _ in article.not_speech]
        for mark in re.finditer("[\"“”«»„]|''", article.text):
            assert any(start <= mark.start() < end for start, end in held), (article.name, mark.start())


MARKED = """Ada Loy, 40, {1c:said} {1:she “won't go”}. {2:“No,”} {2s:she} {2c:said}. Her {-:“tour”} is off.
%%
= al Ada Loy | pilot
@1,2 al mixed
- scare-quotes"""


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("a } b\n%%\n", "closing brace"),
        ("{1:a\n%%\n= x X\n@1 x p", "not closed"),
        ("{1:a}\n%%\n", "no line"),
        ("a\n%%\n?", "what is"),
    ],
)
def test_a_slip_in_the_markup_is_named(wrong: str, message: str) -> None:
    """A slip names the article and itself, not an offset that is off by three."""
    with pytest.raises(speaker_set.MarkupError, match=f"slip: .*{message}"):
        speaker_set.parse("slip", wrong)


def _analysis(article: speaker_set.MarkedArticle, name: str, *, silent: bool = False) -> Analysis:
    statements = []
    for number, marked in enumerate(article.statements):
        spans = tuple(Span(*part) for part in marked.content)
        quoted = tuple(Span(*part) for part in article.quoted(marked))
        kind = "direct" if quoted == spans else "mixed"
        statements.append(
            Statement(number, spans[0].start, spans[-1].end, spans, kind, quoted, None, None, name)
        )
    if silent:
        span = Span(*article.not_speech[0][0])
        statements.append(Statement(9, span.start, span.end, (span,), "direct", (span,), None, None, name))
    return Analysis("en", tuple(statements), (Speaker(name, "a harbour pilot", (), 2),))


@pytest.mark.parametrize(
    ("name", "silent", "cases"),
    [
        ("Ada Loy", False, {"mixed": True, "scare-quotes": True, "role": True}),
        ("Ada", False, {"mixed": False, "scare-quotes": True, "role": False}),
        ("Ada Loy", True, {"mixed": True, "scare-quotes": False, "role": True}),
    ],
)
def test_the_judge_is_neither_blind_nor_unfair(name: str, silent: bool, cases: dict[str, bool]) -> None:
    """The marks as prediction are all right; half a name, and a title that speaks, are wrong."""
    article = speaker_set.parse("loy", MARKED)
    marks = speakers.judge(article, _analysis(article, name, silent=silent))
    assert marks.cases() == cases
    assert [(each.quotations, each.found) for each in marks.verdicts] == [(1, 1), (1, 1)]
    assert len(marks.stray) == silent


def test_nothing_found_is_nothing_right() -> None:
    """An analysis that finds nothing has no case but those of silence."""
    article = speaker_set.parse("loy", MARKED)
    marks = speakers.judge(article, Analysis())
    assert marks.cases() == {"mixed": False, "scare-quotes": True, "role": False}


def test_the_analysis_is_as_good_as_it_has_been() -> None:
    """Every named case stays right; `python -m benchmarks.speakers --missed` shows those that are not."""
    results = speakers.run()
    cases = [right for marks in results for right in marks.cases().values()]
    assert len(cases) > 400
    assert sum(cases) == len(cases)
    found = sum(each.found for marks in results for each in marks.verdicts)
    assert found / (found + sum(len(marks.stray) for marks in results)) >= PRECISION
