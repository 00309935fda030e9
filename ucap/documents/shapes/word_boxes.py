"""Check boxes of Word files: content controls, fields of old forms, and signs of symbol fonts."""

from __future__ import annotations

from lxml import etree

from ucap.documents.choices import OPEN, TICKED

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off"})
"""Values of a property that is not set."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WINGDINGS = {
    **dict.fromkeys((0x6F, 0x71, 0x72, 0x78, 0xA8), OPEN),
    **dict.fromkeys((0xFD, 0xFE), TICKED),
    0xFC: "✔",
    0xFB: "✗",
}
"""Boxes in the font Wingdings, by their codes there."""
_WINGDINGS_2 = {
    **dict.fromkeys((0x2A, 0x30, 0xA3), OPEN),
    **dict.fromkeys((0x51, 0x52, 0x53, 0x54), TICKED),
    0x50: "✔",
    0x4F: "✗",
}


def check_box(control: etree._Element) -> str | None:
    """The box that a content control shows; None if it is no check box."""
    box = control.find(f"{W}sdtPr/{_W14}checkbox")
    if box is None:
        return None
    checked = box.find(f"{_W14}checked")
    return TICKED if checked is not None and checked.get(f"{_W14}val", "1") not in OFF else OPEN


def field_box(field: etree._Element) -> str:
    """The box that a field of an old form shows; "" if it is no check box."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    checked = box.find(f"{W}checked")
    checked = box.find(f"{W}default") if checked is None else checked
    return TICKED if checked is not None and checked.get(f"{W}val", "1") not in OFF else OPEN


def symbol(font: str, code: str) -> str:
    """The character of a symbol font, its code given in hexadecimal."""
    try:
        number = int(code, 16)
        known = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}.get(font.lower(), {})
        return known.get(number & 0xFF) or chr(number)
    except (ValueError, OverflowError):
        return ""
