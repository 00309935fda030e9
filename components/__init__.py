"""Pieces that the pages share. Besides the pages, this is the only place that knows Streamlit."""
