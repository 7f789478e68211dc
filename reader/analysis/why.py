"""Why a statement is given to its speaker, how sure that is, and who they are, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from reader.analysis.model import Statement
    from reader.document.model import Document, Span

RULE = "corrected by the reader"
"""The rule of what the reader has told."""
MOST = 0.99
"""The highest certainty that is shown of what was worked out: the rest is the reader's."""
_RULES = {
    "frame": "It stands in one sentence with its cue.",
    "near": "Its source is named in the sentence or the paragraph beside it.",
    "continued": "It goes on from the quotation before it, with no new source in between.",
    "phrase": "A name stands right beside it, without a verb of speech.",
    "dialogue": "It answers the question above it, which somebody else asks.",
    "noun": "A noun beside it tells whose words it is.",
    "signature": "Signed behind a dash.",
    "floating": "It is a paragraph of its own, and the source is who speaks beside it.",
    "echo": "The same words are attributed elsewhere in the article.",
    "interview": "It answers a question; the introduction tells whose answers these are.",
    "transcript": "It is a turn in a transcript: its speaker stands before the colon.",
    RULE: "You said so.",
}


def why(document: Document, statement: Statement) -> tuple[str, ...]:
    """What speaks for a statement's speaker: the cue, the source and its distance, the rule, how sure.

    Returns:
        Plain sentences, the most telling first; never empty.
    """
    text = document.text
    said: list[str] = []
    if statement.cue:
        said.append(f"The cue is “{_words(text, statement.cue)}”.")
    said.append(_source(text, statement))
    rule = _RULES.get(statement.rule, statement.rule)
    if rule:
        said.append(rule)
    what = "The attribution" if statement.speaker else "That somebody says it"
    certainty = statement.certainty if statement.rule == RULE else min(statement.certainty, MOST)
    said.append(f"{what} is {how_sure(certainty)} ({certainty:.0%}).")
    return tuple(said)


def how_sure(certainty: float) -> str:
    """A certainty in words, the same wherever it is shown."""
    return "sure" if certainty >= 0.8 else "likely" if certainty >= 0.5 else "a guess"


def _source(text: str, statement: Statement) -> str:
    source = statement.source
    if source is None:
        return "Nobody is named as its source."
    words = _words(text, source)
    means = f", which means {statement.speaker}" if statement.speaker and statement.speaker != words else ""
    return f"Its source, {_distance(text, statement, source)}, is “{words}”{means}."


def _distance(text: str, statement: Statement, source: Span) -> str:
    """Where the source stands, in words."""
    gaps = [(max(span.start - source.end, source.start - span.end), span) for span in statement.spans]
    gap, span = min(gaps, key=lambda pair: pair[0])
    side = "before" if source.start < span.start else "after"
    low, high = (source.end, span.start) if side == "before" else (span.end, source.start)
    between = text[max(0, low) : max(low, high)]
    if gap <= 0:
        return "within it"
    words = len(between.split())
    if "\n\n" in between:
        return (
            f"{between.count(chr(10) * 2)} paragraphs {side} it"
            if between.count("\n\n") > 1
            else f"in the paragraph {side} it"
        )
    if words == 0:
        return f"right {side} it"
    return f"{words} word{'s' if words > 1 else ''} {side} it"


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def behind_name(role: str) -> str:
    """A role as it is read behind a name: "who runs the bakery" for "runs the bakery", any other as it is."""
    words, verbs = " ".join(role.split()), sections("callings")
    return f"who {words}" if words.split(" ")[0] in verbs["now"] | verbs["then"] else words
