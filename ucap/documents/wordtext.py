"""The text of a paragraph of a Word file, as Word shows it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS = frozenset({f"{W}t", f"{_MATH}t"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_BOX = f"{W}txbxContent"
_UNSEEN = frozenset(
    [
        *(f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "rt", "pPr", "rPr")),
        f"{_COMPATIBILITY}Fallback",
    ]
)
_OFF = frozenset({"0", "false", "off"})


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph without its text boxes, deleted and hidden runs; line breaks are `\\n`."""
    return "".join(_pieces(paragraph))


def boxes_in(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes that are anchored in a paragraph, each once."""
    for child in paragraph:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _UNSEEN:
            yield from boxes_in(child)


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield _symbol(child.get(f"{W}char", ""))
        elif child.tag not in _UNSEEN and child.tag != _BOX and not _is_hidden(child):
            yield from _pieces(child)


def _symbol(code: str) -> str:
    """The character of a symbol font, given in hexadecimal."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _is_hidden(element: etree._Element) -> bool:
    """Whether an element is a run in hidden text."""
    vanish = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val") not in _OFF
