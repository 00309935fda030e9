"""How slides, reports and kits look: the template, logo, emblem and funding line that editors chose for all."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.errors import Invalid
from ucap.plain_text import printable
from ucap.store.checking import intact
from ucap.store.database import Database
from ucap.store.rights import Person
from ucap.store.schema import branding
from ucap.store.writing import Writer, mark_withdrawn, require_reason, writing
from ucap.vocabulary.kinds import MOST_BRANDING_BYTES, BrandingPart
from ucap.wording import _

_NAME_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A part of the look as somebody chose it: `content` is the file, or the funding line in UTF-8."""

    part: BrandingPart
    name: str
    content: bytes
    who: str


def choose_part(database: Database, part: BrandingPart, name: str, content: bytes, who: Person) -> None:
    """Take a file, which was checked apart, or a funding line for all from now on; the one before it is withdrawn.

    Raises:
        Invalid: there is no such part, or nothing in it, or it is too large.
        NotAllowed, StoreUnavailable: see there.
    """
    if part not in MOST_BRANDING_BYTES or not 0 < len(content) <= MOST_BRANDING_BYTES[part]:
        raise Invalid(_("Choose a template, a logo, an emblem or a funding line that is not empty and not too large."))
    words = require_reason(_("Chosen for all."))
    with writing(database, who) as writer:
        _withdraw_standing(writer, part, words)
        row = {"part": part, "name": printable(name)[:_NAME_CHARACTERS]}
        writer.insert_opinion(branding, row | {"content": content}, words)
        writer.note("brand", **row, sha256=sha256(content).hexdigest())


def take_part_away(database: Database, part: BrandingPart, who: Person) -> None:
    """Do without a part from now on; what it was stays in the store and in the log.

    Raises:
        NotAllowed, StoreUnavailable: see there.
    """
    with writing(database, who) as writer:
        if _withdraw_standing(writer, part, require_reason(_("Taken away."))):
            writer.note("unbrand", part=part)


def _withdraw_standing(writer: Writer, part: BrandingPart, why: str) -> bool:
    is_it = (branding.c.part == part) & branding.c.withdrawn_at.is_(None)
    standing = list(intact(writer.connection, sa.select(branding).where(is_it)))
    for row in standing:
        mark_withdrawn(writer, branding, row.id, why)
    return bool(standing)


def chosen_parts(connection: Connection) -> list[ChosenPart]:
    """What counts now, each part once."""
    query = sa.select(branding).where(branding.c.withdrawn_at.is_(None)).order_by(branding.c.id)
    return [ChosenPart(row.part, row.name, row.content, row.who) for row in intact(connection, query)]
