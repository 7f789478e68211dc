"""What a unit is beyond doubt: the few rules that are never wrong, which hold the chain where they apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.blocks.chain import NOISE
from reader.document.blocks.patterns import CORRECTION, RIGHTS
from reader.document.blocks.told import is_spoken

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.document.blocks.captions import Unit


_UNLIKE_CAPTIONS = frozenset({"question", "leadin", "dateonly", "undertime"})

_PICTURED = frozenset({"openparen", "capitals…", "counted", "twinned", "credited", "named", "retold"})
_TIMES_TOLD, _LONGEST_STAMP = 2, 40
"""Words such as "hours ago" that a line with a time has, and words of the longest such line."""


def certain(unit: Unit, names: Collection[str]) -> str | None:
    """The kind of a unit where it is sure; None where it has to be weighed.

    Args:
        names: what holds for the unit, as `context.features` tells it.
    """
    look = unit.look
    if look.furniture or "pulled" in names or (RIGHTS.match(look.text) and "rights reserved" in look.text):
        return NOISE
    if "entry" in names or (look.body and CORRECTION.match(look.text)):
        return "paragraph"
    if is_spoken(unit, names):
        return "paragraph"
    if _captioned(unit, names) and not is_no_caption(unit, names):
        return "caption"
    if look.announced:
        return NOISE
    return "byline" if "stamp" in names and not look.body and _above_or_in(names) else None


def is_no_caption(unit: Unit, names: Collection[str]) -> bool:
    """Whether a unit cannot be a caption: what asks, leads in, reports, shouts, tells a time, or stands below one."""
    if unit.alike or unit.look.credited or unit.look.only_credit:
        return False
    if unit.look.reported and not unit.look.tailed:
        return True
    if unit.look.cues.get("updated", 0) >= _TIMES_TOLD and unit.look.count < _LONGEST_STAMP:
        return True
    return not _UNLIKE_CAPTIONS.isdisjoint(names) or (unit.look.count > 3 and unit.look.text.isupper())


def _above_or_in(names: Collection[str]) -> bool:
    return not any(name.startswith("at:after") for name in names)


def _captioned(unit: Unit, names: Collection[str]) -> bool:
    look = unit.look
    if look.only_credit:
        return True
    if look.covered >= 0.34 or look.announced or "copyright" in look.words[:3]:
        return False
    if unit.alike in {"cut", "within"} or (unit.alike == "same" and "at:in" in names and not look.person):
        return True
    return not _PICTURED.isdisjoint(names) or look.credited or _credited_below(unit, names)


def _credited_below(unit: Unit, names: Collection[str]) -> bool:
    """Whether the next line is the credit of its picture."""
    spoken = "speech" in unit.look.cues and unit.look.body
    return "next:onlycredit" in names and unit.look.count < 60 and not spoken and "title0" not in names
