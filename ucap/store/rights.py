"""Who may do what: everyone looks and exports, editors add and correct.

Without sign-in the product runs on the user's own machine, and whoever sits there is an editor. With
sign-in, editors are the people whose e-mail addresses `UCAP_EDITORS` names, separated by commas or spaces;
an anonymous visitor is nobody's editor. The store asks `require_editor` in everything that it writes.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass

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
