"""Who is looking: the person at this machine, or the person who signed in where sign-in is configured.

Where nobody signs in, people are asked for their name once; this browser keeps it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.safe import plain
from ucap.errors import Invalid
from ucap.plain_text import printable
from ucap.store.rights import UNNAMED, Listening, Person, editors, is_own_machine, local_person, signed_in_person
from ucap.wording import _


def person() -> Person:
    """The person who acts. An e-mail address counts only where the provider does not call it unverified."""
    if not _has_sign_in():
        return local_person(_given_name()) if _is_own_machine() else signed_in_person(None)
    if not st.user.get("is_logged_in") or st.user.get("email_verified") is False:
        return signed_in_person(None)
    return signed_in_person(_claim("email"), _claim("name"))


_NAME = "given_name"
_ASKED = "asked_name"
_COOKIE = "ucap_name"
_NAME_CHARACTERS = 80
_keep_name = st.components.v2.component("keep_name", js=Path(__file__).with_name("keep_name.js").read_text("utf-8"))


def is_nameless() -> bool:
    """Whether the person may change things, and did not say yet who that is."""
    return person().name == UNNAMED


def named_person() -> Person:
    """The person who acts.

    Raises:
        Invalid: nobody said who that is.
    """
    if is_nameless():
        raise Invalid(_("Say who you are, so that others know whom to ask."))
    return person()


def draw_name_question(form: str, width: int | Literal["stretch"] = "stretch") -> None:
    """Ask for the name, where it is not known; `form` tells the places apart that ask on one page."""
    if is_nameless():
        key, most = f"{_ASKED}_{form}", _NAME_CHARACTERS
        st.text_input(_("Your name"), key=key, max_chars=most, autocomplete="name", width=width)


def take_name(form: str) -> None:
    """Take over what was answered to the question in that form; for use in callbacks."""
    answered = " ".join(st.session_state.get(f"{_ASKED}_{form}", "").split())
    if answered:
        st.session_state[_NAME] = answered


def keep_name() -> None:
    """Have the browser keep the name that was given in this session."""
    name = st.session_state.get(_NAME)
    if name and name != _kept_name():
        with st.container(height=1, border=False, key="keep-name"):
            path = f"/{st.get_option('server.baseUrlPath').strip('/')}"
            _keep_name(key="keep_name", data={"cookie": _COOKIE, "name": name, "path": path}, height="content")


def _given_name() -> str:
    return str(st.session_state[_NAME] if _NAME in st.session_state else _kept_name())


def _forget_name() -> None:
    st.session_state[_NAME] = ""


def _kept_name() -> str:
    """The name that this browser keeps; what somebody else may have put there is no more than a name."""
    name = unquote(st.context.cookies.get(_COOKIE, ""))
    return " ".join(printable(name).split())[:_NAME_CHARACTERS]


def visitor() -> str:
    """What distinguishes this visitor from others whose documents are read at the same time."""
    signed_in = _claim("email") if _has_sign_in() and st.user.get("is_logged_in") else None
    context = get_script_run_ctx()
    return signed_in or (context.session_id if context else "")


def draw_sign_in() -> None:
    """Draw the way in and out where there is one, and else the way to another name where one was given."""
    if not _has_sign_in():
        if _is_own_machine() and _given_name():
            words = _("Not {name}?").format(name=plain(_given_name()))
            st.button(words, key="not_me", type="tertiary", on_click=_forget_name)
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
        st.info(_("You may look and export. To add plans, sign in first."))


def listening() -> Listening:
    """Where this server listens, by Streamlit's configuration."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    return Listening(st.get_option("server.address"), st.get_option("server.port"), scheme)


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
    headers = st.context.headers
    return not editors() and is_own_machine(listening(), {name: headers.get_all(name) for name in headers})


def _claim(name: str) -> str | None:
    value = st.user.get(name)
    return value if isinstance(value, str) else None
