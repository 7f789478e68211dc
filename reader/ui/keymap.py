"""Which key calls which command: the usual keys, and the reader's own over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands import BY_ID, COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.ui.commands import Command, Context

_NAMES = {
    "right_parenthesis": ")", "left_parenthesis": "(", "right_curly_bracket": "}", "left_curly_bracket": "{",
    "right_square_bracket": "]", "left_square_bracket": "[", "slash": "/", "ampersand": "&", "apostrophe": "'",
    "question_mark": "?", "minus": "-", "plus": "+", "equals_sign": "=", "full_stop": ".", "comma": ",",
    "semicolon": ";", "colon": ":", "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#",
    "dollar_sign": "$", "percent_sign": "%", "asterisk": "*", "less_than_sign": "<", "greater_than_sign": ">",
    "commercial_at": "@", "at": "@", "backslash": "\\", "circumflex_accent": "^", "underscore": "_",
    "grave_accent": "`", "vertical_line": "|", "tilde": "~",
}  # fmt: skip


class Keymap:
    """Which key calls which command, with the reader's own keys over the usual ones.

    Args:
        own: command id to its key, or keys separated by commas; from the configuration.

    Attributes:
        problems: one sentence for each of the reader's keys that could not be used.
        taken: one for each key that the reader's own choice takes from another command.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self.problems: list[str] = []
        self.taken: list[str] = []
        self._keys = {command.id: command.keys for command in COMMANDS}
        self._commands: dict[tuple[Context, str], Command] = {}
        chosen = {id: keys for id, keys in (own or {}).items() if self._known(id)}
        ordered = [*(BY_ID[id] for id in chosen), *(c for c in COMMANDS if c.id not in chosen)]
        for command in ordered:
            own_keys = chosen.get(command.id)
            keys = command.keys if own_keys is None else _keys(own_keys)
            self._keys[command.id] = tuple(self._claim(command, keys, own_keys is not None))

    def find(self, key: str, *, selecting: bool = False) -> Command | None:
        """The command of a key, named as Textual names it or by its character."""
        name = _NAMES.get(key, key)
        found = self._commands.get(("selecting", name)) if selecting else None
        return found or self._commands.get(("reading", name))

    def keys_of(self, id: str) -> tuple[str, ...]:
        """The keys that call a command."""
        return self._keys[id]

    def key_of(self, id: str) -> str:
        """The first key of a command, as the footer shows it; empty where it has none."""
        return shown(self._keys[id][0]) if self._keys[id] else ""

    def _known(self, id: str) -> bool:
        if id not in BY_ID:
            self.problems.append(f"[keys] names no action called {id!r}")
        return id in BY_ID

    def _claim(self, command: Command, keys: Iterable[str], own: bool) -> Iterable[str]:
        for key in keys:
            taken = self._commands.setdefault((command.context, _NAMES.get(key, key)), command)
            if taken is command:
                yield key
            elif own:
                self.problems.append(f"[keys] gives {key!r} to both {taken.id!r} and {command.id!r}")
            else:
                self.taken.append(f"[keys] takes {key!r} from {command.id!r} for {taken.id!r}")


def _keys(listed: str) -> tuple[str, ...]:
    """The keys of a list with commas; a comma alone is the key itself."""
    return tuple(key for part in listed.split(",") if (key := part.strip())) or (
        (",",) if "," in listed else ()
    )


def shown(key: str) -> str:
    """A key as the reader knows it."""
    return {
        "pagedown": "PgDn",
        "pageup": "PgUp",
        "escape": "esc",
        "left": "←",
        "right": "→",
        "up": "↑",
        "down": "↓",
    }.get(key, key)
