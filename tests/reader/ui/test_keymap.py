"""The table of commands and the keys: each action once, each key one action, the reader's own word first."""

from __future__ import annotations

from reader.ui.commands import COMMANDS
from reader.ui.keymap import Keymap


def test_no_two_commands_share_a_key_or_an_id() -> None:
    """Every key of the table does what the table says."""
    keymap = Keymap()
    assert keymap.problems == []
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        for key in command.keys:
            found = keymap.find(key, selecting=command.context == "selecting")
            assert found is command


def test_every_command_says_what_it_does() -> None:
    """The key list and the palette have something to show for each."""
    for command in COMMANDS:
        assert command.label
        assert command.label[0].isupper()
        assert not command.label.endswith(".")
        assert command.help.endswith(".")


def test_selecting_keys_win_while_there_is_a_selection() -> None:
    """`o` swaps the ends then, and shows the contents otherwise."""
    keymap = Keymap()
    assert [keymap.find("o", selecting=s).id for s in (False, True)] == ["windows.contents", "selecting.swap"]  # type: ignore[union-attr]
    assert keymap.find("j", selecting=True) is keymap.find("j")
    assert keymap.find("right_curly_bracket") is keymap.find("}")
    assert keymap.find("F12") is None


def test_the_readers_own_keys_replace_the_usual_ones() -> None:
    """One key or several; what had the key before loses it."""
    keymap = Keymap({"reading.highlight": "k, f5", "windows.quit": "ctrl+x"})
    assert keymap.keys_of("reading.highlight") == ("k", "f5")
    assert keymap.find("k").id == "reading.highlight"  # type: ignore[union-attr]
    assert keymap.find("h") is None
    assert keymap.find("q") is None
    assert keymap.keys_of("reading.row-up") == ("up",)
    assert keymap.problems == []


def test_a_clash_and_an_unknown_name_are_said() -> None:
    """A configuration that cannot hold is named, and the rest of it holds."""
    keymap = Keymap({"reading.highlight": "k", "reading.note": "k", "reading.dance": "d"})
    assert keymap.find("k").id == "reading.highlight"  # type: ignore[union-attr]
    assert keymap.problems == [
        "[keys] names no action called 'reading.dance'",
        "[keys] gives 'k' to both 'reading.highlight' and 'reading.note'",
    ]
