"""Look a place up: in the gazetteer, or online where asked for, so that documents that name it can be read again.

Exit status: 0 the place is known, 1 it is not, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys

from ucap.gazetteer.place import Place
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
    if arguments.online:
        return _locate_online(arguments)
    from ucap.gazetteer import gazetteer  # noqa: PLC0415  # takes time to load

    place = gazetteer().find(arguments.name, countries=[arguments.country] if arguments.country else ()).place
    if place is None:
        print(_("“{name}” is not known. Ask with --online.").format(name=arguments.name), file=sys.stderr)
        return 1
    return _told(place)


def _locate_online(arguments: argparse.Namespace) -> int:
    from ucap.gazetteer.online import LookUpError, look_up  # noqa: PLC0415  # takes time to load

    try:
        return _told(look_up(arguments.name, country_code=arguments.country))
    except LookUpError as error:
        print(error, file=sys.stderr)
        return 1


def _told(place: Place) -> int:
    parts = (place.name, place.region, place.country_code, f"{place.latitude:.4f}, {place.longitude:.4f}")
    print(" · ".join(part for part in parts if part))
    return 0
