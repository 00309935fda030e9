"""Numbers in words that several charts share.

What has to be said beside a map and beside the goals.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from ucap.wording import _, format_list, format_number, ngettext


def plans(count: int) -> str:
    """A number of plans: "1 plan", "2,000 plans"."""
    return ngettext("{count} plan", "{count} plans", count).format(count=format_number(count))


def activities(count: int) -> str:
    """A number of activities: "1 activity"."""
    return ngettext("{count} activity", "{count} activities", count).format(count=format_number(count))


def of_plans(count: int, total: int) -> str:
    """A number of the selected plans: "9 of 12 selected plans"."""
    return ngettext("{count} of {total} selected plan", "{count} of {total} selected plans", total).format(
        count=format_number(count), total=format_number(total)
    )


def percent(count: int, total: int) -> str:
    """A share in whole per cent; what is there but rounds to nothing is "<1%", what is not quite all is ">99%"."""
    share = 100 * count / total if total else 0.0
    if 0 < share < 1:
        return _("<{percent}%").format(percent=1)
    if 99 < share < 100:
        return _(">{percent}%").format(percent=99)
    return _("{percent}%").format(percent=round(share))


def share(count: int, total: int) -> float:
    """A share in per cent with one decimal, for tables."""
    return round(100 * count / total, 1) if total else 0.0


def some(names: Sequence[str], most: int = 5, total: int | None = None) -> str:
    """The names as a list; of more than `most`, the first and the number of those that are not named.

    `total` is how many there are if `names` are not all.
    """
    left_out = (len(names) if total is None else total) - min(most, len(names))
    if not left_out:
        return format_list(names)
    more = ngettext("{count} more", "{count} more", left_out).format(count=format_number(left_out))
    return format_list([*names[:most], more])


def sentences(*parts: str) -> str:
    """Sentences one after the other, parted as the language does; empty ones are left out."""
    said = [part for part in parts if part]
    return reduce(lambda first, second: _("{first} {second}").format(first=first, second=second), said) if said else ""


def boundary_notice() -> str:
    """The notice that stands below every map."""
    return _(
        "The boundaries and names shown and the designations used on maps do not imply official endorsement or "
        "acceptance by the European Union or the United Nations."
    )


def goal_disclaimer() -> str:
    """The disclaimer that the United Nations' guidelines for the use of the SDG colours ask for."""
    return _(
        "The content of this publication has not been approved by the United Nations and does not reflect "
        "the views of the United Nations or its officials or Member States. "
        "Sustainable Development Goals: https://www.un.org/sustainabledevelopment"
    )
