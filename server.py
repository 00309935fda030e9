"""The dashboard and its HTTP interface in one process: `streamlit run server.py`."""

from posixpath import join

import streamlit as st
from starlette.middleware import Middleware

from components.content_policy import ContentPolicy
from components.library import library
from components.requests import OwnRequests
from ucap.api.app import mounted

# Where the pages stand below a path of their own, so does the interface.
_API = join("/", st.get_option("server.baseUrlPath") or "", "api")

app = st.App(
    "dashboard.py", routes=mounted(_API, library), middleware=[Middleware(ContentPolicy), Middleware(OwnRequests)]
)
