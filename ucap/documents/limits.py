"""How much of a document is read. A two-page summary stays below every limit by a factor of ten or more.

Markup may be nested as deeply as libxml2 allows by itself: 256 elements within each other.
"""

from __future__ import annotations

FILE_BYTES = 20 * 1024 * 1024
"""Size of a file as it was sent."""

UNPACKED_BYTES = 60 * 1024 * 1024
"""Size of all parts of a zipped document (Word, spreadsheet) that are unpacked."""

UNPACKED_PART_RATIO = 200
"""Unpacked size of one part over its packed size; honest Office files stay below 50."""

ARCHIVE_PARTS = 2_000
"""Number of files within a zipped document."""

PAGES = 200
"""Pages of a PDF."""

SCANNED_PAGES = 12
"""Pages of a scan whose pictures are read: each takes some seconds."""

CHARACTERS = 500_000
"""Characters of a document's text; a summary has some five thousand."""

SHEET_ROWS = 5_000
"""Rows of a spreadsheet, and so plans in it; records in a record file."""

SHEET_COLUMNS = 200
"""Columns of a spreadsheet."""

ARCHIVE_BYTES = 100 * 1024 * 1024
"""Size of a zip file of documents as it was sent."""

ARCHIVE_UNPACKED_BYTES = 200 * 1024 * 1024
"""Size of all documents that are unpacked from one zip file."""

ARCHIVE_ENTRIES = 10_000
"""Entries of a zip file of documents, folders and what systems drop there included."""

FILE_COUNT = 200
"""Files of one upload, those inside its zip files included."""
