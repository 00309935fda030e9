"""Who may do what: everyone looks and exports, editors add and correct.

Without sign-in everybody may only look, unless whoever starts the server says that it runs on a machine of their own
(`UCAP_OWN_MACHINE=1`): then the person who sits there is an editor. With sign-in, editors are the people whose e-mail
addresses `UCAP_EDITORS` names, separated by commas or spaces; an anonymous visitor is nobody's editor. The store asks
`require_editor` in everything that it writes.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from ucap.errors import NotAllowed
from ucap.wording import _

EDITORS_VARIABLE = "UCAP_EDITORS"
OWN_MACHINE_VARIABLE = "UCAP_OWN_MACHINE"
UNNAMED = "–"
"""Stands in the log for who was asked for a name and gave none."""
_PROXY_HEADERS = frozenset({"forwarded", "via", "true-client-ip", "client-ip", "cdn-loop"})
_PROXY_PREFIXES = ("x-", "cf-", "fastly-", "fly-", "akamai-")
_STANDARD_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Person:
    """The person who acts. `email` is None where nobody signed in."""

    name: str
    email: str | None = None
    is_editor: bool = False

    def __str__(self) -> str:
        """How the log names the person."""
        return f"{self.name} <{self.email}>" if self.email and self.email != self.name else self.name


def local_person(name: str | None = None) -> Person:
    """The person at this machine, who may do everything; at a terminal that is whoever logged in there."""
    return Person(_login_name() if name is None else name or UNNAMED, is_editor=True)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        return "local"


def signed_in_person(email: str | None, name: str | None = None) -> Person:
    """Whoever signed in with a verified `email`; None is an anonymous visitor. Only named editors may write."""
    if not email:
        return Person(name or "anonymous")
    return Person(name or email, email, email.strip().casefold() in editors())


@dataclass(frozen=True, slots=True)
class Listening:
    """Where a server listens. An `address` of None is every address that the machine has."""

    address: str | None
    port: int
    scheme: str = "http"


def is_own_machine(listening: Listening, headers: Mapping[str, Sequence[str]]) -> bool:
    """Whether a connection is that of the person at the machine that serves it. All of this must hold together.

    Whoever started the server said so, which no request can say. It listens to this machine alone. It was asked by this
    machine's own name, and by a page of its own: a page of somebody else's may have its name lead here (DNS rebinding),
    and one of another port is somebody else's too. No proxy left a trace.

    Args:
        listening: where the server listens.
        headers: all values of each header of the request by which a browser opened the connection.
    """
    known = {name.casefold(): values for name, values in headers.items()}
    return (
        _is_said_own(listening)
        and not any(name in _PROXY_HEADERS or name.startswith(_PROXY_PREFIXES) for name in known)
        and _is_own_page(listening, known.get("host", ()), known.get("origin", ()))
    )


def is_rebound(listening: Listening, hosts: Sequence[str]) -> bool:
    """Whether somebody's own machine is asked by another name than its own, as `http://evil.example:8501`.

    A page from elsewhere may have its name lead here (DNS rebinding), and would then read what only the person who sits
    at the machine should see. A server for others is asked by whatever name it has, and nothing of it is rebound.

    Args:
        listening: where the server listens.
        hosts: all values of the request's `Host`.
    """
    return _is_said_own(listening) and not all(_is_loopback(_name(host)) for host in hosts)


def editors() -> frozenset[str]:
    """The e-mail addresses of the editors that the environment names, in lower case."""
    return frozenset(os.environ.get(EDITORS_VARIABLE, "").casefold().replace(",", " ").split())


def require_editor(who: Person) -> Person:
    """The person, if an editor.

    Raises:
        NotAllowed: the person may only look.
    """
    if not who.is_editor:
        raise NotAllowed(
            _("{name} may look and export, but not change anything. Editors are named in {setting}.").format(
                name=who, setting=EDITORS_VARIABLE
            )
        )
    return who


def _is_said_own(listening: Listening) -> bool:
    """Whether whoever started the server said that this is their own machine, and it listens to this machine alone."""
    return os.environ.get(OWN_MACHINE_VARIABLE, "").strip() == "1" and _is_loopback(listening.address)


def _is_own_page(listening: Listening, hosts: Sequence[str], origins: Sequence[str]) -> bool:
    """Whether a page that this server served asks for it by a name of this machine."""
    if len(hosts) != 1 or len(origins) != 1:
        return False
    own = f"{listening.scheme}://{hosts[0]}"
    try:
        parts = urlsplit(own)
        port = parts.port or _STANDARD_PORTS[listening.scheme]
    except ValueError:
        return False
    is_host_alone = parts.netloc == hosts[0] and "@" not in hosts[0]
    is_this_server = is_host_alone and _is_loopback(parts.hostname) and port == listening.port
    return is_this_server and origins[0].casefold() == own.casefold()


def _name(host: str) -> str | None:
    """The name alone: "localhost" of "localhost:8501", "::1" of "[::1]:8501"."""
    try:
        return urlsplit(f"//{host}").hostname if "@" not in host else None
    except ValueError:
        return None


def _is_loopback(name: str | None) -> bool:
    try:
        return name == "localhost" or ip_address(name or "").is_loopback
    except ValueError:
        return False
