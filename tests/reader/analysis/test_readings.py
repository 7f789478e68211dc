"""The readings of a sentence's frames: which there are, what is measured of them, which of them hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.measures import Voices
from reader.analysis.answers.readings import held, readings, settle, weigh
from reader.analysis.answers.sections import read_sections
from reader.analysis.learned.trees import Forest
from reader.analysis.learned.weights import RULES, load_weights
from reader.analysis.statements import draft_statements
from reader.document.model import Block

if TYPE_CHECKING:
    from reader.analysis.answers.attribution import Section
    from reader.analysis.frames.frames import Frame

TEXT = "Hanna Vogt said the mayor thinks the bridge is safe."


def section(text: str = TEXT) -> Section:
    """A text of one paragraph as it is read."""
    return read_sections(text, [Block("paragraph", 0, len(text))], load_weights())[0]


def always(value: float) -> Forest:
    """Trees that add the same to every reading."""
    return Forest([0], [(0, 1e9, -1, -1)], [value])


def words(frame: Frame) -> str:
    """The cue of a frame."""
    return frame.clause.paragraph.words[frame.cue.item]


def test_the_program_comes_with_trees_that_fit_the_rows_of_readings() -> None:
    """Protects against trees that were learned for other measures: each asks about one that a row has."""
    forest = load_weights().frames
    assert forest is not None
    read = section()
    rows = weigh(readings(read.frames[0]), read, 0, [], Voices())
    assert len({len(row) for row in rows}) == 1
    assert max(node[0] for node in forest.nodes) < len(rows[0])


def test_a_frame_brings_its_other_readings_along() -> None:
    """Protects the second choice: another content of a cue is weighed beside the likeliest."""
    frame = section().frames[0][0]
    other = replace(frame, parts=((frame.last + 1, frame.last + 3),))
    assert readings([replace(frame, others=(other,))]) == [replace(frame, others=(other,)), other]


def test_one_cue_has_one_reading_and_none_lies_in_another() -> None:
    """Protects the outermost source: what is thought within what is said is no statement of its own."""
    found = held(section(), 0, [], Voices(), always(0.0))
    assert [words(frame) for frame in found] == ["said"]


def test_trees_that_speak_against_all_leave_no_statement() -> None:
    """Protects what the trees are for: they can drop what the first models took for said."""
    read = section()
    settle([read], [], Voices(), always(0.0))
    assert draft_statements(TEXT, [read], [])
    settle([read], [], Voices(), always(-20.0))
    assert draft_statements(TEXT, [read], []) == []


def test_without_trees_the_surest_outermost_frame_stands() -> None:
    """Protects the fallback where the trees are missing."""
    read = section()
    settle([read], [], Voices(), RULES.frames)
    (draft,) = draft_statements(TEXT, [read], [])
    assert TEXT[draft.spans[0].start : draft.spans[0].end] == "the mayor thinks the bridge is safe"
