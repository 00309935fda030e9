"""What the commands on the store share: opening it, the bar while files are read, errors reported on standard error."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from ucap.cli.saying import is_shown, warn
from ucap.errors import Damaged, StoreError
from ucap.store.adding import Progress
from ucap.store.filling import plans_folder
from ucap.store.store import Store


def exit_status(work: Callable[[], int]) -> int:
    """The exit status of the work; 1, with a line on standard error, where the store could not do it."""
    try:
        return work()
    except StoreError as error:
        warn(error)
        return 1


def open_store(arguments: argparse.Namespace) -> Store:
    """The store, filled at its first start; what could not be read then is named on standard error.

    Raises:
        StoreUnavailable: it cannot be used now.
    """
    with bar("reading") as progress:
        store = Store.open(arguments.database, plans_folder(), progress)
    for problem in store.problems:
        warn(f"{problem.name}: {problem.message}")
    return store


def named(damaged: Sequence[Damaged]) -> int:
    """Name damaged records on standard error; the exit status is 1 if there are any."""
    for one in damaged:
        warn(one)
    return 1 if damaged else 0


@contextmanager
def bar(description: str) -> Iterator[Progress]:
    """A progress callback that draws a bar on standard error while that is a terminal."""
    if not is_shown():
        yield lambda done, total, name: None
        return
    from rich.console import Console  # noqa: PLC0415  # only where a bar is drawn: the library takes time to load
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(description, total=None)

        def advance(done: int, total: int, name: str) -> None:
            drawn.update(task, completed=done, total=total, description=f"{description} {name}")

        yield advance
