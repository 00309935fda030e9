"""The HTTP API: what the pages show and export, for programs. It only reads, and knows no Streamlit."""

from ucap.api.app import api
from ucap.api.library import Library

__all__ = ["Library", "api"]
