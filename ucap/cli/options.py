"""The options that commands share, declared without loading what works on data, so that help is there at once.

The filters are those of the sidebar, by the names that they have in a page's address.
"""

from __future__ import annotations

import argparse

from ucap.vocabulary.filters import FILTERS, LINK_KEY, LINKS, STATED_KEY, TEXT_KEY

# What `ucap.exports.formats` and `ucap.frames.columns` have, written down: a test compares them.
EXTENSIONS = {
    "xlsx": ".xlsx",
    "pptx": ".pptx",
    "pptx-short": ".short.pptx",
    "html": ".html",
    "csv": ".csv",
    "csv-zip": ".csv.zip",
    "json": ".json",
    "geojson": ".geojson",
    "parquet": ".parquet",
    "parquet-zip": ".parquet.zip",
    "datapackage": ".datapackage.zip",
    "ics": ".ics",
}
TABLES = (
    "plans",
    "cities",
    "pairs",
    "themes",
    "goals",
    "topics",
    "activities",
    "results",
    "statements",
    "findings",
    "sources",
)


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Declare an option for each filter; one that is given several times matches any of its values."""
    filters = parser.add_argument_group("filters")
    for one in FILTERS.values():
        filters.add_argument(f"--{one.key}", metavar="VALUE", action="append", default=[], help=one.label)
    filters.add_argument(f"--{LINK_KEY}", choices=LINKS, help="which pairs are shown (default: paired)")
    filters.add_argument(f"--{STATED_KEY}", action="store_true", help="count goals and topics only where stated")
    filters.add_argument(f"--{TEXT_KEY}", metavar="WORDS", help="words that occur in the plan")
    filters.add_argument(
        "--query", metavar="QUERY", default="", help="filters as in a page's address: city=Panjin&goal=11"
    )


def add_database(parser: argparse.ArgumentParser) -> None:
    """Declare `--database`, the address of the store."""
    parser.add_argument(
        "--database", metavar="URL", help="the store (default: UCAP_DATABASE_URL, else the file data/ucap.db)"
    )
