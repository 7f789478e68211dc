"""Frames and answered quotations to statements: what each source says, direct, indirect or both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import Source
from reader.analysis.answers.passives import UNNAMED
from reader.analysis.answers.readings import by_sentence
from reader.analysis.frames.fronted import main_subject
from reader.document.model import Span

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Answer, Section
    from reader.analysis.frames.frames import Frame
    from reader.analysis.frames.phrases import Phrase
    from reader.analysis.frames.reading import Paragraph
    from reader.analysis.model import StatementKind

INDIRECT = 0.5
"""A frame's least probability to make an indirect statement."""
MARGIN = 0.35
"""How much surer a frame must be than one whose content holds it, to stand in its place."""
_TRIM = " \t\n,;:—–-"
_FEW = 2


@dataclass(slots=True)
class Draft:
    """A statement before its speaker is known by name.

    Attributes:
        quotations: the quoted stretches in it.
        source: who says it; None where nobody is named.
    """

    spans: list[Span]
    quotations: list[Span]
    source: Source | None
    frame: Frame | None
    certainty: float
    rule: str
    kind: StatementKind = "direct"
    place: tuple[int, int] = (-1, -1)


def outermost(frames: list[Frame]) -> list[Frame]:
    """The frames of one sentence that are sure enough and lie in no other's content."""
    sure = [f for f in frames if f.probability >= INDIRECT]
    kept: list[Frame] = []
    for frame in sorted(sure, key=lambda f: -_length(f)):
        over = [f for f in kept if _holds(f, frame)]
        if all(_rivals(frame, f) for f in over):
            kept = [f for f in kept if f not in over]
            kept.append(frame)
    return sorted(kept, key=lambda f: f.cue.item)


def _length(frame: Frame) -> int:
    return sum(high - low for low, high in frame.parts)


def _rivals(inner: Frame, outer: Frame) -> bool:
    """Whether a frame within another's content is the better of the two all the same."""
    if _holds(inner, outer):
        return _weight(inner) > _weight(outer)
    return inner.probability - outer.probability > MARGIN


def _holds(outer: Frame, inner: Frame) -> bool:
    return any(low <= inner.cue.item < high for low, high in outer.parts)


def _weight(frame: Frame) -> float:
    """How sure a frame is; one put in between commas or after a quotation weighs more."""
    put_in = frame.side in "LB" and frame.clause.code(frame.first - 1) in ",Q-"
    return frame.probability + 0.5 * put_in + 0.2 * (frame.subject.phrase is not None)


def draft_statements(text: str, sections: list[Section], answers: list[Answer]) -> list[Draft]:
    """The statements of an article in the order of their text."""
    by_place = by_sentence(answers)
    drafts: list[Draft] = []
    for number, section in enumerate(sections):
        for place, frames in enumerate(section.frames):
            held = section.held[place] if section.held else outermost(frames)
            held = [frame for frame in held if not _hides_a_name(frame)]
            found = _sentence(text, section, held, by_place.get((number, place), []))
            for draft in found:
                draft.place = (number, place)
            drafts += found
    drafts.sort(key=lambda d: d.spans[0].start)
    return _joined(drafts)


def _hides_a_name(frame: Frame) -> bool:
    """Whether what someone asks is only to stay without a name: "who asked not to be named"."""
    words = [frame.clause.word(i) for low, high in frame.parts for i in range(low, high)]
    return (
        words[-3:-1] == ["to", "be"]
        and words[-1] in ("named", "identified", "quoted")
        and len(words) < _NAMELESS
    )


_NAMELESS = 5
"""Items that such a wish has fewer of."""


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Quotations that only go on from a statement partly in the writer's own words become part of it."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last and draft.rule == "continued" and last.kind != "direct" and _goes_on(last, draft):
            last.spans += draft.spans
            last.quotations += draft.quotations
            last.kind = "mixed"
        else:
            joined.append(draft)
    return joined


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Whether a draft follows right upon another of the same source and paragraph."""
    return (
        last.source == draft.source
        and last.source is not None
        and last.place == (draft.place[0], draft.place[1] - 1)
    )


def _sentence(text: str, section: Section, frames: list[Frame], answers: list[Answer]) -> list[Draft]:
    """The statements of one sentence: each frame's content with the quotations that are its own, then the rest.

    A quotation is in one statement only: two frames that hold it make one.
    """
    drafts: list[Draft] = []
    taken: dict[int, Draft] = {}
    spoken = [a for a in answers if a.choice.source is not None or a.choice.rule == UNNAMED]
    for frame in _with_used(frames, spoken):
        inside = [a for a in spoken if any(lo <= a.around.item < hi for lo, hi in frame.parts)]
        own = [
            a
            for a in spoken
            if _same_source(a, frame, section.paragraph) and (a in inside or _is_by(a, frame))
        ]
        if len(own) < len(inside) or not frame.parts:
            continue
        if own or not any(_is_by(a, frame) for a in spoken):
            draft = _of_frame(text, frame, own)
            if draft:
                first = next((taken[a.around.item] for a in own if a.around.item in taken), None)
                if first is None:
                    drafts.append(draft)
                else:
                    _unite(first, draft)
                taken |= {a.around.item: first or draft for a in own}
    rest = [a for a in spoken if a.around.item not in taken]
    return drafts + _direct(rest)


def _unite(first: Draft, other: Draft) -> None:
    """Take what another draft says into the first."""
    spans: list[Span] = []
    for span in sorted((*first.spans, *other.spans), key=lambda s: s.start):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    first.spans = spans
    first.quotations = sorted({*first.quotations, *other.quotations}, key=lambda s: s.start)
    first.certainty = min(first.certainty, other.certainty)
    if other.kind != first.kind:
        first.kind = "mixed"


def _with_used(frames: list[Frame], spoken: list[Answer]) -> list[Frame]:
    """The frames that hold, and those too faint by themselves that a quotation comes by."""
    used = [a.choice.frame for a in spoken if a.choice.frame and a.choice.frame.probability < INDIRECT]
    items = {f.cue.item for f in frames}
    return frames + [f for f in used if f.cue.item not in items]


def _is_by(answer: Answer, frame: Frame) -> bool:
    """Whether a quotation comes by the cue of a frame."""
    own = answer.choice.frame
    return (
        own is not None and own.cue.item == frame.cue.item and own.clause.paragraph is frame.clause.paragraph
    )


def _same_source(answer: Answer, frame: Frame, paragraph: Paragraph) -> bool:
    source = answer.choice.source
    if answer.choice.rule == UNNAMED:
        return frame.subject.phrase is None
    return source is not None and source.phrase == frame.subject.phrase and source.paragraph is paragraph


def _of_frame(text: str, frame: Frame, own: list[Answer]) -> Draft | None:
    """A frame's statement; direct where next to nothing of it stands outside of quotation marks."""
    phrase = frame.subject.phrase or _fronted(frame)
    paragraph = frame.clause.paragraph
    items = {i for low, high in frame.parts for i in range(low, high)} | {a.around.item for a in own}
    quoted = {a.around.item for a in own}
    words = [i for i in items - quoted if paragraph.words[i][0].isalnum()]
    if not own and not any(i not in paragraph.quotations for i in words):
        # all of it stands in quotation marks, and is no speech
        return None
    words += [i for low, _ in frame.parts for i in [low - 1] if i >= 0 and paragraph.lower[i] == "that"]
    quotations = [Span(a.quotation.start, a.quotation.end) for a in own]
    if own and len(words) <= _FEW:
        spans = quotations
        kind: StatementKind = "direct"
    else:
        spans = _spans(text, paragraph, frame, own)
        kind = "mixed" if own else "indirect"
    if not spans:
        return None
    source = Source(paragraph, phrase) if phrase else None
    certainty = (
        min([frame.probability, *[a.probability for a in own]])
        if not own
        else min(a.probability for a in own)
    )
    return Draft(spans, quotations, source, frame, certainty, "frame", kind)


def _fronted(frame: Frame) -> Phrase | None:
    """Whose a frame without a source is where it stands in front of a main clause: that of its subject."""
    if frame.side != "R" or len(frame.parts) != 1:
        return None
    end = frame.parts[0][1]
    subject = main_subject(frame.clause, frame.cue, end)
    return subject if subject and subject.low == end + 1 else None


def _spans(text: str, paragraph: Paragraph, frame: Frame, own: list[Answer]) -> list[Span]:
    parts = list(frame.parts)
    for answer in own:
        item = answer.around.item
        if not any(low <= item < high for low, high in parts):
            parts.append((item, item + 1))
    spans = []
    for low, high in sorted(parts):
        start, end = paragraph.starts[low], paragraph.ends[high - 1]
        trimmed = text[start:end].strip(_TRIM)
        if trimmed:
            start += text[start:end].index(trimmed[0])
            spans.append(Span(start, start + len(trimmed)))
    return spans


def _direct(answers: list[Answer]) -> list[Draft]:
    """Statements of the quotations that no frame's content holds; those of one sentence and source together."""
    drafts: list[Draft] = []
    for answer in answers:
        span = Span(answer.quotation.start, answer.quotation.end)
        choice = answer.choice
        last = drafts[-1] if drafts else None
        if last and last.source == choice.source:
            last.spans.append(span)
            last.quotations.append(span)
            last.certainty = min(last.certainty, answer.probability)
        else:
            drafts.append(Draft([span], [span], choice.source, choice.frame, answer.probability, choice.rule))
    return drafts
