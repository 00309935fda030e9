"""The work of `ucap export`, loaded once its arguments are understood."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial

from ucap.cli.files import STANDARD, output
from ucap.cli.saying import UsageError, note, warn
from ucap.cli.selecting import select
from ucap.cli.stores import bar, exit_status, named, open_store
from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.exports.branding import branding_of
from ucap.exports.briefing.briefing import write_briefing
from ucap.exports.briefing.template import TemplateError
from ucap.exports.description import describe
from ucap.exports.formats import UnknownFormatError, Writer, format_of, write
from ucap.exports.view import stored_view
from ucap.wording import use


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
    description = describe(view.scene, date.today(), branding=branding_of(store.branding()))
    with output(arguments.out) as out, bar(f"writing {arguments.out.name}"):
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
