"""The dictionary of columns as a page of documentation."""

from tests.records import ROOT
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.markdown import page


def test_the_page_in_the_documentation_is_the_dictionary() -> None:
    written = (ROOT / "docs" / "columns.md").read_text(encoding="utf-8")
    assert written == page(), "renew it: python -m ucap.frames.markdown > docs/columns.md"


def test_every_frame_and_every_column_is_on_the_page() -> None:
    assert all(f"\n## {name}\n" in page() for name in FRAMES)
    assert all(f"| `{name}` |" in page() for name in COLUMNS)
