"""A reader that goes wrong in each way. It can be imported by a separate process."""

from __future__ import annotations

from tests.sandbox.functions import troubled


def troubled_reader(name: str, data: bytes) -> list[bytes]:
    """Does what the document says, and takes others for records."""
    _name, record = troubled(name, data)
    return [record, b""]
