"""The Streamlit app: `streamlit run dashboard.py`. Pages draw their sidebar themselves: deep links stand alone."""

from components.navigation import navigate

navigate().run()
