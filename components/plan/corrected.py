"""Where a value that was corrected is shown, what the document says instead is said beside it."""

from __future__ import annotations

from collections.abc import Iterable

from components.library import Library
from ucap.plan.pointers import Field
from ucap.plan.words import in_words
from ucap.store import Correction
from ucap.wording import _


def corrections_of(library: Library, plan_id: str | None) -> list[Correction]:
    """The corrections of a plan that count."""
    return library.corrections.get(plan_id or "", [])


def corrections_at(library: Library, plan_id: str, field: Field | None = None) -> list[str]:
    """In words, the corrections of a plan that count, or those of them that touch a field."""
    made = corrections_of(library, plan_id)
    touching = (one for one in made if field is None or (one.place and field.overlaps(Field.parse(one.place))))
    return [correction_words(one) for one in touching]


def correction_words(one: Correction) -> str:
    """What was corrected by whom, and what the document says."""
    said = in_words(one.document_value, Field.parse(one.field).kind)
    document = _("the document says “{said}”").format(said=said) if said else _("the document does not say so")
    done = _("{field} corrected by {who}") if one.place else _("{field} taken out by {who}")
    return f"{done.format(field=one.label, who=one.who)}; {document}"


def corrected_column(library: Library, places: Iterable[tuple[str, Field | None]]) -> dict[str, list[str]]:
    """A column that marks the rows of which something was corrected, by its heading; none where nothing was.

    `places` are the plan of each row, and the field that it is about if it is not about the whole plan.
    """
    if not library.corrections:
        return {}
    cells = [" ".join(f"✎ {words}." for words in corrections_at(library, *place)) for place in places]
    return {_("Corrected"): cells} if any(cells) else {}
