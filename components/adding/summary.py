"""What was dropped, in one table: each file with plan, cities, state and findings; files of one plan stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from ucap.plan.record import Plan, Severity
from ucap.plan.words import plan_title
from ucap.store.adding import PlanPreview, Preview
from ucap.store.editions import is_same_plan
from ucap.vocabulary.expected import finding_names
from ucap.wording import _, format_list, format_number, ngettext

State = Literal["new", "edition", "back", "known", "removed", "waits", "refused"]

MOST_ROWS = 300
SIGNS: dict[State | Severity, str] = {
    "new": "＋",
    "edition": "↻",
    "back": "↩",
    "known": "✓",
    "removed": "✓",
    "waits": "▲",
    "refused": "✕",
    "error": "✕",
    "warning": "▲",
    "note": "●",
}
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """A file and one of its plans; `plan` is None where it holds none. `words` say more about its state, if needed."""

    file: str
    state: State
    plan: Plan | None = None
    words: str = ""

    @property
    def findings(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the gravest first; of none if there are none."""
        counts = Counter(one.severity for one in self.plan.findings) if self.plan else Counter[Severity]()
        return {severity: counts[severity] for severity in _SEVERITIES if counts[severity]}


def summary(previews: Iterable[Preview], title_of: Callable[[str], str] = str) -> list[list[Row]]:
    """The rows of all files in groups of one plan each; what cannot be kept follows, each file alone.

    `title_of` gives the title of a plan that is here already, by its id.
    """
    groups: list[list[Row]] = []
    rest: list[list[Row]] = []
    for preview in previews:
        if not preview.plans:
            rest.append([_without_plan(preview, title_of)])
        for one in preview.plans:
            row = Row(preview.name, _state(one), one.plan)
            group = next((known for known in groups if _is_same(known[0].plan, one.plan)), None)
            if group is None:
                groups.append([row])
            else:
                group.append(replace(row, state="edition" if row.state == "new" else row.state))
    return [*groups, *rest]


def _is_same(known: Plan | None, new: Plan) -> bool:
    return known is not None and known.id == new.id and is_same_plan(known, new)


def _state(one: PlanPreview) -> State:
    if one.is_removed:
        return "back"
    return "edition" if one.edition_of else "new"


def _without_plan(preview: Preview, title_of: Callable[[str], str]) -> Row:
    if preview.says_nothing:
        why = _(finding_names().get(preview.silent_code or "", ""))
        return Row(preview.name, "removed" if preview.is_removed else "waits", words=why)
    if preview.duplicate_of:
        state: State = "removed" if preview.removed else "known"
        return Row(preview.name, state, words=format_list(map(title_of, preview.duplicate_of)))
    return Row(preview.name, "refused", words=preview.problem or "")


def _state_words() -> dict[State, str]:
    return {
        "new": _("New"),
        "edition": _("Newer edition"),
        "back": _("Newer edition of a plan that was removed; keeping it brings the plan back"),
        "known": _("Here already"),
        "removed": _("Here already, but removed; it can be brought back under To check"),
        "waits": _("Nothing was read in it; it waits under To check and is no plan"),
        "refused": _("Cannot be read"),
    }


def _severity_words(severity: Severity, count: int) -> str:
    words = {
        "error": ngettext("{count} error", "{count} errors", count),
        "warning": ngettext("{count} warning", "{count} warnings", count),
        "note": ngettext("{count} note", "{count} notes", count),
    }
    return words[severity].format(count=format_number(count))


def summary_table(groups: Sequence[Sequence[Row]]) -> str:
    """The table as HTML, in which texts of documents are escaped; at most `MOST_ROWS` rows."""
    headings = (_("File"), _("Plan"), _("Cities"), _("State"), _("Findings"))
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in headings)
    lines = [line for group in groups for line in _lines(group)]
    more = len(lines) - MOST_ROWS
    if more > 0:
        words = ngettext("{count} more file", "{count} more files", more).format(count=format_number(more))
        lines[MOST_ROWS:] = [f'<tr><td colspan="{len(headings)}">{escape(words)}</td></tr>']
    return f'<table class="summary"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _lines(group: Sequence[Row]) -> list[str]:
    """The rows of one plan; the last file counts, the others are kept as older editions."""
    lines = []
    for number, row in enumerate(group):
        note = _("the last one counts, the others are kept as older editions") if len(group) > 1 and not number else ""
        cells = [_cell(row.file), *_plan_cells(row, note, number), _state_cell(row), _findings_cell(row)]
        opening = '<tr class="same">' if number else "<tr>"
        lines.append(f"{opening}{''.join(cells)}</tr>")
    return lines


def _plan_cells(row: Row, note: str, number: int) -> list[str]:
    if row.plan is None:
        return [_cell(""), _cell("")]
    if number:
        return [_cell(_("the same plan")), _cell("")]
    cities = ", ".join(f'<span class="{city.side}">{escape(city.name)}</span>' for city in row.plan.cities)
    small = f"<small>{escape(note)}</small>" if note else ""
    return [f"<td>{escape(plan_title(row.plan))}{small}</td>", f"<td>{cities}</td>"]


def _state_cell(row: Row) -> str:
    words = f"<small>{escape(row.words)}</small>" if row.words else ""
    return f'<td class="state {row.state}">{_signed(row.state, _state_words()[row.state])}{words}</td>'


def _findings_cell(row: Row) -> str:
    if row.plan is None:
        return _cell("")
    return f"<td>{severities_markup(row.findings) or escape(_('none'))}</td>"


def severities_markup(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity, the gravest first, in colour and with a sign; empty for none."""
    return " ".join(
        f'<span class="severity {severity}">{_signed(severity, _severity_words(severity, counts[severity]))}</span>'
        for severity in _SEVERITIES
        if counts.get(severity)
    )


def _signed(sign: State | Severity, words: str) -> str:
    return f'<span aria-hidden="true">{SIGNS[sign]}</span> {escape(words)}'


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"
