"""What has to be said beside a map and beside the goals."""

from __future__ import annotations

from ucap.wording import _


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
