"""What kind of noise a line of page furniture is: promotion, advertisement, credit or boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.blocks.patterns import RIGHTS

if TYPE_CHECKING:
    from reader.document.blocks.looks import Look
    from reader.document.model import BlockKind

_FORMS = ("signup", "wall", "legal", "comments", "share", "player", "gallery", "tags", "minutes")


def noise(look: Look, after_label: bool) -> BlockKind:
    """The kind of a line that is none of the story's.

    Args:
        look: the line by itself.
        after_label: it stands below a label such as "Related".
    """
    cues = look.cues
    if cues.get("ad") and cues["ad"] * 3 >= len(look.words):
        return "ad"
    if look.announced and not _form(look):
        return "promo"
    if ((cues.get("credit") or cues.get("bio")) and not _form(look)) or RIGHTS.search(look.text[:80]):
        return "credit"
    if cues.get("promo", 0) > max((cues.get(name, 0) for name in _FORMS), default=0):
        return "promo"
    if _form(look):
        return "boilerplate"
    if after_label or _headline(look):
        return "promo"
    return "boilerplate"


def _form(look: Look) -> bool:
    return any(look.cues.get(name) for name in _FORMS)


def _headline(look: Look) -> bool:
    """Whether it reads as the headline of another story."""
    return look.count >= 5 and not look.furniture and not look.dated
