"""From bytes to text: the encodings in which text files come, and the form in which all text is kept."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphens, zero-width spaces and direction marks: nobody sees them, and words with them match nothing."""
_CONTROLS = "".join(chr(code) for code in [*range(9), 11, *range(14, 32), 127])
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNWANTED = re.compile(f"[{re.escape(_INVISIBLE + _CONTROLS)}\r\ufb00-\ufb06\ud800-\udfff\ufffe\uffff]")
_REPLACEMENTS = str.maketrans(
    dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_CONTROLS, " ") | dict.fromkeys("\ufffe\uffff", "\ufffd") | _LIGATURES
)
_TRUSTED = re.compile(r"cp125|iso8859-\d*[02-9]$|iso8859-11|big5|koi8|mac-")
"""What a file may say of itself. Latin-1 is not among them: who declares it means Windows-1252."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The form in which a document's text is kept.

    NFC; lines end in `\\n`; control characters are spaces (form feeds stay: they end a page); soft hyphens and
    other invisible characters are dropped; what is no character is U+FFFD.
    """
    if _UNWANTED.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACEMENTS)
        text = _SURROGATE.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a text file.

    A byte order mark decides, then the form of the bytes: UTF-16 has a NUL in every other byte of Latin
    text, UTF-8 is never valid by accident, GB18030 pairs its high bytes. `declared` is what the file says of
    itself (HTML); it decides where UTF-8 is not possible. Never raises: a byte without meaning becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if unmarked := _utf16_without_mark(data):
        return data.decode(unmarked, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - 3:  # cut off within the last character
            return data.decode("utf-8", "replace")
    return data.decode(_legacy_encoding(data, declared), "replace")


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:4096]
    pairs = len(sample) // 2
    if sample[1::2].count(0) > 0.4 * pairs > sample[::2].count(0) * 4:
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * pairs > sample[1::2].count(0) * 4:
        return "utf-16-be"
    return None


def _legacy_encoding(data: bytes, declared: str | None) -> str:
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        name = ""
    if name.startswith("gb"):
        return "gb18030"
    if _TRUSTED.match(name):
        return name
    return "gb18030" if _is_chinese(data) else "cp1252"


def _is_chinese(data: bytes) -> bool:
    """Whether the bytes are GB18030: they decode, and to common characters rather than to rare ones by accident."""
    try:
        foreign = [character for character in data.decode("gb18030") if ord(character) > 127]
    except UnicodeDecodeError:
        return False
    return sum(_is_common(character) for character in foreign) > 0.9 * len(foreign)


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return not "\u2e80" <= character <= "\ud7ff" and character.isprintable()
    return True
