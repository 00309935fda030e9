"""Where the files lie that come with the product: registers, reference data, index of places, the map's outlines."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).parent
IS_INSTALLED = (_PACKAGE / "data").is_dir()
"""Whether the package was installed with its data inside; in the source tree they lie beside it."""

DATA = _PACKAGE / "data" if IS_INSTALLED else _PACKAGE.parent / "data"
OUTLINES = DATA if IS_INSTALLED else _PACKAGE.parent / "static"
"""The folder of the map's outlines; Streamlit serves those of the source tree."""
KEPT = user_data_path("ucap") if IS_INSTALLED else DATA
"""The folder of what users add: the store, and places that were looked up online."""
