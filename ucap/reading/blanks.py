"""What a cell holds in place of a value: `N/A`, the form's own words (`Choose an item.`), `see annex`."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ucap.vocabulary.phrases import Phrases
from ucap.vocabulary.reference import rows

Blank = Literal["none", "form", "elsewhere"]
"""There is nothing, it is yet to be filled in, or it stands elsewhere."""
_HINT = re.compile(
    r"<[^<>]{3,60}>|\[(?:insert|enter|add|theme|text|name|title|please|bitte|hier)[^\[\]]{0,60}\]", re.IGNORECASE
)
"""`<insert theme>`, `[theme]`: the form's own hint."""
_LONGEST = 100
_LONGEST_NONE = 30


def blank(text: str) -> Blank | None:
    """What a text that stands alone in a cell or a paragraph holds in place of a value; None if it is a value.

    Only `none` declares that there is nothing; the other two leave it open.
    """
    if len(text) > _LONGEST:
        return None
    if not any(map(str.isalnum, text)):
        return "none" if text.strip() else None
    if _HINT.fullmatch(text.strip()):
        return "form"
    return _whole().get(text) or next(
        (found.value for found in _beginnings().find(text) if not any(map(str.isalnum, text[: found.start]))), None
    )


def declares_none(text: str) -> bool:
    """Whether a text declares that there is nothing: `N/A`, `keine`, `不适用`, a lone dash."""
    return len(text) <= _LONGEST_NONE and blank(text.strip()) == "none"


@cache
def _whole() -> Phrases[Blank]:
    return Phrases((row["text"], row["kind"]) for row in rows("blanks") if not row["text"].endswith("*"))  # type: ignore[misc]


@cache
def _beginnings() -> Phrases[Blank]:
    return Phrases((row["text"][:-1], row["kind"]) for row in rows("blanks") if row["text"].endswith("*"))  # type: ignore[misc]
