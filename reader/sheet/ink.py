"""Roles to inks: the one place that knows colours. Contrast is computed, so that every theme can be read.

Plain numbers, no terminal: the app makes its styles of inks, the first screen its escape sequences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Rgb = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

PAPERS = {"pullquote-dark": ("#d9d6cd", "#17181b"), "pullquote-light": ("#2a2925", "#faf7f0")}
"""Our own themes: the colour of plain text, and of the page."""

_VOICES = ("#7fb5f2", "#e6b35a", "#93c98a", "#ef94ac", "#b9a3f2", "#66c9c1", "#ee9b6c", "#c6cb74")
_LIGHT_VOICES = ("#1f5fae", "#8a5a00", "#2a7233", "#b0305c", "#6a45c4", "#08766f", "#a84a14", "#66700a")
HIGHLIGHTS = {
    "yellow": "#e8c02a",
    "red": "#e2574c",
    "green": "#58b35a",
    "blue": "#4a90e0",
    "purple": "#a86bd6",
}


def rgb(hexadecimal: str) -> Rgb:
    """The colour of "#rrggbb"."""
    number = int(hexadecimal[1:], 16)
    return number >> 16, number >> 8 & 255, number & 255


def blend(first: Rgb, second: Rgb, share: float) -> Rgb:
    """The colour on the way from the first to the second, of which it has `share`, 0 to 1."""
    red, green, blue = (int(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


class Ink(NamedTuple):
    """A style while roles are laid over each other."""

    front: Rgb
    back: Rgb
    bold: bool = False
    italic: bool = False
    underline: bool = False
    double: bool = False


def contrast(first: Rgb, second: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21.

    Source: Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Rgb, backs: Iterable[Rgb], ratio: float) -> Rgb:
    """The colour, lightened or darkened by as little as gives it a contrast of `ratio` with each background."""
    backs = list(backs)
    towards = (255, 255, 255) if _luminance(backs[0]) < 0.18 else (0, 0, 0)
    for step in range(21):
        found = blend(colour, towards, step / 20)
        if all(contrast(found, back) >= ratio for back in backs):
            return found
    return towards


class Inks:
    """The inks of one theme.

    Args:
        front: of plain text.
        back: of the page.
    """

    def __init__(self, front: Rgb, back: Rgb) -> None:
        self.front, self.back = front, back
        dark = _luminance(self.back) < 0.18
        self.highlights = {
            name: blend(self.back, rgb(value), 0.34 if dark else 0.36) for name, value in HIGHLIGHTS.items()
        }
        self.tint = blend(self.back, self.front, 0.07 if dark else 0.055)
        self.voices = [
            readable(rgb(value), [self.tint, self.back], 4.5)
            for value in (_VOICES if dark else _LIGHT_VOICES)
        ]
        self.dim = readable(blend(self.front, self.back, 0.5), [self.back], 3.6)
        self.rule = blend(self.front, self.back, 0.8)
        self.accent = readable(rgb("#e0b062"), [self.back], 4.5)
        self.select = blend(self.back, rgb("#5b9bf0"), 0.42 if dark else 0.3)

    def of(self, roles: tuple[str, ...] = ()) -> Ink:
        """The ink of a stack of roles, the lowest first; it can be read on its own background."""
        ink = Ink(self.front, self.back)
        for role in roles:
            ink = self._lay(ink, role)
        if ink.back != self.back and contrast(ink.front, ink.back) < 4.5:
            ink = ink._replace(front=readable(ink.front, [ink.back], 4.5))
        return ink

    def _lay(self, ink: Ink, role: str) -> Ink:
        name, _, rest = role.partition(".")
        if name in ("voice", "source"):
            number, _, soft = rest.partition(".")
            colour = self.voices[int(number)] if number.isdigit() else self.front
            if soft:
                colour = blend(colour, self.front, 0.42)
            return ink._replace(front=colour, bold=ink.bold or name == "source")
        if name == "highlight":
            over = self.highlights.get(rest, self.highlights["yellow"])
            return ink._replace(
                back=over if ink.back in (self.back, self.tint) else blend(ink.back, over, 0.6)
            )
        if name == "block":
            return self._block(ink, rest)
        if name == "mark":
            return ink._replace(
                underline=ink.underline or rest.startswith("link"),
                italic=ink.italic or rest == "emphasis",
                bold=ink.bold or rest == "strong",
                back=blend(self.back, self.front, 0.1) if rest == "code" else ink.back,
            )
        return self._chrome(ink, name)

    def _block(self, ink: Ink, kind: str) -> Ink:
        if kind in ("title", "heading"):
            return ink._replace(bold=True)
        if kind == "caption":
            return ink._replace(italic=True, front=blend(self.front, self.back, 0.18))
        if kind == "quote":
            return ink._replace(italic=True)
        if kind in ("list-item", "code"):
            return ink
        return ink._replace(front=self.dim)

    def _chrome(self, ink: Ink, name: str) -> Ink:
        if name == "sentence":
            return ink._replace(
                back=self.tint if ink.back == self.back else blend(ink.back, self.front, 0.08)
            )
        if name == "statement":
            return ink._replace(underline=True)
        if name == "unsure":
            return ink._replace(underline=False, double=True)
        if name == "selection":
            return ink._replace(back=self.select)
        if name == "hit":
            return ink._replace(back=blend(self.back, self.accent, 0.38))
        if name in ("current", "label"):
            return ink._replace(front=self.back, back=self.accent, bold=True)
        if name == "cursor":
            return ink._replace(front=self.back, back=blend(self.front, self.back, 0.25))
        if name == "dim":
            return ink._replace(front=self.dim, underline=False)
        if name == "rule":
            return ink._replace(front=self.rule)
        if name == "accent":
            return ink._replace(front=self.accent)
        if name == "error":
            return ink._replace(front=readable(rgb("#e5675a"), [self.back], 4.5), bold=True)
        if name == "bar":
            return ink._replace(front=blend(self.front, self.back, 0.35))
        if name == "bold":
            return ink._replace(bold=True)
        if name in HIGHLIGHTS:
            return ink._replace(front=readable(rgb(HIGHLIGHTS[name]), [self.back], 3.0))
        return ink


def _luminance(colour: Rgb) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
