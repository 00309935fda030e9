"""Write the plans that filters select to a file; its extension says in which format.

    ucap export rome.xlsx --partner Rome
    ucap export - --format csv --frame pairs --goal 11 | head

The filters are those of the dashboard's sidebar, by the names that they have in a page's address; one that is given
several times matches any of its values. Without filters all plans are written.
Exit status: 0 all went well, 1 the store or the file could not be used or a record is damaged, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from pathlib import Path

from ucap.cli.files import STANDARD, replacing
from ucap.cli.saying import UsageError, note, warn
from ucap.cli.selecting import add_filters, select
from ucap.cli.stores import add_database, bar, exit_status, named, open_store
from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.exports.briefing.briefing import write_briefing
from ucap.exports.briefing.template import TemplateError
from ucap.exports.description import describe
from ucap.exports.formats import FORMATS, UnknownFormatError, Writer, format_of, write
from ucap.exports.view import stored_view
from ucap.frames.columns import FRAMES
from ucap.wording import LANGUAGES, use


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap export`."""
    extensions = ", ".join(known.extension for known in FORMATS.values())
    parser.add_argument("out", metavar="OUT", type=Path, help=f"the file to write: {extensions}; or -")
    parser.add_argument("--format", choices=FORMATS, help="the format of standard output (OUT is -)")
    add_filters(parser)
    parser.add_argument("--frame", choices=FRAMES, help="the table for files of one table (default: plans)")
    parser.add_argument("--template", metavar="FILE", type=Path, help="a .pptx or .potx whose look a briefing takes")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of headings (default: en)")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap export`."""
    try:
        return exit_status(lambda: _export(arguments))
    except (UnknownFormatError, TemplateError) as error:
        warn(error)
        return 2
    except OSError as error:
        warn(f"{arguments.out}: {error.strerror or error}.")
        return 1


def _export(arguments: argparse.Namespace) -> int:
    writer = _writer(arguments)
    use(arguments.language)
    store = open_store(arguments)
    selected = select(arguments, store)
    view = stored_view(store, selected.coverage, selected.selection)
    description = describe(view.scene, date.today())
    with replacing(arguments.out) as out, bar(f"writing {arguments.out.name}"):
        writer(view, description, out)
    note(f"{arguments.out}: {description.line}")
    return named(selected.damaged)


def _writer(arguments: argparse.Namespace) -> Writer:
    """What writes the file, by its extension."""
    if arguments.out == STANDARD and not arguments.format:
        raise UsageError("Standard output has no extension: say its --format.")
    key = arguments.format or format_of(arguments.out.name).key
    if not arguments.template:
        return partial(write, key, frame=arguments.frame)
    if key != "pptx":
        raise UsageError(f"{arguments.out}: only a briefing (.pptx) takes a template.")
    try:
        return partial(write_briefing, template=read_file(arguments.template, FILE_BYTES))
    except OSError as error:
        raise UsageError(f"{arguments.template}: {error.strerror or error}.") from error
