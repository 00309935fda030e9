"""The dashboard and its HTTP interface in one process: `streamlit run server.py`."""

from posixpath import join

import streamlit as st
from starlette.middleware import Middleware

from components.content_policy import ContentPolicy, pages
from components.library import library
from components.requests import OwnRequests
from ucap.api.app import mounted

# Where the pages stand below a path of their own, so does the interface.
_BASE = st.get_option("server.baseUrlPath") or ""

app = st.App(
    "dashboard.py",
    routes=[*mounted(join("/", _BASE, "api"), library), *pages(_BASE)],
    middleware=[Middleware(ContentPolicy), Middleware(OwnRequests)],
)
