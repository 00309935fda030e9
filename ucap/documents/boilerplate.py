"""The template's own wording: titles, footers, page numbers, the words before the contact.

The wordings stand in `data/reference/template_lines.csv`. Within a line they count only as written there; on a
line of their own, upper and lower case do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from ucap.documents.contacts import contact_tail
from ucap.documents.furniture import programme_lines
from ucap.documents.traced import Span, merged, without
from ucap.vocabulary.reference import rows

_PAGE = (
    r"(?:[Pp]age|PAGE|[Ss]eite|P[áa]gina|P[áa]g\.|Pagină|Bladzijde|Blz\.|[Ss]tron[ay]|Str\.|Stránka|Strana|Stran|Stranica|Sid[ae]"
    r"|Sivu|Oldal|Lapa|Lk\.?|Puslapis|Σελίδα|Σελ\.|Страница|Стр\.|Leathanach|[Pp]\.|S\.)"
    r"[ \t]*\d{1,3}(?:[ \t]*(?:of|von|sur|de|di|din|z|ze|van|av|af|od|iš|no|από|от|/)[ \t]*\d{1,3})?"
)
_PAGE_NUMBER = (
    rf"(?:[-–—][ \t]*)?(?:{_PAGE}|\d{{1,3}}[ \t]*(?:of|von|/)[ \t]*\d{{1,3}}"
    r"|第[ \t]*\d{1,3}[ \t]*页(?:[ \t，,/]*共[ \t]*\d{1,3}[ \t]*页)?)(?:[ \t]*[-–—])?"
)
"""`Página 2 de 3`, `2/3`, `第2页，共3页`."""
_NOT_BEHIND_DATE = r"(?<!\d[-–—/]\n)(?<!\d[-–—/][ ]\n)"  # "2019/3/18-⏎" before "3/22"
_DASHED_NUMBER = r"[-–—][ \t]*\d{1,3}[ \t]*[-–—]"
_TITLE = re.compile(
    r"^[ \t]*+(?:[^\n\t:：•→➢▪]{0,90}[(（]U-?CAP[)）](?:[ \t,–—-]*[^\W\d_]+)?"
    r"|(?:IUC|IURC)?[ \t–-]*U-?CAP[ \t](?i:summary)"
    r"|(?i:urban[ \t]cooperation[ \t]action[ \t]plan(?:[ \t–—-]*(?:summary|sheet|short|version))*))"
    r"(?:[ \t]*+\([^()\n]{0,40}\))?[ \t]*+$",
    re.MULTILINE,
)
"""`Resumo do Plano de Ação de Cooperação Urbana (U-CAP)`, `U-CAP SUMMARY (winter cities)`."""
_CONTACT = (
    r"[^\n\t:：@]{0,40}(?i:inform|contact|kontakt|contatt|auskünfte|renseign|details|联系|信息)[^\n\t:：@]{0,40}"
    r"U-?CAP[^\n\t:：@]{0,40}[:：]"
)
"""`Para mais informações (incluindo o U-CAP completo), contactar:`."""
_NOT_LINE_END = re.compile(r"[^\n]")
_NOT_SPACE = re.compile(r"\S")
_CONTACT_END = re.compile(r"\n[ \t]*\n[ \t]*\n|\n[^\n\t]*\t|\f")  # two blank lines, a line of cells, a new page
_CONTACT_LENGTH = 400
_SHORTEST_PLAN = 200
"""Characters of a plan that has but a few rows."""
_HEAD = 300
"""In the first so many characters a line may be a title that is worded in another way than the known ones."""


class Boilerplate(NamedTuple):
    """The ranges of a text that hold the template's wording, and those that hold the contact; each in order."""

    template: list[Span]
    contacts: list[Span]


def find_boilerplate(text: str, *, is_in_order: bool = True) -> Boilerplate:
    """Where `text` has the template's own wording, and where the contact.

    The contact stands after the template's words for it, up to its next words or two blank lines. A footer and a page
    break may stand between. Where the lines are in the order of the page, it may stand in the last ones without them.
    """
    found = list(_pattern().finditer(text))
    contacts: list[Span] = []
    area = (len(text), len(text))
    for one, two in zip(reversed(found), [None, *reversed(found)], strict=False):
        area = _contact_between(text, one.end(), two.start() if two else len(text)) or area
        if (one["contact"] or one["contact_line"]) and area[0] < len(text):
            contacts.append(area)
    titles = (match.span() for match in _TITLE.finditer(text[:_HEAD]))
    template = merged([*titles, *programme_lines(text), *(match.span() for match in found)])
    known = Boilerplate(template, list(without(merged(contacts), template)))
    return _with_tail(text, known) if is_in_order else known


def _with_tail(text: str, known: Boilerplate) -> Boilerplate:
    """The same with the contact that the last lines hold, and with the words that announce it."""
    tail = contact_tail(text, merged([*known.template, *known.contacts]))
    if tail is None:
        return known
    template = merged([*known.template, tail.lead])
    rest = without([(tail.start, len(text))], merged([*template, *known.contacts]))
    return Boilerplate(template, merged([*known.contacts, *(span for span in rest if text[slice(*span)].strip())]))


def starts_of_parts(text: str) -> list[int]:
    """Where another plan may begin in a text: at lines with a title, and behind what the template announces as contact,
    where enough stands behind them.
    """
    titles = (match.start() for pattern in (_TITLE, _title_line()) for match in pattern.finditer(text))
    contacts = (end for _start, end in find_boilerplate(text, is_in_order=False).contacts)
    first = len(text) - len(text.lstrip())
    starts = sorted({start for start in (*titles, *contacts) if start > first})
    return [start for start, end in pairwise([*starts, len(text)]) if end - start >= _SHORTEST_PLAN]


def page_ends(text: str) -> list[int]:
    """Where `text` has the end of a page: after a footer that no other footer follows."""
    footers = [match for match in _pattern().finditer(text) if _plain(match[0]) in _footers()]
    return [
        one.end()
        for one, two in zip_longest(footers, footers[1:])
        if two is None or not text[one.end() : two.start()].isspace()
    ]


def masked(text: str, spans: Sequence[Span], sign: str = "\f") -> str:
    """`text` with form feeds or another sign, one for one, in place of the given ranges in order; line ends stay."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], _NOT_LINE_END.sub(sign, text[start:end])]
        position = end
    return "".join([*parts, text[position:]])


def _contact_between(text: str, start: int, limit: int) -> Span | None:
    """The range of the contact between two of the template's wordings; None if there is nothing."""
    first = _NOT_SPACE.search(text, start, limit)
    if not first:
        return None
    gap = _CONTACT_END.search(text, first.start(), limit)
    return first.start(), min(gap.start() if gap else limit, first.start() + _CONTACT_LENGTH)


@cache
def _pattern() -> re.Pattern[str]:
    """The wordings, longest first, any white space between their words."""
    lines = sorted(rows("template_lines"), key=lambda row: len(row["line"]), reverse=True)
    contact = _alternatives(row["line"] for row in lines if row["kind"] == "contact")
    inline = _alternatives(row["line"] for row in lines if row["kind"] != "contact")
    own_line = rf"^{_NOT_BEHIND_DATE}[ \t]*(?:(?i:{inline})|{_PAGE_NUMBER}|{_DASHED_NUMBER})[ \t]*$"
    contact_line = rf"^[ \t]*(?P<contact_line>{_CONTACT})[ \t]*$"
    within = rf"(?<!\w)(?:(?P<contact>(?i:{contact}))|(?:{inline})(?!\w))"
    return re.compile(f"{own_line}|{contact_line}|{within}", re.MULTILINE)


@cache
def _title_line() -> re.Pattern[str]:
    """A line that begins with a title: `IUC Urban Cooperation Action Plan (U-CAP) Summary – Huangshi`."""
    titles = _alternatives(row["line"] for row in rows("template_lines") if row["kind"] == "title")
    return re.compile(rf"^[ \t]*(?i:{titles})(?!\w)", re.MULTILINE)


@cache
def _footers() -> frozenset[str]:
    return frozenset(_plain(row["line"]) for row in rows("template_lines") if row["kind"] == "footer")


def _plain(wording: str) -> str:
    return " ".join(wording.split()).casefold()


def _alternatives(wordings: Iterable[str]) -> str:
    patterns = (r"\s+".join(map(re.escape, wording.split())) for wording in wordings)
    return "|".join(pattern.replace(",", ",?") for pattern in patterns)
