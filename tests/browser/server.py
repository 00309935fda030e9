"""A dashboard for a test: a real Streamlit server on a free port, with its own store."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ucap.store import Store
from ucap.store.reader import SandboxedReader

ROOT = Path(__file__).resolve().parents[2]


class Forked:
    """A dashboard that a prepared process became."""

    def __init__(self, prepared: Prepared, pid: int) -> None:
        self._prepared, self.pid = prepared, pid

    @property
    def returncode(self) -> int | None:
        """Its exit status; None while it runs."""
        return self._prepared.ask(self.pid)

    def poll(self) -> int | None:
        """The same."""
        return self.returncode

    def terminate(self) -> None:
        """Ask it to end."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGTERM)

    def wait(self, timeout: float) -> None:
        """Wait until it has ended."""
        deadline = time.monotonic() + timeout
        while self.returncode is None:
            assert time.monotonic() < deadline, f"the dashboard {self.pid} does not end"
            time.sleep(0.02)


class Prepared:
    """What makes many dashboards cheap: their packages loaded, documents read, and addresses known to the browser."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: dict[Path, Path] = {}
        self._reader = SandboxedReader()
        self._ports: list[int] = []
        program = [sys.executable, "-m", "tests.browser.prepared"]
        self._process = subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, question: object) -> int | None:
        """Ask the process, as its module says."""
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def start(self, arguments: list[str], environment: dict[str, str], log: Path) -> Forked:
        """Start a dashboard."""
        return Forked(self, self.ask({"log": str(log), "environment": environment, "arguments": arguments}))

    def fill(self, folder: Path, plans: Path) -> None:
        """Put a store into a folder as the first start makes it of these documents, unless there is one."""
        if (folder / "ucap.db").exists():
            return
        if plans not in self._stores:
            self._stores[plans] = self._folder / f"{len(self._stores)}.db"
            Store.open(f"sqlite:///{self._stores[plans]}", folder=plans, reader=self._reader)
        shutil.copy(self._stores[plans], folder / "ucap.db")

    def port(self) -> int:
        """A port whose scripts the browser has compiled, if it is free.

        It is not that of the dashboard before, which a page that is still open goes on looking for.
        """
        if len(self._ports) > 1 and _is_free(self._ports[0]):
            self._ports.append(self._ports.pop(0))
        else:
            self._ports.append(free_port())
        return self._ports[-1]

    def end(self) -> None:
        """End the process, and with it what it started."""
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


_prepared: list[Prepared] = []


@contextmanager
def prepared() -> Iterator[None]:
    """Start all dashboards of the block from one prepared process."""
    with TemporaryDirectory(prefix="ucap-prepared-") as folder:
        _prepared.append(Prepared(Path(folder)))
        try:
            yield
        finally:
            _prepared.pop().end()


def _is_free(port: int) -> bool:
    with socket.socket() as probe, suppress(OSError):
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what was connected before lingers a minute
        probe.bind(("127.0.0.1", port))
        return True
    return False


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address, the folder of its store and its process."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes] | Forked


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes] | Forked, seconds: float = 300) -> None:
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
    is_first_start: bool = False,
    cwd: Path = ROOT,
    **environment: str,
) -> Iterator[Server]:
    """Start the dashboard on the documents of `plans` (those of the product if None), its store in `folder`.

    As with `make run` this is the own machine of who sits at it, unless the environment says otherwise. Only where
    `is_watching` does it look whether its files change, as `make run` has it. Streamlit's settings are those of `cwd`.
    Within `prepared` the dashboard is a fork that finds these documents read, unless this `is_first_start`.
    """
    makes_ready = _prepared and not is_first_start and not is_watching and (script, cwd) == ("server.py", ROOT)
    ready = _prepared[-1] if makes_ready else None
    port = port or (ready.port() if ready else free_port())
    own = {"UCAP_DATABASE_URL": f"sqlite:///{folder / 'ucap.db'}", "UCAP_OWN_MACHINE": "1"}
    variables = {**os.environ, **own, **environment}
    if plans is not None:
        variables["UCAP_PLANS"] = str(plans)
    arguments = ["run", script, f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    arguments += [] if is_watching else ["--server.fileWatcherType=none"]
    if ready and plans and plans.exists() and variables["UCAP_DATABASE_URL"] == own["UCAP_DATABASE_URL"]:
        ready.fill(folder, plans)
    process = (ready.start if ready else partial(_start, cwd))(arguments, variables, folder / "server.log")
    try:
        base_path = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
        url = f"http://127.0.0.1:{port}/{base_path}".rstrip("/")
        _wait_until_healthy(url, process)
        yield Server(url, folder, process)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _start(cwd: Path, arguments: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as told:
        command = [sys.executable, "-m", "streamlit", *arguments]
        return subprocess.Popen(command, cwd=cwd, env=environment, stdout=told, stderr=told)
