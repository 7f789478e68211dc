"""state.json: the place in each article, the look, the measure, the folds. Nothing in it is of value to others.

The first screen reads it before anything else is imported, so this module keeps to the smallest parts of the
standard library, and a file that is missing, torn or of another shape reads as the default.
"""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MEASURE = 72
"""Cells of a row of the article where the reader has set nothing."""
MEASURES = (20, 200)
"""The narrowest and the widest measure that can be set: in the settings, on the command line, in the app."""
KEPT_PLACES = 1000
_PATIENCE_S = 0.5
"""Seconds to wait for another window that writes the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in one article.

    Attributes:
        offset: code point offset of the cursor.
        top: code point offset of the first row on the screen.
        jumps: offsets of the jump list, oldest first.
        read: when it was last open, RFC 3339.
        uri: where it was read from.
        title: what the desk shows; "" where it has none.
        publisher: likewise.
        published: likewise.
        words: its length in words.
        progress: the farthest place reached, 0 to 1.
    """

    offset: int = 0
    top: int = 0
    jumps: tuple[int, ...] = ()
    read: str = ""
    uri: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    words: int = 0
    progress: float = 0.0


@dataclass(frozen=True, slots=True)
class State:
    """What is kept between starts.

    Attributes:
        theme: a Textual theme's name; "" for the default.
        measure: width of the text in cells.
        fold_noise: whether page noise is folded.
        contents: whether the contents pane is shown.
        colour: the last colour a highlight was made in.
        welcomed: the first-start lines have been shown.
        configured: what the configuration said of look, measure and folds when this was kept.
        places: by sha256 of the article's text.
    """

    theme: str = ""
    measure: int = MEASURE
    fold_noise: bool = True
    contents: bool = True
    colour: str = "yellow"
    welcomed: bool = False
    configured: tuple[str, int, bool] = ("", MEASURE, True)
    places: dict[str, Place] = field(default_factory=dict)

    def at(self, sha256: str, uri: str = "") -> Place:
        """The place in an article: by its text, else by where it was read from."""
        if sha256 in self.places:
            return self.places[sha256]
        same = [p for p in self.places.values() if uri and p.uri == uri]
        return max(same, key=lambda p: p.read, default=Place())

    def under(self, theme: str, measure: int, fold_noise: bool) -> State:
        """This state under a configuration: what was set there since goes before what was chosen in the app."""
        was, now = self.configured, (theme, measure, fold_noise)
        return replace(
            self,
            theme=theme if theme != was[0] else self.theme,
            measure=_held(measure) if measure != was[1] else self.measure,
            fold_noise=fold_noise if fold_noise != was[2] else self.fold_noise,
            configured=now,
        )

    def with_place(self, sha256: str, place: Place) -> State:
        """This state with an article's place; the oldest are forgotten beyond a thousand."""
        return replace(self, places=_newest({**self.places, sha256: place}))

    def with_places(self, others: Mapping[str, Place]) -> State:
        """This state with other places too; of two in one article the one that was read later holds, at a tie its own."""
        later = {
            sha: place for sha, place in others.items() if place.read > self.places.get(sha, Place()).read
        }
        return replace(self, places=_newest({**others, **self.places, **later}))

    @property
    def recent(self) -> tuple[Place, ...]:
        """The articles that were open, newest first, one for each place they were read from."""
        newest: dict[str, Place] = {}
        for place in sorted(self.places.values(), key=lambda p: p.read, reverse=True):
            if place.uri:
                newest.setdefault(place.uri, place)
        return tuple(newest.values())


def _newest(places: Mapping[str, Place]) -> dict[str, Place]:
    newest = sorted(places.items(), key=lambda item: item[1].read, reverse=True)
    return dict(newest[:KEPT_PLACES])


def load(path: Path) -> State:
    """The state in a file; the default where it cannot be read."""
    try:
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return State()
    return _state(raw) if isinstance(raw, dict) else State()


def save(path: Path, state: State) -> State | None:
    """Write the state whole or not at all, with the places that other windows have written there since it was loaded.

    Returns:
        The state as written; None where it cannot be written, which harms nobody.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(path):
            together = state.with_places(load(path).places)
            _write(path, together)
    except (OSError, ValueError):
        return None
    return together


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other windows from writing the file meanwhile, where it can be locked: a lost place is no reason to wait long."""
    from annotations.ledger.lock import Lock

    with ExitStack() as held:
        with suppress(OSError):
            held.enter_context(Lock(path.with_name(f"{path.name}.lock")).held(_PATIENCE_S))
        yield


def _write(path: Path, state: State) -> None:
    from reader.whole import whole

    row: dict[str, Any] = {name: getattr(state, name) for name in State.__slots__}
    row["places"] = {sha: {n: getattr(p, n) for n in Place.__slots__} for sha, p in state.places.items()}
    with whole(path, synced=False, private=True) as file:
        file.write(json.dumps(row, ensure_ascii=False).encode("utf-8"))


def _state(raw: dict[str, Any]) -> State:
    places = raw.get("places")
    kept = {
        sha: Place(**{**_typed(Place(), row), "jumps": _offsets(row.get("jumps"))})
        for sha, row in (places.items() if isinstance(places, dict) else ())
        if isinstance(row, dict)
    }
    state = State(**_typed(State(), raw), configured=_configured(raw.get("configured")), places=kept)
    return replace(state, measure=_held(state.measure))


def _held(measure: int) -> int:
    return min(max(measure, MEASURES[0]), MEASURES[1])


def _configured(raw: object) -> tuple[str, int, bool]:
    default = State().configured
    fits = isinstance(raw, list) and [type(value) for value in raw] == [type(value) for value in default]
    return (raw[0], raw[1], raw[2]) if isinstance(raw, list) and fits else default


def _typed(default: Any, raw: dict[str, Any]) -> dict[str, Any]:
    """The values whose type is that of the default's; an old or foreign file cannot bring another."""
    values: dict[str, Any] = {}
    for name in default.__slots__:
        known = getattr(default, name)
        value = raw.get(name)
        if isinstance(known, float) and type(value) is int:
            value = float(value)
        if type(value) is type(known) and not isinstance(known, dict | tuple):
            values[name] = value
    return values


def _offsets(raw: object) -> tuple[int, ...]:
    return tuple(n for n in raw if type(n) is int and n >= 0) if isinstance(raw, list) else ()
