"""What someone sent: a name and bytes."""

from __future__ import annotations

import errno
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ucap.documents.copied import with_tabs
from ucap.documents.encodings import clean, decode, guessed, is_sure, unicode_encoding, unquoted
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.wording import _


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a file; of a larger one `limit` and one more, which is enough to refuse it.

    Raises:
        OSError: it cannot be read, or is none: pipes and devices may never end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, _("it is a folder, pipe or device, not a file"), str(path))
    with path.open("rb") as stream:
        return stream.read(limit + 1)


@dataclass(frozen=True)
class Source:
    """A file as it came, and what its reader was taught.

    The name is for the user's eyes; nothing is concluded from it.
    """

    name: str
    data: bytes
    taught: Taught = NOTHING_TAUGHT

    @cached_property
    def text(self) -> str:
        """The bytes as text, for files that are text."""
        return unquoted(clean(decode(self.data)))

    @cached_property
    def copied_text(self) -> str:
        """The same, tables that were copied as text as lines with tabs."""
        return with_tabs(self.text)

    @cached_property
    def guessed_encoding(self) -> str | None:
        """The code page as which the bytes were read, where they do not say it for sure."""
        if unicode_encoding(self.data):
            return None
        encoding = guessed(self.data)
        return None if is_sure(self.data, encoding) else encoding

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
