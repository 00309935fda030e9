"""Tables that were copied as text: cells of a spreadsheet in quotes, and tables in Markdown.

Both are given back as tagged text has them: a tab between cells, a `<br>` between the lines of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_QUOTED_CELL = re.compile(r'(?:(?<=\t)|^)"(?P<cell>(?:[^"\t]|""){1,20000})"(?=[ ]*(?:\t|$))', re.MULTILINE)
# '"– A guide⏎– A map"' between tabs
_CELL_OF_RULE = r"[ ]*+:?-{2,}:?[ ]*+"
_RULE = re.compile(rf"[ ]*+(?:\|?{_CELL_OF_RULE}(?:\|{_CELL_OF_RULE})+\|?|\|{_CELL_OF_RULE}\|)[ ]*+")
# "| --- | :---: |"
_BORDER = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ]+")  # "## "
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<said>[^\n]{1,300}?)(?<=\S)(?P=mark)(?!\w)"
)  # "**City:**", "*A European Union Programme*", and not "IUC-ASIA_office"
_ADDRESS = re.compile(r"<(?:mailto:)?(?P<address>[^\s<>@]{1,64}@[^\s<>@]{1,255})>")  # "<name@city.example>"
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|<>-])")
_BREAK = re.compile(r"[ ]*<br[ ]*/?>[ ]*", re.IGNORECASE)


def with_tabs(text: str) -> str:
    """A text with the tables in it that were copied as Markdown or as quoted cells as lines with tabs."""
    return _unquoted_cells(text) if "\t" in text else _without_markdown(text)


def _unquoted_cells(text: str) -> str:
    """A text without the quotes around the cells of a spreadsheet; if none has several lines, they stay."""
    cells = [match["cell"] for match in _QUOTED_CELL.finditer(text)]
    if not any("\n" in cell for cell in cells):
        return text
    return _QUOTED_CELL.sub(lambda match: match["cell"].replace('""', '"').replace("\n", "<br>"), text)


def _without_markdown(text: str) -> str:
    """A text whose tables are in Markdown, each row of them as a line with tabs, without the signs of Markdown."""
    lines = text.split("\n")
    rules = [index for index, line in enumerate(lines) if _RULE.fullmatch(line)]
    rows = {row for rule in rules for row in _rows_around(lines, rule)}
    if not rows:
        return text
    return "\n".join(
        "\t".join(_cells(line)) if index in rows else _bare(_HEADING.sub("", line))
        for index, line in enumerate(lines)
        if index not in rules
    )


def _rows_around(lines: Sequence[str], rule: int) -> Iterator[int]:
    """The rows of the table that has its rule there: the line above it, and those below up to one without cells."""
    if rule and _BORDER.search(lines[rule - 1]):
        yield rule - 1
    for index in range(rule + 1, len(lines)):
        if not _BORDER.search(lines[index]):
            return
        yield index


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return ["<br>".join(_bare(part) for part in _BREAK.split(cell.strip())) for cell in _BORDER.split(bare)]


def _bare(text: str) -> str:
    text = _ADDRESS.sub(lambda match: match["address"], text)
    mark = re.match(r"\s*[*+-]\s+", text)  # an item's sign is no emphasis
    start = mark.end() if mark else 0
    return text[:start] + _ESCAPED.sub("", _EMPHASIS.sub(lambda match: match["said"], text[start:]))
