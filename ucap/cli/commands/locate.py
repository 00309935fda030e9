"""Look a place up: in the gazetteer, or online where asked for, so that documents that name it can be read again.

Exit status: 0 the place is known, 1 it is not, 2 wrong usage.
"""

from __future__ import annotations

import argparse

from ucap.cli.saying import warn
from ucap.wording import _


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap locate`."""
    parser.add_argument("name", help="the name as a document writes it")
    parser.add_argument("--country", metavar="CODE", help="the ISO code of the country that it lies in")
    parser.add_argument(
        "--online", action="store_true", help="ask OpenStreetMap's Nominatim, and keep the answer for reading offline"
    )


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap locate`."""
    from ucap.gazetteer.gazetteer import gazetteer  # noqa: PLC0415  # takes time to load
    from ucap.gazetteer.online import LookUpError, OnlineGeocoder  # noqa: PLC0415  # takes time to load

    countries = [arguments.country] if arguments.country else []
    try:
        location = (OnlineGeocoder() if arguments.online else gazetteer()).geocode(arguments.name, countries=countries)
    except LookUpError as error:
        warn(error)
        return 1
    if location is None:
        warn(_("“{name}” is not known. Ask with --online.").format(name=arguments.name))
        return 1
    place = location.raw.place
    parts = (place.name, place.region, place.country_code, f"{place.latitude:.4f}, {place.longitude:.4f}")
    print(" · ".join(part for part in parts if part))
    return 0
