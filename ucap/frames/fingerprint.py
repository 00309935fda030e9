"""One short text that tells a state of the data from any other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ucap.plan import Plan


def plan_digest(plan: Plan) -> bytes:
    """The SHA-256 of a record as it is written out."""
    return hashlib.sha256(plan.model_dump_json().encode()).digest()


def fingerprint(digests: Iterable[bytes]) -> str:
    """The SHA-256 over the digests of all records, in hexadecimal: the same for the same records in any order."""
    return hashlib.sha256(b"".join(sorted(digests))).hexdigest()
