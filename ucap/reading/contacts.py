"""E-mail addresses of the contact line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ucap.documents.traced import Traced
from ucap.reading.sources import Read

_ADDRESS = re.compile(r"(?:\bIUR?C[-–]ASIA )?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""The programme's own address is underlined in the template, so that its underscore often reads as a space."""


def read_contacts(lines: Iterable[Traced]) -> list[Read[str]]:
    """The addresses in the order in which they stand, each once."""
    found: dict[str, Read[str]] = {}
    for line in lines:
        for match in _ADDRESS.finditer(line.text):
            source = line.cut(*match.span())
            found.setdefault(match[0], Read(str(source), (("", source),)))
    return list(found.values())
