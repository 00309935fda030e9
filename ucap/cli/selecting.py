"""What the filters of the command line mean of the plans in a store."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qs

from ucap.cli.saying import UsageError
from ucap.cli.stores import bar
from ucap.current import current
from ucap.errors import Damaged
from ucap.frames.frames import Frames
from ucap.plan.record import Plan
from ucap.selection.address import from_query
from ucap.selection.coverage import Coverage
from ucap.selection.selection import Selection
from ucap.store.store import Store
from ucap.vocabulary.filters import FILTERS, LINK_KEY, STATED_KEY, TEXT_KEY


class Selected(NamedTuple):
    """The plans of a store, which of them the filters mean, and which plans and entries are damaged and left out."""

    coverage: Coverage
    selection: Selection
    damaged: tuple[Damaged, ...]

    @property
    def frames(self) -> Frames:
        """What the plans selected say."""
        return self.coverage.view(self.selection)


def select(arguments: argparse.Namespace, store: Store) -> Selected:
    """What the filters mean of the plans in the store.

    Raises:
        UsageError: a filter has no such value.
    """
    made = current(store, _with_bar)
    coverage = Coverage(made.frames)
    selection, unknown = from_query(_query(arguments), coverage.options)
    if unknown:
        raise UsageError("\n".join([*unknown, "Nothing was done."]))
    return Selected(coverage, selection, (*made.damaged, *made.damaged_entries))


def has_filters(arguments: argparse.Namespace) -> bool:
    """Whether any filter is given."""
    return any(_query(arguments).values())


def _query(arguments: argparse.Namespace) -> dict[str, list[str]]:
    """The filters as an address has them, those of `--query` first."""
    query = parse_qs(arguments.query.lstrip("?"))
    for one in FILTERS.values():
        query.setdefault(one.key, []).extend(getattr(arguments, one.key))
    if arguments.link:
        query[LINK_KEY] = [arguments.link]
    if arguments.stated:
        query[STATED_KEY] = ["1"]
    if arguments.q:
        query.setdefault(TEXT_KEY, []).append(arguments.q)
    return query


def _with_bar(plans: Iterator[Plan]) -> Iterator[Plan]:
    with bar("reading the store") as progress:
        for count, plan in enumerate(plans, 1):
            progress(count, count, "")
            yield plan
