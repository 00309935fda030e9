"""What a case asks of a record: the forms of `pointer` and `expected` that `tests/data/cases/README.md` explains."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ucap.frames import build
from ucap.plan.record import Plan
from ucap.selection.figures import key_figures

_NOT_THERE = "(not there)"
_NOT_COMPARED = {"passages", "document", "findings", "id"}
Record = dict[str, Any]


def got_and_pointer(plan: Plan, asked: str) -> tuple[Any, str]:
    """What a record has where a case looks, and the field that findings about it have."""
    record = plan.model_dump(mode="json")
    form, _, argument = asked.partition(" ")
    reader = _FORMS.get(form)
    return reader(plan, record, argument) if reader else (resolve(record, asked), asked)


def _goals(_: Plan, record: Record, argument: str) -> tuple[Any, str]:
    is_stated = argument != "mentioned"
    return sorted({goal["goal"] for goal in record["goals"] if goal["stated"] == is_stated}), "/goals"


def _cities(_: Plan, record: Record, argument: str) -> tuple[Any, str]:
    return [city["name"] for city in record["cities"] if argument in ("all", city["side"])], "/cities"


def _status(plan: Plan, _: Record, number: str) -> tuple[Any, str]:
    statuses = build([plan]).activities.sort_values("position")["status"].tolist()
    return statuses[int(number)], f"/activities/{number}"


def _statement(plan: Plan, _: Record, name: str) -> tuple[Any, str]:
    return build([plan]).plans.iloc[0][f"{name}_statement"], f"/{name}"


def _figure(plan: Plan, _: Record, name: str) -> tuple[Any, str]:
    return next(figure.count for figure in key_figures(build([plan])) if figure.name == name), "/"


_FORMS: dict[str, Callable[[Plan, Record, str], tuple[Any, str]]] = {
    "goals": _goals,
    "cities": _cities,
    "status": _status,
    "statement": _statement,
    "figure": _figure,
}


def holds(plan: Plan, asked: str, expected: Sequence[Any]) -> bool:
    """Whether a record is as one of the expected alternatives says."""
    record = plan.model_dump(mode="json")
    form, _, pointer = asked.partition(" ")
    if form in ("finding", "no-finding"):
        return _has_finding(record["findings"], expected, pointer) == (form == "finding")
    if form in ("words", "no-words"):
        text = _folded(" ".join(_strings({"at": resolve(record, pointer)})))
        wanted = [[words] if isinstance(words, str) else words for words in expected]
        return any(all(_folded(word) in text for word in words) for words in wanted) == (form == "words")
    got, field = got_and_pointer(plan, asked)
    return any(fits(alternative, got, record["findings"], field) for alternative in expected)


def fits(alternative: Any, got: Any, findings: list[Record], pointer: str) -> bool:
    """Whether what was got is what an alternative says: a value, or conditions that must all be met."""
    if not isinstance(alternative, dict):
        return same(alternative, got)
    text = _folded(" ".join(_strings({"at": got})))
    conditions = {
        "value": lambda wanted: same(wanted, got),
        "near": lambda wanted: isinstance(got, int | float) and abs(got - wanted) <= alternative.get("within", 0),
        "length": lambda wanted: isinstance(got, list) and len(got) == wanted,
        "has": lambda wanted: _folded(wanted) in text,
        "lacks": lambda wanted: _folded(wanted) not in text,
        "finding": lambda wanted: _has_finding(findings, wanted, alternative.get("on", pointer)),
        "refused": lambda _: False,
    }
    return all(conditions[name](wanted) for name, wanted in alternative.items() if name in conditions)


def resolve(record: Any, pointer: str) -> Any:
    """What a JSON Pointer leads to; a `*` collects what the rest of it gives for each item of a list."""
    if not pointer:
        return record
    token, slash, rest = pointer[1:].partition("/")
    if token == "*" and isinstance(record, list):
        return [resolve(item, slash + rest) for item in record]
    if isinstance(record, list) and token.isdigit() and int(token) < len(record):
        return resolve(record[int(token)], slash + rest)
    if isinstance(record, dict) and token in record:
        return resolve(record[token], slash + rest)
    return _NOT_THERE


def same(expected: Any, got: Any) -> bool:
    """Equal as JSON, with numbers by value, texts in NFC and lists in any order."""
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float) and isinstance(got, int | float):
        return math.isclose(expected, got, rel_tol=1e-9)
    if isinstance(expected, str) and isinstance(got, str):
        return unicodedata.normalize("NFC", expected) == unicodedata.normalize("NFC", got)
    if isinstance(expected, list) and isinstance(got, list):
        rest = list(got)
        for item in expected:
            index = next((i for i, other in enumerate(rest) if same(item, other)), None)
            if index is None:
                return False
            del rest[index]
        return not rest
    return bool(expected == got)


def _has_finding(findings: list[Record], codes: Sequence[str], pointer: str) -> bool:
    """Whether a finding has one of the codes (`*`: any) and is about the field, a part of it or what it is part of."""
    for finding in findings:
        where = finding["field"] or ""
        is_part = where.startswith(f"{pointer}/") or (where and pointer.startswith(f"{where}/"))
        is_here = not pointer or where == pointer or is_part
        if is_here and ("*" in codes or finding["code"] in codes):
            return True
        if finding["code"] == "text-unplaced" and "text-unplaced" in codes:
            return True
    return False


def _strings(value: Any) -> Iterator[str]:
    """All texts of a record that come from the document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in _NOT_COMPARED:
                yield from _strings(item)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
