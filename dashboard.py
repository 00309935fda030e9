"""The Streamlit app: `streamlit run dashboard.py`. Pages draw their sidebar themselves: deep links stand alone."""

import streamlit as st

from components.navigation import navigate
from components.safe import plain_lines
from components.slides.embedded import draw_embedded
from ucap.store import Damaged, StoreUnavailable
from ucap.wording import _

try:
    if st.context.is_embedded:
        draw_embedded()
    else:
        navigate().run()
except (Damaged, StoreUnavailable) as error:  # damage that was not there yet when the plans were last read
    st.error(plain_lines(str(error)))
    st.button(_("Try again"))
