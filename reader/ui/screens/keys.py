"""All keys, grouped as they are declared, and searchable."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotations.model import COLOURS
from reader.layout.cells import fit
from reader.ui.commands import COMMANDS
from reader.ui.keymap import shown
from reader.ui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look

KEY_CELLS = 16
LABEL_CELLS = 32

_NONE: Mapping[str, str] = {}
ELSEWHERE = {
    "THE CONTENTS": (
        (
            "enter",
            "Walk one speaker's statements",
            "s and S keep to them; esc, or enter there again, lets go.",
        ),
        ("enter", "Go to a heading, a caption, a note", "ctrl+o goes back."),
        ("/", "Find a name, a heading, a note", "Letters narrow the list down; esc lists all again."),
    ),
    "WRITING A NOTE": (
        ("ctrl+s", "Keep the note", "Enter does it too, in the line of tags."),
        ("esc", "Leave it as a draft", "It is offered again on the same passage, after a crash too."),
        ("tab →", "To the tags; take the proposed one", "Those in use are proposed as you type."),
        ("ctrl+e", "Write it in your own editor", "The one that $VISUAL or $EDITOR names."),
        ("ctrl+r", "Give the draft up", "What is saved stands there again."),
    ),
    "LISTS": (
        ("j k enter", "Move, take", "In contents, desk, all notes and choices; the mouse does it too."),
        ("/", "Narrow down", "Letters that are no keys of the list begin it as well."),
        ("q esc", "Close", "Escape clears what was typed first."),
        ("tab", "Sort the desk by something else", "Title, date, publisher, length, last saved."),
    ),
    "THE ORPHAN DESK": (
        ("enter", "Attach the note to this place", "Old and new stand side by side."),
        ("] [", "Next, previous place", "Those that are most alike come first."),
        ("v", "Choose the place by hand", "In the article, as a selection; enter attaches."),
        (". x u", "Keep, delete, undo", "Nothing goes without being told."),
    ),
    "THE MOUSE": (
        (
            "click",
            "Put the cursor; press a key below",
            "On a fold it opens it, on a note beside the text its card.",
        ),
        ("drag", "Select", "Beyond an edge the page scrolls along."),
        ("two, three clicks", "Select a word, a sentence", ""),
    ),
}
"""What is no command of the reading screen: a heading, then keys, what they do, and a sentence more."""


def key_choices(keymap: Keymap, names: Mapping[str, str] = _NONE) -> list[Choice]:
    """Every command under its group's heading: keys, label, and what it does.

    Args:
        names: the reader's own names for the colours.
    """
    own = {f"reading.colour-{n}": names.get(colour, "") for n, colour in enumerate(COLOURS, 1)}
    choices: list[Choice] = []
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        if choices:
            choices.append(Choice(""))
        choices.append(Choice(group.upper()))
        for command in commands:
            keys = _fitting([shown(key) for key in keymap.keys_of(command.id)]) or "no key"
            label = f"{command.label}: {own[command.id]}" if own.get(command.id) else command.label
            choices.append(Choice(fit(keys, KEY_CELLS) + fit(label, LABEL_CELLS), command.id, command.help))
    for heading, rows in ELSEWHERE.items():
        choices += [Choice(""), Choice(heading)]
        choices += [
            Choice(fit(keys, KEY_CELLS) + fit(label, LABEL_CELLS), "", help) for keys, label, help in rows
        ]
    return choices


def _fitting(keys: list[str]) -> str:
    """As many of a command's keys as have room, the first in any case."""
    while len(keys) > 1 and len(" ".join(keys)) >= KEY_CELLS:
        keys = keys[:-1]
    return " ".join(keys)


def keys_screen(keymap: Keymap, look: Look, names: Mapping[str, str] = _NONE) -> Chooser[str]:
    """The list of all keys; the command that is chosen in it is done: its id, empty for what is none."""
    return Chooser("All keys: enter does it, q leaves", key_choices(keymap, names), look)
