"""What someone sent: a name and bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from ucap.documents.encodings import clean, decode, guessed, is_sure, unicode_encoding


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
    def guessed_encoding(self) -> str | None:
        """The code page as which the bytes were read, where they do not tell it for sure."""
        if unicode_encoding(self.data):
            return None
        encoding = guessed(self.data)
        return None if is_sure(encoding) else encoding

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
