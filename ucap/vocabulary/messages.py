"""How `pybabel extract` finds the messages of the product (see `babel.cfg`).

Babel's own extraction from Python misses calls inside f-strings before Python 3.12; `calls` finds them all.
"""

from __future__ import annotations

import ast
import csv
import io
from collections.abc import Collection, Iterator, Mapping
from typing import IO


def calls(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, str, list[str], list[str]]]:
    """Each call of a keyword (`_`, `N_`, `ngettext`) in Python code, with its literal texts.

    The signature is that of Babel's extraction methods. A call whose first argument is not a literal, such as
    `_(column.label)`, translates what is marked elsewhere.
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            yield from _message(node, node.func.id)


def names(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Each cell of the column `name` as a message; the signature is that of Babel's extraction methods."""
    lines = csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline=""))
    for row in lines:
        yield lines.line_num, None, row["name"], []


def _message(call: ast.Call, keyword: str) -> Iterator[tuple[int, str, list[str], list[str]]]:
    """The literal texts of the call, if it has any."""
    texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if texts:
        yield call.lineno, keyword, texts, []
