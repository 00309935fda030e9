"""What a separate process loads before it is ready: for a short document that is most of the work."""

from __future__ import annotations

import os
import subprocess
import sys


def loaded_for(module: str) -> set[str]:
    """The packages and modules that are there when a process for a function of `module` is ready."""
    code = f"import sys, ucap.sandbox.program, {module}; print(*sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_what_unpacks_archives_loads_no_rules_of_reading() -> None:
    """They take several times as long as all else."""
    loaded = loaded_for("ucap.documents.zip_files")
    assert not loaded & {"ucap.documents.opening", "ucap.reading", "ucap.gazetteer", "pydantic"}


def test_what_reads_waits_for_no_library_that_few_documents_need() -> None:
    """Workbooks are few, and nothing is asked of a geocoder on the network."""
    assert not loaded_for("ucap.reading.door") & {"openpyxl", "numpy", "xlsxwriter", "geopy", "requests"}
