"""A document with every passage named, in colour, for people who check the reader."""

from __future__ import annotations

import io
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from ucap.documents.model import Document
from ucap.documents.opening import open_documents
from ucap.documents.traced import Span
from ucap.plain_text import printable
from ucap.plan.record import Plan
from ucap.reading.ledger import template_spans_of
from ucap.reading.record import read_document

_POINTER_WIDTH = 28
_TEMPLATE = "template"
_STYLES = {"unplaced": "bold white on red", _TEMPLATE: "dim", "findings": "yellow"}
_FIELD_STYLES = ("cyan", "green", "magenta", "blue", "bright_cyan", "bright_green", "bright_magenta", "bright_blue")


def explain(name: str, data: bytes) -> list[bytes]:
    """Nothing that is wrong with a file that can be read, and each of its documents as lines for a terminal in colours.

    Raises:
        UnreadableDocument: nothing can be read; the message says what is wrong and what would be right.
    """
    return [b"", *(_explained(document).encode() for document in open_documents(name, data))]


def _explained(document: Document) -> str:
    lines = io.StringIO()
    console = Console(file=lines, force_terminal=True, color_system="standard", highlight=False, soft_wrap=True)
    plan = read_document(document)
    console.print(Text(f"{printable(document.name)}  {document.shape}", "bold"))
    for pointers, text in named_passages(document, plan):
        console.print(_line(pointers, text))
    for found in plan.findings:
        place = f" at {found.field}" if found.field else ""
        console.print(Text(f"{found.severity}: {found.code}{place}: {printable(found.message)}", _STYLES["findings"]))
    console.print()
    return lines.getvalue()


def named_passages(document: Document, plan: Plan) -> list[tuple[tuple[str, ...], str]]:
    """The document's text in order, cut where the fields change, each piece with the pointers of its fields.

    The template's own wording is named `template`. Of nested pointers the innermost is given. Pieces of nothing but
    white space are left out.
    """
    spans: list[tuple[Span, str]] = [(span, _TEMPLATE) for span in template_spans_of(document)]
    spans += [(span, pointer) for pointer, ranges in plan.passages.items() for span in ranges]
    edges = sorted({edge for span, _ in spans for edge in span} | {0, len(document.text)})
    pieces: list[tuple[tuple[str, ...], str]] = []
    for start, end in pairwise(edges):
        text = printable(" ".join(document.text[start:end].split()))
        if text:
            names = [name for (low, high), name in spans if low <= start and end <= high]
            pieces.append((_innermost(names), text))
    return pieces


def _innermost(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in set(names) if not any(other.startswith(name + "/") for other in names)))


def _line(pointers: tuple[str, ...], text: str) -> Text:
    name = " ".join(pointers) or "NOT COVERED"
    field = name.lstrip("/").split("/")[0]
    style = _STYLES.get(field) or _FIELD_STYLES[sum(map(ord, field)) % len(_FIELD_STYLES)]
    if not pointers:
        style = _STYLES["unplaced"]
    return Text.assemble((f"{name:<{_POINTER_WIDTH}} ", "dim"), (text, style))
