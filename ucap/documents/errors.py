"""What is said when a document cannot be read."""

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
