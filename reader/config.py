"""config.toml: what the reader has set. Unknown keys and wrong types are named with their line; the default is used."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from annotations.model import COLOURS
from reader.state import MEASURE, MEASURES

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reader:
    """The reading pane.

    Attributes:
        images: how pictures are drawn: the best way that the terminal tells of, one of the ways, or not at all.
    """

    theme: str = ""
    measure: int = MEASURE
    fold_noise: bool = True
    images: str = "auto"
    smart_case: bool = True
    watch: bool = True


@dataclass(frozen=True, slots=True)
class Author:
    """The creator of exported annotations; left out when empty."""

    name: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The TinyDB file."""

    file: str = ""
    keep_texts: bool = True
    backups: int = 10


@dataclass(frozen=True, slots=True)
class Export:
    """Where exports go, and as what."""

    folder: str = ""
    format: str = "markdown"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, and what was wrong with the file.

    Attributes:
        colours: colour to the reader's own name for it.
        keys: action id to key or comma-separated keys.
        problems: one sentence each, with the line.
    """

    reader: Reader = Reader()
    colours: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    author: Author = Author()
    store: StoreSettings = StoreSettings()
    export: Export = Export()
    problems: tuple[str, ...] = ()


def load(path: Path, *, named: bool = False) -> Config:
    """Read the settings. A missing file means the defaults; a broken one too, with the reason among `problems`.

    Args:
        named: the reader asked for this file, so that it is a problem where it is not there.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config(problems=(f"{path}: there is no such file; the defaults are used",) if named else ())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Config(problems=(f"{path}: cannot be read ({reason}); the defaults are used",))
    except UnicodeDecodeError:
        return Config(problems=(f"{path}: it is not UTF-8; the defaults are used",))
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Config(problems=(f"{path}: {error}; the defaults are used",))
    return _Loader(path, text.split("\n")).config(raw)


def defaults() -> str:
    """A configuration file that says what holds without one, every setting with its meaning."""
    lines = ["# Pullquote's settings. Each line shows the default; take away the # to change it.", ""]
    for name, note in _SECTIONS.items():
        lines += [f"[{name}]" + (f"  # {note}" if note else "")]
        value = getattr(Config(), name)
        if is_dataclass(value):
            lines += [f"# {f.name} = {_toml(getattr(value, f.name))}{_told(f.name)}" for f in fields(value)]
        elif name == "colours":
            lines += [f'# {colour} = ""' for colour in COLOURS]
        lines += [""]
    return "\n".join(lines)


_SECTIONS = {
    "reader": "",
    "colours": "your own name for each colour",
    "keys": 'action id = key or keys, as in "reading.highlight" = "h"; `?` in the app shows the ids',
    "author": "creator of exported annotations; left out when empty",
    "store": "",
    "export": "",
}


def _toml(value: object) -> str:
    return (
        str(value).lower()
        if isinstance(value, bool)
        else str(value)
        if isinstance(value, int)
        else f'"{value}"'
    )


def _told(name: str) -> str:
    return f"  # one of {', '.join(_CHOICES[name])}" if name in _CHOICES else ""


class _Loader:
    """One reading of one file: collects what is wrong as it goes."""

    def __init__(self, path: Path, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[str] = []

    def config(self, raw: dict[str, Any]) -> Config:
        values: dict[str, Any] = {}
        for name, section in raw.items():
            if name not in _SECTIONS:
                self.wrong("", "unknown section", section=name)
            elif not isinstance(section, dict):
                self.wrong("", f"should be a section, [{name}]", section=name)
            elif name in ("colours", "keys"):
                values[name] = self.words(name, section)
            else:
                values[name] = self.section(name, section)
        return Config(**values, problems=tuple(self.problems))

    def section(self, name: str, raw: dict[str, Any]) -> Any:
        default = getattr(Config(), name)
        good: dict[str, Any] = {}
        for key, value in raw.items():
            if key not in default.__slots__:
                self.wrong(key, "unknown setting", section=name)
            elif type(value) is not type(getattr(default, key)):
                self.wrong(key, f"should be {_KINDS[type(getattr(default, key))]}", section=name)
            elif key in _CHOICES and value not in _CHOICES[key]:
                self.wrong(key, f"should be one of {', '.join(_CHOICES[key])}", section=name)
            elif key in _LIMITS and not _LIMITS[key][0] <= value <= _LIMITS[key][1]:
                self.wrong(key, "should be between {} and {}".format(*_LIMITS[key]), section=name)
            else:
                good[key] = value
        return type(default)(**good)

    def words(self, name: str, raw: dict[str, Any]) -> dict[str, str]:
        good: dict[str, str] = {}
        for key, value in raw.items():
            if name == "colours" and key not in COLOURS:
                self.wrong(key, f"unknown colour; there are {', '.join(COLOURS)}", section=name)
            elif not isinstance(value, str):
                self.wrong(key, "should be text", section=name)
            else:
                good[key] = value
        return good

    def wrong(self, key: str, what: str, *, section: str) -> None:
        name = f"{section}.{key}" if key else section
        self.problems.append(
            f"{self.path}, line {self.line(section, key)}: {name}: {what}; the default is used"
        )

    def line(self, section: str, key: str) -> int:
        """The line a key stands on, for the message; without a key, or where that cannot be told, its section's."""
        inside, found = not key, 1
        for number, line in enumerate(self.lines, 1):
            bare = line.strip()
            if bare.startswith("["):
                inside = bare.split("]")[0].strip("[ ") == section
                found = number if inside else found
            elif inside and bare.split("=")[0].strip().strip("\"'") == (key or section):
                return number
        return found


_CHOICES = {"images": ("auto", "kitty", "sixel", "blocks", "off")}
_LIMITS = {"measure": MEASURES, "backups": (1, 1000)}
_KINDS = {bool: "true or false", int: "a whole number", str: "text"}
