"""A PostgreSQL server of the tests' own: made in a temporary folder, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


def running() -> Iterator[Cluster]:
    """A server for as long as a fixture lives; without PostgreSQL's programs its tests fail."""
    programs = find_programs()
    if programs is None:
        pytest.fail("PostgreSQL's server programs are missing: apt-get install postgresql")
    with Cluster(programs) as cluster:
        yield cluster


def find_programs() -> Path | None:
    """The folder of PostgreSQL's server programs; Debian keeps them off the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name), default=None)


class Cluster:
    """One server, which is gone at the end of its `with` block, however that ends.

    It runs as the user `postgres` where the tests run as root, which PostgreSQL refuses.
    """

    def __init__(self, programs: Path, within: Path | None = None) -> None:
        self._programs = programs
        self._user = "postgres" if os.getuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="ucap-postgres-", dir=within))
        if self._user:
            shutil.chown(self.folder, self._user, self._user)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def __enter__(self) -> Cluster:
        try:
            self._run("initdb", "--auth=trust", "--username=ucap", "--encoding=UTF8", "--no-sync")
            self.start()
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(self, *_raised: object) -> None:
        self._remove()

    def start(self) -> None:
        settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self._run("pg_ctl", "start", "--wait", "--silent", "-l", str(self.folder / "log"), "-o", settings)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--wait", "--silent", "--mode=immediate")

    def is_running(self) -> bool:
        command = [str(self._programs / "pg_ctl"), "-D", str(self.folder / "data"), "status"]
        said = subprocess.run(command, user=self._user, cwd=self.folder, check=False, capture_output=True)
        return said.returncode == 0

    def _remove(self) -> None:
        if self.is_running():
            self.stop()
        shutil.rmtree(self.folder)

    def empty_database(self, number: int = 0) -> str:
        """The address of the database of that number, with nothing in it. Emptying is faster than making a new one."""
        name = f"test_{number}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
                connection.execute(f"CREATE DATABASE {name}")
        self.disconnect_all()
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        return self.url(name)

    def disconnect_all(self) -> None:
        """Break all connections to the tests' databases."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test%'")

    def url(self, database: str) -> str:
        return f"postgresql://ucap@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, user=self._user, cwd=self.folder, check=True, stdout=subprocess.DEVNULL, timeout=120)
