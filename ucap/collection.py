"""The plans of a store in a few lines, for a script or a notebook.

import ucap

plans = ucap.open()
plans.frames.pairs
plans.select(partner="Rome").export("rome.xlsx")
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ucap.current import current
from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.exports.description import describe
from ucap.exports.formats import format_of, write
from ucap.exports.view import View, stored_view
from ucap.frames.frames import Frames
from ucap.plan.record import Plan
from ucap.replacing import replacing
from ucap.selection.address import from_query, to_query
from ucap.selection.coverage import Coverage
from ucap.selection.selection import Selection
from ucap.store.filling import plans_folder
from ucap.store.reader import SandboxedReader
from ucap.store.store import Store
from ucap.vocabulary.filters import FILTER_KEYS
from ucap.wording import language, use

Value = str | int | Iterable[str | int]


def read_path(path: str | os.PathLike[str]) -> list[Plan]:
    """The plans of a document, read in a separate process: one, or as many as it holds.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
        OSError: there is no such file, or it may not be read.
    """
    file = Path(path)
    return [reading.plan for reading in SandboxedReader(count=1)(file.name, read_file(file, FILE_BYTES))]


def open_store(url: str | None = None) -> Collection:
    """All plans of a store, which is filled with those of the product at its very first use.

    Args:
        url: `sqlite:///...` or `postgresql://...`; without it `UCAP_DATABASE_URL`, else the store of this user.

    Raises:
        StoreError: the store cannot be used, or a record in it is damaged. Of a damaged correction or the like, without
            which all plans are there, a warning tells.
    """
    store = Store.open(url, plans_folder())
    made = current(store)
    if made.damaged:
        raise made.damaged[0]
    for entry in made.damaged_entries:
        warnings.warn(str(entry), stacklevel=2)
    return Collection(store, Coverage(made.frames), Selection())


class Collection:
    """Plans as filters select them, at the state that the store had when it was opened."""

    def __init__(self, store: Store, coverage: Coverage, selection: Selection) -> None:
        self._store, self._coverage, self._selection = store, coverage, selection

    def __len__(self) -> int:
        """The number of plans selected."""
        return len(self.frames.plans)

    def __repr__(self) -> str:
        return f"<{describe(self._view.scene, date.today()).line}>"

    @property
    def frames(self) -> Frames:
        """One table per kind of thing, narrowed by the filters: `docs/columns.md` explains each column."""
        return self._view.frames

    @property
    def records(self) -> list[Plan]:
        """The records of the selected plans, with the passage behind each value."""
        return list(self._view.plans())

    def select(self, **filters: Value) -> Collection:
        """Fewer plans: `select(partner="Rome", goal=[6, 11])`. A filter that was set before is set again.

        Args:
            filters: `city`, `province`, `partner`, `country`, `theme`, `goal`, `topic`, `year`, `activity`, `kind`,
                `checked`, `plan`, `stated` and `q`, as in a page's address. Any of several values of one filter
                matches.

        Raises:
            TypeError: there is no such filter.
            ValueError: a filter has no such value; the message names each.
        """
        if unknown := sorted(filters.keys() - set(FILTER_KEYS)):
            raise TypeError(f"There is no filter {', '.join(unknown)}; there are {', '.join(FILTER_KEYS)}.")
        query = to_query(self._selection) | {name: _texts(value) for name, value in filters.items()}
        selection, unknown = from_query(query, self._coverage.options)
        if unknown:
            raise ValueError(" ".join(unknown))
        return Collection(self._store, self._coverage, selection)

    def export(self, path: str | os.PathLike[str], *, frame: str | None = None, in_language: str | None = None) -> Path:
        """Write the selection to a file, whose extension says in which format; returns its path.

        Args:
            path: as `rome.xlsx`, `rome.pptx`, `pairs.csv`; a file of that name is replaced when all is written.
            frame: the table for formats of one table; the plans without it.
            in_language: of headings and words, `en` or `zh`.

        Raises:
            UnknownFormatError: no format has that extension; the message names those that there are.
            OSError: the file cannot be written there.
        """
        before = language()
        use(in_language or before)
        try:
            with replacing(Path(path)) as out:
                write(format_of(str(path)).key, self._view, describe(self._view.scene, date.today()), out, frame)
        finally:
            use(before)
        return Path(path)

    @property
    def _view(self) -> View:
        return stored_view(self._store, self._coverage, self._selection)


def _texts(value: Value) -> list[str]:
    """The values of a filter as an address has them; `stated=True` is 1."""
    values = [value] if isinstance(value, str | int) else list(value)
    return [str(int(one)) if isinstance(one, bool) else str(one) for one in values]
