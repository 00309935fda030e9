"""A page for a test whose second run waits, half drawn, until the file that GATE names is there."""

import os
import time
from pathlib import Path

import streamlit as st

from components.begin import fade_only_in_long_runs

st.html(Path("components/style.css"))
fade_only_in_long_runs()
st.title("Slow")
if st.button("Go"):
    while not Path(os.environ["GATE"]).exists():
        time.sleep(0.05)
st.button("Below", key="below")
