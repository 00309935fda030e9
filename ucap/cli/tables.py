"""Tables on standard output: aligned and coloured on a terminal, tab-separated and unbroken in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from ucap.cli.saying import utf8
from ucap.plain_text import printable

Cell = str | int

_NO_STYLES: Mapping[str, str] = {}


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[Cell]], styles: Mapping[str, str] = _NO_STYLES
) -> None:
    """Print rows below their headings; `styles` gives the look of cells by what they say."""
    output = utf8(sys.stdout)
    if output.isatty():
        _draw(headings, rows, styles)
        return
    for row in (headings, *rows):
        output.write("\t".join(" ".join(printable(str(cell)).split()) for cell in row) + "\n")


def _draw(headings: Sequence[str], rows: Iterable[Sequence[Cell]], styles: Mapping[str, str]) -> None:
    from rich.console import Console  # noqa: PLC0415  # takes time to load
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    rows = list(rows)
    table = Table(box=None, pad_edge=False)
    for index, heading in enumerate(headings):
        is_number = all(isinstance(row[index], int) for row in rows)
        is_last = index == len(headings) - 1
        table.add_column(heading, justify="right" if is_number else "left", overflow="fold", no_wrap=index == 0)
        if is_last and not is_number:
            table.columns[-1].ratio = 1
    for row in rows:
        table.add_row(*(Text(printable(str(cell)), styles.get(str(cell), "")) for cell in row))
    Console(highlight=False).print(table)
