"""The dictionary of columns as a page; `python -m ucap.frames.markdown > docs/columns.md` renews the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from ucap.frames.columns import COLUMNS, FRAMES, Column, FrameSpec


def page() -> str:
    """All frames with their columns, in Markdown."""
    return "\n".join(["# Frames and their columns", "", *_introduction(), *_frames()])


def _introduction() -> Iterator[str]:
    yield "What the tables hold that the pages draw and the exports write. Made from `ucap/frames/columns.py`, the one"
    yield "dictionary of columns. Columns of the key identify a row; only columns marked *may be missing* have gaps."
    yield "Columns marked *in files* stand in files and in the interface, but not in `Frames`: the words of codes, in"
    yield "the language of the file (in which names of places stand, too), and what only a selection as a whole knows."
    yield ""


def _frames() -> Iterator[str]:
    for name, spec in FRAMES.items():
        yield from (f"## {name}", "", f"{spec.row} Key: {', '.join(f'`{column}`' for column in spec.key)}.", "")
        yield from ("| column | type | unit | what it holds |", "|---|---|---|---|", *_columns(spec), "")


def _columns(spec: FrameSpec) -> Iterator[str]:
    for name in spec.in_files:
        column = COLUMNS[name]
        note = "" if name in spec.columns else " *In files.*"
        yield f"| `{name}` | {column.dtype} | {column.unit or ''} | {_description(column)}{note} |"


def _description(column: Column) -> str:
    notes = [column.description]
    if column.values:
        notes.append(f"One of {', '.join(f'`{value}`' for value in column.values)}.")
    if column.vocabulary:
        notes.append(f"See `data/reference/{column.vocabulary}.csv`.")
    if column.is_nullable:
        notes.append("*May be missing.*")
    return " ".join(notes)


if __name__ == "__main__":
    print(page(), end="")
