"""state.json: what the reader had is there again, and no file can break a start."""

from dataclasses import replace
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from reader.state import MEASURES, Place, State, load, save

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*State.__slots__, *Place.__slots__, "x"]), inner)
    ),
)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """The look, the measure and the place in an article survive a start."""
    place = Place(
        offset=120, top=80, jumps=(3, 9), read="2026-03-02T10:00:00Z", uri="file:///a.txt", progress=0.5
    )
    state = State(theme="nord", measure=64, fold_noise=False, colour="red").with_place("ab", place)
    assert save(tmp_path / "new" / "state.json", state)
    assert load(tmp_path / "new" / "state.json") == state


@given(JSON)
@example({"measure": 0})
@example({"measure": 10**9})
def test_no_file_breaks_a_start(tmp_path_factory, raw: object) -> None:  # type: ignore[no-untyped-def]
    """Whatever stands in the file, a usable state comes out of it."""
    import json

    path = tmp_path_factory.getbasetemp() / "state.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    state = load(path)
    assert MEASURES[0] <= state.measure <= MEASURES[1]
    assert isinstance(state.theme, str)
    assert all(isinstance(p.offset, int) for p in state.places.values())


def test_a_torn_file_reads_as_the_default(tmp_path: Path) -> None:
    """Power loss while writing costs the place, never the start."""
    path = tmp_path / "state.json"
    path.write_bytes(b'{"theme": "no')
    assert load(path) == State()
    assert load(tmp_path / "missing.json") == State()


def test_what_was_set_last_holds() -> None:
    """A choice made in the app outlives a start; a line that is changed in the configuration goes before it."""
    chosen = replace(State().under("", 72, True), theme="nord", measure=60)
    assert chosen.under("", 72, True) == chosen
    changed = chosen.under("gruvbox", 72, True)
    assert (changed.theme, changed.measure) == ("gruvbox", 60)
    assert changed.under("gruvbox", 500, False) == replace(
        changed, measure=200, fold_noise=False, configured=("gruvbox", 500, False)
    )


def test_an_article_is_known_by_its_text_else_by_its_place() -> None:
    """A renamed article opens where the reader was, and so does one that was edited in place."""
    state = State().with_place("ab", Place(offset=7, uri="file:///a.txt"))
    assert state.at("ab", "file:///moved.txt").offset == 7
    assert state.at("cd", "file:///a.txt").offset == 7
    assert state.at("cd", "file:///b.txt").offset == 0


def test_two_windows_keep_each_others_places(tmp_path: Path) -> None:
    """What another window wrote since the start stays, and of two places in one article the later one."""
    path = tmp_path / "state.json"
    mine = (
        State().with_place("a", Place(offset=1, read="2026-01-01")).with_place("b", Place(read="2026-01-02"))
    )
    save(path, mine)
    other = load(path).with_place("a", Place(offset=2, read="2026-01-03")).with_place("c", Place(offset=3))
    save(path, other)
    written = save(path, mine.with_place("b", Place(offset=4, read="2026-01-04")))
    assert written == load(path)
    assert {sha: place.offset for sha, place in load(path).places.items()} == {"a": 2, "b": 4, "c": 3}


def test_a_file_that_cannot_be_locked_is_written_all_the_same(tmp_path: Path) -> None:
    """A lock that another program keeps, or a file system without locks, costs no place."""
    (tmp_path / "state.json.lock").mkdir()
    assert save(tmp_path / "state.json", State(theme="nord")) == load(tmp_path / "state.json")


def test_recent_articles_are_newest_first_and_once() -> None:
    """The desk shows each article once, though its text may have changed."""
    state = State()
    for number, (sha, uri) in enumerate([("a", "u1"), ("b", "u2"), ("c", "u1")]):
        state = state.with_place(sha, Place(uri=uri, read=f"2026-01-0{number + 1}"))
    assert [p.uri for p in state.recent] == ["u1", "u2"]


def test_a_full_disk_harms_nobody(tmp_path: Path) -> None:
    """Where the state cannot be written the app goes on."""
    (tmp_path / "file").write_text("")
    assert not save(tmp_path / "file" / "state.json", State())
