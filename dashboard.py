"""The Streamlit app: `streamlit run dashboard.py`. Each page draws its sidebar itself, so that deep links stand alone."""

from components.navigation import navigate

navigate().run()
