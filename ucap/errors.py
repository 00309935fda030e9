"""What is said when a document cannot be read.

What the store says when something cannot be done. Each message is written for the person at the screen.
"""

from __future__ import annotations


class UnreadableDocument(ValueError):  # noqa: N818 (a kind of document, too)
    """A document of which nothing can be read.

    Attributes:
        name: the document's name, as the user knows it.
        reason: what is wrong with it, as a sentence.
        remedy: what would be right, as a sentence.
    """

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        self.name, self.reason, self.remedy = name, reason, remedy
        super().__init__(f"{name}: {reason} {remedy}")

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str, str]]:
        """The parts, so that the error survives the way between two processes."""
        return type(self), (self.name, self.reason, self.remedy)


class StoreError(Exception):
    """Something that the store was asked for and did not do. Nothing was changed."""


class StoreUnavailable(StoreError):  # noqa: N818 (a state, not a mistake)
    """The database or its disk cannot be used now: full, read-only, gone, damaged. Trying again later may help."""


class Damaged(StoreError):  # noqa: N818 (a state, not a mistake)
    """The record of one edition cannot be read from the store any more; all others can.

    Attributes:
        plan_id, edition: whose record it is.
    """

    def __init__(self, plan_id: str, edition: int, message: str) -> None:
        self.plan_id, self.edition = plan_id, edition
        super().__init__(message)


class DamagedEntry(Damaged):
    """What somebody wrote, or a line of the log, is not as it was written any more; all else is, and goes on.

    Attributes:
        table, number: which entry it is.
        plan_id: whose it is, as far as that can be read; "" where it is of no plan.
    """

    def __init__(self, table: str, number: int, plan_id: str, message: str) -> None:
        self.table, self.number = table, number
        super().__init__(plan_id, 0, message)


class NotAllowed(StoreError):  # noqa: N818
    """The acting person may look and export, but not change anything."""


class NotFound(StoreError):  # noqa: N818
    """There is no such plan, document, edition, correction or dismissal."""


class Invalid(StoreError):  # noqa: N818
    """What was given cannot be kept; the message says what would be right."""


class Unchanged(Invalid):
    """What was given stands there already."""


class Refused(StoreError):  # noqa: N818
    """A file, or a whole upload, that is not taken in: too large, too many, a bomb, a damaged archive."""


class Conflict(StoreError):  # noqa: N818
    """Somebody else changed the same thing after the acting person looked at it.

    Attributes:
        first: the other person's correction that stands now, as `ucap.store.Correction`; None where the change
            was of another kind (a correction withdrawn, the plan read again).
    """

    def __init__(self, message: str, first: object = None) -> None:
        self.first = first
        super().__init__(message)
