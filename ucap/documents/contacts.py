"""Lines that say whom to ask: a few words for it and an address, without a row of their own."""

from __future__ import annotations

import re

from ucap.documents.labels.known import CONTACT
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.traced import Traced

_CONTACT_LINE = re.compile(
    r"(?P<label>[^@\n]{0,60}?(?:[:：]|(?<=\s)))?\s*(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)[\s.;]*"
)  # "Pour en savoir plus : office@city.example"


def part_contact(text: Traced) -> tuple[Traced, Traced] | None:
    """The words that introduce a contact and its address, where a text is both and nothing more; None otherwise."""
    match = _CONTACT_LINE.fullmatch(text.text) if "@" in text.text else None
    if match is None:
        return None
    label = text.cut(*match.span("label")) if match["label"] else text.cut(0, 0)
    if str(label) and sense_of(label.text).weights.get(CONTACT, 0.0) <= 0:
        return None
    return label, text.cut(match.start("address"))
