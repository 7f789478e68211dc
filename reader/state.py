"""state.json: the place in each article, the look, the measure, the folds. Nothing in it is of value to others.

The first screen reads it before anything else is imported, so this module keeps to the smallest parts of the
standard library, and a file that is missing, torn or of another shape reads as the default.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

MEASURE = 72
NARROWEST, WIDEST = 30, 120
KEPT_PLACES = 1000


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
        places = {**self.places, sha256: place}
        newest = sorted(places.items(), key=lambda item: item[1].read, reverse=True)[:KEPT_PLACES]
        return replace(self, places=dict(newest))

    @property
    def recent(self) -> tuple[Place, ...]:
        """The articles that were open, newest first, one for each place they were read from."""
        newest: dict[str, Place] = {}
        for place in sorted(self.places.values(), key=lambda p: p.read, reverse=True):
            if place.uri:
                newest.setdefault(place.uri, place)
        return tuple(newest.values())


def load(path: Path) -> State:
    """The state in a file; the default where it cannot be read."""
    try:
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return State()
    return _state(raw) if isinstance(raw, dict) else State()


def save(path: Path, state: State) -> bool:
    """Write the state whole or not at all; False where it cannot be written, which harms nobody."""
    row: dict[str, Any] = {name: getattr(state, name) for name in State.__slots__}
    row["places"] = {sha: {n: getattr(p, n) for n in Place.__slots__} for sha, p in state.places.items()}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".state-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(row, file, ensure_ascii=False)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except (OSError, ValueError):
        return False
    return True


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
    return min(max(measure, NARROWEST), WIDEST)


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
