"""What someone sent: a name and bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from ucap.documents.encodings import clean, decode


@dataclass(frozen=True)
class Source:
    """A file as it came. The name is for the user's eyes; nothing is concluded from it."""

    name: str
    data: bytes

    @cached_property
    def text(self) -> str:
        """The bytes as text, for files that are text."""
        return clean(decode(self.data))

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
