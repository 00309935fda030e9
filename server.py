"""The dashboard and its HTTP interface in one process: `streamlit run server.py`."""

import streamlit as st
from starlette.routing import Mount

from components.library import library
from ucap.api import api

app = st.App("dashboard.py", routes=[Mount("/api", api(library))])
