"""A dashboard for a test: a real Streamlit server on a free port, with its own store."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address, the folder of its store and its process."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes], seconds: float = 300) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the dashboard stopped with status {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=30) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the dashboard did not become healthy")


@contextmanager
def serve(
    folder: Path,
    plans: Path | None = None,
    port: int = 0,
    script: str = "server.py",
    is_watching: bool = False,
    *,
    cwd: Path = ROOT,
    **environment: str,
) -> Iterator[Server]:
    """Start the dashboard on the documents of `plans` (those of the product if None), its store in `folder`.

    As with `make run` this is the own machine of who sits at it, unless the environment says otherwise. Only where
    `is_watching` does it look whether its files change, as `make run` has it. Streamlit's settings are those of `cwd`.
    """
    port = port or free_port()
    own = {"UCAP_DATABASE_URL": f"sqlite:///{folder / 'ucap.db'}", "UCAP_OWN_MACHINE": "1"}
    variables = {**os.environ, **own, **environment}
    if plans is not None:
        variables["UCAP_PLANS"] = str(plans)
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]
    options = ["--server.address=127.0.0.1", "--server.headless=true"]
    options += [] if is_watching else ["--server.fileWatcherType=none"]
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen([*command, *options], cwd=cwd, env=variables, stdout=log, stderr=log)
        try:
            base_path = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
            url = f"http://127.0.0.1:{port}/{base_path}".rstrip("/")
            _wait_until_healthy(url, process)
            yield Server(url, folder, process)
        finally:
            process.terminate()
            process.wait(timeout=30)
