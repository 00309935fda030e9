"""Urban Cooperation Action Plans: from documents to data, and from data to pictures and files.

    import ucap

    ucap.read("summary.pdf")                                   # the plans of a document
    ucap.open().frames.pairs                                   # the plans of the store, as tables
    ucap.open().select(partner="Rome").export("rome.xlsx")     # a selection as a file

The way through is one direction, and so are the imports:
documents -> reading -> plans -> store -> frames -> selection -> charts, exports -> pages.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ucap.shipped import VERSION

if TYPE_CHECKING:
    from ucap.collection import Collection
    from ucap.plan.record import Plan

__version__ = VERSION
__all__ = ["__version__", "open", "read"]


# Imported when called: `import ucap` and the command line load only what they need.
def read(path: str | os.PathLike[str]) -> list[Plan]:
    """The plans of a document: one, or as many as it holds.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
        OSError: there is no such file, or it may not be read.
    """
    from ucap.collection import read_path  # noqa: PLC0415

    return read_path(path)


def open(url: str | None = None) -> Collection:
    """All plans of a store, as tables and to select from.

    Args:
        url: `sqlite:///...` or `postgresql://...`; without it `UCAP_DATABASE_URL`, else the store of this user.

    Raises:
        StoreError: the store cannot be used, or a record in it is damaged.
    """
    from ucap.collection import open_store  # noqa: PLC0415

    return open_store(url)
