"""Roles to styles: the one place that knows colours. Contrast is computed, so that every theme can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    foreground="#d9d6cd",
    background="#17181b",
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
    foreground="#2a2925",
    background="#faf7f0",
    surface="#f2eee4",
    panel="#e8e3d6",
    dark=False,
    variables={"block-cursor-text-style": "none", "footer-key-foreground": "#8a5a00"},
)

_VOICES = ("#7fb5f2", "#e6b35a", "#93c98a", "#ef94ac", "#b9a3f2", "#66c9c1", "#ee9b6c", "#c6cb74")
_LIGHT_VOICES = ("#1f5fae", "#8a5a00", "#2a7233", "#b0305c", "#6a45c4", "#08766f", "#a84a14", "#66700a")
_HIGHLIGHTS = {
    "yellow": "#e8c02a",
    "red": "#e2574c",
    "green": "#58b35a",
    "blue": "#4a90e0",
    "purple": "#a86bd6",
}
_ANSI_VOICES = ("cyan", "yellow", "green", "magenta", "blue", "bright_cyan", "red", "bright_green")
_ANSI_HIGHLIGHTS = {"yellow": "yellow", "red": "red", "green": "green", "blue": "blue", "purple": "magenta"}


class Ink(NamedTuple):
    """A style while roles are laid over each other."""

    front: Color
    back: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    double: bool = False


def contrast(first: Color, second: Color) -> float:
    """The contrast ratio of two colours, 1 to 21.

    Source: Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Color, backs: Iterable[Color], ratio: float) -> Color:
    """The colour, lightened or darkened by as little as gives it a contrast of `ratio` with each background."""
    backs = list(backs)
    towards = Color(255, 255, 255) if _luminance(backs[0]) < 0.18 else Color(0, 0, 0)
    for step in range(21):
        found = colour.blend(towards, step / 20)
        if all(contrast(found, back) >= ratio for back in backs):
            return found
    return towards


class Look:
    """The styles of one theme.

    Args:
        foreground: of plain text.
        background: of the page.
        mode: how much colour there is.
    """

    def __init__(self, foreground: Color, background: Color, mode: Mode = "colour") -> None:
        self.mode = mode
        self._styles: dict[tuple[str, ...], Style] = {}
        front, back = foreground.rgb, background.rgb
        self.front, self.back = Color(*front), Color(*back)
        dark = _luminance(self.back) < 0.18
        self.highlights = {
            name: self.back.blend(Color.parse(value), 0.34 if dark else 0.36)
            for name, value in _HIGHLIGHTS.items()
        }
        self.tint = self.back.blend(self.front, 0.07 if dark else 0.055)
        self.voices = [
            readable(Color.parse(value), [self.tint, self.back], 4.5)
            for value in (_VOICES if dark else _LIGHT_VOICES)
        ]
        self.dim = readable(self.front.blend(self.back, 0.5), [self.back], 3.6)
        self.rule = self.front.blend(self.back, 0.8)
        self.accent = readable(Color.parse("#e0b062"), [self.back], 4.5)
        self.select = self.back.blend(Color.parse("#5b9bf0"), 0.42 if dark else 0.3)

    def style(self, roles: tuple[str, ...] = ()) -> Style:
        """The style of a stack of roles, the lowest first."""
        found = self._styles.get(roles)
        if found is None:
            build = {"colour": self._colour, "ansi": self._ansi, "plain": self._plain}[self.mode]
            found = self._styles[roles] = build(roles)
        return found

    def _colour(self, roles: tuple[str, ...]) -> Style:
        ink = Ink(self.front, self.back)
        for role in roles:
            ink = self._lay(ink, role)
        front = ink.front
        if ink.back != self.back and contrast(front, ink.back) < 4.5:
            front = readable(front, [ink.back], 4.5)
        return Style(
            color=RichColor.from_rgb(*front.rgb),
            bgcolor=RichColor.from_rgb(*ink.back.rgb),
            bold=ink.bold,
            italic=ink.italic,
            underline=ink.underline,
            underline2=ink.double,
        )

    def _lay(self, ink: Ink, role: str) -> Ink:
        name, _, rest = role.partition(".")
        if name in ("voice", "source"):
            number, _, soft = rest.partition(".")
            colour = self.voices[int(number)] if number.isdigit() else self.front
            if soft:
                colour = colour.blend(self.front, 0.42)
            return ink._replace(front=colour, bold=ink.bold or name == "source")
        if name == "highlight":
            over = self.highlights.get(rest, self.highlights["yellow"])
            return ink._replace(
                back=over if ink.back in (self.back, self.tint) else ink.back.blend(over, 0.6)
            )
        if name == "block":
            return self._block(ink, rest)
        if name == "mark":
            return ink._replace(
                underline=ink.underline or rest == "link",
                italic=ink.italic or rest == "emphasis",
                bold=ink.bold or rest == "strong",
                back=self.back.blend(self.front, 0.1) if rest == "code" else ink.back,
            )
        return self._chrome(ink, name)

    def _block(self, ink: Ink, kind: str) -> Ink:
        if kind in ("title", "heading"):
            return ink._replace(bold=True)
        if kind == "caption":
            return ink._replace(italic=True, front=self.front.blend(self.back, 0.18))
        if kind == "quote":
            return ink._replace(italic=True)
        if kind in ("list-item", "code"):
            return ink
        return ink._replace(front=self.dim)

    def _chrome(self, ink: Ink, name: str) -> Ink:
        if name == "sentence":
            return ink._replace(back=self.tint if ink.back == self.back else ink.back.blend(self.front, 0.08))
        if name == "statement":
            return ink._replace(underline=True)
        if name == "unsure":
            return ink._replace(underline=False, double=True)
        if name == "selection":
            return ink._replace(back=self.select)
        if name == "hit":
            return ink._replace(back=self.back.blend(self.accent, 0.38))
        if name in ("current", "label"):
            return ink._replace(front=self.back, back=self.accent, bold=True)
        if name == "cursor":
            return ink._replace(front=self.back, back=self.front.blend(self.back, 0.25))
        if name == "dim":
            return ink._replace(front=self.dim, underline=False)
        if name == "rule":
            return ink._replace(front=self.rule)
        if name == "accent":
            return ink._replace(front=self.accent)
        if name == "error":
            return ink._replace(front=readable(Color.parse("#e5675a"), [self.back], 4.5), bold=True)
        if name == "bar":
            return ink._replace(front=self.front.blend(self.back, 0.35))
        if name == "bold":
            return ink._replace(bold=True)
        if name in _HIGHLIGHTS:
            return ink._replace(front=readable(Color.parse(_HIGHLIGHTS[name]), [self.back], 3.0))
        return ink

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
            style += _plain_style(role)
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
            underline=rest == "link" or None, italic=rest == "emphasis" or None, bold=rest == "strong" or None
        )
    return attributes.get(name, Style())


def _luminance(colour: Color) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.rgb
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
