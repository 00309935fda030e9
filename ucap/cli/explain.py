"""A document with every passage named, in colour, for people who check the reader."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ucap.cli.one import trouble_of
from ucap.documents import Document, UnreadableDocument, open_documents
from ucap.documents.traced import Span
from ucap.plan import Plan
from ucap.reading import read_document, template_spans_of

_POINTER_WIDTH = 28
_TEMPLATE = "template"
_STYLES = {"unplaced": "bold white on red", _TEMPLATE: "dim", "findings": "yellow"}
_FIELD_STYLES = ("cyan", "green", "magenta", "blue", "bright_cyan", "bright_green", "bright_magenta", "bright_blue")


def explain(path: Path) -> bool:
    """Print the documents of a file; False, with a line on standard error, if it cannot be read."""
    try:
        documents = open_documents(path.name, path.read_bytes())
    except (OSError, UnreadableDocument) as error:
        print(trouble_of(path, error), file=sys.stderr)
        return False
    console = Console(highlight=False, soft_wrap=True)
    for document in documents:
        plan = read_document(document)
        console.print(Text(f"{document.name}  {document.shape}", "bold"))
        for pointers, text in named_passages(document, plan):
            console.print(_line(pointers, text))
        for found in plan.findings:
            place = f" at {found.field}" if found.field else ""
            console.print(Text(f"{found.severity}: {found.code}{place}: {found.message}", _STYLES["findings"]))
        console.print()
    return True


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
        text = " ".join(document.text[start:end].split())
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
