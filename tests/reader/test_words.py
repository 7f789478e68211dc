"""The first word decides: a command's name is the command, anything else is something to read."""

import pytest

from reader.command.words import nearest_command, with_command


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["read"]),
        (["sample.txt"], ["read", "sample.txt"]),
        (["sample.txt", "--width", "60"], ["read", "sample.txt", "--width", "60"]),
        (["--width", "60", "sample.txt"], ["read", "--width", "60", "sample.txt"]),
        (["export", "a.txt"], ["export", "a.txt"]),
        (["--store", "export", "notes"], ["notes", "--store", "export"]),
        (["--store=x", "analyze", "a"], ["analyze", "--store=x", "a"]),
        (["./export"], ["read", "./export"]),
        (["--", "export"], ["read", "--", "export"]),
        (["-"], ["read", "-"]),
        (["--help"], ["--help"]),
        (["--nonsense"], ["read", "--nonsense"]),
        (["read", "export"], ["read", "export"]),
    ],
)
def test_the_command_is_found(words: list[str], expected: list[str]) -> None:
    """Global options hold before and after the command; after `--` every word is a file."""
    assert with_command(words) == expected


def test_a_mistyped_command_is_recognised() -> None:
    """A slip of the finger gets a hint, a file's name does not."""
    assert nearest_command("exprot") == "export"
    assert nearest_command("sample.txt") is None
