"""Write the plans that filters select to a file; its extension says in which format.

The filters are those of the dashboard's sidebar, by the names that they have in a page's address; one that is given
several times matches any of its values. Without filters all plans are written.
Exit status: 0 all went well, 1 the store or the file could not be used or a record is damaged, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

from ucap.cli.files import replacing, warn
from ucap.cli.stores import add_database, bar, exit_status, named, open_store
from ucap.current import current
from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.exports.briefing.briefing import write_briefing
from ucap.exports.briefing.template import TemplateError
from ucap.exports.description import describe
from ucap.exports.formats import FORMATS, UnknownFormatError, Writer, format_of, write
from ucap.exports.view import stored_view
from ucap.frames.columns import FRAMES
from ucap.plan.record import Plan
from ucap.selection.address import from_query
from ucap.selection.coverage import Coverage
from ucap.selection.filters import FILTERS, LINK_KEY, LINKS, STATED_KEY, TEXT_KEY
from ucap.wording import LANGUAGES, use


class _UsageError(Exception):
    """Arguments that cannot be meant; the message says what is wrong and what would be right."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap export`."""
    extensions = ", ".join(known.extension for known in FORMATS.values())
    parser.add_argument("out", metavar="OUT", type=Path, help=f"the file to write: {extensions}")
    filters = parser.add_argument_group("filters")
    for one in FILTERS.values():
        filters.add_argument(f"--{one.key}", metavar="VALUE", action="append", default=[], help=one.label)
    filters.add_argument(f"--{LINK_KEY}", choices=LINKS, help="which pairs are shown (default: paired)")
    filters.add_argument(f"--{STATED_KEY}", action="store_true", help="count goals and topics only where stated")
    filters.add_argument(f"--{TEXT_KEY}", metavar="WORDS", help="words that occur in the plan")
    filters.add_argument(
        "--query", metavar="QUERY", default="", help="filters as in a page's address: city=Panjin&goal=11"
    )
    parser.add_argument("--frame", choices=FRAMES, help="the table for files of one table (default: plans)")
    parser.add_argument("--template", metavar="FILE", type=Path, help="a .pptx or .potx whose look a briefing takes")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of headings (default: en)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap export`."""
    try:
        return exit_status(lambda: _export(arguments))
    except (_UsageError, UnknownFormatError, TemplateError) as error:
        warn(error)
        return 2
    except OSError as error:
        warn(f"{arguments.out}: {error.strerror or error}.")
        return 1


def _export(arguments: argparse.Namespace) -> int:
    writer = _writer(arguments)
    use(arguments.language)
    store = open_store(arguments)
    made = current(store, _with_bar)
    coverage = Coverage(made.frames)
    selection, ignored = from_query(_query(arguments), coverage.options)
    if ignored:
        raise _UsageError("\n".join([*ignored, "Nothing was written."]))
    view = stored_view(store, coverage, selection)
    description = describe(view.scene, date.today())
    with replacing(arguments.out) as out, bar(f"writing {arguments.out.name}"):
        writer(view, description, out)
    warn(f"{arguments.out}: {description.line}")
    return named(made.damaged)


def _writer(arguments: argparse.Namespace) -> Writer:
    """What writes the file, by its extension."""
    key = format_of(arguments.out.name).key
    if not arguments.template:
        return partial(write, key, frame=arguments.frame)
    if key != "pptx":
        raise _UsageError(f"{arguments.out}: only a briefing (.pptx) takes a template.")
    try:
        return partial(write_briefing, template=read_file(arguments.template, FILE_BYTES))
    except OSError as error:
        raise _UsageError(f"{arguments.template}: {error.strerror or error}.") from error


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
