"""The themes, and roles to the styles of each: inks in full colour, sixteen colours, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.color import Color as RichColor
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from reader.layout.ascii import ascii_of
from reader.sheet.ink import PAPERS, Inks

if TYPE_CHECKING:
    from textual.color import Color

Mode = Literal["colour", "ansi", "plain"]
"""Full colour; the terminal's own sixteen; attributes alone, for `NO_COLOR`."""

DARK = Theme(
    name="pullquote-dark",
    primary="#8fb8e8",
    secondary="#a8a297",
    accent="#e0b062",
    warning="#e0b062",
    error="#e58a7f",
    success="#93c48b",
    foreground=PAPERS["pullquote-dark"][0],
    background=PAPERS["pullquote-dark"][1],
    surface="#1e2024",
    panel="#26282d",
    dark=True,
    variables={"block-cursor-text-style": "none", "footer-key-foreground": "#e0b062"},
)
LIGHT = Theme(
    name="pullquote-light",
    primary="#2c5f9e",
    secondary="#6f695e",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a83a2c",
    success="#2f7138",
    foreground=PAPERS["pullquote-light"][0],
    background=PAPERS["pullquote-light"][1],
    surface="#f2eee4",
    panel="#e8e3d6",
    dark=False,
    variables={"block-cursor-text-style": "none", "footer-key-foreground": "#8a5a00"},
)


def theme_names() -> list[str]:
    """Every theme that there is, our own first."""
    return [DARK.name, LIGHT.name, *sorted(BUILTIN_THEMES)]


_ANSI_VOICES = ("cyan", "yellow", "green", "magenta", "blue", "bright_cyan", "red", "bright_green")
_ANSI_HIGHLIGHTS = {"yellow": "yellow", "red": "red", "green": "green", "blue": "blue", "purple": "magenta"}


_ABOVE = frozenset({"cursor", "selection", "current", "label"})
"""Roles that lie over highlights, and over each other."""


class Look:
    """The styles of one theme.

    Args:
        foreground: of plain text.
        background: of the page.
        mode: how much colour there is.
        ascii_only: whether the terminal knows no other characters.
    """

    def __init__(
        self, foreground: Color, background: Color, mode: Mode = "colour", *, ascii_only: bool = False
    ) -> None:
        self.mode = mode
        self._ascii = ascii_only
        self._styles: dict[tuple[str, ...], Style] = {}
        self._inks = Inks(foreground.rgb, background.rgb)

    def spelled(self, text: str) -> str:
        """A text in characters that the terminal knows, as wide as it was."""
        return ascii_of(text) if self._ascii else text

    def style(self, roles: tuple[str, ...] = ()) -> Style:
        """The style of a stack of roles, the lowest first."""
        found = self._styles.get(roles)
        if found is None:
            build = {"colour": self._colour, "ansi": self._ansi, "plain": self._plain}[self.mode]
            found = self._styles[roles] = build(roles)
        return found

    def _colour(self, roles: tuple[str, ...]) -> Style:
        ink = self._inks.of(roles)
        return Style(
            color=RichColor.from_rgb(*ink.front),
            bgcolor=RichColor.from_rgb(*ink.back),
            bold=ink.bold,
            italic=ink.italic,
            underline=ink.underline,
            underline2=ink.double,
        )

    def _ansi(self, roles: tuple[str, ...]) -> Style:
        style = Style()
        for role in roles:
            style += _ansi_style(role)
        if style.bgcolor is not None and not style.reverse:
            style += Style(color="black")
        return style

    def _plain(self, roles: tuple[str, ...]) -> Style:
        style = Style()
        for role in roles:
            over = _plain_style(role)
            # What is reversed twice is seen by standing out from it: a cursor, a selection over a highlight.
            twice = role in _ABOVE and style.reverse and over.reverse
            style += Style(reverse=False, bold=True, underline=True) if twice else over
        return style


def _ansi_style(role: str) -> Style:
    """A role in the terminal's own sixteen colours."""
    name, _, rest = role.partition(".")
    number = rest.partition(".")[0]
    if name in ("voice", "source") and number.isdigit():
        return Style(color=_ANSI_VOICES[int(number)], bold=name == "source" or None)
    if name == "highlight":
        return Style(bgcolor=_ANSI_HIGHLIGHTS.get(rest, "yellow"))
    if name in _ANSI_HIGHLIGHTS:
        return Style(color=_ANSI_HIGHLIGHTS[name])
    if name in ("hit", "selection"):
        return Style(bgcolor="bright_cyan" if name == "hit" else "bright_blue")
    if name in ("current", "label"):
        return Style(bgcolor="bright_yellow", bold=True)
    if name == "error":
        return Style(color="red", bold=True)
    if name == "accent":
        return Style(color="yellow")
    return _plain_style(role)


def _plain_style(role: str) -> Style:
    """A role without any colour."""
    name, _, rest = role.partition(".")
    if name == "block" and rest in ("title", "heading"):
        return Style(bold=True)
    if name == "block" and rest in ("caption", "quote"):
        return Style(italic=True)
    if name == "block" and rest not in ("list-item", "code"):
        return Style(dim=True)
    attributes = {
        "source": Style(bold=True),
        "highlight": Style(reverse=True),
        "statement": Style(underline=True),
        "unsure": Style(underline2=True),
        "hit": Style(bold=True, underline=True),
        "current": Style(reverse=True, bold=True),
        "label": Style(reverse=True, bold=True),
        "selection": Style(reverse=True),
        "cursor": Style(reverse=True),
        "error": Style(bold=True),
        "bold": Style(bold=True),
        "dim": Style(dim=True),
        "rule": Style(dim=True),
    }
    if name == "mark":
        return Style(
            underline=rest.startswith("link") or None,
            italic=rest == "emphasis" or None,
            bold=rest == "strong" or None,
        )
    return attributes.get(name, Style())
