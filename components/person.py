"""Who is looking: the user of this machine, or the person who signed in where sign-in is configured."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.safe import plain
from ucap.store.rights import Listening, Person, editors, is_own_machine, local_person, signed_in_person
from ucap.wording import _


def person() -> Person:
    """The person who acts. An e-mail address counts only where the provider does not call it unverified."""
    if not _has_sign_in():
        return local_person() if _is_own_machine() else signed_in_person(None)
    if not st.user.get("is_logged_in") or st.user.get("email_verified") is False:
        return signed_in_person(None)
    return signed_in_person(_claim("email"), _claim("name"))


def visitor() -> str:
    """What distinguishes this visitor from others whose documents are read at the same time."""
    signed_in = _claim("email") if _has_sign_in() and st.user.get("is_logged_in") else None
    context = get_script_run_ctx()
    return signed_in or (context.session_id if context else "")


def draw_sign_in() -> None:
    """Draw the way in and out, where there is one."""
    if not _has_sign_in():
        return
    if st.user.get("is_logged_in"):
        st.caption(plain(str(person())))
        st.button(_("Sign out"), on_click=st.logout)
    else:
        st.button(_("Sign in"), on_click=st.login)


def draw_looking_only() -> None:
    """Say to those who may not change anything why that is so, and what would help."""
    if not _has_sign_in():
        st.info(
            _(
                "You may look and export. To add plans on your own machine, start the dashboard as the README says; "
                "for several people, set up sign-in as docs/deploy.md says."
            )
        )
    elif st.user.get("is_logged_in"):
        st.info(_("You may look and export. To add plans, ask for your address to be named among the editors."))
    else:
        st.info(_("You may look and export. To add plans, sign in: the button stands below the filters."))


def _has_sign_in() -> bool:
    """Whether sign-in is configured. Secrets that are there but cannot be read let nobody in, rather than everybody."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return any(Path(file).exists() for file in st.get_option("secrets.files"))
    except OSError:
        return True


def _is_own_machine() -> bool:
    """Whether this is the user's own machine. Where editors are named, sign-in is meant, and missing."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    listening = Listening(st.get_option("server.address"), st.get_option("server.port"), scheme)
    headers = st.context.headers
    return not editors() and is_own_machine(listening, {name: headers.get_all(name) for name in headers})


def _claim(name: str) -> str | None:
    value = st.user.get(name)
    return value if isinstance(value, str) else None
