"""An entity in the making: the names that are grouped so far, and what is known of whom they name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.people.matching import core_of

if TYPE_CHECKING:
    from reader.analysis.people.gender import Gender
    from reader.analysis.people.kinds import Kind
    from reader.analysis.people.names import Name


@dataclass(slots=True, eq=False)
class Figure:
    """An entity in the making.

    Attributes:
        names: where it is named, in order.
        forms: how often each form of the name, as words, occurs.
        roles: spans of the article's text that tell its role, best first once `settle` has run.
        kind: what it is.
        gender: as known so far.
        sure: the gender is told by more than a forename.
        starts: where its full name stands, in order.
        latest: where a name of one word was last taken in; -1 for nowhere.
        plural: several people.
    """

    names: list[Name] = field(default_factory=list)
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    kind: Kind = "other"
    gender: Gender | None = None
    sure: bool = False
    starts: list[int] = field(default_factory=list)
    latest: int = -1
    plural: bool = False

    def add(self, name: Name) -> None:
        """Take in a further mention."""
        if len(name.words) > 1 or not self.starts:
            self.starts.append(name.start)
        else:
            self.latest = name.start
        self.names.append(name)
        self.forms[name.words] += 1

    @property
    def fullest(self) -> tuple[str, ...]:
        """The form with the most words that are no initials; among equals the commonest, then the first."""
        if len(self.forms) == 1:
            return next(iter(self.forms))  # so it is for most, and this is asked often
        return max(
            self.forms,
            key=lambda form: (
                len(core_of(form)),
                not form[0].isupper() or not form[0][1:].isupper(),
                self.forms[form],
            ),
        )
