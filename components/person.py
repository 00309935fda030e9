"""Who is looking: the user of this machine, or whoever signed in where sign-in is configured."""

from __future__ import annotations

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from ucap.store.rights import Person, local_person, signed_in_person
from ucap.wording import _


def person() -> Person:
    """The person who acts. An e-mail address counts only where the provider does not call it unverified."""
    if not _has_sign_in():
        return local_person()
    if not st.user.is_logged_in or st.user.get("email_verified") is False:
        return signed_in_person(None)
    return signed_in_person(st.user.get("email"), st.user.get("name"))


def draw_sign_in() -> None:
    """Draw the way in and out, where there is one."""
    if not _has_sign_in():
        return
    if st.user.is_logged_in:
        st.caption(str(person()))
        st.button(_("Sign out"), on_click=st.logout)
    else:
        st.button(_("Sign in"), on_click=st.login)


def _has_sign_in() -> bool:
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False
