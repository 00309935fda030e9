"""The same bytes for the same presentation: its parts bear the day of the export, not the moment of their making."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import IO

from pptx.presentation import Presentation

_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def save_dated(presentation: Presentation, day: date, out: IO[bytes]) -> None:
    """Write the presentation as of that day, the workbooks behind its charts included."""
    saved = io.BytesIO()
    presentation.save(saved)
    out.write(_dated(saved.getvalue(), day))


def _dated(package: bytes, day: date) -> bytes:
    """A package of Office (a zip) whose entries and properties are of that day; so are the packages inside."""
    dated = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            target.writestr(entry, _dated_part(name, source.read(name), day), zipfile.ZIP_DEFLATED)
    return dated.getvalue()


def _dated_part(name: str, content: bytes, day: date) -> bytes:
    if name.endswith(".xlsx"):
        return _dated(content, day)
    if name == "docProps/core.xml":
        return _CREATED.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), content)
    return content
