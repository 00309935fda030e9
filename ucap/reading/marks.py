"""The signs by which goals and topics are cited: `SDG 11`, `SGD4`, `EU UP`, `EU Urban Agenda Topics:`."""

from __future__ import annotations

import re

from ucap.vocabulary.folding import HAN

_DIGITS = r"(?:1[0-7]|0?[1-9])(?!\d)(?:\.[\da-d]{1,2}\b)?"
_SDG = r"(?P<word>(?-i:S[DGU][DGJ]|DSG|GSD|GDS|S\.D\.G\.|ODS)(?:['’]?s)?|sustainable\s+development\s+goals?)"
_SPACE = r"(?:\s?(?:goals?|no\.?|nr\.?|n[°º]|number|#))?[\s.:_–-]{0,3}"
_NEXT = r"\s?(?:,|;|/|&|\+|-|–|and|to)\s?(?:and\s)?"
_LAST = rf"{_DIGITS}(?!\s?[%.,]\d)"

GOAL_IN_PROSE = re.compile(rf"(?<![^\W_]){_SDG}{_SPACE}(?P<number>{_DIGITS})(?P<more>(?:{_NEXT}{_LAST})*)", re.IGNORECASE)
"""A goal cited by number; `word` is how the abbreviation is spelt, `more` the numbers that go on from there."""

GOAL_IN_ROW = re.compile(
    rf"(?<![^\W_])(?:{_SDG}|goals?|[{HAN}]{{0,9}}目标){_SPACE}(?P<number>{_DIGITS})(?P<more>(?:{_NEXT}(?:SDGs?\s?)?{_LAST})*)",
    re.IGNORECASE,
)
"""The same within the SDG row, where `Goal 4` is one, too."""

ANY_GOAL = re.compile(rf"(?<![^\W_]){_SDG}{_SPACE}\d+", re.IGNORECASE)
"""Whatever looks like a goal's number, whether there is such a goal or not."""

RIGHT_SPELLINGS = frozenset({"sdg", "sdgs", "sdg's", "sdg’s", "ods", "s.d.g."})

TOPIC = re.compile(
    r"(?<![^\W_])(?:EU[\s-]*(?:UPs?|(?i:urban\s+(?:agenda|partnerships?)))|UPs?(?=[\s:]+[A-Z])|(?i:urban\s+agenda))(?![^\W_])"
    r"(?i:\s+for\s+the\s+EU)?(?i:\s+(?:topics?|themes?|partnerships?|priorit(?:y|ies)))?(?i:\s+(?:on|for))?\s*[:–-]?\s*"
)
"""The words before the name of a partnership of the Urban Agenda for the EU."""

MAY_CITE = re.compile(r"S[DGU][DGJ]|DSG|G[SD][DS]|S\.D|ODS|EU[\s-]*U|\bUPs?\b|[Uu]rban [Aa]genda|ment [Gg]oal")
"""What a text has that cites goals or topics."""
