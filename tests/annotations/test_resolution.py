"""Resolution of passages in a changed text: each state, each with a reason, and never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import make, resolve, resolve_all
from annotations.model import Anchor
from annotations.text import clean

BEFORE = (
    "The old bridge over the Tarn will close in May, the council said on Monday.\n\n"
    "“We have no choice,” said Mara Lind, who leads the council. “The steel is tired, and so is our patience.”\n\n"
)
SENTENCE = "Shop owners on the north bank fear that the long way round will cost them half of their trade."
AFTER = (
    " “Nobody walks an extra mile for bread,” said Oskar Brandt, a baker.\n\n"
    "The council has promised a ferry. It would run every ten minutes until the new bridge opens in two years.\n\n"
    "A second plan, to mend the bridge by night, was dropped in the winter because of what it would cost.\n"
)
OLD = BEFORE + SENTENCE + AFTER
ANCHOR = make(OLD, len(BEFORE), len(BEFORE) + len(SENTENCE))


def _found(new: str, anchor: Anchor = ANCHOR, was: str | None = None) -> tuple[str, str | None]:
    found = resolve(new, anchor, was)
    return found.state, None if found.start is None else new[found.start : found.end]


def test_re_wrapping_and_straight_marks_change_nothing() -> None:
    """A text saved again by another program keeps its notes, exact, over the new spacing."""
    new = OLD.replace("“", '"').replace("”", '"').replace("the long way", "the\nlong\u00a0way")
    assert _found(new) == ("exact", SENTENCE.replace("the long way", "the\nlong\u00a0way"))


def test_changed_words_are_an_edit_in_place() -> None:
    """A passage with other words between its old neighbours is found, whole, and called edited."""
    edited = "Traders on the north bank now fear that the long detour will cost them half of their trade."
    new = OLD.replace(SENTENCE, edited)
    assert _found(new) == ("edited", edited)
    assert 0.5 < resolve(new, ANCHOR).score < 1


def test_an_edit_beats_an_exact_copy_elsewhere() -> None:
    """Who quotes the sentence elsewhere does not take the note with them, with the old text or without it."""
    edited = SENTENCE.replace("half of their trade", "a third of all their customers")
    new = (
        OLD.replace(SENTENCE, edited)
        + f"\nA leaflet handed out in April put it so: “{SENTENCE}” It was not signed.\n"
    )
    assert _found(new) == ("edited", edited)
    assert _found(new, was=OLD) == ("edited", edited)


def test_a_copy_in_other_surroundings_is_asked_about() -> None:
    """Without the old text nobody can tell a passage that moved from one that is quoted: the reader is asked."""
    new = BEFORE + AFTER + f"\nA leaflet put it so. {SENTENCE} It was not signed.\n"
    assert _found(new) == ("ambiguous", SENTENCE)


def test_the_old_text_tells_a_move_from_a_copy() -> None:
    """Where the copy is new the passage moved there; where it stood all along the passage is gone."""
    leaflet = f"\nA leaflet put it so. {SENTENCE} It was not signed.\n"
    assert _found(BEFORE + AFTER + leaflet, was=OLD) == ("moved", SENTENCE)
    assert _found(BEFORE + AFTER + leaflet, was=OLD + leaflet) == ("ambiguous", SENTENCE)
    anchor = make(OLD + leaflet, ANCHOR.start, ANCHOR.end)
    assert _found(BEFORE + AFTER + leaflet, anchor, OLD + leaflet) == ("orphan", None)


def test_a_new_neighbour_is_a_move() -> None:
    """The same words with another text on one side are shown, and said to be moved."""
    new = OLD.replace(SENTENCE, f"{SENTENCE} The mayor shares their fear, he wrote, and has asked for money.")
    assert _found(new) == ("moved", SENTENCE)
    assert resolve(new, ANCHOR).reason == "the same words, but the text after it is another"


@pytest.mark.parametrize("was", [None, OLD])
def test_a_deleted_passage_has_no_place(was: str | None) -> None:
    """Nothing is painted where nothing is left, even between the old neighbours."""
    assert _found(BEFORE + AFTER, was=was) == ("orphan", None)
    other = "A fishing boat sank in the harbour last week after it hit one of the piers."
    assert _found(BEFORE + other + AFTER, was=was) == ("orphan", None)


@pytest.mark.parametrize("was", [None, OLD])
def test_an_orphan_knows_where_it_stood(was: str | None) -> None:
    """The orphan desk can show what stands there now."""
    new = "A line above.\n\n" + BEFORE + "A boat sank." + AFTER
    found = resolve(new, ANCHOR, was)
    assert found.reason == "its surroundings are there, but its words are not"
    assert found.near == new.index("A boat sank.")


def test_twins_are_ambiguous() -> None:
    """Two places alike in words and surroundings are not guessed between, unless one is where it stood."""
    assert _found("New.\n\n" + OLD + "\n" + OLD) == ("ambiguous", SENTENCE)
    assert _found(OLD + "\n" + OLD) == ("exact", SENTENCE)
    found = resolve("New.\n\n" + OLD + "\n" + OLD, ANCHOR)
    assert found.reason == "2 places are as good as each other"


def test_a_lone_word_is_not_followed_to_another_place() -> None:
    """The same word elsewhere is another word."""
    start = OLD.index("ferry")
    new = OLD.replace("The council has promised a ferry. ", "") + "\nBy ferry the way takes an hour."
    assert _found(new, make(OLD, start, start + 5)) == ("orphan", None)


def test_a_word_with_a_typing_error_is_found() -> None:
    """A letter more or less inside a marked word is an edit."""
    start = OLD.index("patience")
    assert _found(OLD.replace("patience", "patiense"), make(OLD, start, start + 8)) == ("edited", "patiense")


def test_a_place_between_two_words_is_kept() -> None:
    """A bookmark without width finds the gap between its neighbours."""
    at = OLD.index("“Nobody walks")
    found = resolve("New.\n\n" + OLD, make(OLD, at, at))
    assert (found.start, found.end, found.state) == (at + 6, at + 6, "exact")


def test_a_passage_that_cuts_words_keeps_its_cut() -> None:
    """What was marked inside a word is found inside it."""
    start = OLD.index("patience") + 2
    assert _found("New.\n\n" + OLD, make(OLD, start, start + 4)) == ("exact", "tien")


def test_anchors_of_another_text_are_searched_without_it() -> None:
    """An old text is used only for what was marked in it."""
    anchor = make("Other words first. " + OLD, ANCHOR.start + 19, ANCHOR.end + 19)
    assert resolve_all(OLD, [anchor, ANCHOR], "Something else.")[0].state == "exact"


_TEXTS = st.text(alphabet=st.sampled_from("ab .“”\nÀﬁ–\u00ad中,"), max_size=60).map(clean)


@given(_TEXTS, _TEXTS, st.data())
def test_whatever_the_texts_the_place_lies_in_them(old: str, new: str, data: st.DataObject) -> None:
    """Any two texts give a state, a score, a reason, and a place inside the text or none."""
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    for was in (None, old):
        found = resolve(new, make(old, start, end), was)
        assert 0 <= found.score <= 1
        assert found.reason
        if found.state == "orphan":
            assert (found.start, found.end) == (None, None)
        else:
            assert found.start is not None
            assert found.end is not None
            assert 0 <= found.start <= found.end <= len(new)
        assert (found.score == 1) == (found.state == "exact")


@given(
    st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.integers(0, 99), st.integers(0, 99)
)
def test_an_anchor_from_anywhere_does_no_harm(
    exact: str, prefix: str, suffix: str, start: int, size: int
) -> None:
    """An imported anchor may contradict itself; it is then only harder to find."""
    found = resolve(OLD, Anchor(exact, prefix, suffix, start, start + size, ""), OLD)
    assert found.state == "orphan" or (found.start is not None and 0 <= found.start <= len(OLD))


def test_a_word_that_was_exchanged_is_an_edit_of_its_place() -> None:
    """Where all the rest of its sentence stands, nothing else can stand there."""
    start = OLD.index("patience")
    anchor = make(OLD, start, start + 8)
    new = OLD.replace("patience", "strength")
    assert _found(new, anchor) == ("edited", "strength")
    assert resolve(new, anchor).reason == "other words stand in its place"


def test_a_line_above_the_first_words_changes_nothing() -> None:
    """What began the article still stands when a line is put above it."""
    new = "Updated on Tuesday\n\n" + OLD
    assert _found(new, make(OLD, 0, 14)) == ("exact", "The old bridge")
