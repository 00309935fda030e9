"""A real nginx in front of a dashboard, set up as docs/ says, with a certificate of the tests' own."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import textwrap
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.server import free_port

_DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy.md"
_SURROUNDINGS = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    log_format places "$cookie_ucap_place $upstream_addr"; access_log {folder}/access.log places;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {server}
}}
"""


@dataclass(frozen=True)
class Front:
    """A proxy in front of a dashboard: its address, and the certificate that it shows."""

    url: str
    certificate: Path


@contextmanager
def in_front_of(url: str, folder: Path, *left_out: str, port: int = 0) -> Iterator[Front]:
    """Run nginx in front of a dashboard, without those lines of the documented set-up that name what is `left_out`."""
    port, where = port or free_port(), urlsplit(url)
    changes = {
        r"http://127\.0\.0\.1:8501": f"http://127.0.0.1:{where.port}",
        r"location /": f"location {where.path}/",
        **{rf"\n.*proxy_set_header {name}\b.*": "" for name in left_out},
    }
    with _running(_documented(), changes, folder, port) as certificate:
        yield Front(f"https://127.0.0.1:{port}{where.path}", certificate)


@contextmanager
def in_front_of_several(urls: Sequence[str], folder: Path) -> Iterator[Front]:
    """Run nginx in front of several dashboards, as docs/nginx-several.conf says."""
    port = free_port()
    servers = "".join(f"    server 127.0.0.1:{urlsplit(url).port};\n" for url in urls)
    changes = {r"(    server 127\.0\.0\.1:\d+;\n)+": servers}
    setup = (_DEPLOY.parent / "nginx-several.conf").read_text(encoding="utf-8")
    with _running(setup, changes, folder, port) as certificate:
        yield Front(f"https://127.0.0.1:{port}", certificate)


@contextmanager
def _running(setup: str, changes: Mapping[str, str], folder: Path, port: int) -> Iterator[Path]:
    """Run nginx with a set-up in which the changes were made, by patterns; gives the certificate that it shows."""
    folder.mkdir()
    certificate = _make_certificate(folder)
    for pattern, new in {
        r"listen\s+443 ssl": f"listen 127.0.0.1:{port} ssl",
        r"/etc/ssl/ucap\.pem": str(certificate),
        r"/etc/ssl/ucap\.key": str(folder / "key.pem"),
        **changes,
    }.items():
        setup, count = re.subn(pattern, new, setup)
        assert count, f"the documented set-up says nothing of {pattern}"
    (folder / "nginx.conf").write_text(_SURROUNDINGS.format(folder=folder, server=setup), encoding="utf-8")
    process = subprocess.Popen([_program(), "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"])
    try:
        _wait_until_listening(port, process)
        yield certificate
    finally:
        process.terminate()
        process.wait(timeout=30)


def _documented() -> str:
    """What docs/deploy.md gives for nginx."""
    found = re.search(r"^    map \$http_upgrade.*?^    }\n", _DEPLOY.read_text(encoding="utf-8"), flags=re.M | re.S)
    assert found
    return textwrap.dedent(found[0])


def _program() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        pytest.fail("nginx is missing: apt-get install nginx")
    return found


def _make_certificate(folder: Path) -> Path:
    certificate = folder / "certificate.pem"
    about = ["-days", "2", "-subj", "/CN=ucap.example", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "key.pem"]
    subprocess.run([*command, "-out", certificate, *about], check=True, capture_output=True)
    return certificate


def _wait_until_listening(port: int, process: subprocess.Popen[bytes], seconds: float = 300) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("nginx did not start")
