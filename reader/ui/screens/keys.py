"""All keys, grouped as they are declared, and searchable."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reader.layout.cells import fit
from reader.ui.commands import COMMANDS
from reader.ui.keymap import shown
from reader.ui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look

KEY_CELLS = 16
LABEL_CELLS = 32


def key_choices(keymap: Keymap) -> list[Choice]:
    """Every command under its group's heading: keys, label, and what it does."""
    choices: list[Choice] = []
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        if choices:
            choices.append(Choice(""))
        choices.append(Choice(group.upper()))
        for command in commands:
            keys = " ".join(shown(key) for key in keymap.keys_of(command.id)) or "no key"
            choices.append(
                Choice(fit(keys, KEY_CELLS) + fit(command.label, LABEL_CELLS), command.id, command.help)
            )
    return choices


def keys_screen(keymap: Keymap, look: Look) -> Chooser[str]:
    """The list of all keys; what is chosen in it is done."""
    return Chooser("All keys: enter does it, q leaves", key_choices(keymap), look)
