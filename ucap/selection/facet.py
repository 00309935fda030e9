"""A facet: things of one sort that filters are about, with the plans that have them.

Filters about the same thing must be met by the same thing: Rome and Italy by one city, visits and 2018 by one
visit in 2018.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ucap.selection.filters import FilterName, Value
from ucap.selection.matrix import Mask, Membership
from ucap.selection.selection import Selection


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """Things of one sort. `members` says which plans have which; `attributes` what each filter sees of each thing.

    `orders` are the values of each filter in the order in which they are shown.
    """

    members: Membership
    attributes: dict[FilterName, Sequence[Value | None]]
    orders: dict[FilterName, Sequence[Value]]
    _memberships: dict[FilterName, Membership] = field(default_factory=dict)

    def touched(self, selection: Selection) -> Mask | None:
        """The plans that have a thing that meets all filters of the facet; None where none of them says anything."""
        wanted = self._wanted(selection, list(self.attributes))
        return None if wanted is None else self.members.touched(wanted)

    def membership(self, name: FilterName, selection: Selection | None = None) -> Membership:
        """Plans x values of one filter, from the things that meet the selection's other filters of the facet."""
        others = [other for other in self.attributes if other != name]
        wanted = self._wanted(selection, others) if selection else None
        if wanted is not None:
            return self.members.grouped(self.attributes[name], self.orders[name], wanted)
        if name not in self._memberships:
            self._memberships[name] = self.members.grouped(self.attributes[name], self.orders[name])
        return self._memberships[name]

    def _wanted(self, selection: Selection, names: list[FilterName]) -> Mask | None:
        """The things that meet the filters of these names; None where none of them says anything."""
        asked = [
            np.array([value in chosen for value in self.attributes[name]], dtype=bool)
            for name in names
            if (chosen := frozenset(selection.values(name)))
        ]
        return np.logical_and.reduce(asked) if asked else None
