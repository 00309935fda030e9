"""Documents for the tests: record files, made here in sight."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from ucap.errors import UnreadableDocument
from ucap.plan.record import Plan
from ucap.store import Reading

COUNTRIES = {"Barcelona": "ES", "Stuttgart": "DE", "Rome": "IT", "Marseille": "FR"}


def record(lead: str = "Panjin", partners: tuple[str, ...] = ("Barcelona", "Stuttgart"), **changes: Any) -> bytes:
    """A summary of the lead city's cooperation with its partners, as a record file."""
    china = {"name": lead, "written": lead, "side": "china", "lead": True, "country_code": "CN"}
    europe = [{"name": p, "written": p, "side": "europe", "country_code": COUNTRIES[p]} for p in partners]
    plan = {
        "id": lead.lower(),
        "title": f"{lead} – {', '.join(partners)}",
        "cities": [china, *europe],
        "period": {"start": "2019-11", "end": "2020-11", "text": "November 2019 until November 2020"},
        "europe": {"countries": [COUNTRIES[p] for p in partners]},
        "goals": [{"goal": 8, "stated": True, "text": "SDG8 Decent Work and Economic Growth"}],
        "focus": ["Wetlands", "Rice and crab farming"],
        "activities": [{"start": "2019-09", "end": "2019-09", "text": "Visit to Brussels", "kind": "visit"}],
    }
    return json.dumps(plan | changes, ensure_ascii=False).encode()


def at_its_word(name: str, data: bytes) -> list[Reading]:
    """A reader that takes a record file at its word: what it leaves out stays out."""
    try:
        return [Reading(Plan.model_validate_json(data), data.decode())]
    except ValueError:
        raise UnreadableDocument(name, "This is no record.", "Send one.") from None


def packed(**files: bytes) -> bytes:
    """A zip file; double underscores in the names stand for dots."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return buffer.getvalue()
