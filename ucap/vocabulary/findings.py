"""The kinds of finding, by the names that people read."""

from __future__ import annotations

from functools import cache

from ucap.vocabulary.reference import rows


@cache
def finding_names() -> dict[str, str]:
    """The name of each code of a finding, in the order in which they are listed; translate it where it is shown."""
    return {row["code"]: row["name"] for row in rows("findings")}
