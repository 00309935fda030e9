"""Write the plans that filters select to a file; its extension says in which format.

    ucap export rome.xlsx --partner Rome
    ucap export - --format csv --frame pairs --goal 11 | head

The filters are those of the dashboard's sidebar, by the names that they have in a page's address; one that is given
several times matches any of its values. Without filters all plans are written.
Exit status: 0 all went well, 1 the store or the file could not be used or a record is damaged, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from ucap.cli.options import EXTENSIONS, TABLES, add_database, add_filters
from ucap.wording import LANGUAGES


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap export`."""
    extensions = ", ".join(EXTENSIONS.values())
    parser.add_argument("out", metavar="OUT", type=Path, help=f"the file to write: {extensions}; or -")
    parser.add_argument("--format", choices=EXTENSIONS, help="the format of standard output (OUT is -)")
    add_filters(parser)
    parser.add_argument("--frame", choices=TABLES, help="the table for files of one table (default: plans)")
    parser.add_argument("--template", metavar="FILE", type=Path, help="a .pptx or .potx whose look a briefing takes")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of headings (default: en)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap export`."""
    return int(import_module("ucap.cli.exporting").run(arguments))
