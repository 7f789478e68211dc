"""Mends where a content ends by what syntax forbids: a clause without its verb, one that runs into the main clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.frames.rows import row_end
from reader.analysis.words.cues import PASSES_ON, SPEECH_FORMS

if TYPE_CHECKING:
    from reader.analysis.frames.clauses import Clause, Cue
    from reader.analysis.frames.contents import Content
    from reader.analysis.frames.subjects import Candidate

Parts = tuple[tuple[int, int], ...]

_FRONTED = frozenset(
    ("when", "while", "after", "although", "though", "since", "because", "if", "as", "once", "whereas")
)
_REASONS = frozenset(("because", "although", "though", "since", "so", "unless", "if"))
_MEANWHILE = frozenset(("as", "after", "while", "before", "hours", "days"))
_FINITE = "vm"


def mended(clause: Clause, cue: Cue, subject: Candidate, content: Content) -> Parts:
    """The item ranges of a content as the model chose it, right of its cue, with an end that can be one."""
    if content.side == "B" and len(content.parts) == 2 and _is_circumstance(clause, *content.parts[0]):
        return content.parts[1:]
    if content.side == "L" and cue.kind == "A":
        return (*content.parts, *_reason(clause, subject, cue))
    if content.side == "L":
        return tuple((start, _passed_on(clause, start, end) or end) for start, end in content.parts)
    if content.side != "R" or len(content.parts) != 1:
        return content.parts
    start, end = content.parts[0]
    start = _past_source(clause, cue, subject, start)
    if not _has_verb(clause, start, end):
        end = _past_insertion(clause, cue, end) or end
    for until in (
        _main_clause(clause, start, end),
        _after_relative(clause, subject, start, end),
        _infinitive(clause, cue, start, end),
        _citation(clause, start, end),
        _next_speech(clause, cue, start, end),
        _next_calling(clause, start),
        _told_beside(clause, start, end),
    ):
        end = until or end
    return (*_before_aside(clause, subject, start), (start, end))


def _passed_on(clause: Clause, start: int, end: int) -> int | None:
    """Where a quotation ends behind which another passes it on: "“…,” the Herald quoted Ruiz as saying"."""
    passing = any(clause.word(item) in PASSES_ON for item in range(start + 1, end))
    return start + 1 if passing and clause.code(start) == "Q" else None


def _past_source(clause: Clause, cue: Cue, subject: Candidate, start: int) -> int:
    """Where a content begins behind all that belongs to "according to": "… Ruiz and her brother in Lund, the ferry is old"."""
    if cue.kind != "A" or subject.phrase is None or subject.side != "R":
        return start
    end = subject.phrase.high
    row = row_end(clause.paragraph.words, clause.phrases, subject.phrase, end)
    if row == end and start > end:
        return start
    comma = next((i for i in range(row, clause.high) if clause.code(i) in ",vm"), clause.high)
    verb = next((i for i in range(comma + 1, clause.high) if clause.code(i) in ",vm"), clause.high)
    follows = clause.code(comma) == "," and clause.code(comma + 1) in "nd" and clause.code(verb) in _FINITE
    return comma + 1 if follows else start


def _before_aside(clause: Clause, subject: Candidate, start: int) -> Parts:
    """The main clause that who speaks breaks up before a colon: "The question was a simple one, Ruiz told them: sell or fix"."""
    phrase = subject.phrase
    if phrase is None or clause.code(start - 1) != ":" or clause.code(phrase.low - 1) != ",":
        return ()
    before = (clause.low, phrase.low - 1)
    whole = clause.code(clause.low) == "n" and _has_verb(clause, *before) and "Q" not in clause.codes
    return (before,) if whole and "," not in clause.codes[: before[1] - before[0]] else ()


def _is_circumstance(clause: Clause, start: int, end: int) -> bool:
    """Whether what stands before a cue and its source only tells when or where: "Later, in a letter, she said …"."""
    opens = clause.code(start) in "ri"
    return opens and not any(clause.code(item) in _FINITE for item in range(start, end))


def _reason(clause: Clause, subject: Candidate, cue: Cue) -> Parts:
    """The clause of reason behind "according to Ana Ruiz,", which is hers as well: "…, because it rained"."""
    last = subject.phrase.high if subject.phrase and subject.side in "RB" else cue.item + 2
    if clause.code(last) != "," or clause.word(last + 1) not in _REASONS:
        return ()
    end = _sentence_end(clause)
    return ((last + 1, end),) if _has_verb(clause, last + 1, end) else ()


def _citation(clause: Clause, start: int, end: int) -> int | None:
    """Where a bracket with what is referred to begins that ends a content: "… too loud (“Brass”, 3 June)"."""
    if clause.word(end - 1) != ")":
        return None
    opening = next((i for i in range(end - 1, start, -1) if clause.word(i) == "("), None)
    cited = opening is not None and clause.code(opening + 1) == "Q" and clause.word(opening + 2) == ","
    return opening if cited else None


def _next_speech(clause: Clause, cue: Cue, start: int, end: int) -> int | None:
    """Where a speech of its own begins within what is according to someone: "…, a state she said would last"."""
    if cue.kind != "A":
        return None
    for item in range(start + 2, end):
        if clause.word(item) in ("said", "says") and clause.code(item - 1) == "n":
            return next((i for i in range(item - 1, start, -1) if clause.code(i) == ","), None)
    return None


def _told_beside(clause: Clause, start: int, end: int) -> int | None:
    """Where what is said ends in a quotation, and the story tells what happened meanwhile: "it was “…”, as the ward filled"."""
    for item in range(start, end - 3):
        if clause.code(item) == "Q" and clause.code(item + 1) == "," and clause.word(item + 2) in _MEANWHILE:
            quoted = any(clause.code(i) == "Q" for i in range(item + 2, end))
            return None if quoted or not _has_verb(clause, item + 3, end) else item + 1
    return None


def _next_calling(clause: Clause, start: int) -> int | None:
    """Where a quotation ends behind which another calls it something else: "called it “…” and Ana Ruiz called it “…”"."""
    if clause.code(start) != "Q" or clause.code(start + 1) != "c":
        return None
    verb = next((i for i in range(start + 2, clause.high) if clause.code(i) not in "n,is"), clause.high)
    behind = verb + 1 + (clause.word(verb + 1) == "as")
    return start + 1 if clause.word(verb) in SPEECH_FORMS and clause.code(behind) == "Q" else None


def _sentence_end(clause: Clause) -> int:
    """The item after the sentence's last word."""
    end = clause.high
    while end > clause.low and clause.code(end - 1) == ".":
        end -= 1
    return end


def _has_verb(clause: Clause, start: int, end: int) -> bool:
    return any(clause.code(item) in "vmQ" for item in range(start, end))


def _past_insertion(clause: Clause, cue: Cue, end: int) -> int | None:
    """The sentence's end where a content without a verb stops at what is only put in: "the dog, which barks, had …"."""
    opening = clause.code(end)
    if opening not in "-,":
        return None
    closing = next((i for i in range(end + 1, clause.high) if clause.code(i) == opening), None)
    relative = opening == "-" or clause.code(end + 1) == "w"
    if closing is None or clause.code(closing + 1) not in ("vmrQ" if relative else "vm"):
        return None
    if not relative and cue.lemma not in SPEECH_FORMS:
        return None
    if not relative and any(clause.code(i) in _FINITE for i in range(end, closing)):
        return None
    return _sentence_end(clause)


def _main_clause(clause: Clause, start: int, end: int) -> int | None:
    """Where the main clause begins behind one that opens the sentence: "When Ruiz said it rained, they left"."""
    if clause.word(clause.low) not in _FRONTED or not _has_verb(clause, start, end):
        return None
    for item in range(start + 1, end - 2):
        if clause.code(item) == "," and clause.code(item + 1) == "n" and _has_verb(clause, start, item):
            later = [clause.code(i) for i in range(item + 2, clause.high)]
            return item if any(code in _FINITE for code in later) else None
    return None


def _after_relative(clause: Clause, subject: Candidate, start: int, end: int) -> int | None:
    """Where the main clause goes on behind a relative one: "Lund, which denied that it rained, has …"."""
    if (
        subject.phrase is None
        or subject.phrase.kind != "relative"
        or clause.code(subject.phrase.low - 1) != ","
    ):
        return None
    for item in range(start, end - 1):
        goes_on = _is_main_verb(clause, subject.phrase.low, item + 1)
        if goes_on and item in clause.paragraph.ending:
            return item + 1  # the comma stands within the marks
        if goes_on and item > start and clause.code(item) == ",":
            return item
    return None


def _is_main_verb(clause: Clause, relative: int, item: int) -> bool:
    """Whether an item can be the verb that a sentence lacks but for the relative clause from an item on."""
    if clause.code(item) in _FINITE:
        return clause.tag(item) != "VBN"
    around = [*range(clause.low, relative), *range(item + 1, clause.high)]
    return clause.tag(item) == "VBN" and not any(clause.code(i) in _FINITE for i in around)


def _infinitive(clause: Clause, cue: Cue, start: int, end: int) -> int | None:
    """Where an infinitive behind its noun ends: "his promise to go is not believed"."""
    if (
        cue.kind != "S"
        or clause.word(start) != "to"
        or clause.code(start + 1) != "b"
        or cue.item + 1 != start
    ):
        return None
    return next((i for i in range(start + 2, end) if clause.code(i) in _FINITE), None)
