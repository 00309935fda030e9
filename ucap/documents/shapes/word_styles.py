"""What the styles of a Word file say of its runs: struck out, hidden, raised, bold.

A run says the most of itself, then its own style, then that of its paragraph; a style takes from the one that it is
based on what it leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from ucap.documents.shapes.word_boxes import W

Properties = dict[str, etree._Element]
"""Properties of runs by the names of their elements."""
_OF_RUNS = ("strike", "dstrike", "vanish", "vertAlign", "position", "b")
_OF_PARAGRAPHS = ("strike", "dstrike", "vanish")
"""What a paragraph's style hands down: a heading is known by its name, and not by being bold."""
_DEEPEST = 10
"""Styles based on each other."""


def run_styles(sheet: etree._Element | None) -> dict[str, Properties]:
    """The properties of runs that the styles set, by the styles' ids; `sheet` is the root of `word/styles.xml`."""
    styles = {style.get(f"{W}styleId", ""): style for style in sheet.iter(f"{W}style")} if sheet is not None else {}
    found = {name: _properties(styles, name) for name in styles}
    return {name: properties for name, properties in found.items() if properties}


def _properties(styles: Mapping[str, etree._Element], name: str) -> Properties:
    properties: Properties = {}
    for _level in range(_DEEPEST):
        style = styles.get(name)
        if style is None:
            break
        for element in style.iterfind(f"{W}rPr/*"):
            properties.setdefault(etree.QName(element).localname, element)
        name = _named(style.find(f"{W}basedOn"))
    return {name: element for name, element in properties.items() if name in _OF_RUNS}


def hand_down(styles: Mapping[str, Properties], root: etree._Element) -> None:
    """Give each run below `root` what the styles say of it, as if it stood there."""
    if not styles:
        return
    for paragraph in root.iter(f"{W}p"):
        above = styles.get(_named(paragraph.find(f"{W}pPr/{W}pStyle")), {})
        for run in paragraph.iter(f"{W}r"):
            own = styles.get(_named(run.find(f"{W}rPr/{W}rStyle")), {})
            _add(run, {**{name: above[name] for name in _OF_PARAGRAPHS if name in above}, **own})


def _add(run: etree._Element, properties: Properties) -> None:
    if not properties:
        return
    inner = run.find(f"{W}rPr")
    if inner is None:
        inner = etree.Element(f"{W}rPr")
        run.insert(0, inner)
    _fill(inner, properties.values())


def _fill(inner: etree._Element, elements: Iterable[etree._Element]) -> None:
    for element in elements:
        if inner.find(element.tag) is None:
            etree.SubElement(inner, element.tag, dict(element.attrib))


def _named(element: etree._Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
