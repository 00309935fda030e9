"""The Streamlit app: `streamlit run dashboard.py`. Pages draw their sidebar themselves: deep links stand alone."""

import streamlit as st

from components.navigation import navigate
from components.safe import plain_lines
from ucap.store import Damaged, StoreUnavailable
from ucap.wording import _

page = navigate()
try:
    page.run()
except (Damaged, StoreUnavailable) as error:  # damage that was not there yet when the plans were last read
    st.error(plain_lines(str(error)))
    st.button(_("Try again"))
