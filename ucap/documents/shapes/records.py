"""Record files: the product's own plan records as JSON, one, a list of them, or one a line (JSON Lines)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ucap.documents.encodings import decode
from ucap.documents.limits import SHEET_ROWS
from ucap.documents.refusals import refuse_impossible
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument
from ucap.plan.pointers import Field
from ucap.plan.record import Finding, Plan
from ucap.typography import cut
from ucap.wording import _, ngettext

_LIST_KEY = "plans"
"""The key under which the product's JSON export holds its records."""
_MOST_FAULTS = 30
_LONGEST_VALUE = 60
_BEGINNINGS = ('{"', "{}", "[{", "[]")
_UNKNOWN_KEY = "extra_forbidden"


class _Entry(NamedTuple):
    """A record as it stands in the file; `address` leads to it."""

    address: str
    value: Any


def is_records(source: Source) -> bool:
    """Whether the file is JSON: it begins as an object or a list of them."""
    return "".join(source.text[:4096].split())[:2] in _BEGINNINGS


def open_records(name: str, data: bytes) -> list[Plan]:
    """The plans of a record file. Keys may be missing; a key that the record lacks is kept as unplaced text.

    Raises:
        UnreadableDocument: it is no JSON, or values are wrong; the message names all of these with their addresses.
    """
    source = Source(name, data)
    refuse_impossible(source)
    faults: list[str] = []
    plans = [plan for entry in _entries(source) if (plan := _plan(entry, faults))]
    if faults:
        _refuse_values(name, faults)
    return plans


def _entries(source: Source) -> list[_Entry]:
    """The records of the file.

    Raises:
        UnreadableDocument: it is no JSON, or holds more records than a sheet may have rows.
    """
    text = decode(source.data)  # as it is: texts are kept to the letter
    try:
        entries = _listed(_parsed(source.name, text))
    except json.JSONDecodeError as fault:
        if fault.msg != "Extra data" or "\n" not in text.strip():
            _refuse_syntax(source.name, fault.msg, fault.lineno, fault.colno)
        entries = list(_by_line(source.name, text))
    if len(entries) > SHEET_ROWS:
        raise UnreadableDocument(
            source.name,
            _("The file has more than {limit} records.").format(limit=SHEET_ROWS),
            _("Split it into several files."),
        )
    return entries


def _listed(value: Any) -> list[_Entry]:
    if isinstance(value, dict) and isinstance(value.get(_LIST_KEY), list):
        return [_Entry(f"/{_LIST_KEY}/{index}", record) for index, record in enumerate(value[_LIST_KEY])]
    if isinstance(value, list):
        return [_Entry(f"/{index}", record) for index, record in enumerate(value)]
    return [_Entry("", value)]


def _by_line(name: str, text: str) -> Iterator[_Entry]:
    """The records of JSON Lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _Entry(_("line {line}").format(line=number) + " ", _parsed(name, line))
            except json.JSONDecodeError as fault:
                _refuse_syntax(name, fault.msg, number, fault.colno)


def _parsed(name: str, text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError:
        raise
    except (RecursionError, ValueError) as fault:
        _refuse_syntax(name, _("values nested too deeply") if isinstance(fault, RecursionError) else str(fault), 1, 1)


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(_("{constant} is no JSON value").format(constant=constant))


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs, in which no key may stand twice."""
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(_("the key “{key}” stands twice in one object").format(key=twice))
    return record


def _plan(entry: _Entry, faults: list[str]) -> Plan | None:
    """The record, checked; None where there are faults, which are added to those found before."""
    value, unknown = _whole(entry.value), []
    try:
        return _unchecked(Plan.model_validate(value))
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
    for error in errors:
        if error["type"] == _UNKNOWN_KEY:
            unknown.append((_pointer(error["loc"]), _taken_out(value, error["loc"])))
    try:
        plan = Plan.model_validate(value)
    except ValidationError as fault:
        faults += [_described(entry.address, error) for error in fault.errors(include_url=False)]
        return None
    return _with_unplaced(_unchecked(plan), unknown)


def _unchecked(plan: Plan) -> Plan:
    """The record without its sign-off: that another store called a plan checked is nothing that a document says."""
    return plan.model_copy(update={"checked": None}) if plan.checked else plan


def _whole(value: Any) -> Any:
    """A JSON value without the halves of characters that JSON can write and no file can hold."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def _taken_out(value: Any, location: Iterable[int | str]) -> Any:
    """What stands at a location, which is removed there."""
    *way, last = location
    for step in way:
        value = value[step]
    return value.pop(last)


def _with_unplaced(plan: Plan, unknown: Sequence[tuple[str, Any]]) -> Plan:
    """The plan with the values of unknown keys as unplaced text, and a finding for each."""
    texts = [f"{pointer.strip('/')}: {_shown(value)}" for pointer, value in unknown]
    findings = [
        Finding(
            code="text-unplaced",
            severity="note",
            field=f"/unplaced/{index}",
            message=_("The record has no key {pointer}; its value is kept as unplaced text.").format(pointer=pointer),
        )
        for index, (pointer, _value) in enumerate(unknown, len(plan.unplaced))
    ]
    return plan.model_copy(update={"unplaced": (*plan.unplaced, *texts), "findings": (*plan.findings, *findings)})


def _described(address: str, error: ErrorDetails) -> str:
    found = cut(_shown(error["input"]), _LONGEST_VALUE)
    return _("{address}: {found} was found; {rule}").format(
        address=address + _pointer(error["loc"]) or "/", found=found, rule=_rule(error)
    )


def _rule(error: ErrorDetails) -> str:
    """What would be valid."""
    if error["type"] == "model_type":
        return _("it should be an object")
    return error["msg"].removeprefix("Value error, ").replace("Input should be", _("it should be"))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _pointer(location: Iterable[int | str]) -> str:
    """The JSON Pointer (RFC 6901) to a location."""
    return str(Field(tuple(map(str, location))))


def _refuse_syntax(name: str, fault: str, line: int, column: int) -> NoReturn:
    raise UnreadableDocument(
        name,
        _("The file is no valid JSON: {fault} (line {line}, column {column}).").format(
            fault=fault, line=line, column=column
        ),
        _("Write one record, a list of records, or one record a line."),
    )


def _refuse_values(name: str, faults: Sequence[str]) -> NoReturn:
    shown = list(faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        shown.append("…")
    count = len(faults)
    raise UnreadableDocument(
        name,
        ngettext("One value is wrong:", "{count} values are wrong:", count).format(count=count)
        + "".join(f"\n  {fault}" for fault in shown),
        _("Correct these values and send the file again."),
    )
