"""Folding: the form in which passages are compared, with the way back to the original's code points."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

_QUOTES = {
    **dict.fromkeys("“”„‟«»″〝〞〟＂", '"'),
    **dict.fromkeys("‘’‚‛‹›ʼ′`´＇", "'"),
}
_SINGLE = (" ", "-")
"""Folded characters that never stand twice in a row, even where something between them vanished."""

_DASHES = "-‐‑‒–—―−﹘﹣－"
_FORMS = str.maketrans(_QUOTES | dict.fromkeys(_DASHES, "-"))
_PIECES = re.compile(rf"[!-,.-_a-~]+|[{_DASHES}]+|\s+|.", re.DOTALL)
"""Runs that fold as a whole: plain ASCII (no white space, dash or grave accent), dashes, white space; else one character."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form in which passages are compared, with the way back.

    Attributes:
        text: the folded text.
        at: for each folded character the offset of the character it came from, and the length of the original at the
            end; never falls.
        raw: the original.
    """

    text: str
    at: array[int]
    raw: str

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original, in code points, that a range of the folded text came from."""
        if start >= end:
            return self.at[start], self.at[start]
        return self.at[start], self.at[bisect_right(self.at, self.at[end - 1])]

    def breaks(self, offset: int) -> bool:
        """Whether a line of the original ends directly before or after a boundary of the folded text."""
        first, last = max(0, offset - 1), min(len(self.text), offset + 1)
        around = self.raw[self.at[first] : self.at[last]]
        return offset in (0, len(self.text)) or "\n" in around

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """The range of the folded text that comes from a range of the original."""
        first = bisect_left(self.at, start, 0, len(self.text))
        return first, max(first, bisect_left(self.at, end, 0, len(self.text)))


def fold(text: str) -> Folded:
    """The text with each run of white space as one space and one form of each quotation mark, dash and letter.

    Compatibility forms (ligatures, no-break and full-width characters) and composed letters become their Unicode
    compatibility decomposition (NFKD); invisible formatting characters and U+FFFD, which `clean` puts in the place of
    some, vanish. Case stays.

    Source: Unicode Standard Annex 15.
    """
    parts: list[str] = []
    at = array("L")
    last = ""
    for piece in _PIECES.finditer(text):
        found, start = piece.group(), piece.start()
        if found[0] == "-" or not found.isascii() or found.isspace():
            found = _fold_piece(found)
            found = "" if found in _SINGLE and found == last else found
            at.extend([start] * len(found))
        elif found == "`":
            found = "'"
            at.append(start)
        else:
            at.extend(range(start, start + len(found)))
        parts.append(found)
        last = found[-1] if found else last
    at.append(len(text))
    return Folded("".join(parts), at, text)


@lru_cache(maxsize=4096)
def _fold_piece(piece: str) -> str:
    """A run of white space or dashes, or one character beyond plain ASCII, folded."""
    if piece.isspace():
        return " "
    if piece[0] in _DASHES:
        return "-"
    if piece in _QUOTES:
        return _QUOTES[piece]
    if piece == "\ufffd" or unicodedata.category(piece) == "Cf":
        return ""
    forms = unicodedata.normalize("NFKD", piece).translate(_FORMS)
    return piece if forms[0].isspace() else forms
