"""The records of the selected plans as JSON: what the product reads back without loss."""

from __future__ import annotations

import json
from typing import IO

from ucap.exports.description import Description
from ucap.exports.view import View


def write_records(view: View, description: Description, out: IO[bytes]) -> None:
    """An object with the description and the plans, whole and in order, one a line; written as they are fetched."""
    about = json.dumps(description.as_json(), ensure_ascii=False)
    out.write(f'{{"description": {about},\n"plans": ['.encode())
    for index, plan in enumerate(view.plans()):
        out.write(b",\n" if index else b"\n")
        out.write(plan.model_dump_json().encode())
    out.write(b"\n]}\n")
