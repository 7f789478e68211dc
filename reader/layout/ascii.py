"""Text for terminals that know ASCII alone: every character by a stand-in of its own width."""

from __future__ import annotations

from reader.layout.cells import clusters
from reader.layout.voices import ASCII_MARKS, MARKS

_STAND_INS = {
    **dict(zip(MARKS, ASCII_MARKS, strict=True)),
    "·": ".", "…": "~", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‹": "<", "›": ">",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "─": "-", "┄": "-", "│": "|", "┃": "#", "┬": "+", "┴": "+", "╭": "+",
    "╮": "+", "╰": "+", "╯": "+", "▎": "|", "▍": "#", "┊": ":", "┋": "%", "▣": "#", "•": "*", "×": "x", "←": "<",
    "→": ">", "↑": "^", "↓": "v", "\xa0": " ",
}  # fmt: skip


def ascii_of(text: str) -> str:
    """The text in ASCII, as wide as it was; what has no stand-in is a question mark for each of its cells."""
    if text.isascii():
        return text
    shown = ((text[c.start : c.end], c.width) for c in clusters(text))
    return "".join(part if part.isascii() else _STAND_INS.get(part) or "?" * width for part, width in shown)
