"""Files of a selection: what is exported is what is selected, in the same order and with the same numbers."""

from ucap.exports.description import Description, notices, sources_of
from ucap.exports.formats import FORMATS, Format, UnknownFormatError, export, file_name, format_of, write
from ucap.exports.view import View

__all__ = [
    "FORMATS",
    "Description",
    "Format",
    "UnknownFormatError",
    "View",
    "export",
    "file_name",
    "format_of",
    "notices",
    "sources_of",
    "write",
]
