"""What comes with the product: its version, and where registers, reference data, places and the map's outlines lie."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

VERSION = "0.1.0"
_PACKAGE = Path(__file__).parent
IS_INSTALLED = (_PACKAGE / "data").is_dir()
"""Whether the package was installed with its data inside; in the source tree they lie beside it."""

DATA = _PACKAGE / "data" if IS_INSTALLED else _PACKAGE.parent / "data"
OUTLINES = DATA if IS_INSTALLED else _PACKAGE.parent / "static"
"""The folder of the map's outlines; Streamlit serves those of the source tree."""
KEPT = user_data_path("ucap") if IS_INSTALLED else DATA
"""The folder of what users add: the store, and places that were looked up online."""
