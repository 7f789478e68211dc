"""Numbers for what has names: the codes of items, tags, kinds and sides, as the trees' measures count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.sorts import SORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = list[float]


def numbers(names: Sequence[str]) -> dict[str, int]:
    """Each of the names by its place."""
    return {name: number for number, name in enumerate(names)}


def words(names: str) -> dict[str, int]:
    """Likewise for words parted by blanks."""
    return numbers(names.split())


CODES = numbers("^$vmbgporicwhnjQ'(.,:;-)tudsx")
ORIGINS = words("none signature top here prev above after below phrase continued resumed")
KINDS = words("name noun pronoun relative there")
ENDS = numbers(".,?!;:—-…")
TAGS = words("^ $ DT IN NN NNS NNP NNPS VBD VBZ VBP VB VBN VBG JJ CC TO PRP PRP$ POS RB Q QE , : . WDT WP MD")
CUES = numbers("VTGPNISJA")
SIDES = numbers(["", "L", "R", "B", "G"])
SORTED = numbers(SORTS)
FAMILIES = words("double single")
STYLES = words("double single both")
BLOCKS = words("paragraph title heading")
