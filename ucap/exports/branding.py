"""The look that editors chose for slides, reports and kits, and what a file must be to be a part of it.

Pictures and templates are bytes from users: they are opened in a separate process, and what is kept is written anew.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from ucap.errors import UnreadableDocument
from ucap.vocabulary.kinds import BrandingPart
from ucap.wording import _

_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 50_000_000
_LARGEST_PX = (900, 300)


class Chosen(Protocol):
    """A part as the store keeps it."""

    @property
    def part(self) -> BrandingPart:
        """Which part it is."""

    @property
    def content(self) -> bytes:
        """The file, or the funding line in UTF-8."""


@dataclass(frozen=True, slots=True)
class Branding:
    """What editors chose: the bytes of a .pptx file and of PNG pictures, and a line on who pays; any may be missing."""

    template: bytes | None = None
    logo: bytes | None = None
    emblem: bytes | None = None
    funding: str = ""

    @property
    def fingerprint(self) -> str:
        """A name for this look, another one for any other."""
        parts = (self.template, self.logo, self.emblem, self.funding.encode())
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @property
    def has_signature(self) -> bool:
        """Whether there is anything to stand on the first and the last page."""
        return bool(self.logo or self.emblem or self.funding)


NO_BRANDING = Branding()


def branding_of(parts: Iterable[Chosen]) -> Branding:
    """The look of what the store keeps."""
    known = {one.part: one.content for one in parts}
    line = known.get("funding", b"").decode("utf-8", "replace")
    return Branding(known.get("template"), known.get("logo"), known.get("emblem"), line)


def checked_picture(name: str, data: bytes) -> list[bytes]:
    """A picture as it is kept: a PNG of modest size, nothing but the pixels of a PNG or JPEG.

    Args:
        name: what the file is called.
        data: its bytes, those of a stranger: this runs in a separate process (`ucap.sandbox`).

    Raises:
        UnreadableDocument: it cannot be used; reason and remedy say why, and what would be right.
    """
    remedy = _("Send a PNG or JPEG picture of at most {size} megapixels.").format(size=_MOST_PIXELS // 1_000_000)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnreadableDocument(name, _("The picture has too many pixels."), remedy)
            plain = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UnreadableDocument(name, _("This is no picture that can be read."), remedy) from None
    plain.thumbnail(_LARGEST_PX)
    out = io.BytesIO()
    Image.frombytes("RGBA", plain.size, plain.tobytes()).save(out, "PNG", optimize=True)
    return [out.getvalue()]
