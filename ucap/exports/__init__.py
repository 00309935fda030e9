"""Files of a selection: what is exported is what is selected, in the same order and with the same numbers."""

from ucap.exports.description import Description, Scope, describe, notices, scope_of
from ucap.exports.formats import FORMATS, Format, UnknownFormatError, Writer, export, file_name, format_of, write
from ucap.exports.view import View

__all__ = [
    "FORMATS",
    "Description",
    "Format",
    "Scope",
    "UnknownFormatError",
    "View",
    "Writer",
    "describe",
    "export",
    "file_name",
    "format_of",
    "notices",
    "scope_of",
    "write",
]
