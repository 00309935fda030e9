"""Who may do what: everyone looks and exports, editors add and correct.

Without sign-in the product runs on the user's own machine, and whoever sits there is an editor; who reaches it
from elsewhere may only look. With sign-in, editors are the people whose e-mail addresses `UCAP_EDITORS` names,
separated by commas or spaces; an anonymous visitor is nobody's editor. The store asks `require_editor` in everything
that it writes.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from ucap.store.errors import NotAllowed
from ucap.wording import _

EDITORS_VARIABLE = "UCAP_EDITORS"


@dataclass(frozen=True, slots=True)
class Person:
    """The person who acts. `email` is None where nobody signed in."""

    name: str
    email: str | None = None
    is_editor: bool = False

    def __str__(self) -> str:
        """How the log names the person."""
        return f"{self.name} <{self.email}>" if self.email and self.email != self.name else self.name


def local_person() -> Person:
    """The user of this machine, who may do everything."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        name = "local"
    return Person(name, is_editor=True)


def signed_in_person(email: str | None, name: str | None = None) -> Person:
    """Whoever signed in with a verified `email`; None is an anonymous visitor. Only named editors may write."""
    if not email:
        return Person(name or "anonymous")
    return Person(name or email, email, email.strip().casefold() in editors())


def is_own_machine(listens_at: str | None, asked_for: str | None) -> bool:
    """Whether a page is asked for by the person at the machine that serves it.

    Args:
        listens_at: the address at which the server listens; None is every address that the machine has.
        asked_for: the `Host` under which it was asked. Another name than the machine's own shows that a proxy stands
            between, or that a page of somebody else's sends the browser here under its own name (DNS rebinding).
    """
    return _is_loopback(listens_at) and _is_loopback(_hostname(asked_for))


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


def _hostname(host: str | None) -> str | None:
    try:
        return urlsplit(f"//{host or ''}").hostname
    except ValueError:
        return None


def _is_loopback(name: str | None) -> bool:
    try:
        return name == "localhost" or ip_address(name or "").is_loopback
    except ValueError:
        return False
